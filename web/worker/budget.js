// What looking into a run may cost it: after each look the next waits until looks take a small share
// of the time at most, however many ask and however large the network. A run that stands still
// waits for nobody.

/** Of the time of a run that is going on. */
export const SHARE = 0.05;

/** A wait is cut in pieces, so that a run that is paused meanwhile answers soon. */
const PIECE_MILLISECONDS = 50;

/**
 * @param {object} options
 * @param {() => boolean} options.running whether the run is going on
 * @param {() => number} [options.now] milliseconds
 * @param {(milliseconds: number) => Promise<void>} [options.sleep]
 */
export function createBudget({ running, now = () => performance.now(), sleep = later }) {
  let free = -Infinity;

  return {
    /**
     * Does the work when it is paid for.
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
