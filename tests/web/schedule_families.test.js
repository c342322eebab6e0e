import { describe, expect, it } from 'vitest';
import { en } from '../../web/locales/en/index.js';
import {
  families,
  familyOf,
  timeAt,
  totalOf,
  withFamily,
  withUnit,
} from '../../web/state/schedule_families.js';
import { nudge, sliderScales } from '../../web/state/slider_scales.js';
import { formulaTex } from '../../web/views/formula.jsx';
import katex from 'katex';

const length = { steps: 3750, stepsPerEpoch: 125 };
const step = {
  type: 'step',
  initial: 0.05,
  factor: 0.1,
  every: 10,
  unit: /** @type {const} */ ('epoch'),
};

describe('schedule families', () => {
  it('each have their words and a formula that KaTeX takes', () => {
    for (const family of families) {
      const schedule = withFamily({ ...step, type: 'step' }, family.type, length);
      expect(en).toHaveProperty([`schedule.families.${family.type}`]);
      expect(en).toHaveProperty([`schedule.families.${family.type}.about`]);
      for (const { key } of family.keys) {
        expect(en).toHaveProperty([`schedule.keys.${key}`]);
        expect(en).toHaveProperty([`schedule.keys.${key}.hint`]);
      }
      const tex = formulaTex({ schedule, length, step: 700, rate: 3e-4 });
      expect(() => katex.renderToString(tex, { strict: 'ignore', trust: true })).not.toThrow();
    }
  });

  it('keep the rate and the unit when another is chosen', () => {
    for (const { type, keys } of families) {
      const next = withFamily(step, type, length);
      expect(next[keys[0].key]).toBe(0.05);
      expect(next.unit).toBe('epoch');
      for (const { key, optional } of keys) if (!optional) expect(next[key]).toBeTypeOf('number');
    }
  });

  it('leave behind keys of a family that are named like what is wrapped around one', () => {
    const stable = { type: 'warmup_stable_decay', peak: 0.1, warmup: 10, stable: 20, decay: 10 };
    expect(withFamily(stable, 'linear', length)).not.toHaveProperty('warmup');
    const plateau = { type: 'plateau', initial: 0.1, min: 1e-3 };
    expect(withFamily(plateau, 'linear', length)).not.toHaveProperty('min');
  });

  it('keep what is wrapped around them', () => {
    const wrapped = { ...step, warmup: { length: 2 }, min: 1e-4 };
    expect(withFamily(wrapped, 'linear', length)).toMatchObject({
      warmup: { length: 2 },
      min: 1e-4,
    });
  });

  it('begin anew from a rate that is none', () => {
    expect(withFamily({ ...step, initial: 'abc' }, 'constant', length).initial).toBe(0.1);
  });

  it('draw nearly the same curve in the other unit', () => {
    expect(withUnit(step, 'step', length)).toEqual({ ...step, every: 1250, unit: 'step' });
    expect(withUnit(withUnit(step, 'step', length), 'epoch', length)).toEqual(step);
    const exponential = {
      type: 'exponential',
      initial: 0.1,
      gamma: 0.86,
      unit: /** @type {const} */ ('epoch'),
    };
    const bySteps = withUnit(exponential, 'step', length);
    expect(bySteps.gamma ** 125).toBeCloseTo(0.86, 3);
    const linear = { type: 'linear', initial: 0.1, final: 0, unit: /** @type {const} */ ('epoch') };
    expect(withUnit(linear, 'step', length)).not.toHaveProperty('total');
  });

  it('know the run’s length and the moment in their unit', () => {
    expect(totalOf(step, length)).toBe(30);
    expect(totalOf({ ...step, unit: 'step' }, length)).toBe(3750);
    expect(timeAt(step, 1249, length)).toBe(9);
  });

  it('write the moment’s numbers into the formula', () => {
    const tex = formulaTex({ schedule: step, length, step: 1500, rate: 0.005 });
    expect(tex).toContain(String.raw`\eta_{12} &= 0.05 \times 0.1^{\,\lfloor 12/10 \rfloor}`);
    expect(tex).toContain('0.005');
    expect(formulaTex({ schedule: { type: 'unheard_of' }, length, step: 0, rate: 1 })).toBe('');
  });
});

describe('sliders', () => {
  it('give back the value that a position stands for', () => {
    for (const { keys } of families) {
      for (const { scale, min, max } of keys) {
        const top = max === 'total' ? 30 : max;
        for (const position of [0, 0.25, 0.5, 0.9, 1]) {
          const value = sliderScales[scale].fromPosition(position, min, top);
          const back = sliderScales[scale].toPosition(value, min, top);
          expect(Math.abs(back - position)).toBeLessThan(0.03);
        }
      }
    }
  });

  it('are logarithmic where the quantity wants it', () => {
    expect(sliderScales.log.fromPosition(0.5, 1e-4, 1)).toBe(0.01);
    expect(sliderScales.nearOne.fromPosition(0.5, 0.9, 0.999)).toBe(0.99);
    expect(sliderScales.logOrZero.fromPosition(0, 1e-7, 1)).toBe(0);
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
