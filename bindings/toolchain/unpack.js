// Unpacks Debian archives into a folder of ours: first aside, then renamed, so that a folder with
// the final name is always whole. Leaves out what pins.js lists. It runs no package's scripts.

import { spawn } from 'node:child_process';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { leftOut } from './pins.js';
import { SetupError, progress } from './report.js';

/**
 * @param {string[]} archives
 * @param {string} target becomes the folder that holds the packages' `usr`
 */
export async function unpackAll(archives, target) {
  const aside = path.join(target, 'unpacking');
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { recursive: true });
  const bar = progress('Unpacking');
  for (const [index, archive] of archives.entries()) {
    const name = path.basename(archive).split('_')[0];
    bar.update(`${index + 1} of ${archives.length} (${name})`);
    const problem = await unpack(archive, aside);
    if (problem) {
      bar.stop();
      throw new SetupError(
        `${path.basename(archive)} could not be unpacked: ${problem}`,
        /no space/i.test(problem)
          ? 'Free some disk space, then try again: the downloads are kept.'
          : `Delete ${path.dirname(archive)}, then try again.`,
      );
    }
  }
  const final = path.join(target, 'usr');
  await rm(final, { recursive: true, force: true });
  await rename(path.join(aside, 'usr'), final);
  await rm(aside, { recursive: true, force: true });
  bar.done(`${archives.length} packages, done`);
}

/**
 * @param {string} archive
 * @param {string} folder
 * @returns {Promise<string>} what went wrong, or nothing
 */
function unpack(archive, folder) {
  return new Promise((resolve) => {
    const reader = spawn('dpkg-deb', ['--fsys-tarfile', archive], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const excluded = leftOut.map((pattern) => `--exclude=${pattern}`);
    const writer = spawn('tar', ['-x', '--no-same-owner', '-C', folder, ...excluded], {
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    writer.stdin.on('error', () => {}); // its own exit code says more
    reader.stdout.pipe(writer.stdin);
    const trouble = { text: '', open: 2 };
    for (const child of [reader, writer]) {
      child.stderr?.setEncoding('utf8').on('data', (text) => (trouble.text += text));
      let told = false;
      const end = (/** @type {string} */ problem) => {
        if (told) return;
        told = true;
        trouble.text += problem;
        trouble.open -= 1;
        if (trouble.open === 0) resolve(trouble.text.trim());
      };
      child.on('error', (error) => end(String(error)));
      child.on('close', (code) => end(code ? `${child.spawnfile} ended with code ${code}` : ''));
    }
  });
}
