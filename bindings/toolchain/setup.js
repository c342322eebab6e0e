// Everything that must be there before page or tests can run, in order; quick when it is there.

import { stat } from 'node:fs/promises';
import { debugBuild, wasmBuilds } from './builds.js';
import { buildModule, buildModules } from './cmake.js';
import { requireTools } from './find.js';
import { withLock } from './lock.js';
import { ensureNodeModules } from './npm.js';
import { debugModule } from './paths.js';
import { ensureToolchain } from './toolchain.js';

/** @typedef {import('./toolchain.js').Toolchain} Toolchain */

/**
 * npm packages and toolchain, without compiling.
 * @returns {Promise<Toolchain>}
 */
export async function prepare() {
  await requireTools();
  return withLock(async () => {
    await ensureNodeModules();
    return ensureToolchain();
  });
}

/**
 * Compiles what is out of date; one compilation at a time in a working copy.
 * @param {Toolchain} toolchain
 * @param {readonly import('./builds.js').WasmBuild[]} [builds]
 * @returns {Promise<boolean>} whether a module is new
 */
export function compileModules(toolchain, builds = wasmBuilds) {
  return withLock(() => buildModules(toolchain, builds));
}

/**
 * Compiles the debug build where it is out of date. It stays in its build folder: the page never
 * ships it.
 * @param {Toolchain} toolchain
 * @returns {Promise<boolean>} whether the module is new
 */
export function compileDebugModule(toolchain) {
  return withLock(async () => {
    const before = await changeTime(debugModule);
    await buildModule(toolchain, debugBuild);
    return (await changeTime(debugModule)) !== before;
  });
}

/**
 * @param {string} file
 * @returns {Promise<number>} milliseconds; 0 where there is no file
 */
function changeTime(file) {
  return stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}
