// Controls the current run (run, pause, step, epoch, reset) and handles the events of the worker.

import { computed, signal } from '@preact/signals';
import { unreachable } from '../../protocol/service.js';
import { createResume } from './resume.js';
import { createThroughput } from './throughput.js';
import { Run } from './run.js';

/** @typedef {import('../../protocol/types.js').Problem} Problem */
/** @typedef {import('../../protocol/service.js').Target} Target */

/**
 * loading: the core is loading; broken: loading failed. idle: there is no run; preparing: data and network
 * are being built; finished and failed: the run has ended.
 *
 * @typedef {'loading' | 'broken' | 'idle' | 'preparing' | 'running' | 'paused' | 'finished' | 'failed'} Phase
 */

const PULSE_MILLISECONDS = 100;

/** After these the page must be reloaded. */
const OUT_OF_REACH = ['load', 'lost'];

/** An error of the core as an exception: the counterpart of AnnealError on the page's side of the worker. */
export class RunError extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    super(problem.path === '' ? problem.message : `${problem.path}: ${problem.message}`);
    this.name = 'AnnealError';
    this.kind = problem.kind;
    this.path = problem.path;
  }
}

/**
 * @param {object} options
 * @param {import('../../protocol/service.js').AnnealService} options.service
 * @param {import('../experiment/experiment.js').ExperimentStore} options.experiment
 * @param {import('../runs/runs.js').Runs} options.runs
 * @param {() => import('../../protocol/types.js').Files} options.files
 * @param {() => Blob | undefined} [options.weights] initial weights of a new run
 * @param {import('./throughput.js').Throughput} [options.throughput]
 */
export function createTrainingControls({ service, experiment, runs, files, weights, ...parts }) {
  const { throughput = createThroughput() } = parts;
  const phase = signal(/** @type {Phase} */ ('loading'));
  const problem = signal(/** @type {Problem | null} */ (null));
  /** The current or the last run; null after a reset. */
  const current = signal(/** @type {Run | null} */ (null));
  /** The experiment from which the current run was created, to find later changes. */
  const openedFrom = signal(/** @type {any} */ (null));
  /** The build that trains the current run. */
  const build = signal(/** @type {import('../../protocol/types.js').BuildInfo | null} */ (null));
  /** The latest checkpoint. @type {import('@preact/signals').Signal<import('./resume.js').LatestCheckpoint | null>} */
  const latestCheckpoint = signal(null);
  /** Incremented at a readable rate while the run trains; figures and texts subscribe to it. */
  const pulse = signal(0);
  /** State of the plateau in the schedule of the current run. @type {import('@preact/signals').Signal<import('../../protocol/types.js').PlateauState | null>} */
  const plateau = signal(null);
  let lastPulse = -Infinity;
  let opening = 0;
  /** @type {{resolve: (run: Run) => void, reject: (error: Error) => void} | null} */
  let waiting = null;

  /** @param {Problem} what */
  function setError(what) {
    problem.value = what;
    phase.value = OUT_OF_REACH.includes(what.kind) ? 'broken' : 'failed';
    waiting?.reject(new RunError(what));
    waiting = null;
  }

  /** Rejects the promise of `runToEnd`. @param {import('../../protocol/types.js').Divergence} divergence */
  function giveUp({ message }) {
    waiting?.reject(new RunError({ kind: 'diverged', path: '', message }));
    waiting = null;
  }

  function tick(always = false) {
    const now = performance.now();
    if (!always && now - lastPulse < PULSE_MILLISECONDS) return;
    lastPulse = now;
    pulse.value++;
  }

  /** @param {import('../../protocol/service.js').RunEvent} event */
  function onEvent(event) {
    const run = current.peek();
    if (event.run !== run?.number) return;
    switch (event.type) {
      case 'metrics':
        run.append(event);
        throughput.add(event);
        if (event.plateau !== undefined) plateau.value = event.plateau;
        tick();
        break;
      case 'stopped':
        throughput.interrupt();
        tick(true);
        phase.value = event.finished ? 'finished' : 'paused';
        run.divergence = event.divergence;
        if (event.divergence) giveUp(event.divergence);
        if (event.finished) {
          waiting?.resolve(run);
          waiting = null;
        }
        break;
      case 'recovered':
        run.truncate(event.step);
        plateau.value = event.plateau;
        break;
      case 'checkpoint':
        latestCheckpoint.value = { run, checkpoint: event };
        break;
      case 'failed':
        setError(event.problem);
        break;
      default:
        unreachable(event);
    }
  }

  /**
   * Creates a session; null if it failed or was superseded by a newer request.
   *
   * @template {import('../../protocol/service.js').Opened} Opened
   * @param {() => Promise<import('../../protocol/types.js').Result<Opened>>} make
   */
  async function openSession(make) {
    const ticket = ++opening;
    phase.value = 'preparing';
    problem.value = null;
    await experiment.settled();
    const result = await make();
    if (ticket !== opening) return null;
    if (!result.ok) {
      current.value = null;
      setError(result.problem);
      return null;
    }
    build.value = result.value.build;
    plateau.value = result.value.plateau;
    tick(true);
    throughput.begin(experiment.multiplyAdds.peek());
    return { opened: result.value, isCurrent: () => ticket === opening };
  }

  /** Begins a new run; false if it failed or was superseded by a newer request. */
  async function open() {
    const number = runs.reserve();
    /** @type {any} */
    let from;
    const session = await openSession(() => {
      from = experiment.good.peek();
      return service.open(number, from, files(), weights?.());
    });
    if (!session) return false;
    const run = new Run({ number, ...session.opened });
    openedFrom.value = from;
    current.value = run;
    runs.begin(run);
    // The schedule may have changed while the session was created.
    await applySchedule();
    return session.isCurrent();
  }

  /** @param {Target} target */
  async function go(target) {
    const now = phase.peek();
    if (now === 'loading' || now === 'broken' || now === 'preparing') return;
    const fresh = !current.peek() || now === 'finished' || now === 'failed';
    if (fresh && !(await open())) return;
    phase.value = 'running';
    const result = await service.run(target);
    if (!result.ok) setError(result.problem);
  }

  async function pause() {
    if (phase.peek() === 'running') await service.pause();
  }

  async function reset() {
    opening++;
    await service.close();
    waiting?.reject(new RunError({ kind: 'state', path: '', message: 'the run was reset' }));
    waiting = null;
    runs.dropEmpty();
    current.value = null;
    plateau.value = null;
    problem.value = null;
    if (phase.peek() !== 'loading' && phase.peek() !== 'broken') phase.value = 'idle';
  }

  /** Applies the schedule of the document to the current run, if it differs. */
  async function applySchedule() {
    await experiment.settled();
    const run = current.peek();
    const schedule = experiment.good.peek().schedule;
    if (!run || run.status.finished) return;
    if (JSON.stringify(schedule) === JSON.stringify(openedFrom.peek()?.schedule)) return;
    openedFrom.value = { ...openedFrom.peek(), schedule };
    const result = await service.setSchedule(schedule);
    if (result.ok) {
      run.setSchedule(result.value.step, schedule);
      plateau.value = result.value.plateau;
    } else {
      problem.value = result.problem;
    }
    tick(true);
  }

  return {
    phase,
    problem,
    current,
    openedFrom,
    plateau,
    setError,
    pulse,
    throughput,
    onEvent,
    pause,
    reset,
    applySchedule,
    run: () => go('end'),
    step: () => go('step'),
    epoch: () => go('epoch'),
    build,
    ...createResume({
      ...{ service, experiment, files, openSession, reset, run: () => go('end') },
      ...{ phase, current, openedFrom, latestCheckpoint },
    }),
    toggle: () => (phase.peek() === 'running' ? pause() : go('end')),
    busy: computed(() => phase.value === 'running' || phase.value === 'preparing'),

    /**
     * Trains the experiment from start to end, as if the run button had been pressed.
     *
     * @returns {Promise<import('../../protocol/types.js').History>}
     */
    async runToEnd() {
      await reset();
      /** @type {Promise<Run>} */
      const end = new Promise((resolve, reject) => (waiting = { resolve, reject }));
      void go('end');
      await end;
      const result = await service.history();
      if (!result.ok) throw new RunError(result.problem);
      return result.value;
    },
  };
}

/** @typedef {ReturnType<typeof createTrainingControls>} TrainingControls */
