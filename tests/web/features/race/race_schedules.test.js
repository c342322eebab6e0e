// What a race is offered: well-known schedules on the rate of the current one, seeds, and workers.

import { describe, expect, it } from 'vitest';
import { loadAnneal } from '../../../../bindings/api/index.js';
import { presetEntries, seedsFrom } from '../../../../web/features/race/race_schedules.js';
import { workersFor } from '../../../../web/features/race/races.js';

describe('what a race is offered', () => {
  it('is built on the rate of the current schedule, over the whole of the race', async () => {
    const presets = presetEntries(
      { type: 'one_cycle', peak: 0.2, unit: 'step' },
      { epochs: 6, stepsPerEpoch: 100 },
    );
    expect(presets.map(({ id }) => id)).toEqual([
      ...['constant', 'step', 'exponential', 'linear', 'cosine', 'one_cycle', 'warm_cosine'],
    ]);
    for (const { schedule } of presets) expect(schedule.initial ?? schedule.peak).toBe(0.2);
    expect(presets[1].schedule).toMatchObject({ every: 2, unit: 'epoch' });
    expect(presets[6].schedule).toMatchObject({ type: 'cosine', warmup: { length: 30 } });
    const anneal = await loadAnneal();
    for (const { schedule } of presets) {
      const rates = anneal.rates(schedule, { steps: 600, stepsPerEpoch: 100 });
      expect(Math.max(...rates)).toBeCloseTo(0.2, 6);
    }
  });

  it('counts its seeds from the one of the experiment', () => {
    expect(seedsFrom(7, 3)).toEqual([7, 8, 9]);
  });

  it('leaves a core to the page', () => {
    expect([1, 2, 4, 16].map(workersFor)).toEqual([1, 1, 3, 4]);
  });
});
