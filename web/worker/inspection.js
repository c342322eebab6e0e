// Requests that inspect the open run without changing it. While it trains they use at most a small share of the
// time. Large arrays are transferred, not copied.

import * as Comlink from 'comlink';
import { toResult } from './results.js';

/**
 * @param {() => any} openSession the API's session; throws if no run is open
 * @param {import('./budget.js').Budget} budget
 * @returns {import('../protocol/inspection.js').InspectionService}
 */
export function inspectionRequests(openSession, budget) {
  const inspect = async (/** @type {(inspection: any, session: any) => any} */ work) => {
    const result = await toResult(() =>
      budget.spend(() => {
        const session = openSession();
        return work(session.inspection, session);
      }),
    );
    return Comlink.transfer(result, buffersOf(result));
  };

  return {
    history: () => toResult(() => openSession().history()),
    evaluation: () => inspect((_, session) => session.evaluation()),
    inspected: () => inspect((inspection) => inspection.describe()),
    filters: (layer) => inspect((inspection) => ({ layer, ...inspection.filters(layer) })),
    predict: (source, layer) =>
      inspect((inspection) => {
        const result = { source, ...inspection.predict(source) };
        return layer === null ? result : { ...result, layer, maps: inspection.featureMaps(layer) };
      }),
    findSamples: (filter, most) => inspect((inspection) => inspection.findSamples(filter, most)),
    images: (part, indices) => inspect((inspection) => inspection.images(part, indices)),
  };
}

/**
 * @param {any} value
 * @returns {Transferable[]} buffers of its typed arrays, which are copies of the core's
 */
function buffersOf(value) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [];
  if (ArrayBuffer.isView(value)) return [value.buffer];
  return Object.values(value).flatMap(buffersOf);
}
