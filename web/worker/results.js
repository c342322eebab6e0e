// How every request is answered: a value, or a problem; no exception leaves the worker.

/** @typedef {import('../protocol/types.js').Problem} Problem */

/**
 * An error without a kind is none of the core's refusals: the module itself has given up.
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

/** What the service itself refuses; the core's own errors come through the bridge. */
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
 * @param {Problem['kind']} [otherwise] what an error is that has no kind
 * @returns {Promise<import('../protocol/types.js').Result<T>>}
 */
export async function toResult(work, otherwise) {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, problem: toProblem(error, otherwise) };
  }
}
