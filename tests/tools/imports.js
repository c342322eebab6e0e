// The imports of a JavaScript file, found by pattern, and the feature of the page that a file belongs to.

import path from 'node:path';

/** Names of types vanish when the page runs, so every part of the page may speak of any of it. */
const inComment = /(^\s*\*|\/\*\*)(?!.*\*\/)/;

/**
 * @param {string} file
 * @param {string} text
 */
export function importsOf(file, text) {
  return matchingLines(text, /(?:\bfrom\s+|\bimport\s*(\()?\s*)(['"])(\.[^'"]*)\2/).map(
    ({ line, match }) => ({
      line,
      target: path.posix.join(path.posix.dirname(file), match[3]),
      isDynamic: match[1] !== undefined,
      isType: inComment.test(match.input.slice(0, match.index + 1)),
    }),
  );
}

/** The feature of the page that a file belongs to. @param {string} file */
export const featureOf = (file) =>
  /^web\/features\/(?:panels\/(?=[\w-]+\/))?[\w-]+(?=\/)/.exec(file)?.[0];

/**
 * @param {string} text
 * @param {RegExp} pattern
 */
export function matchingLines(text, pattern) {
  return text.split('\n').flatMap((content, index) => {
    const match = pattern.exec(content);
    return match ? [{ line: index + 1, match }] : [];
  });
}
