// The table of WebAssembly builds. A build is one row: its name is the folder under web/generated/
// and the name that the JavaScript API reports; `compile` holds for every translation unit, `link`
// for the module alone; `node` holds Node's own flags to run it. What all builds share is in
// CMakeLists.txt.

/**
 * @typedef {object} WasmBuild
 * @property {string} name
 * @property {string[]} compile
 * @property {string[]} link
 * @property {string[]} node
 */

/** @type {readonly WasmBuild[]} */
export const wasmBuilds = [{ name: 'simd', compile: ['-msimd128'], link: [], node: [] }];
