// The worker's requests for histograms: held to what looks into a run may cost, and what runs keep.

import { describe, expect, it } from 'vitest';
import { SHARE, createBudget } from '../../../web/worker/budget.js';
import { createHistogramRequests } from '../../../web/worker/histograms.js';

function world({ running = true } = {}) {
  let time = 0;
  const budget = createBudget({
    running: () => running,
    now: () => time,
    sleep: async (milliseconds) => void (time += milliseconds),
  });
  /** @type {any[]} */
  const asked = [];
  const session = {
    recordHistograms: (/** @type {any} */ ...detail) => (asked.push(['keep', ...detail]), {}),
    histograms: (/** @type {any} */ ...which) => {
      time += 10;
      asked.push(which);
      return {};
    },
  };
  return { asked, session, now: () => time, ...createHistogramRequests(() => session, budget) };
}

describe('requests for histograms', () => {
  it('take their share of the time of a run and no more', async () => {
    const { requests, now } = world();
    for (let i = 0; i < 50; i++) await requests.histograms('weights', -1);
    expect((50 * 10) / now()).toBeLessThan(SHARE * 1.05);
  });

  it('are answered at once where the run stands still', async () => {
    const { requests, now } = world({ running: false });
    for (let i = 0; i < 50; i++) await requests.histograms('weights', -1);
    expect(now()).toBe(500);
  });

  it('make every run keep a coarse record, and a fine one once somebody has asked', async () => {
    const { requests, begin, session, asked } = world();
    begin(session);
    await requests.recordHistograms();
    begin(session);
    expect(asked).toEqual([['keep', { coarse: true }], ['keep'], ['keep', { coarse: false }]]);
  });

  it('of a session that is gone are refused and leave no exception', async () => {
    const budget = createBudget({ running: () => true });
    const { requests } = createHistogramRequests(() => {
      throw Object.assign(new Error('no run is open'), { kind: 'state' });
    }, budget);
    expect(await requests.histograms('weights', -1)).toMatchObject({
      ok: false,
      problem: { kind: 'state', message: 'no run is open' },
    });
  });
});
