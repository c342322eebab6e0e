// Requests that look into the open run without changing it.

import { answer } from './answer.js';

/**
 * @param {() => any} openSession the bridge's session; throws where no run is open
 * @returns {import('../protocol/inspection.js').InspectionService}
 */
export function inspectionRequests(openSession) {
  return {
    history: () => answer(() => openSession().history()),
    evaluation: () => answer(() => openSession().evaluation()),
  };
}
