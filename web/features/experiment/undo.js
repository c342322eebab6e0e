// Undo and redo of the experiment document, whatever edited it: every version of the draft that was
// left behind is kept, edits of one setting in quick succession, and those of one gesture, as one.
// What was trained is not undone.

import { effect, signal, untracked } from '@preact/signals';

/** @typedef {import('../../protocol/types.js').Experiment} Experiment */

/** A version that was left, and the setting that differs in the one after it. @typedef {{document: Experiment, path: string}} Version */

const QUICK_MILLISECONDS = 1000;
const MOST_VERSIONS = 200;

const isObject = (/** @type {any} */ value) => typeof value === 'object' && value !== null;

/**
 * The innermost setting that holds every difference.
 *
 * @param {any} before
 * @param {any} after
 * @param {string} [path]
 * @returns {string | undefined} none where nothing differs; empty for the document as a whole
 */
export function changedPath(before, after, path = '') {
  if (before === after) return undefined;
  if (!isObject(before) || !isObject(after) || Array.isArray(before) !== Array.isArray(after)) {
    return path;
  }
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const inner = (/** @type {string} */ key) => {
    if (Array.isArray(before)) return `${path}[${key}]`;
    return path === '' ? key : `${path}.${key}`;
  };
  const changed = keys.flatMap((key) => changedPath(before[key], after[key], inner(key)) ?? []);
  return changed.length > 1 ? path : changed[0];
}

/**
 * @param {object} options
 * @param {import('./experiment.js').ExperimentStore} options.experiment
 * @param {() => unknown} options.apply gives the run that is going on the schedule of the document
 * @param {() => number} [options.now] milliseconds
 */
export function createUndo({ experiment, apply, now = () => performance.now() }) {
  /** @type {import('@preact/signals').Signal<Version[]>} */
  const past = signal([]);
  /** @type {import('@preact/signals').Signal<Version[]>} */
  const future = signal([]);
  /** What was undone or redone last. @type {import('@preact/signals').Signal<{kind: 'undone' | 'redone', path: string, count: number} | null>} */
  const said = signal(null);
  let current = experiment.draft.peek();
  /** The edit that the next one may join. @type {{path: string, time: number} | null} */
  let open = null;
  let held = false;

  /** @param {Experiment} document */
  function note(document) {
    const before = current;
    current = document;
    const path = changedPath(before, document);
    if (path === undefined) return;
    const time = now();
    const quick = open?.path === path && time - open.time < QUICK_MILLISECONDS;
    const joins = open !== null && (held || quick);
    open = { path, time };
    future.value = [];
    if (!joins) past.value = [...past.peek(), { document: before, path }].slice(-MOST_VERSIONS);
  }

  const stop = effect(() => {
    const document = experiment.draft.value;
    untracked(() => note(document));
  });

  /**
   * @param {import('@preact/signals').Signal<Version[]>} from
   * @param {import('@preact/signals').Signal<Version[]>} to
   * @param {'undone' | 'redone'} kind
   */
  async function move(from, to, kind) {
    const version = from.peek().at(-1);
    if (!version) return;
    from.value = from.peek().slice(0, -1);
    to.value = [...to.peek(), { document: current, path: version.path }];
    open = null;
    current = version.document;
    said.value = { kind, path: version.path, count: (said.peek()?.count ?? 0) + 1 };
    await experiment.replace(version.document);
    await apply();
  }

  return {
    past,
    future,
    said,
    stop,
    undo: () => move(past, future, 'undone'),
    redo: () => move(future, past, 'redone'),

    /** The experiment as it is now is where everything begins. */
    forget() {
      past.value = [];
      future.value = [];
      open = null;
      current = experiment.draft.peek();
    },

    /** All edits from now until `release` are one. */
    hold() {
      open = null;
      held = true;
    },
    release() {
      open = null;
      held = false;
    },
  };
}

/** @typedef {ReturnType<typeof createUndo>} Undo */
