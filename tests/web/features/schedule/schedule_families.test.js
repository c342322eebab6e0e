// The families of the panel against the core itself: what the page puts together, the core takes, and
// the page's reckoning of who is in force when is the core's.

import katex from 'katex';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadAnneal } from '../../../../bindings/api/index.js';
import { en } from '../../../../web/locales/en.js';
import {
  firstFloor,
  firstWarmup,
  heightOf,
  partTypes,
  withFamily,
  withHeight,
  withLengths,
  withPartAdded,
  withUnit,
} from '../../../../web/features/schedule/schedule_changes.js';
import {
  families,
  familyGroups,
  familyOf,
} from '../../../../web/features/schedule/schedule_families.js';
import { withKnot, withMilestone } from '../../../../web/features/schedule/schedule_lists.js';
import { nudge, sliderScales } from '../../../../web/ui/slider_scales.js';
import { formulaTex } from '../../../../web/features/schedule/formula/formula.jsx';

/** @typedef {import('../../../../web/protocol/types.js').Schedule} Schedule */

/** @type {Awaited<ReturnType<typeof loadAnneal>>} */
let anneal;
beforeAll(async () => {
  anneal = await loadAnneal();
});

const length = { steps: 3750, stepsPerEpoch: 125 };
/** @type {Schedule} */
const step = { type: 'step', initial: 0.05, factor: 0.1, every: 10, unit: 'epoch' };

const ratesOf = (/** @type {Schedule} */ schedule) => anneal.rates(schedule, length);
/** @param {{schedule: Schedule, step: number, rates: ArrayLike<number>}} moment */
const formula = (moment) => formulaTex({ ...moment, length, schema: anneal.schema() });
const chosen = (/** @type {string} */ type, from = step) =>
  withFamily(from, type, length, ratesOf(from));

describe('schedule families', () => {
  it('are all of the core’s, each once, in groups', () => {
    const names = families.map(({ type }) => type);
    expect(new Set(names).size).toBe(17);
    try {
      anneal.rates({ type: 'none' }, length);
    } catch (error) {
      const known = String(error).match(/"\w+"/g) ?? [];
      expect(
        known
          .map((name) => name.slice(1, -1))
          .filter((name) => name !== 'none')
          .sort(),
      ).toEqual(names.sort());
    }
    for (const { id } of familyGroups) expect(en).toHaveProperty([`schedule.groups.${id}`]);
  });

  it('each start with settings that the core accepts, in either unit, from any other type', () => {
    for (const { type } of families) {
      for (const other of families) {
        const next = chosen(type, chosen(other.type));
        expect(() => ratesOf(next), `${other.type} to ${type}`).not.toThrow();
        const turned = withUnit(next, 'step', length);
        expect(() => ratesOf(turned), `${type} in steps`).not.toThrow();
      }
    }
  });

  it('have a formula that KaTeX takes at every phase of the run', () => {
    for (const { type } of families) {
      const schedule = chosen(type);
      for (const at of [0, 130, 700, 1500, 2600, 3749]) {
        const tex = formula({ schedule, step: at, rates: ratesOf(schedule) });
        expect(tex).not.toMatch(/NaN|undefined|Infinity/);
        const render = () => katex.renderToString(tex, { strict: 'ignore', trust: true });
        expect(render, tex).not.toThrow();
      }
    }
  });

  it('keep the rate, the unit and what is common when another is chosen', () => {
    for (const { type } of families) {
      const next = chosen(type);
      expect(heightOf(next)).toBe(0.05);
      expect(next.unit).toBe('epoch');
    }
    expect(chosen('multi_step')).toMatchObject({ factor: 0.1 });
    const cosine = { ...chosen('cosine'), final: 0.001, total: 20 };
    expect(withFamily(cosine, 'linear', length)).toMatchObject({ final: 0.001, total: 20 });
  });

  it('are converted to knots with nearly the same curve', () => {
    const cosine = chosen('cosine');
    const drawn = chosen('piecewise', cosine);
    expect(drawn.knots.length).toBeLessThanOrEqual(12);
    const [before, after] = [ratesOf(cosine), ratesOf(drawn)];
    for (let at = 0; at < length.steps; at += 125) {
      expect(Math.abs(Math.log(after[at] / before[at]))).toBeLessThan(0.35);
    }
  });

  it('drop keys of a type that are named like warm-up or floor', () => {
    const stable = chosen('warmup_stable_decay');
    expect(withFamily(stable, 'linear', length)).not.toHaveProperty('warmup');
    const plateau = { ...chosen('plateau'), min: 1e-3 };
    expect(withFamily(plateau, 'linear', length)).not.toHaveProperty('min');
  });

  it('keep warm-up and floor', () => {
    const wrapped = { ...step, warmup: { length: 2 }, min: 1e-4 };
    const kept = { warmup: { length: 2 }, min: 1e-4 };
    expect(withFamily(wrapped, 'linear', length)).toMatchObject(kept);
    expect(withFamily(wrapped, 'sequence', length)).toMatchObject(kept);
    const back = withFamily(withFamily(wrapped, 'sequence', length), 'cosine', length);
    expect(back).toMatchObject({ type: 'cosine', ...kept });
  });

  it('use a default rate if the rate is invalid', () => {
    expect(withFamily({ ...step, initial: 'abc' }, 'constant', length).initial).toBe(0.1);
  });

  it('take another height as a whole', () => {
    for (const { type } of families) {
      const next = withHeight(chosen(type), 0.002);
      expect(heightOf(next)).toBeCloseTo(0.002, 9);
      expect(() => ratesOf(next), type).not.toThrow();
    }
  });

  it('have nearly the same curve in the other unit', () => {
    expect(withUnit(step, 'step', length)).toEqual({ ...step, every: 1250, unit: 'step' });
    expect(withUnit(withUnit(step, 'step', length), 'epoch', length)).toEqual(step);
    expect(withUnit(chosen('linear'), 'step', length)).not.toHaveProperty('total');
    for (const { type } of families) {
      const byEpochs = { ...chosen(type), ...(type === 'inverse_time' && { every: undefined }) };
      const bySteps = withUnit(byEpochs, 'step', length);
      const [before, after] = [ratesOf(byEpochs), ratesOf(bySteps)];
      // At the start of each epoch both clocks say the same; one_cycle ends a unit early in either.
      if (type === 'one_cycle') continue;
      for (let at = 0; at < length.steps; at += 125) {
        expect(after[at] / before[at] || 1, `${type} at ${at}`).toBeCloseTo(1, 1);
      }
    }
  });

  it('have current numbers in the formula', () => {
    const rates = ratesOf(step);
    const tex = formula({ schedule: step, step: 1500, rates });
    expect(tex).toContain(String.raw`\eta_{12} &= 0.05 \times 0.1^{\,\lfloor 12/10 \rfloor}`);
    expect(tex).toContain('0.005');
    expect(formula({ schedule: { type: 'unheard_of' }, step: 0, rates })).toBe('');
    const wrapped = { ...step, warmup: { length: 3, from: 0.001 }, min: 0.006 };
    const warm = formula({ schedule: wrapped, step: 130, rates: ratesOf(wrapped) });
    expect(warm).toContain(String.raw`0.001 + (0.05 - 0.001) \\ & \quad \times \frac{1}{3}`);
    const late = formula({ schedule: wrapped, step: 3700, rates: ratesOf(wrapped) });
    expect(late).toContain(String.raw`\max(0.006,\ 0.05 \times 0.1^{\,\lfloor 26/10 \rfloor})`);
    expect(late).toContain(String.raw`\htmlClass{now}{0.006}`);
  });
});

describe('warm-up and floor', () => {
  it('are accepted by the core for every type that can have them', () => {
    for (const { type } of families) {
      const schedule = chosen(type);
      if (type !== 'warmup_stable_decay') {
        const warm = { ...schedule, warmup: firstWarmup(schedule, length) };
        expect(ratesOf(warm)[0], type).toBe(warm.warmup.from);
      }
      if (type !== 'plateau') {
        expect(() => ratesOf({ ...schedule, min: firstFloor(schedule) }), type).not.toThrow();
      }
    }
  });
});

describe('a sequence', () => {
  const sequence = (/** @type {any[]} */ parts) => ({ type: 'sequence', parts, unit: 'epoch' });

  it('may have every family as a part, and the core agrees', () => {
    for (const type of partTypes(false, 1)) {
      const part = { schedule: chosen(type), length: 10 };
      expect(() => ratesOf(/** @type {any} */ (sequence([part, part].slice(0, 1))))).not.toThrow();
    }
  });

  it('may have one plateau only', () => {
    const plateau = { schedule: chosen('plateau'), length: 10 };
    expect(() => ratesOf(/** @type {any} */ (sequence([plateau, plateau])))).toThrow('one plateau');
    expect(partTypes(true, 1)).not.toContain('plateau');
  });

  it('may hold others as deep as the core reads', () => {
    /** @type {any} */
    let schedule = chosen('constant');
    let depth = 0;
    while (partTypes(false, depth).includes('sequence')) {
      schedule = sequence([{ schedule }]);
      depth += 1;
    }
    expect(() => ratesOf(schedule)).not.toThrow();
    expect(() => ratesOf(/** @type {any} */ (sequence([{ schedule }])))).toThrow('deep');
  });

  it('gains a part at its end and says every length but the last', () => {
    const { parts } = chosen('sequence');
    const more = withPartAdded(parts, 30, 'epoch');
    expect(more.map((part) => part.length)).toEqual([15, 8, undefined]);
    expect(() => ratesOf(/** @type {any} */ (sequence(more)))).not.toThrow();
    const turned = withLengths([more[2], more[0], more[1]], 30);
    expect(turned.map((part) => part.length)).toEqual([10, 15, 8]);
    expect(() => ratesOf(/** @type {any} */ (sequence(turned)))).not.toThrow();
  });
});

describe('lists', () => {
  it('take a new entry in their widest gap, without changing the curve', () => {
    expect(withMilestone([15, 22], 30)).toEqual({ milestones: [8, 15, 22], index: 0 });
    expect(withMilestone([], 30)).toEqual({ milestones: [15], index: 0 });
    const { knots, index } = withKnot(
      [
        [0, 0.1],
        [20, 0.02],
        [30, 0],
      ],
      30,
    );
    expect(index).toBe(1);
    expect(knots[1]).toEqual([10, 0.06]);
    expect(withKnot([[5, 0.1]], 30).knots).toEqual([
      [5, 0.1],
      [17.5, 0.1],
    ]);
    expect(withKnot([[40, 0.1]], 30).knots).toEqual([
      [40, 0.1],
      [41, 0.1],
    ]);
  });
});

describe('sliders', () => {
  const sliders = families.flatMap(({ keys }) =>
    keys.filter(({ control }) => control === 'slider'),
  );

  it('convert a position back to its value', () => {
    for (const { key, scale = 'linear', min = 0, max = 1 } of sliders) {
      const top = max === 'total' ? 30 : max;
      for (const position of [0, 0.25, 0.5, 0.9, 1]) {
        const value = sliderScales[scale].fromPosition(position, min, top);
        const back = sliderScales[scale].toPosition(value, min, top);
        expect(Math.abs(back - position), key).toBeLessThan(0.03);
      }
    }
  });

  it('are logarithmic for rates', () => {
    expect(sliderScales.log.fromPosition(0.5, 1e-4, 1)).toBe(0.01);
    expect(sliderScales.nearOne.fromPosition(0.5, 0.9, 0.999)).toBe(0.99);
    expect(sliderScales.logOrZero.fromPosition(0, 1e-7, 1)).toBe(0);
    expect(sliders.filter(({ kind }) => kind === 'rate').map(({ scale }) => scale)).not.toContain(
      'linear',
    );
  });

  it('move with every press of a key, however fine the scale, and stop at the ends', () => {
    for (const scale of Object.values(sliderScales)) {
      const [min, max] = scale === sliderScales.nearOne ? [0.5, 0.999] : [1, 3750];
      let value = scale.fromPosition(0.4, min, max);
      for (let press = 0; press < 40; press++) {
        const next = nudge(scale, value, min, max, 1);
        expect(next).toBeGreaterThan(value);
        value = next;
      }
      expect(nudge(scale, value, min, max, -1)).toBeLessThan(value);
      expect(nudge(scale, scale.fromPosition(1, min, max), min, max, 1)).toBe(
        scale.fromPosition(1, min, max),
      );
    }
  });

  it('belong to a family that is found by its type', () => {
    expect(familyOf('step')?.keys.map(({ key }) => key)).toEqual(['initial', 'factor', 'every']);
    expect(familyOf('none')).toBeUndefined();
  });
});
