// Imports that lead back to where they start: between features of the page, and between files. What is
// fetched later, by import(), and what names a type only does not count.

import { featureOf, importsOf } from './imports.js';

/** @typedef {Map<string, Set<string>>} Uses what uses what */

/**
 * @param {Map<string, string>} sources path from the root -> text
 * @param {(file: string) => string | undefined} nodeOf what a file counts as; undefined: it does not count
 * @returns {Uses}
 */
function usesOf(sources, nodeOf) {
  /** @type {Uses} */
  const uses = new Map();
  for (const [file, text] of sources) {
    const from = nodeOf(file);
    if (!from || !/\.jsx?$/.test(file)) continue;
    for (const { target, isType, isDynamic } of importsOf(file, text)) {
      const to = nodeOf(target);
      if (isType || isDynamic || !to || to === from) continue;
      uses.set(from, (uses.get(from) ?? new Set()).add(to));
    }
  }
  return uses;
}

/**
 * @param {Uses} uses
 * @param {string} from
 * @param {string} to
 * @param {Set<string>} [seen]
 * @returns {string[] | undefined} the way from one to the other; undefined where there is none
 */
function way(uses, from, to, seen = new Set()) {
  for (const next of uses.get(from) ?? []) {
    if (next === to) return [from, to];
    if (seen.has(next)) continue;
    const rest = way(uses, next, to, seen.add(next));
    if (rest) return [from, ...rest];
  }
  return undefined;
}

/** @param {Uses} uses @returns {string[][]} for everything in a circle, one circle that it is in */
function circlesOf(uses) {
  return [...uses.keys()].sort().flatMap((start) => {
    const circle = way(uses, start, start);
    return circle ? [circle] : [];
  });
}

/**
 * Features that use each other, directly or by way of others.
 *
 * @param {Map<string, string>} sources
 */
export function featureCircles(sources) {
  return circlesOf(usesOf(sources, featureOf)).map(
    (circle) => `${circle[0]}: features in a circle: ${circle.join(' -> ')}`,
  );
}

const isChecked = (/** @type {string} */ file) => /^(web|bindings)\/.*\.jsx?$/.test(file);

/**
 * Files of web/ and bindings/ that import each other, directly or by way of others.
 *
 * @param {Map<string, string>} sources
 */
export function fileCircles(sources) {
  const nodeOf = (/** @type {string} */ file) => (isChecked(file) ? file : undefined);
  return circlesOf(usesOf(sources, nodeOf)).map(
    (circle) => `${circle[0]}: files that import each other: ${circle.join(' -> ')}`,
  );
}
