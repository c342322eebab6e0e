// The one error that the bridge throws for what the core refuses.

/** @typedef {'experiment' | 'data' | 'file' | 'memory' | 'state' | 'cancelled'} ErrorKind */

export class AnnealError extends Error {
  /** @type {ErrorKind} what was wrong: a setting, the data, a file, too little memory, the moment, or that it was stopped */
  kind;
  /** The setting of the document that caused it, as "network.layers[2].filters"; or empty. */
  path;

  /**
   * @param {ErrorKind} kind
   * @param {string} message in words, with the path in front
   * @param {string} [path]
   */
  constructor(kind, message, path = '') {
    super(message);
    this.name = 'AnnealError';
    this.kind = kind;
    this.path = path;
  }
}

/**
 * What a call into the core brought back, or the error that its status tells of.
 *
 * @template {{status: import('../web/generated/simd/anneal.js').Status}} Outcome
 * @param {Outcome} outcome
 * @returns {Outcome}
 */
export function checked(outcome) {
  const { ok, kind, path, message } = outcome.status;
  if (!ok) throw new AnnealError(/** @type {ErrorKind} */ (kind), message, path);
  return outcome;
}
