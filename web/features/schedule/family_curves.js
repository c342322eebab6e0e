// A small preview curve of every schedule type for the menu, computed by the core once on first use.

import { signal } from '@preact/signals';
import { withFamily } from './schedule_changes.js';
import { families } from './schedule_families.js';

/** @typedef {import('../../protocol/types.js').Schedule} Schedule */

const LENGTH = { steps: 48, stepsPerEpoch: 1 };

/** Examples for types whose defaults give no clear picture or whose curve depends on a run. @type {Record<string, Schedule>} */
const examples = {
  exponential: { type: 'exponential', initial: 1, gamma: 0.93 },
  inverse_time: { type: 'inverse_time', initial: 1, rate: 1, every: 6 },
  inverse_sqrt: { type: 'inverse_sqrt', initial: 1, timescale: 3 },
  step: { type: 'step', initial: 1, factor: 0.5, every: 12 },
  multi_step: { type: 'multi_step', initial: 1, factor: 0.4, milestones: [20, 36] },
  plateau: { type: 'multi_step', initial: 1, factor: 0.5, milestones: [13, 19, 38] },
  cyclic: { type: 'cyclic', high: 1, low: 0.1, up: 6, mode: 'triangular2' },
  piecewise: {
    type: 'piecewise',
    between: 'linear',
    knots: [
      [0, 0.35],
      [8, 0.95],
      [18, 0.5],
      [26, 0.62],
      [34, 0.2],
      [47, 0.05],
    ],
  },
  sequence: {
    type: 'sequence',
    parts: [
      { schedule: { type: 'linear', initial: 0.2, final: 1 }, length: 10 },
      { schedule: { type: 'constant', initial: 1 }, length: 14 },
      { schedule: { type: 'cosine', initial: 0.5 } },
    ],
  },
};

/** @param {import('../../protocol/service.js').AnnealService} service */
export function createFamilyCurves(service) {
  /** By type. @type {import('@preact/signals').Signal<Record<string, Float64Array>>} */
  const curves = signal({});
  let requested = false;

  async function load() {
    if (requested) return;
    requested = true;
    const constant = { type: 'constant', initial: 1 };
    const found = await Promise.all(
      families.map(async ({ type }) => {
        const example = examples[type] ?? withFamily(constant, type, LENGTH);
        const result = await service.rates(example, LENGTH);
        return result.ok ? [[type, result.value]] : [];
      }),
    );
    curves.value = Object.fromEntries(found.flat());
    // The core was not loaded yet: the next call tries again.
    requested = found.flat().length > 0;
  }

  return { curves, load };
}
