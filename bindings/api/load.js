// Loads the compiled module of a build. Allocates the shared memory of a build with threads.

/** @typedef {import('../../web/generated/simd/anneal.js').MainModule} Module */

/** @typedef {'scalar' | 'simd' | 'relaxed' | 'simd-threads' | 'relaxed-threads'} BuildName */

/**
 * Each import has a literal path so that bundlers find it.
 *
 * @type {Record<BuildName, () => Promise<{default: (options?: unknown) => Promise<any>}>>}
 */
const builds = {
  scalar: () => import('../../web/generated/scalar/anneal.js'),
  simd: () => import('../../web/generated/simd/anneal.js'),
  relaxed: () => import('../../web/generated/relaxed/anneal.js'),
  'simd-threads': () => import('../../web/generated/simd-threads/anneal.js'),
  'relaxed-threads': () => import('../../web/generated/relaxed-threads/anneal.js'),
};

const PAGE_BYTES = 65536;
/** Size of a 32-bit address space. */
const MAX_BYTES = 2 ** 32;
/** More threads do not make small networks faster. */
const MAX_THREADS = 8;

/**
 * @param {object} options
 * @param {BuildName} options.build
 * @param {(file: string) => string} [options.locate]
 * @param {number} options.threads
 * @param {number} options.memory bytes, only for a build with threads
 * @returns {Promise<{module: Module, threads: number, memory: number}>} maximum threads and bytes
 */
export async function loadModule({ build, locate, threads, memory }) {
  const { default: createModule } = await builds[build]();
  const options = locate ? { locateFile: locate } : {};
  if (!build.endsWith('-threads')) {
    return { module: await createModule(options), threads: 1, memory: MAX_BYTES };
  }
  const count = Math.max(1, Math.min(threads, MAX_THREADS));
  const bytes = Math.min(Math.ceil(memory / PAGE_BYTES) * PAGE_BYTES, MAX_BYTES);
  const pages = bytes / PAGE_BYTES;
  const wasmMemory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  const module = await createModule({ ...options, wasmMemory, poolSize: count - 1 });
  module.setThreads(count);
  return { module, threads: count, memory: bytes };
}
