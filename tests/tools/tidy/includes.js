// Which of the project's own headers a C++ file includes, directly or by way of others.

import path from 'node:path';

/** Folders in which the compiler looks, beside the file's own. */
const searched = ['core', '.', 'tests/core'];

/**
 * @param {string} file path from the root
 * @param {Map<string, string>} sources path from the root -> text
 * @returns {string[]} paths from the root, sorted; without `file`
 */
export function ownHeaders(file, sources) {
  const found = new Set([file]);
  for (const from of found) {
    for (const [, name] of (sources.get(from) ?? '').matchAll(/^\s*#\s*include\s*"([^"]+)"/gm)) {
      const header = [path.posix.dirname(from), ...searched]
        .map((folder) => path.posix.join(folder, name))
        .find((candidate) => sources.has(candidate));
      if (header) found.add(header);
    }
  }
  found.delete(file);
  return [...found].sort();
}
