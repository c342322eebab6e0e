// Looks for an installed compiler, and for the tools that these scripts do not install.

import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { emscriptenVersion } from './pins.js';
import { exists, findOnPath, run } from './process.js';
import { SetupError, say } from './report.js';

/**
 * @typedef {object} Emscripten
 * @property {string} root folder with emcc.py and cmake/
 * @property {string} version
 * @property {NodeJS.ProcessEnv} env what its programs need beside our own environment
 */

/**
 * An emcc of the pinned version or newer, on PATH or under EMSDK.
 * @returns {Promise<Emscripten | undefined>}
 */
export async function findEmscripten() {
  const sdk = process.env.EMSDK;
  const candidates = [
    await findOnPath('emcc'),
    ...(sdk ? [path.join(sdk, 'upstream/emscripten/emcc')] : []),
  ];
  for (const emcc of candidates) {
    if (!emcc || !(await exists(emcc))) continue;
    const version = await emccVersion(emcc, {});
    if (version && !olderThan(version, emscriptenVersion)) {
      return { root: path.dirname(await realpath(emcc)), version, env: {} };
    }
    say(`${emcc} is ${version || 'not usable'}, too old for ${emscriptenVersion}: not used`);
  }
  return undefined;
}

/**
 * @param {string} emcc
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | undefined>}
 */
export async function emccVersion(emcc, env) {
  const result = await run(emcc, ['--version'], { env: { ...process.env, ...env } });
  return result.code === 0 ? /\b(\d+\.\d+\.\d+)\b/.exec(result.stdout)?.[1] : undefined;
}

/**
 * @param {string} version
 * @param {string} wanted
 */
export function olderThan(version, wanted) {
  const [a, b] = [version, wanted].map((text) => text.split('.').map(Number));
  const index = b.findIndex((part, place) => part !== (a[place] ?? 0));
  return index >= 0 && (a[index] ?? 0) < b[index];
}

/** Refuses to go on without the programs that the machine must bring. */
export async function requireTools() {
  if (olderThan(process.versions.node, '20.19.0')) {
    throw new SetupError(
      `Node ${process.versions.node} is too old.`,
      'Install Node 20.19 or newer.',
    );
  }
  /** @type {[string, string[]][]} */
  const needed = [
    ['cmake', ['cmake']],
    ['g++', ['c++', 'g++', 'clang++']],
    ['python3', ['python3']],
    ['git', ['git']],
    ['npm', ['npm']],
  ];
  const missing = [];
  for (const [name, programs] of needed) {
    if (!(await findOnPath(...programs))) missing.push(name);
  }
  if (missing.length === 0) return;
  throw new SetupError(
    `Not found on PATH: ${missing.join(', ')}.`,
    `Install what is missing, on Debian: apt-get install ${missing.join(' ')}`,
  );
}
