// A fair race: schedules against each other, each from the same starts on the same batches. A lane is
// one schedule with one seed; lanes of one seed differ in nothing but the schedule. Here is what a race
// is and what its lanes have trained; worker_pool.js trains them.

import { signal } from '@preact/signals';
import { Run } from '../training/index.js';

/** @typedef {import('../../protocol/types.js').Experiment} Experiment */
/** @typedef {import('../../protocol/types.js').Problem} Problem */
/** @typedef {import('./race_schedules.js').Entry} Entry */

/**
 * waiting, training; finished: to the end; diverged: it ran away; failed: the core or its worker gave
 * up; stopped: the race was ended before.
 *
 * @typedef {'waiting' | 'training' | 'finished' | 'diverged' | 'failed' | 'stopped'} LaneState
 */

/**
 * @typedef {object} Lane
 * @property {number} entry which of the schedules
 * @property {number} seed
 * @property {LaneState} state
 * @property {Run | null} run what it has trained; none before it begins
 * @property {Problem | null} problem why it failed
 */

/**
 * All that is known of a race but what its lanes have trained: each run has a record of its own.
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
  /** Counts up as it goes on, at a pace that can be read. */
  pulse = signal(0);
  #lastPulse = -Infinity;

  /**
   * @param {object} options
   * @param {Experiment} options.experiment what all lanes share, and the length of the race
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
    /** Seed by seed, so that every schedule has run once before any runs twice. */
    this.lanes = lanes ?? seeds.flatMap((seed) => entries.map((_, entry) => newLane(entry, seed)));
  }

  /**
   * @param {RaceRecord} record
   * @param {(import('../training/run.js').RunRecord | undefined)[]} runs of its lanes, in their order
   */
  static fromRecord(record, runs) {
    const lanes = record.lanes.map((lane, index) => ({
      ...lane,
      // Nobody trains it any more.
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

  /** Lanes that have not had their race and can have it yet: a divergence is a result. */
  get missing() {
    return this.lanes.filter(({ state }) => state === 'stopped' || state === 'failed');
  }

  /** What is missing is raced from its start again: the same bits as if nothing had come between. */
  reopen() {
    for (const lane of this.missing) {
      Object.assign(lane, { state: 'waiting', run: null, problem: null });
    }
    this.tick(true);
  }

  /** The share of all steps that is done or will not be. */
  get progress() {
    const shares = this.lanes.map(({ state, run }) => {
      if (!isOpen(state)) return 1;
      return run ? run.status.step / Math.max(1, run.status.totalSteps) : 0;
    });
    return shares.reduce((sum, share) => sum + share, 0) / this.lanes.length;
  }

  /** Something is new. @param {boolean} [always] not only some times a second */
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
