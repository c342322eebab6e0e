// One setup at a time in a working copy: a second start waits instead of spoiling the first's work.

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildFolder } from './paths.js';
import { say } from './report.js';

const setupLock = path.join(buildFolder, 'setup.lock');

/**
 * @template T
 * @param {() => Promise<T>} work
 * @param {string} [file]
 * @returns {Promise<T>}
 */
export async function withLock(work, file = setupLock) {
  await mkdir(path.dirname(file), { recursive: true });
  let told = false;
  while (!(await take(file))) {
    if (!told) say('Waiting for another setup in this folder to end');
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

/**
 * A lock whose process has ended is taken over.
 * @param {string} file
 * @returns {Promise<boolean>}
 */
async function take(file) {
  const taken = await writeFile(file, String(process.pid), { flag: 'wx' }).then(
    () => true,
    (error) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
  if (taken) return true;
  const owner = Number(await readFile(file, 'utf8').catch(() => ''));
  if (!owner || isRunning(owner)) return false;
  await rm(file, { force: true });
  return take(file);
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
