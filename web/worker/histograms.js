// Requests for recorded histograms. Every run records coarse histograms from its start, and fine ones after the
// first request for them. Reading them counts towards the time budget of inspection.

import { toResult } from './results.js';

/**
 * @param {() => any} openSession the API's session; throws if no run is open
 * @param {import('./budget.js').Budget} budget
 * @returns {{requests: import('../protocol/histograms.js').HistogramService, begin: (session: any) => void}}
 */
export function createHistogramRequests(openSession, budget) {
  let fine = false;
  return {
    requests: {
      recordHistograms: () =>
        toResult(() => {
          fine = true;
          return openSession().recordHistograms();
        }),
      histograms: (quantity, last) =>
        toResult(() => budget.spend(() => openSession().histograms(quantity, last))),
    },

    /** Called for each new session. */
    begin(session) {
      session.recordHistograms({ coarse: !fine });
    },
  };
}
