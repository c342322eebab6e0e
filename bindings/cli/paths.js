// Files of the command line: errors name the file and a remedy; a file is written whole or not at all.

import { access, constants, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A file cannot be read or written. */
export class PathError extends Error {}

/** @param {unknown} error */
function reasonOf(error) {
  const code = /** @type {NodeJS.ErrnoException} */ (error).code ?? '';
  const reasons = /** @type {Record<string, string>} */ ({
    ENOENT: 'there is no such file',
    EISDIR: 'it is a folder',
    EACCES: 'permission is denied',
    ENOSPC: 'the disk is full',
  });
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}

/**
 * @param {string} file
 * @param {string} [hint] what to do when it cannot be read
 */
export async function read(file, hint = '') {
  try {
    return await readFile(file);
  } catch (error) {
    throw new PathError(`${file} cannot be read: ${reasonOf(error)}.${hint}`);
  }
}

/** Checked before training, so that no run is lost. @param {string} file */
export async function checkWritable(file) {
  const folder = path.dirname(path.resolve(file));
  try {
    await access(folder, constants.W_OK);
  } catch {
    throw new PathError(`${file} cannot be written: ${folder} is not a writable folder.`);
  }
}

/**
 * Another process sees the old content or the new, never a part.
 *
 * @param {string} file
 * @param {string | Uint8Array} content
 */
export async function writeWhole(file, content) {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, content);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new PathError(`${file} cannot be written: ${reasonOf(error)}.`);
  }
}
