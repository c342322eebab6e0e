// Ways to use a session in a test.

import { AnnealError } from '../../bindings/api/index.js';

/** @typedef {Awaited<ReturnType<typeof import('../../bindings/api/index.js').loadAnneal>>} Anneal */
/** @typedef {import('../../bindings/api/index.js').Session} Session */

/**
 * The error that a call throws, which must be an AnnealError.
 *
 * @param {() => unknown} call
 * @returns {Promise<AnnealError>}
 */
export async function errorOf(call) {
  try {
    await call();
  } catch (error) {
    if (error instanceof AnnealError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/**
 * @template T
 * @param {Anneal} anneal
 * @param {unknown} document
 * @param {(session: Session) => T | Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withSession(anneal, document, use) {
  const session = await anneal.createSession(document);
  try {
    return await use(session);
  } finally {
    session.dispose();
  }
}
