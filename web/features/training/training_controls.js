// Run, pause, step, epoch, reset: the course of the current run, and what the worker says of it.

import { computed, signal } from '@preact/signals';
import { unreachable } from '../../protocol/service.js';
import { createResume } from './resume.js';
import { createThroughput } from './throughput.js';
import { Run } from './run.js';

/** @typedef {import('../../protocol/types.js').Problem} Problem */
/** @typedef {import('../../protocol/service.js').Target} Target */

/**
 * loading: the core is on its way; broken: it did not come. idle: nothing is trained yet; preparing:
 * data and network are being made; finished and failed: the run is over.
 *
 * @typedef {'loading' | 'broken' | 'idle' | 'preparing' | 'running' | 'paused' | 'finished' | 'failed'} Phase
 */

const PULSE_MILLISECONDS = 100;

/** After these nothing can be computed until the page is loaded anew. */
const OUT_OF_REACH = ['load', 'lost'];

/** What the core said, thrown: as the bridge's own AnnealError, on this side of the worker. */
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
 * @param {() => Blob | undefined} [options.weights] that a new run starts from
 * @param {import('./throughput.js').Throughput} [options.throughput]
 */
export function createTrainingControls({ service, experiment, runs, files, weights, ...parts }) {
  const { throughput = createThroughput() } = parts;
  const phase = signal(/** @type {Phase} */ ('loading'));
  const problem = signal(/** @type {Problem | null} */ (null));
  /** The run that is going on or was the last to; none after a reset. */
  const current = signal(/** @type {Run | null} */ (null));
  /** What the current run was made from, to see what has been changed since. */
  const openedFrom = signal(/** @type {any} */ (null));
  /** What the current run is computed in. */
  const build = signal(/** @type {import('../../protocol/types.js').BuildInfo | null} */ (null));
  /** The last checkpoint. @type {import('@preact/signals').Signal<import('./resume.js').LatestCheckpoint | null>} */
  const latestCheckpoint = signal(null);
  /** Counts up as the run goes on, at a pace that can be read: figures and words watch it. */
  const pulse = signal(0);
  /** What the plateau of the current run's schedule has counted. @type {import('@preact/signals').Signal<import('../../protocol/types.js').PlateauState | null>} */
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

  /** Who waits for the end of the run hears of the divergence. @param {import('../../protocol/types.js').Divergence} divergence */
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
   * A session is made; null where that failed or was overtaken.
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

  /** Begins a new run; false where that failed or was overtaken. */
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
    // The schedule may have been changed while the session was made.
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

  /** Gives the run that is going on the schedule of the document, if it has another. */
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
     * Runs the document's experiment from its start to its end, in sight.
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
