// The races that are kept, and the one that goes on. A race and the run do not compute at once: a race
// that begins pauses the run, and while the run trains the race waits and then goes on by itself.

import { batch, computed, effect, signal } from '@preact/signals';
import { Race } from './race.js';
import { WorkerPool } from './worker_pool.js';
import { FEWEST_ENTRIES, MOST_ENTRIES, MOST_SEEDS, seedsFrom } from './race_schedules.js';
import { Run } from '../training/index.js';

/** @typedef {import('../../protocol/types.js').Problem} Problem */

/** More workers than this at once take more memory than they gain. */
const MOST_WORKERS = 4;

/** Leaves a core to the page, where there is more than one. @param {number} cores */
export const workersFor = (cores) => Math.min(MOST_WORKERS, Math.max(1, cores - 1));

/**
 * @typedef {object} RaceSettings
 * @property {import('./race_schedules.js').Entry[]} entries
 * @property {number} seeds how many
 * @property {number} epochs
 * @property {number} workers lanes side by side
 */

/**
 * Why a race cannot begin: what of the plan is not to be had, or `core`, what the core says of one of its
 * experiments.
 *
 * @typedef {{part: 'schedules' | 'seeds' | 'epochs'} | {part: 'core', problem: Problem}} SetupProblem
 */

/**
 * @param {object} options
 * @param {import('../../protocol/service.js').AnnealService} options.service judges what is to be raced
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
  /** In the order in which they began. */
  const list = signal(/** @type {Race[]} */ ([]));
  /** The one that table and chart show. */
  const shown = signal(/** @type {Race | null} */ (null));
  /** The one that goes on. */
  const active = signal(/** @type {Race | null} */ (null));
  /** What was deleted last and can be brought back. */
  const deleted = signal(/** @type {Race | null} */ (null));
  const paused = signal(false);
  const problem = signal(/** @type {SetupProblem | null} */ (null));
  /** Whether the run was paused for the race that goes on. */
  const runPaused = signal(false);
  /** Whether the races are in sight: then the chart shows the one that is shown. */
  const open = signal(false);
  /** How far bands and table reach to either side of a mean. */
  const spread = signal(/** @type {import('./statistics.js').Spread} */ ('deviation'));
  const against = signal(/** @type {import('./race_results.js').Against} */ ('best'));
  /** @type {WorkerPool | null} */
  let pool = null;

  /** Somebody else computes: the run, or a measurement of speed. */
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

  /** The fastest build that keeps to one thread. */
  const singleThread = () =>
    speed.build
      .peek()
      ?.choices.find(({ name, obstacle }) => obstacle === null && !name.endsWith('-threads'))?.name;

  /** @param {Race} race @returns {Promise<SetupProblem | null>} what the core refuses of it */
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

  /** Those that are new, in their order. @param {Race[]} more */
  const put = (more) => {
    const known = new Set(list.peek().map(({ id }) => id));
    const fresh = more.filter(({ id }) => !known.has(id));
    list.value = [...list.peek(), ...fresh].sort((a, b) => a.began - b.began);
  };

  /**
   * Trains what is missing of a race.
   *
   * @param {Race} race
   * @param {number} workers
   * @returns {Promise<boolean>} whether it goes on: one at a time does
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
     * @returns {Promise<boolean>} whether it has begun; if not, `problem` says why
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
     * Goes on with a race that was stopped or interrupted: what is missing of it is trained.
     *
     * @param {Race} race
     * @param {number} workers lanes side by side
     */
    async continueRace(race, workers) {
      problem.value = null;
      await train(race, workers);
    },

    pause: () => void (paused.value = true),

    /** Where the run trains, it is paused: a reader who says so wants the race. */
    async resume() {
      if (trainingControls.busy.peek()) runPaused.value = await pauseRun();
      paused.value = false;
    },

    stop: () => pool?.stop(),

    /** Takes in races of another session. @param {Race[]} more */
    add(...more) {
      put(more);
      shown.value ??= list.peek().at(-1) ?? null;
    },

    /** @param {Race} race that does not go on */
    delete(race) {
      if (race === active.peek()) return;
      list.value = list.peek().filter((other) => other !== race);
      if (shown.peek() === race) shown.value = list.peek().at(-1) ?? null;
      deleted.value = race;
    },

    /** Brings back what was deleted last. */
    restore() {
      const race = deleted.peek();
      if (!race) return;
      put([race]);
      shown.value = race;
      deleted.value = null;
    },

    /** What was deleted last is gone for good. */
    forgetDeleted: () => void (deleted.value = null),

    /**
     * Puts what a lane has trained into the list of runs, as a run of its own.
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
  if (entries < FEWEST_ENTRIES || entries > MOST_ENTRIES) return { part: 'schedules' };
  if (!counts(seeds) || seeds > MOST_SEEDS) return { part: 'seeds' };
  return counts(epochs) ? null : { part: 'epochs' };
}
