// Handles against the core's curve: each lies on it, and where it is moved to the new curve passes.

import { beforeAll, describe, expect, it } from 'vitest';
import { loadAnneal } from '../../../../bindings/api/index.js';
import { en } from '../../../../web/locales/en.js';
import {
  scheduleFromStroke,
  forwards,
  withKnotAt,
} from '../../../../web/features/schedule/handles/hand_drawing.js';
import { firstWarmup, withFamily } from '../../../../web/features/schedule/schedule_changes.js';
import { families } from '../../../../web/features/schedule/schedule_families.js';
import { scheduleHandles } from '../../../../web/features/schedule/handles/schedule_handles.js';

/** @typedef {import('../../../../web/protocol/types.js').Schedule} Schedule */

/** @type {Awaited<ReturnType<typeof loadAnneal>>} */
let anneal;
/** @type {import('../../../../web/protocol/schema.js').Schema} */
let schema;
beforeAll(async () => {
  anneal = await loadAnneal();
  schema = anneal.schema();
});

const length = { steps: 3000, stepsPerEpoch: 100 };
/** @type {Schedule} */
const step = { type: 'step', initial: 0.05, factor: 0.2, every: 10, unit: 'epoch' };
const ratesOf = (/** @type {Schedule} */ schedule) => anneal.rates(schedule, length);
const handlesAt = (/** @type {Schedule} */ schedule, now = 0) =>
  scheduleHandles(schedule, { length, now, rates: ratesOf(schedule), schema });

/** Every family in both units, with and without a warm-up, and a sequence of them. @returns {Schedule[]} */
function examples() {
  return families.flatMap(({ type }) => {
    const plain = withFamily(step, type, length, ratesOf(step));
    if (type === 'cosine' || type === 'linear') plain.final = 0.001;
    if (type === 'warmup_stable_decay') return [plain, { ...plain, stable: 5 }];
    return [plain, { ...plain, warmup: firstWarmup(plain, length) }];
  });
}

/** At a jump of the curve, a handle is at its lower or upper end. */
function passes(
  /** @type {Float64Array} */ rates,
  /** @type {number} */ at,
  /** @type {number} */ rate,
) {
  const near = [at - 1, at, at + 1].map(
    (index) => rates[Math.min(rates.length - 1, Math.max(0, index))],
  );
  return near.some((value) => Math.abs(value - rate) <= 0.06 * Math.max(value, rate) + 1e-12);
}

describe('handles', () => {
  it('lie on the curve that the core draws, at any moment of the run, and never in its past', () => {
    for (const schedule of examples()) {
      for (const now of [0, 450, 1700]) {
        const rates = ratesOf(schedule);
        for (const handle of scheduleHandles(schedule, { length, now, rates, schema })) {
          expect(en).toHaveProperty([`handle.names.${handle.name}`]);
          expect(handle.step).toBeGreaterThanOrEqual(now);
          // The last step of a run is one before its end; tanh arrives by a jump.
          if (handle.step >= length.steps || handle.name === 'end') continue;
          const what = `${schedule.type} ${handle.name} at ${handle.step} from ${now}`;
          expect(passes(rates, handle.step, handle.rate), what).toBe(true);
        }
      }
    }
  });

  it('take the curve with them', () => {
    for (const schedule of examples()) {
      for (const now of [0, 450]) {
        for (const handle of handlesAt(schedule, now)) {
          const to = {
            step: handle.step + (handle.time ? 2 * handle.unit : 0),
            rate: handle.level ? handle.rate * 0.9 || 7e-4 : handle.rate,
          };
          const next = handle.change(schedule, to.step, to.rate);
          const what = `${schedule.type} ${handle.name}${handle.index ?? ''} from ${now}`;
          const rates = ratesOf(next);
          expect(JSON.stringify(next), what).not.toBe(JSON.stringify(schedule));
          const moved = scheduleHandles(next, { length, now, rates, schema }).find(
            ({ id }) => id === handle.id,
          );
          if (to.step > length.steps) continue;
          expect(moved, what).toBeDefined();
          expect(Math.abs((moved?.step ?? 0) - to.step), what).toBeLessThanOrEqual(2 * handle.unit);
          expect((moved?.rate ?? 0) / to.rate, what).toBeCloseTo(1, 0.5);
        }
      }
    }
  });

  it('are there for every family, and for the ends of parts', () => {
    for (const schedule of examples()) {
      expect(handlesAt(schedule).length, schedule.type).toBeGreaterThan(0);
    }
    const sequence = withFamily(step, 'sequence', length);
    const [handle] = handlesAt(sequence).filter(({ name }) => name === 'partEnd');
    expect(handle).toMatchObject({ step: 1500, time: true, level: true });
    const next = handle.change(sequence, 2000, 0.02);
    expect(next.parts[0].length).toBe(20);
    expect(ratesOf(next)[2000]).toBeCloseTo(0.02, 9);
  });

  it('never move into the past', () => {
    const now = 1250;
    const [drop] = handlesAt(step, now).filter(({ name }) => name === 'drop');
    expect(drop.step).toBe(2000);
    const milestones = withFamily(step, 'multi_step', length);
    const [handle] = handlesAt(milestones, now).filter(({ name }) => name === 'milestone');
    expect(handle.change(milestones, 100, handle.rate).milestones[0]).toBe(13);
    const knots = withFamily(step, 'piecewise', length, ratesOf(step));
    const [knot] = handlesAt(knots, now);
    expect(knot.step).toBeGreaterThan(now);
    const moved = knot.change(knots, 0, knot.rate).knots;
    expect(moved[(knot.index ?? 1) - 1][0] * 100).toBeGreaterThan(now);
  });

  it('keep the order of milestones and knots', () => {
    const knots = withFamily(step, 'piecewise', length, ratesOf(step));
    const handle = handlesAt(knots)[1];
    const moved = handle.change(knots, 1e6, handle.rate);
    expect(() => ratesOf(moved)).not.toThrow();
  });
});

describe('a stroke by hand', () => {
  const rates = () => ratesOf({ type: 'constant', initial: 0.1 });

  it('becomes few knots, whose curve is nearly the stroke', () => {
    const stroke = /** @type {[number, number][]} */ (
      Array.from({ length: 150 }, (_, index) => {
        const at = 600 + index * 10;
        return [at, 0.01 * 10 ** Math.sin(index / 25)];
      })
    );
    const schedule = /** @type {Schedule} */ (
      scheduleFromStroke(stroke, { rates: rates(), now: 300 })
    );
    expect(schedule.knots.length).toBeLessThanOrEqual(24);
    const curve = ratesOf(schedule);
    for (const [at, rate] of stroke.slice(3, -3)) {
      expect(Math.abs(Math.log10(curve[at] / rate))).toBeLessThan(0.12);
    }
    expect(curve[400]).toBeCloseTo(0.1, 3);
    expect(curve[2900]).toBeCloseTo(0.1, 3);
  });

  it('leaves the past alone', () => {
    const schedule = scheduleFromStroke(
      [
        [0, 1],
        [1000, 0.01],
      ],
      { rates: rates(), now: 500 },
    );
    expect(schedule).toBeUndefined();
    const across = /** @type {[number, number][]} */ ([
      [0, 1],
      [600, 0.5],
      [900, 0.01],
    ]);
    expect(scheduleFromStroke(across, { rates: rates(), now: 500 })?.knots[0][0]).toBe(500);
  });

  it('may go from right to left, and back over itself', () => {
    expect(
      forwards([
        [30, 3],
        [20, 2],
        [10, 1],
      ]),
    ).toEqual([
      [10, 1],
      [20, 2],
      [30, 3],
    ]);
    expect(
      forwards([
        [10, 1],
        [20, 2],
        [15, 9],
        [30, 3],
      ]),
    ).toEqual([
      [10, 1],
      [15, 9],
      [30, 3],
    ]);
  });

  it('takes further knots, one at a time', () => {
    const schedule = /** @type {Schedule} */ ({
      type: 'piecewise',
      knots: [
        [0, 0.1],
        [10, 0.01],
      ],
    });
    expect(withKnotAt(schedule, 4.4, 0.05).knots).toEqual([
      [0, 0.1],
      [4, 0.05],
      [10, 0.01],
    ]);
    expect(withKnotAt(schedule, 10, 0.05)).toBe(schedule);
  });
});
