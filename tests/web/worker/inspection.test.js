// The worker's looks into a run: what they may cost it, and that large arrays are handed over.

import { describe, expect, it, vi } from 'vitest';
import { SHARE, createBudget } from '../../../web/worker/budget.js';
import { createInspection } from '../../../web/features/inspection/inspection.js';

/** A clock that work and sleep move. */
function clock() {
  let time = 0;
  return {
    now: () => time,
    work: (/** @type {number} */ milliseconds) => () => (time += milliseconds),
    sleep: async (/** @type {number} */ milliseconds) => void (time += milliseconds),
  };
}

describe('the budget of looks', () => {
  it('gives them their share of the time of a run and no more, however many ask', async () => {
    const { now, work, sleep } = clock();
    const budget = createBudget({ running: () => true, now, sleep });
    let spent = 0;
    while (now() < 500_000) {
      await Promise.all([3, 40].map((milliseconds) => budget.spend(work(milliseconds))));
      spent += 43;
    }
    expect(spent / now()).toBeLessThanOrEqual(SHARE * 1.01);
    expect(spent / now()).toBeGreaterThan(SHARE / 2);
  });

  it('lets a run that stands still be looked into at once', async () => {
    const { now, work, sleep } = clock();
    const budget = createBudget({ running: () => false, now, sleep });
    await budget.spend(work(100));
    await budget.spend(work(100));
    expect(now()).toBe(200);
  });

  it('waits no longer when the run is paused meanwhile', async () => {
    const { now, work, sleep } = clock();
    let running = true;
    const budget = createBudget({ running: () => running, now, sleep });
    await budget.spend(work(1000));
    const next = budget.spend(work(1));
    running = false;
    await next;
    expect(now()).toBeLessThan(1200);
  });

  it('counts work that failed', async () => {
    const { now, work, sleep } = clock();
    const budget = createBudget({ running: () => true, now, sleep });
    const failing = () => {
      work(10)();
      throw new Error('refused');
    };
    await expect(budget.spend(failing)).rejects.toThrow('refused');
    await budget.spend(work(1));
    expect(now()).toBeGreaterThanOrEqual(10 / SHARE);
  });
});

describe('images of samples', () => {
  const good = (/** @type {any} */ value) => Promise.resolve({ ok: true, value });

  it('come with their bytes, or with what was refused', async () => {
    const samples = { epoch: 0, index: Float64Array.of(4, 2) };
    const images = vi.fn(() => good(Uint8Array.of(1, 2)));
    const service = /** @type {any} */ ({
      inspected: () => good({ input: [1, 1, 1] }),
      findSamples: () => good(samples),
      images,
    });
    const { sampleImages } = createInspection(service);
    expect(await sampleImages({ wrong: true }, 2)).toEqual({
      ok: true,
      value: { samples, bytes: Uint8Array.of(1, 2), shape: [1, 1, 1] },
    });
    expect(images).toHaveBeenCalledWith('validation', [4, 2]);
    const refused = { ok: false, problem: { kind: 'state', path: '', message: 'no run is open' } };
    service.findSamples = async () => refused;
    expect(await sampleImages({}, 2)).toEqual(refused);
  });
});
