// Which runs are compared, at most eight, and in which of eight styles each is drawn, so that no two of
// them look alike.

import { computed, signal } from '@preact/signals';

/** @typedef {import('../training/run.js').Run} Run */

/** As many as there are styles to tell them apart by. */
export const MOST_COMPARED = 8;

/** What a comparison begins with, where there are so many. */
const FIRST_COMPARED = 2;

/**
 * A style for each run, counted from 0: the one of its number, or where that is taken the next that is
 * free.
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
    while (taken.has(style) && taken.size < MOST_COMPARED) style = styleOf(style + 2);
    styles.set(run, style);
  }
  return styles;
}

/** @param {number} number of a run that stands alone */
export const styleOf = (number) => (number - 1) % MOST_COMPARED;

/** @param {import('./runs.js').Runs} runs */
export function createComparison({ list }) {
  /** None: nothing is compared. */
  const chosen = signal(/** @type {Run[] | null} */ (null));
  /** In the order in which they began; those that were deleted are no longer in it. */
  const compared = computed(() => list.value.filter((run) => chosen.value?.includes(run)));

  return {
    on: computed(() => chosen.value !== null),
    compared,
    styles: computed(() => stylesOf(compared.value)),
    full: computed(() => compared.value.length >= MOST_COMPARED),

    /** With the newest that are on the chart. */
    begin() {
      const shown = list.peek().filter((run) => run.visible.peek());
      chosen.value = shown.slice(-FIRST_COMPARED);
    },

    end: () => void (chosen.value = null),

    /** @param {Run} run */
    toggle(run) {
      const before = compared.peek();
      if (before.includes(run)) chosen.value = before.filter((other) => other !== run);
      else if (before.length < MOST_COMPARED) chosen.value = [...before, run];
    },
  };
}

/** @typedef {ReturnType<typeof createComparison>} Comparison */
