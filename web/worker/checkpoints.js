// Decides when to make a checkpoint of the open run: between slices of training, at most every ten seconds, and
// less often if checkpoints are slow. The page stores them.

/** Maximum size of a checkpoint. Two or three of them are in memory at a time. */
export const maxCheckpointBytes = 128e6;

/** A checkpoint that is stored within a second is then at most ten seconds old. */
const LONGEST_MILLISECONDS = 9000;
const SHORTEST_MILLISECONDS = 4000;
/** Pause between checkpoints in multiples of the time that one takes: half a percent of the time. */
const PAUSE = 200;

/**
 * The part of the API's session that is used here.
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
   * @param {number} options.bytes approximate size of a checkpoint
   * @param {() => number} [options.now] milliseconds
   */
  constructor({ session, bytes, now = () => performance.now() }) {
    this.session = session;
    this.bytes = bytes;
    this.now = now;
    this.#last = now();
    this.#ends = false;
  }

  /** Training continues after a pause, at which a checkpoint was made. */
  begin() {
    this.#last = this.now();
  }

  /**
   * Whether to make a checkpoint now.
   *
   * @param {number} next milliseconds until the next opportunity
   */
  due(next) {
    if (this.#ends) return false;
    const elapsed = this.now() - this.#last;
    const pause = Math.max(SHORTEST_MILLISECONDS, PAUSE * this.#cost);
    return elapsed >= pause || elapsed + next >= LONGEST_MILLISECONDS;
  }

  /**
   * @returns {import('../protocol/persistence.js').Checkpoint | null} null if none can be made now, or if it was
   *   already reported that checkpoints are too large
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
      // A Blob need not be copied on the page's thread.
      const bytes = /** @type {Uint8Array<ArrayBuffer>} */ (this.session.checkpoint());
      return bytes.length > maxCheckpointBytes ? null : new Blob([bytes]);
    } catch (error) {
      // Too little memory for a copy is not an error of the run.
      return /** @type {any} */ (error).kind === 'memory' ? null : undefined;
    }
  }
}
