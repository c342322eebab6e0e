// The table of WebAssembly builds. A build is one row: its name is the folder under web/generated/
// and the name that the JavaScript API reports; `compile` holds for every translation unit, `link`
// for the module alone; `node` holds Node's own flags to run it; `tested` says whether the core's
// whole test suite is compiled with it and run in Node. What all builds share is in CMakeLists.txt.

/**
 * @typedef {object} WasmBuild
 * @property {string} name
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
