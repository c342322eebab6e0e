// Undo and redo of the draft. Edits of one setting in quick succession, and all edits of one gesture, count as
// one. Training is not undone.

import { effect, signal, untracked } from '@preact/signals';

/** @typedef {import('../../protocol/types.js').Experiment} Experiment */

/** An earlier version of the draft, and the setting that the next version changed. @typedef {{document: Experiment, path: string}} Version */

const QUICK_MILLISECONDS = 1000;
const MAX_VERSIONS = 200;

const isObject = (/** @type {any} */ value) => typeof value === 'object' && value !== null;

/**
 * The path of the innermost setting that contains every difference.
 *
 * @param {any} before
 * @param {any} after
 * @param {string} [path]
 * @returns {string | undefined} undefined if nothing differs; empty for the document as a whole
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
 * @param {() => unknown} options.apply applies the schedule of the document to the current run
 * @param {() => number} [options.now] time in milliseconds
 */
export function createUndo({ experiment, apply, now = () => performance.now() }) {
  /** @type {import('@preact/signals').Signal<Version[]>} */
  const past = signal([]);
  /** @type {import('@preact/signals').Signal<Version[]>} */
  const future = signal([]);
  /** The last undo or redo. @type {import('@preact/signals').Signal<{kind: 'undone' | 'redone', path: string, count: number} | null>} */
  const said = signal(null);
  let current = experiment.draft.peek();
  /** The last edit, which may be merged with the next one. @type {{path: string, time: number} | null} */
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
    if (!joins) past.value = [...past.peek(), { document: before, path }].slice(-MAX_VERSIONS);
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

    /** Clears the history; the current draft becomes its start. */
    forget() {
      past.value = [];
      future.value = [];
      open = null;
      current = experiment.draft.peek();
    },

    /** All edits from now until `release` count as one. */
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
