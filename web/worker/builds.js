// Finds the builds of the core that this browser can run, and chooses the fastest.

import { relaxedSimd, simd, threads } from 'wasm-feature-detect';

/** @typedef {import('../protocol/types.js').BuildChoice} BuildChoice */
/** @typedef {import('../protocol/types.js').BuildName} BuildName */
/** @typedef {import('../protocol/types.js').BuildObstacle} BuildObstacle */

/** @type {readonly BuildName[]} fastest first */
const order = ['relaxed-threads', 'simd-threads', 'relaxed', 'simd', 'scalar'];

/**
 * All builds, fastest first, with the reason why a build cannot run here.
 *
 * @returns {Promise<BuildChoice[]>}
 */
export async function findBuilds() {
  const [hasSimd, hasRelaxedSimd, hasThreads] = await Promise.all([
    simd(),
    relaxedSimd(),
    threads(),
  ]);
  return order.map((name) => ({
    name,
    obstacle: obstacleTo(name, { hasSimd, hasRelaxedSimd, hasThreads }),
  }));
}

/**
 * @param {BuildName} name
 * @param {{hasSimd: boolean, hasRelaxedSimd: boolean, hasThreads: boolean}} found
 * @returns {BuildObstacle | null}
 */
function obstacleTo(name, { hasSimd, hasRelaxedSimd, hasThreads }) {
  if (name !== 'scalar' && !hasSimd) return 'no_simd';
  if (name.startsWith('relaxed') && !hasRelaxedSimd) return 'no_relaxed_simd';
  if (!name.endsWith('-threads')) return null;
  // Shared memory requires cross-origin isolation, by headers or by the service worker.
  if (!globalThis.crossOriginIsolated) return 'not_isolated';
  return hasThreads ? null : 'no_threads';
}

/**
 * The build to load: the wanted one if it can run, otherwise the fastest. Builds with threads are skipped on a
 * single processor.
 *
 * @param {BuildChoice[]} choices
 * @param {BuildName} [wanted]
 * @param {number} [processors]
 * @returns {BuildName}
 */
export function bestBuild(
  choices,
  wanted,
  processors = globalThis.navigator?.hardwareConcurrency ?? 1,
) {
  const able = choices.filter(({ obstacle }) => obstacle === null).map(({ name }) => name);
  if (wanted && able.includes(wanted)) return wanted;
  const useful = able.filter((name) => processors > 1 || !name.endsWith('-threads'));
  return useful[0];
}
