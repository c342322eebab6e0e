// The runs that are compared, at most eight, and the line style of each; no two share a style.

import { computed, signal } from '@preact/signals';

/** @typedef {import('../training/run.js').Run} Run */

/** The number of line styles. */
export const MAX_COMPARED = 8;

/** The number of runs that are selected first. */
const FIRST_COMPARED = 2;

/**
 * The style of each run, counted from 0: given by its number, or the next free one if that is taken.
 *
 * @param {Run[]} runs at most eight
 * @returns {Map<Run, number>}
 */
export function stylesOf(runs) {
  /** @type {Map<Run, number>} */
  const styles = new Map();
  for (const run of runs) {
    let style = styleOf(run.number);
    const taken = new Set(styles.values());
    while (taken.has(style) && taken.size < MAX_COMPARED) style = styleOf(style + 2);
    styles.set(run, style);
  }
  return styles;
}

/** @param {number} number of a run that is not compared */
export const styleOf = (number) => (number - 1) % MAX_COMPARED;

/** @param {import('./runs.js').Runs} runs */
export function createComparison({ list }) {
  /** Null: no comparison. */
  const chosen = signal(/** @type {Run[] | null} */ (null));
  /** In the order of their start, without deleted runs. */
  const compared = computed(() => list.value.filter((run) => chosen.value?.includes(run)));

  return {
    on: computed(() => chosen.value !== null),
    compared,
    styles: computed(() => stylesOf(compared.value)),
    full: computed(() => compared.value.length >= MAX_COMPARED),

    /** Starts with the newest visible runs. */
    begin() {
      const shown = list.peek().filter((run) => run.visible.peek());
      chosen.value = shown.slice(-FIRST_COMPARED);
    },

    end: () => void (chosen.value = null),

    /** @param {Run} run */
    toggle(run) {
      const before = compared.peek();
      if (before.includes(run)) chosen.value = before.filter((other) => other !== run);
      else if (before.length < MAX_COMPARED) chosen.value = [...before, run];
    },
  };
}

/** @typedef {ReturnType<typeof createComparison>} Comparison */
