// When the open run is kept, and what is too large for that. Between two slices of training a checkpoint
// is made: as often as costs next to nothing, and every ten seconds at the latest. Left out: where it is
// kept, which is the page's.

/** What one may take. Two or three of them are in memory at a time, and a disk has to bear it. */
export const maxCheckpointBytes = 128e6;

/** A checkpoint that is written within the second is then never more than ten seconds old. */
const LONGEST_MILLISECONDS = 9000;
const SHORTEST_MILLISECONDS = 4000;
/** As many times as long as the making of one took, until the next: half a per cent of the time. */
const PAUSE = 200;

/**
 * As much of the bridge's session as is needed.
 *
 * @typedef {object} Keepable
 * @property {import('../protocol/types.js').Status} status
 * @property {() => Uint8Array} checkpoint
 */

export class Checkpoints {
  #last;
  #cost = 0;
  #ends;

  /**
   * @param {object} options
   * @param {Keepable} options.session
   * @param {number} options.bytes that one takes, about
   * @param {() => number} [options.now] milliseconds
   */
  constructor({ session, bytes, now = () => performance.now() }) {
    this.session = session;
    this.bytes = bytes;
    this.now = now;
    this.#last = now();
    this.#ends = false;
  }

  /** The run goes on after a rest, before which it was kept. */
  begin() {
    this.#last = this.now();
  }

  /**
   * Whether to make one now.
   *
   * @param {number} next milliseconds for which there will be no other occasion
   */
  due(next) {
    if (this.#ends) return false;
    const elapsed = this.now() - this.#last;
    const pause = Math.max(SHORTEST_MILLISECONDS, PAUSE * this.#cost);
    return elapsed >= pause || elapsed + next >= LONGEST_MILLISECONDS;
  }

  /**
   * @returns {import('../protocol/persistence.js').Checkpoint | null} null where there is none at this
   *   moment, or it was said before that there will be none
   */
  make() {
    if (this.#ends) return null;
    const start = this.now();
    const { step } = this.session.status;
    const content = this.#content();
    this.#last = this.now();
    this.#cost = this.#last - start;
    if (content === undefined) return null;
    this.#ends = content === null;
    return { step, content, bytes: content?.size ?? this.bytes };
  }

  #content() {
    if (this.bytes > maxCheckpointBytes) return null;
    try {
      // A Blob: neither the page nor the disk's writer has to copy it on the page's thread.
      const bytes = /** @type {Uint8Array<ArrayBuffer>} */ (this.session.checkpoint());
      return bytes.length > maxCheckpointBytes ? null : new Blob([bytes]);
    } catch (error) {
      // Nothing is wrong with a run of which there is no room for a copy, or none at this moment.
      return /** @type {any} */ (error).kind === 'memory' ? null : undefined;
    }
  }
}
