// The list of runs and its actions: pin, hide, delete, restore and clear. Independent of training
// (training_controls.js) and storage.

import { computed, signal } from '@preact/signals';

/** @typedef {import('../training/run.js').Run} Run */

export function createRuns() {
  /** In the order of their start. */
  const list = signal(/** @type {Run[]} */ ([]));
  /** The runs that were deleted last and can be restored. */
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

    /** In display order: pinned runs first, then by age, newest first. */
    ordered: computed(() => {
      const newest = [...list.value].reverse();
      const pinned = newest.filter((run) => run.pinned.value);
      return [...pinned, ...newest.filter((run) => !run.pinned.value)];
    }),

    /** @returns {number} the number of the next run */
    reserve: () => nextNumber++,

    /** Adds a run, and removes earlier runs without steps. @param {Run} run */
    begin(run) {
      dropEmpty();
      put([run]);
    },

    dropEmpty,

    /**
     * Adds runs of another session. A number that is already used is replaced.
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

    /** Deletes all runs that are not pinned, except the given one, which is training. @param {Run | null} [exceptRun] */
    clear: (exceptRun) =>
      take(list.peek().filter((run) => run !== exceptRun && !run.pinned.peek())),

    /** Restores the runs that were deleted last. */
    restore() {
      put(deleted.peek());
      deleted.value = [];
    },

    /** Discards the runs that were deleted last. */
    forgetDeleted: () => void (deleted.value = []),
  };
}

/** @typedef {ReturnType<typeof createRuns>} Runs */
