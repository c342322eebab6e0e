// Requests for the record of histograms. Every run keeps a coarse one from its beginning, and a fine one
// once somebody has asked. Reading it is a look as any other, and held to what looks may cost.

import { toResult } from './results.js';

/**
 * @param {() => any} openSession the bridge's session; throws where no run is open
 * @param {import('./budget.js').Budget} budget
 * @returns {{requests: import('../protocol/histograms.js').HistogramService, begin: (session: any) => void}}
 */
export function createHistogramRequests(openSession, budget) {
  let fine = false;
  return {
    requests: {
      keepHistograms: () =>
        toResult(() => {
          fine = true;
          return openSession().keepHistograms();
        }),
      histograms: (quantity, last) =>
        toResult(() => budget.spend(() => openSession().histograms(quantity, last))),
    },

    /** A session was made. */
    begin(session) {
      session.keepHistograms({ coarse: !fine });
    },
  };
}
