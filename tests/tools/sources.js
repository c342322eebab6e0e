// Lists and reads the project's own files: those that git knows or would add.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../bindings/toolchain/paths.js';
import { run } from '../../bindings/toolchain/process.js';

/** @returns {Promise<string[]>} paths from the root, with forward slashes */
export async function ownFiles() {
  const listing = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const result = await run('git', listing, { cwd: root });
  if (result.code !== 0) throw new Error(`git ls-files failed: ${result.output}`);
  return [...new Set(result.stdout.split('\0').filter(Boolean))].sort();
}

export async function cppFiles() {
  return (await ownFiles()).filter((file) => /\.(cpp|h)$/.test(file));
}

/**
 * Text of every source file; other files are listed with no text. Files that git still lists but
 * that have been deleted are left out.
 * @returns {Promise<Map<string, string>>}
 */
export async function readSources() {
  /** @type {Map<string, string>} */
  const sources = new Map();
  for (const file of await ownFiles()) {
    const isSource = /\.(cpp|h|js|jsx|css|py)$/.test(file);
    const text = await readFile(path.join(root, file), isSource ? 'utf8' : 'latin1').catch(
      () => undefined,
    );
    if (text !== undefined) sources.set(file, isSource ? text : '');
  }
  return sources;
}
