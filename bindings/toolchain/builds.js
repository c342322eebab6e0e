// The tables of builds, for WebAssembly and for this machine. A build is one row: `compile` holds for
// every translation unit, `type` is CMake's. Of a WebAssembly build, `name` is also the folder under
// web/generated/ and the name that the JavaScript API reports; `link` holds for the module alone;
// `node` holds Node's own flags to run it; `tested` says whether `npm test` compiles the core's whole
// test suite with it and runs it in Node. What all builds share is in CMakeLists.txt.

import { SetupError } from './report.js';

/**
 * @typedef {object} NativeBuild
 * @property {string} name
 * @property {'Release' | 'Debug'} type
 * @property {string[]} compile
 */

/**
 * @typedef {object} WasmBuild
 * @property {string} name
 * @property {'Debug'} [type] Release unless it says otherwise
 * @property {string[]} compile
 * @property {string[]} link
 * @property {string[]} node
 * @property {boolean} tested
 */

/** The build whose declarations hold for all: their binding is one. Node must be able to run it. */
export const declaringBuild = 'simd';

// Workers are made with the module, as many as its maker asks for: one that is made later starts
// only when the thread that waits for it is idle. The memory comes from outside, of fixed size; that
// it could grow is said only so that its size need not be known here.
const threads = [
  '-sPTHREAD_POOL_SIZE=Module.poolSize',
  '-sEXPORTED_RUNTIME_METHODS=PThread',
  '-Wno-pthreads-mem-growth',
];

/** @type {readonly WasmBuild[]} */
export const wasmBuilds = [
  { name: 'simd', compile: ['-msimd128'], link: [], node: [], tested: true },
  {
    name: 'scalar',
    compile: [],
    link: [],
    node: [],
    tested: false,
  },
  {
    name: 'relaxed',
    compile: ['-msimd128', '-mrelaxed-simd'],
    link: [],
    node: ['--experimental-wasm-relaxed-simd'],
    tested: true,
  },
  {
    name: 'simd-threads',
    compile: ['-msimd128', '-pthread'],
    link: threads,
    node: [],
    tested: false,
  },
  {
    name: 'relaxed-threads',
    compile: ['-msimd128', '-mrelaxed-simd', '-pthread'],
    link: threads,
    node: ['--experimental-wasm-relaxed-simd'],
    tested: false,
  },
];

/** For stepping through C++ in the browser and in Node; the page as it is shipped has no part of it. */
export const debugBuild = /** @type {WasmBuild} */ ({
  name: 'debug',
  type: 'Debug',
  compile: ['-msimd128', '-Og'],
  link: [],
  node: [],
  tested: false,
});

/** Whatever can be named on a command line. */
export const allWasmBuilds = [...wasmBuilds, debugBuild];

/** Runtimes of the sanitizers come with the compiler. They end the program at the first fault. */
const sanitizing = ['-O1', '-fno-omit-frame-pointer', '-fno-sanitize-recover=all'];

/** @type {readonly NativeBuild[]} the first is the default */
export const nativeBuilds = [
  { name: 'release', type: 'Release', compile: [] },
  { name: 'debug', type: 'Debug', compile: ['-Og'] },
  { name: 'asan', type: 'Debug', compile: [...sanitizing, '-fsanitize=address,undefined'] },
  { name: 'tsan', type: 'Debug', compile: [...sanitizing, '-fsanitize=thread'] },
];

/**
 * The rows of those names, in the order of the table.
 * @template {{name: string}} Build
 * @param {readonly Build[]} table
 * @param {string[]} names
 * @returns {Build[]}
 * @throws {SetupError} on a name that is not in the table
 */
export function namedBuilds(table, names) {
  const unknown = names.filter((name) => !table.some((build) => build.name === name));
  if (unknown.length === 0) return table.filter(({ name }) => names.includes(name));
  throw new SetupError(
    `There is no build ${unknown.join(', ')}.`,
    `Choose from ${table.map(({ name }) => name).join(', ')}.`,
  );
}
