// Converts the outcome of a request to a Result. No exception leaves the worker.

/** @typedef {import('../protocol/types.js').Problem} Problem */

/**
 * An error without a kind is not an AnnealError: the module itself has failed.
 *
 * @param {unknown} error
 * @param {Problem['kind']} [otherwise]
 * @returns {Problem}
 */
export function toProblem(error, otherwise = 'lost') {
  const { kind, path, message } = /** @type {Partial<Problem>} */ (error ?? {});
  const where = path ?? '';
  const text = message ?? String(error);
  const prefix = `${where}: `;
  return {
    kind: kind ?? otherwise,
    path: where,
    message: where !== '' && text.startsWith(prefix) ? text.slice(prefix.length) : text,
  };
}

/** An error of the service itself; errors of the core are AnnealErrors. */
export class Refusal extends Error {
  path = '';

  /**
   * @param {Problem['kind']} kind
   * @param {string} message
   */
  constructor(kind, message) {
    super(message);
    this.kind = kind;
  }
}

/**
 * @template T
 * @param {() => T | Promise<T>} work
 * @param {Problem['kind']} [otherwise] the kind of an error that has none
 * @returns {Promise<import('../protocol/types.js').Result<T>>}
 */
export async function toResult(work, otherwise) {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, problem: toProblem(error, otherwise) };
  }
}
