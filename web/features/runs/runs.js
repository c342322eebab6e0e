// The runs that are kept, and what a reader does with them: pin, hide, delete and take that back, clear.
// Knows nothing of how a run is trained (training_controls.js) or stored.

import { computed, signal } from '@preact/signals';

/** @typedef {import('../training/run.js').Run} Run */

export function createRuns() {
  /** In the order in which they began. */
  const list = signal(/** @type {Run[]} */ ([]));
  /** What was deleted last and can be brought back; none: nothing, or it was let go. */
  const deleted = signal(/** @type {Run[]} */ ([]));
  let nextNumber = 1;

  /** @param {Run[]} more */
  const put = (more) => {
    list.value = [...list.peek(), ...more].sort((a, b) => a.began - b.began || a.number - b.number);
  };

  /** @param {Run[]} gone */
  const take = (gone) => {
    if (gone.length === 0) return;
    list.value = list.peek().filter((run) => !gone.includes(run));
    deleted.value = gone.filter((run) => run.steps.length > 0);
  };

  const dropEmpty = () => {
    if (list.peek().every((run) => run.steps.length > 0)) return;
    list.value = list.peek().filter((run) => run.steps.length > 0);
  };

  return {
    list,
    deleted,

    /** As they are listed: pinned ones first, the newest first. */
    ordered: computed(() => {
      const newest = [...list.value].reverse();
      const pinned = newest.filter((run) => run.pinned.value);
      return [...pinned, ...newest.filter((run) => !run.pinned.value)];
    }),

    /** @returns {number} for a run that is about to begin */
    reserve: () => nextNumber++,

    /** Of those before it, the ones in which nothing was trained are forgotten. @param {Run} run */
    begin(run) {
      dropEmpty();
      put([run]);
    },

    dropEmpty,

    /**
     * Takes in runs of another session. A number that is taken here is changed.
     *
     * @param {Run[]} more
     */
    add(...more) {
      const known = new Set(list.peek().map(({ id }) => id));
      const fresh = more.filter(({ id }) => !known.has(id));
      const numbers = new Set(list.peek().map(({ number }) => number));
      for (const run of fresh) {
        if (numbers.has(run.number)) run.number = nextNumber;
        numbers.add(run.number);
        nextNumber = Math.max(nextNumber, run.number + 1);
      }
      put(fresh);
    },

    /** @param {Run} run */
    delete: (run) => take([run]),

    /** Deletes all that are not pinned, but not the given one, which goes on. @param {Run | null} [going] */
    clear: (going) => take(list.peek().filter((run) => run !== going && !run.pinned.peek())),

    /** Brings back what was deleted last. */
    restore() {
      put(deleted.peek());
      deleted.value = [];
    },

    /** What was deleted last is gone for good. */
    forgetDeleted: () => void (deleted.value = []),
  };
}

/** @typedef {ReturnType<typeof createRuns>} Runs */
