// The worker pool of a race: trains several lanes in parallel. Each worker has its own single-threaded core,
// so lanes do not compete for threads. A lane that fails or a worker that crashes affects no other lane.

import { unreachable } from '../../protocol/service.js';
import { Run } from '../training/index.js';

/** @typedef {import('../../protocol/types.js').Problem} Problem */
/** @typedef {import('./race.js').Lane} Lane */

/** @typedef {{service: import('../../protocol/service.js').AnnealService, end: () => void}} Connection */

/** @typedef {(onLost: (problem: Problem) => void) => Connection} Connect */

/**
 * @typedef {object} PoolWorker
 * @property {Connection} connection
 * @property {Lane | null} lane
 * @property {number} number of its session, as in its events
 * @property {boolean} training
 * @property {boolean} hasLoaded whether it has loaded the core; if it crashes, it is replaced
 */

export class WorkerPool {
  /** @type {Set<PoolWorker>} */
  #workers = new Set();
  #paused = false;
  #opened = 0;

  /**
   * @param {object} options
   * @param {import('./race.js').Race} options.race
   * @param {number} options.size number of lanes to train in parallel
   * @param {Connect} options.connect
   * @param {import('../../protocol/types.js').BuildName | undefined} options.build a single-threaded build
   * @param {import('../../protocol/types.js').Files} options.files
   * @param {() => void} options.onEnd called when no lane is left
   */
  constructor({ race, size, connect, build, files, onEnd }) {
    this.race = race;
    this.connect = connect;
    this.build = build;
    this.files = files;
    this.onEnd = onEnd;
    const waiting = race.lanes.filter(({ state }) => state === 'waiting').length;
    for (let count = 0; count < Math.min(size, waiting); count++) void this.#startWorker();
  }

  pause() {
    this.#paused = true;
    for (const worker of this.#workers) if (worker.training) void worker.connection.service.pause();
  }

  resume() {
    this.#paused = false;
    for (const worker of this.#workers) this.#train(worker);
  }

  /** Ends all workers. Incomplete lanes keep their rows. */
  stop() {
    for (const lane of this.race.lanes) {
      if (lane.state === 'waiting' || lane.state === 'training') lane.state = 'stopped';
    }
    for (const worker of this.#workers) worker.connection.end();
    this.#workers.clear();
    this.#finish();
  }

  async #startWorker() {
    /** @type {PoolWorker} */
    const worker = {
      connection: this.connect((problem) => this.#onWorkerLost(worker, problem)),
      lane: null,
      number: 0,
      training: false,
      hasLoaded: false,
    };
    this.#workers.add(worker);
    const { service } = worker.connection;
    const result = await service.start((event) => {
      // The progress of reading data is not shown.
      if (event.type !== 'reading') this.#onEvent(worker, event);
    }, this.build);
    if (!this.#workers.has(worker)) return;
    if (!result.ok) return this.#onWorkerLost(worker, result.problem);
    worker.hasLoaded = true;
    await this.#next(worker);
  }

  /** @param {PoolWorker} worker @returns {Promise<void>} */
  async #next(worker) {
    worker.training = false;
    worker.lane = this.race.lanes.find(({ state }) => state === 'waiting') ?? null;
    const { lane } = worker;
    if (!lane) return this.#endWorker(worker);
    lane.state = 'training';
    worker.number = ++this.#opened;
    const { service } = worker.connection;
    const result = await service.open(worker.number, this.race.documentOf(lane), this.files);
    if (!this.#workers.has(worker)) return undefined;
    if (!result.ok) return this.#endLane(worker, 'failed', result.problem);
    const number = this.race.lanes.indexOf(lane) + 1;
    lane.run = new Run({ number, ...result.value });
    this.race.tick(true);
    this.#train(worker);
    return undefined;
  }

  /** @param {PoolWorker} worker */
  #train(worker) {
    if (this.#paused || worker.training || !worker.lane?.run) return;
    worker.training = true;
    void worker.connection.service.run('end');
  }

  /**
   * @param {PoolWorker} worker
   * @param {import('../../protocol/service.js').RunEvent} event
   */
  #onEvent(worker, event) {
    const run = worker.lane?.run;
    if (!run || !this.#workers.has(worker) || event.run !== worker.number) return;
    switch (event.type) {
      case 'metrics':
        run.append(event);
        this.race.tick();
        break;
      case 'stopped':
        worker.training = false;
        run.divergence = event.divergence;
        if (event.divergence) void this.#endLane(worker, 'diverged');
        else if (event.finished) void this.#endLane(worker, 'finished');
        // The race was continued before this worker had paused.
        else this.#train(worker);
        break;
      case 'failed':
        void this.#endLane(worker, 'failed', event.problem);
        break;
      case 'recovered':
        run.truncate(event.step);
        break;
      case 'checkpoint':
        // Checkpoints of lanes are not used: an incomplete lane is trained again from the start.
        break;
      default:
        unreachable(event);
    }
  }

  /**
   * @param {PoolWorker} worker
   * @param {'finished' | 'diverged' | 'failed'} state
   * @param {Problem} [problem]
   */
  #endLane(worker, state, problem) {
    if (worker.lane) Object.assign(worker.lane, { state, problem: problem ?? null });
    this.race.tick(true);
    return this.#next(worker);
  }

  /** @param {PoolWorker} worker @param {Problem} problem */
  #onWorkerLost(worker, problem) {
    if (!this.#workers.delete(worker)) return;
    worker.connection.end();
    if (worker.lane) Object.assign(worker.lane, { state: 'failed', problem });
    this.race.tick(true);
    const waiting = this.race.lanes.filter(({ state }) => state === 'waiting');
    if (worker.hasLoaded && waiting.length > 0) return void this.#startWorker();
    if (this.#workers.size > 0) return;
    // The worker failed before it loaded the core, so another one would fail, too.
    for (const lane of waiting) Object.assign(lane, { state: 'failed', problem });
    this.#finish();
  }

  /** @param {PoolWorker} worker */
  #endWorker(worker) {
    worker.connection.end();
    this.#workers.delete(worker);
    if (this.#workers.size === 0) this.#finish();
  }

  #finish() {
    this.onEnd();
    this.race.tick(true);
  }
}
