// The one error that the API throws for what is refused.

/** @typedef {'experiment' | 'data' | 'file' | 'memory' | 'state' | 'cancelled'} ErrorKind */

export class AnnealError extends Error {
  /**
   * `experiment`: a setting; `data`, `file`: the data or one file; `memory`: too little memory; `state`: the
   * call is not possible now; `cancelled`: the caller stopped it.
   *
   * @type {ErrorKind}
   */
  kind;
  /** The setting that caused it, such as "network.layers[2].filters"; empty if none did. */
  path;

  /**
   * @param {ErrorKind} kind
   * @param {string} message begins with the path, if there is one
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
 * Returns the result of a call into the core; throws an AnnealError if its status says so.
 *
 * @template {{status: import('../web/generated/simd/anneal.js').Status}} Result
 * @param {Result} result
 * @returns {Result}
 */
export function checked(result) {
  const { ok, kind, path, message } = result.status;
  if (!ok) throw new AnnealError(/** @type {ErrorKind} */ (kind), message, path);
  return result;
}
