// Limits the time that inspection takes from a training run. Each inspection is delayed until inspections use
// at most SHARE of the time. While the run is paused there is no delay.

/** Maximum share of the training time, in [0, 1]. */
export const SHARE = 0.05;

/** Longest single wait, so that a pause of the run ends the delay soon. */
const PIECE_MILLISECONDS = 50;

/**
 * @param {object} options
 * @param {() => boolean} options.running whether the run is training
 * @param {() => number} [options.now] milliseconds
 * @param {(milliseconds: number) => Promise<void>} [options.sleep]
 */
export function createBudget({ running, now = () => performance.now(), sleep = later }) {
  let free = -Infinity;

  return {
    /**
     * Does the work once the budget allows it.
     *
     * @template T
     * @param {() => T} work
     * @returns {Promise<T>}
     */
    async spend(work) {
      while (running() && now() < free) {
        await sleep(Math.min(free - now(), PIECE_MILLISECONDS));
      }
      const start = now();
      try {
        return work();
      } finally {
        const end = now();
        free = end + (end - start) * (1 / SHARE - 1);
      }
    },
  };
}

/** @typedef {ReturnType<typeof createBudget>} Budget */

/**
 * @param {number} milliseconds
 * @returns {Promise<void>}
 */
function later(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
