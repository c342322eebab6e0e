// A fair race: a comparison of schedules with the same initial weights and batches. A lane is one schedule
// with one seed; lanes with the same seed differ only in the schedule. This file holds the state of a race;
// worker_pool.js trains the lanes.

import { signal } from '@preact/signals';
import { Run } from '../training/index.js';

/** @typedef {import('../../protocol/types.js').Experiment} Experiment */
/** @typedef {import('../../protocol/types.js').Problem} Problem */
/** @typedef {import('./race_schedules.js').Entry} Entry */

/**
 * finished: trained to the end; diverged: the loss diverged; failed: the core or the worker failed; stopped:
 * the race was stopped first.
 *
 * @typedef {'waiting' | 'training' | 'finished' | 'diverged' | 'failed' | 'stopped'} LaneState
 */

/**
 * @typedef {object} Lane
 * @property {number} entry index of the schedule
 * @property {number} seed
 * @property {LaneState} state
 * @property {Run | null} run null before it begins
 * @property {Problem | null} problem why it failed
 */

/**
 * The state of a race without the runs of its lanes, which have records of their own.
 *
 * @typedef {object} RaceRecord
 * @property {string} id
 * @property {number} began milliseconds since 1970
 * @property {Experiment} experiment
 * @property {Entry[]} entries
 * @property {number[]} seeds
 * @property {Omit<Lane, 'run'>[]} lanes
 */

const PULSE_MILLISECONDS = 100;

export class Race {
  /** Incremented at a readable rate while the race trains. */
  pulse = signal(0);
  #lastPulse = -Infinity;

  /**
   * @param {object} options
   * @param {Experiment} options.experiment the settings that all lanes share, including the number of epochs
   * @param {Entry[]} options.entries
   * @param {number[]} options.seeds
   * @param {number} [options.began]
   * @param {string} [options.id]
   * @param {Lane[]} [options.lanes]
   */
  constructor({ experiment, entries, seeds, began = Date.now(), id = `race-${began}`, lanes }) {
    this.id = id;
    this.began = began;
    this.experiment = experiment;
    this.entries = entries;
    this.seeds = seeds;
    /** Ordered by seed, so that every schedule runs once before any runs twice. */
    this.lanes = lanes ?? seeds.flatMap((seed) => entries.map((_, entry) => newLane(entry, seed)));
  }

  /**
   * @param {RaceRecord} record
   * @param {(import('../training/run.js').RunRecord | undefined)[]} runs of the lanes, in the order of the lanes
   */
  static fromRecord(record, runs) {
    const lanes = record.lanes.map((lane, index) => ({
      ...lane,
      // The worker that trained it no longer exists.
      state: isOpen(lane.state) ? /** @type {const} */ ('stopped') : lane.state,
      run: runs[index] ? Run.fromRecord(runs[index]) : null,
    }));
    return new Race({ ...record, lanes });
  }

  /** @returns {RaceRecord} */
  toRecord() {
    const { id, began, experiment, entries, seeds } = this;
    const lanes = this.lanes.map(({ entry, seed, state, problem }) => ({
      ...{ entry, seed, state, problem },
    }));
    return { id, began, experiment, entries, seeds, lanes };
  }

  /** @param {Lane} lane @returns {Experiment} */
  documentOf({ entry, seed }) {
    return { ...this.experiment, seed, schedule: this.entries[entry].schedule };
  }

  /** @param {number} entry @param {LaneState} [state] */
  lanesOf(entry, state) {
    return this.lanes.filter(
      (lane) => lane.entry === entry && (state === undefined || lane.state === state),
    );
  }

  get over() {
    return !this.lanes.some(({ state }) => isOpen(state));
  }

  /** Incomplete lanes. A lane that diverged is complete. */
  get missing() {
    return this.lanes.filter(({ state }) => state === 'stopped' || state === 'failed');
  }

  /** Resets incomplete lanes, which train again from the start with bit-identical results. */
  reopen() {
    for (const lane of this.missing) {
      Object.assign(lane, { state: 'waiting', run: null, problem: null });
    }
    this.tick(true);
  }

  /** The fraction of steps that are complete or will not be trained. */
  get progress() {
    const shares = this.lanes.map(({ state, run }) => {
      if (!isOpen(state)) return 1;
      return run ? run.status.step / Math.max(1, run.status.totalSteps) : 0;
    });
    return shares.reduce((sum, share) => sum + share, 0) / this.lanes.length;
  }

  /** Notifies views of changes. @param {boolean} [always] also if the last notification was just before */
  tick(always = false) {
    const now = performance.now();
    if (!always && now - this.#lastPulse < PULSE_MILLISECONDS) return;
    this.#lastPulse = now;
    this.pulse.value++;
  }
}

/** @param {LaneState} state */
export const isOpen = (state) => state === 'waiting' || state === 'training';

/** @param {number} entry @param {number} seed @returns {Lane} */
const newLane = (entry, seed) => ({ entry, seed, state: 'waiting', run: null, problem: null });
