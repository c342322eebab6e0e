// Brings clang-tidy, which only `npm run check` needs: on Debian its package, unpacked beside the
// toolchain, which stays as it is; elsewhere the machine's own. Its checks are in .clang-tidy.

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fetchPackages } from './apt.js';
import { olderThan } from './find.js';
import { toolchainFolder } from './paths.js';
import { lintBytes, lintPackages } from './pins.js';
import { findOnPath, run } from './process.js';
import { bindPrograms } from './relocate.js';
import { SetupError, say } from './report.js';
import { fromPackages, requireSpace } from './toolchain.js';
import { unpackAll } from './unpack.js';

const oldest = '19.0.0';
const folder = path.join(toolchainFolder, 'lint');
const program = path.join(folder, 'usr/lib/llvm-19/bin/clang-tidy');
const stampFile = path.join(folder, 'stamp.json');

/**
 * Installs clang-tidy where it is missing; quick when it is there.
 * @returns {Promise<string>} path of the program
 * @throws {SetupError} where the machine must bring it and does not
 */
export async function ensureClangTidy() {
  if (!(await fromPackages())) return machinesOwn();
  const wanted = JSON.stringify({ packages: lintPackages, place: folder });
  if ((await readFile(stampFile, 'utf8').catch(() => '')) !== wanted) {
    await install();
    await writeFile(stampFile, wanted);
  }
  return program;
}

async function install() {
  await mkdir(folder, { recursive: true });
  await rm(stampFile, { force: true });
  say(`Installing clang-tidy into ${folder}`);
  const downloads = path.join(folder, 'downloads');
  const archives = await fetchPackages(lintPackages, downloads, (bytes) =>
    requireSpace(bytes + lintBytes),
  );
  await unpackAll(archives, folder);
  await bindPrograms(toolchainFolder, [program]);
  if (!(await versionOf(program))) {
    throw new SetupError(
      'clang-tidy was installed but does not run.',
      `Delete ${folder}, then try again.`,
    );
  }
  await rm(downloads, { recursive: true, force: true });
}

async function machinesOwn() {
  const found = await findOnPath('clang-tidy-19', 'clang-tidy');
  const version = found && (await versionOf(found));
  if (found && version && !olderThan(version, oldest)) return found;
  throw new SetupError(
    `clang-tidy ${version ? `is ${version}, which is too old` : 'is missing'}.`,
    'Install clang-tidy 19 or newer.',
  );
}

/** @param {string} file */
async function versionOf(file) {
  const result = await run(file, ['--version']);
  return result.code === 0 ? /version (\d+\.\d+\.\d+)/.exec(result.stdout)?.[1] : undefined;
}
