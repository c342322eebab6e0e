// Where things lie. Everything that the scripts make is below one of the ignored folders here.

import { fileURLToPath } from 'node:url';
import path from 'node:path';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** Compiler, headers and tools; ANNEAL_TOOLCHAIN lets several working copies share one. */
export const toolchainFolder = path.resolve(root, process.env.ANNEAL_TOOLCHAIN || '.toolchain');

/** CMake's build folders, one a build. */
export const buildFolder = path.join(root, '.build');

/** The module of the debug build, beside its anneal.wasm. */
export const debugModule = path.join(buildFolder, 'wasm-debug', 'module', 'anneal.js');

/** The modules that the page, the worker and Node load. */
export const generatedFolder = path.join(root, 'web', 'generated');

/** The static site that `npm run build` makes. */
export const siteFolder = path.join(root, 'dist');
