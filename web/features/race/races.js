// The list of races, and the active one. A race and the run do not train at the same time: a race that begins
// pauses the run, and the race is suspended while the run trains.

import { batch, computed, effect, signal } from '@preact/signals';
import { Race } from './race.js';
import { WorkerPool } from './worker_pool.js';
import { MIN_ENTRIES, MAX_ENTRIES, MAX_SEEDS, seedsFrom } from './race_schedules.js';
import { Run } from '../training/index.js';

/** @typedef {import('../../protocol/types.js').Problem} Problem */

/** More workers need more memory without a relevant gain in speed. */
const MAX_WORKERS = 4;

/** One CPU core remains for the page, if there are several. @param {number} cores */
export const workersFor = (cores) => Math.min(MAX_WORKERS, Math.max(1, cores - 1));

/**
 * @typedef {object} RaceSettings
 * @property {import('./race_schedules.js').Entry[]} entries
 * @property {number} seeds number of seeds
 * @property {number} epochs
 * @property {number} workers number of lanes to train in parallel
 */

/**
 * Why a race cannot begin: the invalid part of the settings, or `core`, the error of the core for one of the
 * experiments.
 *
 * @typedef {{part: 'schedules' | 'seeds' | 'epochs'} | {part: 'core', problem: Problem}} SetupProblem
 */

/**
 * @param {object} options
 * @param {import('../../protocol/service.js').AnnealService} options.service checks the experiments
 * @param {import('./worker_pool.js').Connect} options.connect
 * @param {import('../experiment/experiment.js').ExperimentStore} options.experiment
 * @param {import('../runs/runs.js').Runs} options.runs
 * @param {import('../training/training_controls.js').TrainingControls} options.trainingControls
 * @param {import('../panels/speed/speed.js').SpeedStore} options.speed
 * @param {() => import('../../protocol/types.js').Files} options.files
 */
export function createRaces({
  service,
  connect,
  experiment,
  runs,
  trainingControls,
  speed,
  files,
}) {
  /** In the order of their start. */
  const list = signal(/** @type {Race[]} */ ([]));
  /** The race that table and chart show. */
  const shown = signal(/** @type {Race | null} */ (null));
  /** The race in progress. */
  const active = signal(/** @type {Race | null} */ (null));
  /** The race that was deleted last and can be restored. */
  const deleted = signal(/** @type {Race | null} */ (null));
  const paused = signal(false);
  const problem = signal(/** @type {SetupProblem | null} */ (null));
  /** Whether the run was paused for the active race. */
  const runPaused = signal(false);
  /** Whether the panel of races is open: then the chart shows the selected race. */
  const open = signal(false);
  /** What bands and table show around a mean. */
  const spread = signal(/** @type {import('./statistics.js').Spread} */ ('deviation'));
  const against = signal(/** @type {import('./race_results.js').Against} */ ('best'));
  /** @type {WorkerPool | null} */
  let pool = null;

  /** Whether the run trains or the speed is measured. */
  const busyElsewhere = computed(
    () => trainingControls.busy.value || speed.measuring.value !== null,
  );
  const waits = computed(() => active.value !== null && busyElsewhere.value);

  effect(() => {
    const still = paused.value || waits.value;
    if (!active.value) return;
    if (still) pool?.pause();
    else pool?.resume();
  });

  /** The fastest single-threaded build. */
  const singleThread = () =>
    speed.build
      .peek()
      ?.choices.find(({ name, obstacle }) => obstacle === null && !name.endsWith('-threads'))?.name;

  /** @param {Race} race @returns {Promise<SetupProblem | null>} the first error of the core, if any */
  async function checkRace(race) {
    for (const lane of race.lanes.filter(({ seed }) => seed === race.seeds[0])) {
      const result = await service.check(race.documentOf(lane));
      if (!result.ok) return { part: 'core', problem: result.problem };
    }
    return null;
  }

  async function pauseRun() {
    const wasBusy = trainingControls.busy.peek();
    await /** @type {Promise<void>} */ (
      new Promise((resolve) => {
        const end = effect(() => {
          if (!trainingControls.busy.value) queueMicrotask(() => (end(), resolve()));
          else if (trainingControls.phase.value === 'running') void trainingControls.pause();
        });
      })
    );
    return wasBusy;
  }

  /** Adds races that are not in the list yet, sorted by start. @param {Race[]} more */
  const put = (more) => {
    const known = new Set(list.peek().map(({ id }) => id));
    const fresh = more.filter(({ id }) => !known.has(id));
    list.value = [...list.peek(), ...fresh].sort((a, b) => a.began - b.began);
  };

  /**
   * Trains the incomplete lanes of a race.
   *
   * @param {Race} race
   * @param {number} workers
   * @returns {Promise<boolean>} whether it has begun; false while another race is active
   */
  async function train(race, workers) {
    const wasBusy = await pauseRun();
    if (active.peek()) return false;
    batch(() => {
      runPaused.value = wasBusy;
      paused.value = false;
      race.reopen();
      put([race]);
      shown.value = race;
      pool = new WorkerPool({
        ...{ race, connect, files: files(), size: workers, build: singleThread() },
        onEnd() {
          pool = null;
          active.value = null;
        },
      });
      active.value = race;
    });
    return true;
  }

  return {
    list,
    shown,
    active,
    deleted,
    paused,
    waits,
    problem,
    runPaused,
    open,
    spread,
    against,

    /**
     * @param {RaceSettings} plan
     * @returns {Promise<boolean>} whether it has begun; if not, `problem` holds the reason
     */
    async start({ entries, seeds, epochs, workers }) {
      problem.value = setupProblem(entries.length, seeds, epochs);
      if (problem.value || active.peek()) return false;
      await experiment.settled();
      const base = experiment.good.peek();
      const next = new Race({
        experiment: { ...base, training: { ...base.training, epochs } },
        entries,
        seeds: seedsFrom(base.seed, seeds),
      });
      problem.value = await checkRace(next);
      if (problem.value || active.peek()) return false;
      return train(next, workers);
    },

    /**
     * Resumes a race that was stopped or interrupted: its incomplete lanes are trained.
     *
     * @param {Race} race
     * @param {number} workers number of lanes to train in parallel
     */
    async continueRace(race, workers) {
      problem.value = null;
      await train(race, workers);
    },

    pause: () => void (paused.value = true),

    /** Continues the active race. A run that trains is paused. */
    async resume() {
      if (trainingControls.busy.peek()) runPaused.value = await pauseRun();
      paused.value = false;
    },

    stop: () => pool?.stop(),

    /** Adds races of another session. @param {Race[]} more */
    add(...more) {
      put(more);
      shown.value ??= list.peek().at(-1) ?? null;
    },

    /** @param {Race} race not the active one */
    delete(race) {
      if (race === active.peek()) return;
      list.value = list.peek().filter((other) => other !== race);
      if (shown.peek() === race) shown.value = list.peek().at(-1) ?? null;
      deleted.value = race;
    },

    /** Restores the race that was deleted last. */
    restore() {
      const race = deleted.peek();
      if (!race) return;
      put([race]);
      shown.value = race;
      deleted.value = null;
    },

    /** Discards the race that was deleted last. */
    forgetDeleted: () => void (deleted.value = null),

    /**
     * Adds a copy of the run of a lane to the list of runs.
     *
     * @param {import('./race.js').Lane} lane
     * @param {string} name
     */
    openLane({ run }, name) {
      if (!run) return;
      const record = run.toRecord();
      const id = `${record.id}-opened`;
      runs.add(Run.fromRecord({ ...record, id, number: runs.reserve(), name }));
    },
  };
}

/** @typedef {ReturnType<typeof createRaces>} Races */

/**
 * @param {number} entries
 * @param {number} seeds
 * @param {number} epochs
 * @returns {SetupProblem | null}
 */
function setupProblem(entries, seeds, epochs) {
  const counts = (/** @type {number} */ value) => Number.isInteger(value) && value >= 1;
  if (entries < MIN_ENTRIES || entries > MAX_ENTRIES) return { part: 'schedules' };
  if (!counts(seeds) || seeds > MAX_SEEDS) return { part: 'seeds' };
  return counts(epochs) ? null : { part: 'epochs' };
}
