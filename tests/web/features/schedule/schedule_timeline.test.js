// The timeline of a schedule on the page, compared with the rates of the core.

import { beforeAll, describe, expect, it } from 'vitest';
import { loadAnneal } from '../../../../bindings/api/index.js';
import {
  familyTotal,
  findPlateau,
  lengthAt,
  momentAt,
  stretches,
  timeAt,
  totalOf,
} from '../../../../web/features/schedule/schedule_timeline.js';
import { continued } from '../../../../web/worker/experiment_check.js';
import { simplify } from '../../../../web/features/schedule/handles/simplify.js';

/** @type {Awaited<ReturnType<typeof loadAnneal>>} */
let anneal;
beforeAll(async () => {
  anneal = await loadAnneal();
});

const length = { steps: 3750, stepsPerEpoch: 125 };

/** @type {any} */
const nested = {
  type: 'sequence',
  unit: 'epoch',
  warmup: { length: 2, from: 0.001 },
  parts: [
    { schedule: { type: 'constant', initial: 0.1 }, length: 4 },
    {
      schedule: {
        type: 'sequence',
        min: 0.02,
        parts: [
          {
            schedule: { type: 'constant', initial: 0.05, warmup: { length: 100, from: 0 } },
            length: 600,
          },
          { schedule: { type: 'constant', initial: 0.03 } },
        ],
      },
      length: 10,
    },
    { schedule: { type: 'linear', initial: 0.02, final: 0, unit: 'epoch' } },
  ],
};

describe('the timeline of a schedule', () => {
  it('has its warm-ups and parts where the core has them', () => {
    const rates = anneal.rates(nested, length);
    const families = stretches(nested, length);
    expect(families.map(({ kind, start, end, path }) => [kind, start, end, path])).toEqual([
      ['warmup', 0, 250, 'schedule'],
      ['family', 250, 750, 'schedule.parts[0].schedule'],
      ['warmup', 750, 850, 'schedule.parts[1].schedule.parts[0].schedule'],
      ['family', 850, 1350, 'schedule.parts[1].schedule.parts[0].schedule'],
      ['family', 1350, 2000, 'schedule.parts[1].schedule.parts[1].schedule'],
      ['family', 2000, Infinity, 'schedule.parts[2].schedule'],
    ]);
    for (const { kind, schedule, start, end } of families) {
      if (kind === 'warmup' || schedule.type !== 'constant') continue;
      expect(rates.subarray(start, end).every((rate) => rate === schedule.initial)).toBe(true);
    }
    expect([rates[249] < 0.1, rates[750], rates[2000]]).toEqual([true, 0.02, 0.02]);
    expect(families[2].floor).toBe(0.02);
  });

  it('gives each family the length that the core gives it', () => {
    const last = momentAt(nested, 2000 + 125 * 7 + 3, length);
    expect(last).toMatchObject({ t: 7, total: 14 });
    const rates = anneal.rates(nested, length);
    expect(rates[2000 + 125 * 7]).toBeCloseTo(0.02 * (1 - 7 / 14), 12);
    expect(lengthAt(nested, 'schedule.parts[1].schedule', length)).toEqual({
      ...{ start: 750, steps: 1250, stepsPerEpoch: 125 },
    });
    expect(lengthAt(nested, 'schedule.parts[1].schedule.parts[1].schedule', length)).toMatchObject({
      start: 1350,
      steps: 650,
    });
    expect(familyTotal({ type: 'linear', unit: 'epoch', warmup: { length: 5 } }, length)).toBe(25);
  });

  it('knows the run’s length and the moment in the unit', () => {
    /** @type {any} */
    const step = { type: 'step', unit: 'epoch' };
    expect(totalOf(step, length)).toBe(30);
    expect(totalOf({ ...step, unit: 'step' }, length)).toBe(3750);
    expect(timeAt(step, 1249, length)).toBe(9);
  });

  it('finds the plateau wherever it is', () => {
    const plateau = { type: 'plateau', initial: 0.1 };
    const sequence = { type: 'sequence', parts: [nested.parts[0], { schedule: plateau }] };
    expect(findPlateau(sequence)).toEqual({
      schedule: plateau,
      path: 'schedule.parts[1].schedule',
    });
    expect(findPlateau(nested)).toBeUndefined();
  });

  it('continues from the rate that a plateau has reached', () => {
    const plateau = { type: 'plateau', initial: 0.1 };
    const counted = { rate: 0.03, best: 0.5, bad: 1, cooldown_left: 0 };
    expect(continued(plateau, counted)).toEqual({ ...plateau, initial: 0.03 });
    expect(continued(plateau, null)).toBe(plateau);
    expect(continued(nested, counted)).toBe(nested);
    const sequence = { type: 'sequence', parts: [nested.parts[0], { schedule: plateau }] };
    expect(continued(sequence, counted).parts[1].schedule.initial).toBe(0.03);
  });

  it('ignores refused settings', () => {
    for (const parts of [undefined, [], [{ schedule: { type: 'linear' }, length: 'x' }]]) {
      expect(() => momentAt({ type: 'sequence', parts }, 10, length)).not.toThrow();
    }
    expect(momentAt({ type: 'sequence', parts: [] }, 10, length)).toBeUndefined();
  });
});

describe('a curve by few points', () => {
  it('keeps the corners and nothing else', () => {
    const points = /** @type {[number, number][]} */ (
      Array.from({ length: 101 }, (_, at) => [at, at < 50 ? 0.1 : 0.1 - (at - 50) * 0.0018])
    );
    const kept = simplify(points, 24);
    expect(kept[0]).toEqual(points[0]);
    expect(kept.at(-1)).toEqual(points[100]);
    expect(kept.length).toBeLessThanOrEqual(5);
    expect(kept.some(([time]) => Math.abs(time - 50) <= 1)).toBe(true);
  });

  it('has at most the requested number of points, and accepts a rate of zero', () => {
    const points = /** @type {[number, number][]} */ (
      Array.from({ length: 200 }, (_, at) => [at, at % 3 === 0 ? 0 : 0.01 + (at % 7)])
    );
    expect(simplify(points, 24).length).toBeLessThanOrEqual(24);
    expect(simplify([[0, 1]], 24)).toEqual([[0, 1]]);
    expect(
      simplify(
        [
          [0, 0],
          [1, 0],
          [2, 0],
        ],
        24,
      ),
    ).toEqual([
      [0, 0],
      [2, 0],
    ]);
  });
});
