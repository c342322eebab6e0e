// Brings compiler, headers and tools, in this order: an Emscripten that is already there, our own
// folder, a new installation (Debian's packages, elsewhere the public repositories). A stamp,
// written last, says that the folder is whole.

import { mkdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fetchPackages, isDebian } from './apt.js';
import { emccVersion, findEmscripten } from './find.js';
import { toolchainFolder as folder } from './paths.js';
import { debianPackages, emscriptenVersion, leftOut, unpackedBytes } from './pins.js';
import { exists, findOnPath, run } from './process.js';
import { emsdkFolder, installPublicSources } from './public_sources.js';
import { relocate } from './relocate.js';
import { SetupError, megabytes, say } from './report.js';
import { unpackAll } from './unpack.js';

/**
 * @typedef {object} Toolchain
 * @property {import('./find.js').Emscripten} emscripten
 * @property {string} include folder of the C++ headers
 * @property {string} googletest folder of GoogleTest's sources
 * @property {string | undefined} ninja
 * @property {string | undefined} clangFormat
 */

/** @typedef {{recipe: string, place: string, withEmscripten: boolean}} Stamp */

const stampFile = path.join(folder, 'stamp.json');

/**
 * Installs what is missing; quick when nothing is.
 * @returns {Promise<Toolchain>}
 */
export async function ensureToolchain() {
  const found = await findEmscripten();
  const stamp = await readStamp();
  const recipe = JSON.stringify([debianPackages(true), leftOut]);
  if (stamp?.recipe !== recipe || (!found && !stamp.withEmscripten)) {
    await rm(stampFile, { force: true });
    await install(!found);
    await writeStamp({ recipe, place: folder, withEmscripten: !found });
  } else if (stamp.place !== folder && (await fromPackages())) {
    await relocate(folder);
    await writeStamp({ ...stamp, place: folder });
  }
  return describe(found);
}

/** @param {boolean} withEmscripten */
async function install(withEmscripten) {
  await mkdir(folder, { recursive: true });
  const what = withEmscripten ? `Emscripten ${emscriptenVersion} and C++ headers` : 'C++ headers';
  say(`Installing ${what} into ${folder}`);
  if (!(await isDebian())) {
    await requireSpace(unpackedBytes(withEmscripten) * 2);
    await installPublicSources(folder, withEmscripten);
    return;
  }
  for (const tool of ['apt-get', 'dpkg-deb', 'tar']) {
    if (await findOnPath(tool)) continue;
    throw new SetupError(`${tool} is missing.`, 'Install it, or install the emsdk and set EMSDK.');
  }
  const downloads = path.join(folder, 'downloads');
  const archives = await fetchPackages(debianPackages(withEmscripten), downloads, (bytes) =>
    requireSpace(bytes + unpackedBytes(withEmscripten)),
  );
  await unpackAll(archives, folder);
  await relocate(folder);
  await checkPrograms(withEmscripten);
  await rm(downloads, { recursive: true, force: true });
}

/** @param {number} bytes */
export async function requireSpace(bytes) {
  const disk = await statfs(folder);
  const free = disk.bavail * disk.bsize;
  if (free >= bytes) return;
  throw new SetupError(
    `The disk is too full: ${megabytes(bytes)} are needed in ${folder}, ${megabytes(free)} are free.`,
    'Free some space, or name a folder on another disk with ANNEAL_TOOLCHAIN, then try again.',
  );
}

/** @param {boolean} withEmscripten */
async function checkPrograms(withEmscripten) {
  const tools = [path.join(folder, 'usr/bin/ninja'), clangFormatFile()];
  for (const tool of tools) {
    const result = await run(tool, ['--version']);
    if (result.code === 0) continue;
    throw new SetupError(
      `${path.basename(tool)} was installed but does not run: ${result.output.trim()}`,
      `Delete ${folder}, then try again.`,
    );
  }
  if (!withEmscripten) return;
  const { root, env } = ownEmscripten();
  if (await emccVersion(path.join(root, 'emcc'), env)) return;
  throw new SetupError(
    'Emscripten was installed but does not run.',
    `Check that python3 works, delete ${folder}, then try again.`,
  );
}

function ownEmscripten() {
  return {
    root: path.join(folder, 'usr/share/emscripten'),
    version: emscriptenVersion,
    env: { EM_CONFIG: path.join(folder, 'emscripten.config'), EM_NODE_JS: process.execPath },
  };
}

function clangFormatFile() {
  return path.join(folder, 'usr/lib/llvm-19/bin/clang-format');
}

/** Whether the folder holds Debian's packages rather than the public sources. */
export function fromPackages() {
  return exists(path.join(folder, 'usr/bin/patchelf'));
}

/**
 * @param {import('./find.js').Emscripten | undefined} found
 * @returns {Promise<Toolchain>}
 */
async function describe(found) {
  const packages = await fromPackages();
  const sdk = {
    root: path.join(emsdkFolder(folder), 'upstream/emscripten'),
    version: emscriptenVersion,
    env: { EM_CONFIG: path.join(emsdkFolder(folder), '.emscripten') },
  };
  return {
    emscripten: found ?? (packages ? ownEmscripten() : sdk),
    include: path.join(folder, 'usr/include'),
    googletest: path.join(folder, 'usr/src/googletest'),
    ninja: packages ? path.join(folder, 'usr/bin/ninja') : await findOnPath('ninja'),
    clangFormat: packages ? clangFormatFile() : await findOnPath('clang-format-19', 'clang-format'),
  };
}

/** @returns {Promise<Stamp | undefined>} */
async function readStamp() {
  return readFile(stampFile, 'utf8')
    .then(JSON.parse)
    .catch(() => undefined);
}

/** @param {Stamp} stamp */
async function writeStamp(stamp) {
  await writeFile(stampFile, JSON.stringify(stamp, undefined, 2));
}
