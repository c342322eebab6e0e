// Loads the compiled module of a build and gives it its memory. Left out: what it can do (bridge.js).

/** @typedef {import('../../web/generated/simd/anneal.js').MainModule} Module */

/** The builds there are; each import is written out so that bundlers find it. */
const builds = {
  scalar: () => import('../../web/generated/scalar/anneal.js'),
  simd: () => import('../../web/generated/simd/anneal.js'),
  relaxed: () => import('../../web/generated/relaxed/anneal.js'),
  'simd-threads': () => import('../../web/generated/simd-threads/anneal.js'),
  'relaxed-threads': () => import('../../web/generated/relaxed-threads/anneal.js'),
};

/** @typedef {keyof typeof builds} BuildName */

const PAGE_BYTES = 65536;
/** What a module with 32-bit addresses can have. */
const MOST_BYTES = 2 ** 32;
/** More threads than these small networks can feed. */
const MOST_THREADS = 8;

/**
 * @param {object} options
 * @param {BuildName} options.build
 * @param {(file: string) => string} [options.locate]
 * @param {number} options.threads
 * @param {number} options.memory bytes, of a build with threads
 * @returns {Promise<{module: Module, threads: number, memory: number}>} what it can have at most
 */
export async function loadModule({ build, locate, threads, memory }) {
  const { default: createModule } = await builds[build]();
  const options = locate ? { locateFile: locate } : {};
  if (!build.endsWith('-threads')) {
    return { module: await createModule(options), threads: 1, memory: MOST_BYTES };
  }
  const count = Math.max(1, Math.min(threads, MOST_THREADS));
  const bytes = Math.min(Math.ceil(memory / PAGE_BYTES) * PAGE_BYTES, MOST_BYTES);
  const pages = bytes / PAGE_BYTES;
  const wasmMemory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  const module = await createModule({ ...options, wasmMemory, poolSize: count - 1 });
  module.setThreads(count);
  return { module, threads: count, memory: bytes };
}
