// Everything that must be there before page or tests can run, in order; quick when it is there.

import { wasmBuilds } from './builds.js';
import { buildModules } from './cmake.js';
import { requireTools } from './find.js';
import { withLock } from './lock.js';
import { ensureNodeModules } from './npm.js';
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
