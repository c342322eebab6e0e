// Files of the command line: read with messages that say what to do, written whole or not at all.

import { access, constants, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Something about a file that the person at the command line can mend. */
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
 * @param {string} [hint] what to do where it cannot be read
 */
export async function read(file, hint = '') {
  try {
    return await readFile(file);
  } catch (error) {
    throw new PathError(`${file} cannot be read: ${reasonOf(error)}.${hint}`);
  }
}

/** To be known before hours of training, not after. @param {string} file */
export async function checkWritable(file) {
  const folder = path.dirname(path.resolve(file));
  try {
    await access(folder, constants.W_OK);
  } catch {
    throw new PathError(
      `${file} cannot be written: ${folder} is no folder that can be written to.`,
    );
  }
}

/**
 * A reader of the file sees the old content or the new, never a part.
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
