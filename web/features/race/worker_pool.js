// The workers of a race: some lanes side by side, the rest one after another. Each worker has a core of
// its own on a single thread, so that lanes do not share what they compute with. A lane that fails,
// and a worker that dies, cost that lane and no other.

import { unreachable } from '../../protocol/service.js';
import { Run } from '../training/index.js';

/** @typedef {import('../../protocol/types.js').Problem} Problem */
/** @typedef {import('./race.js').Lane} Lane */

/** @typedef {{service: import('../../protocol/service.js').AnnealService, end: () => void}} Connection */

/** @typedef {(onLost: (problem: Problem) => void) => Connection} Connect */

/**
 * @typedef {object} Hand
 * @property {Connection} connection
 * @property {Lane | null} lane
 * @property {number} number of what is open in it, as its events call it
 * @property {boolean} going
 * @property {boolean} proven it has loaded the core: another may take its place
 */

export class RaceCrew {
  /** @type {Set<Hand>} */
  #hands = new Set();
  #paused = false;
  #opened = 0;

  /**
   * @param {object} options
   * @param {import('./race.js').Race} options.race
   * @param {number} options.size how many lanes side by side
   * @param {Connect} options.connect
   * @param {import('../../protocol/types.js').BuildName | undefined} options.build of a single thread
   * @param {import('../../protocol/types.js').Files} options.files
   * @param {() => void} options.onEnd no lane is left
   */
  constructor({ race, size, connect, build, files, onEnd }) {
    this.race = race;
    this.connect = connect;
    this.build = build;
    this.files = files;
    this.onEnd = onEnd;
    const waiting = race.lanes.filter(({ state }) => state === 'waiting').length;
    for (let count = 0; count < Math.min(size, waiting); count++) void this.#hire();
  }

  pause() {
    this.#paused = true;
    for (const hand of this.#hands) if (hand.going) void hand.connection.service.pause();
  }

  resume() {
    this.#paused = false;
    for (const hand of this.#hands) this.#go(hand);
  }

  /** Ends it: what is not finished stays as far as it came. */
  stop() {
    for (const lane of this.race.lanes) {
      if (lane.state === 'waiting' || lane.state === 'training') lane.state = 'stopped';
    }
    for (const hand of this.#hands) hand.connection.end();
    this.#hands.clear();
    this.#finish();
  }

  async #hire() {
    /** @type {Hand} */
    const hand = {
      connection: this.connect((problem) => this.#onWorkerLost(hand, problem)),
      lane: null,
      number: 0,
      going: false,
      proven: false,
    };
    this.#hands.add(hand);
    const { service } = hand.connection;
    const answer = await service.start((event) => {
      // How far the data is read is of no interest: what counts is when the lane trains.
      if (event.type !== 'reading') this.#onEvent(hand, event);
    }, this.build);
    if (!this.#hands.has(hand)) return;
    if (!answer.ok) return this.#onWorkerLost(hand, answer.problem);
    hand.proven = true;
    await this.#next(hand);
  }

  /** @param {Hand} hand @returns {Promise<void>} */
  async #next(hand) {
    hand.going = false;
    hand.lane = this.race.lanes.find(({ state }) => state === 'waiting') ?? null;
    const { lane } = hand;
    if (!lane) return this.#dismiss(hand);
    lane.state = 'training';
    hand.number = ++this.#opened;
    const { service } = hand.connection;
    const answer = await service.open(hand.number, this.race.documentOf(lane), this.files);
    if (!this.#hands.has(hand)) return undefined;
    if (!answer.ok) return this.#endLane(hand, 'failed', answer.problem);
    const number = this.race.lanes.indexOf(lane) + 1;
    lane.run = new Run({ number, ...answer.value });
    this.race.tick(true);
    this.#go(hand);
    return undefined;
  }

  /** @param {Hand} hand */
  #go(hand) {
    if (this.#paused || hand.going || !hand.lane?.run) return;
    hand.going = true;
    void hand.connection.service.run('end');
  }

  /**
   * @param {Hand} hand
   * @param {import('../../protocol/service.js').RunEvent} event
   */
  #onEvent(hand, event) {
    const run = hand.lane?.run;
    if (!run || !this.#hands.has(hand) || event.run !== hand.number) return;
    switch (event.type) {
      case 'metrics':
        run.append(event);
        this.race.tick();
        break;
      case 'stopped':
        hand.going = false;
        run.divergence = event.divergence;
        if (event.divergence) void this.#endLane(hand, 'diverged');
        else if (event.finished) void this.#endLane(hand, 'finished');
        // It was told to pause, and in the meantime to go on.
        else this.#go(hand);
        break;
      case 'failed':
        void this.#endLane(hand, 'failed', event.problem);
        break;
      case 'recovered':
        run.cut(event.step);
        break;
      case 'checkpoint':
        // A lane is not resumed in another session: its schedule would have had another race.
        break;
      default:
        unreachable(event);
    }
  }

  /**
   * @param {Hand} hand
   * @param {'finished' | 'diverged' | 'failed'} state
   * @param {Problem} [problem]
   */
  #endLane(hand, state, problem) {
    if (hand.lane) Object.assign(hand.lane, { state, problem: problem ?? null });
    this.race.tick(true);
    return this.#next(hand);
  }

  /** @param {Hand} hand @param {Problem} problem */
  #onWorkerLost(hand, problem) {
    if (!this.#hands.delete(hand)) return;
    hand.connection.end();
    if (hand.lane) Object.assign(hand.lane, { state: 'failed', problem });
    this.race.tick(true);
    const waiting = this.race.lanes.filter(({ state }) => state === 'waiting');
    if (hand.proven && waiting.length > 0) return void this.#hire();
    if (this.#hands.size > 0) return;
    // None could begin: neither could the next.
    for (const lane of waiting) Object.assign(lane, { state: 'failed', problem });
    this.#finish();
  }

  /** @param {Hand} hand */
  #dismiss(hand) {
    hand.connection.end();
    this.#hands.delete(hand);
    if (this.#hands.size === 0) this.#finish();
  }

  #finish() {
    this.onEnd();
    this.race.tick(true);
  }
}
