// Which builds of the core this browser can run, and which is the fastest.

import { relaxedSimd, simd, threads } from 'wasm-feature-detect';

/** @typedef {import('../protocol/types.js').BuildChoice} BuildChoice */
/** @typedef {import('../protocol/types.js').BuildName} BuildName */
/** @typedef {import('../protocol/types.js').BuildObstacle} BuildObstacle */

/** @type {readonly BuildName[]} fastest first */
const order = ['relaxed-threads', 'simd-threads', 'relaxed', 'simd', 'scalar'];

/**
 * Each build, fastest first, with what keeps it from running here.
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
  // Memory may be shared only on a page that its headers, or the service worker, set apart.
  if (!globalThis.crossOriginIsolated) return 'not_isolated';
  return hasThreads ? null : 'no_threads';
}

/**
 * The one to load: the wanted one where it runs, else the fastest. Threads are of no use to a single
 * processor.
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
