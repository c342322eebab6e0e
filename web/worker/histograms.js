// Requests for the record of histograms. Once somebody has asked for one, every run keeps its own from
// its beginning.

import { answer } from './answer.js';

/**
 * @param {() => any} openSession the bridge's session; throws where no run is open
 * @returns {{requests: import('../protocol/histograms.js').HistogramService, begin: (session: any) => void}}
 */
export function createHistogramRequests(openSession) {
  let wanted = false;
  return {
    requests: {
      keepHistograms: () =>
        answer(() => {
          wanted = true;
          return openSession().keepHistograms();
        }),
      histograms: (quantity, last) => answer(() => openSession().histograms(quantity, last)),
    },

    /** A session was made. */
    begin(session) {
      if (wanted) session.keepHistograms();
    },
  };
}
