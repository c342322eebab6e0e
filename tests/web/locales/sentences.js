// Every sentence that the core, the bridge and the worker may refuse something with, read from their
// sources: the literals of what is given to the functions that fail, with MARK for what is only known
// when it happens. A variable or a function of the same file stands for what it is made of. Not a
// parser of C++ or JavaScript: what it cannot read is MARK, and the tests look at how many it found.

import { readFileSync, readdirSync } from 'node:fs';

/** Stands for a value: no letter, nothing that a sentence has. */
export const MARK = '\uE000';

const expected = (/** @type {string} */ what) => `"expected " + ${what} + ", got " + value`;

/**
 * What a call says, from its arguments; undefined where it says nothing.
 *
 * @type {Record<string, (args: string[]) => string | undefined>}
 */
const CALLS = {
  fail_experiment: ([, message]) => message,
  fail: ([name, what]) => (what ? CALLS.refusal([name, what]) : undefined),
  fail_expected: ([, what]) => what && expected(what),
  expect_list: ([, , what]) => what && expected(what),
  expect: ([, , what]) => what && expected(what),
  note: ([, message]) => message,
  push_back: ([fault]) =>
    fault.startsWith('{') ? splitTop(fault.slice(1, -1), ',')[1] : undefined,
  Error: ([kind, message]) => (kind?.startsWith('ErrorKind::') ? message : undefined),
  countable: ([what]) => `"expected at most 536870911 " + ${what} + ", got " + value`,
  AnnealError: ([, message]) => message,
  Refusal: ([, message]) => message,
  RunError: ([problem]) => /message: ('[^']*')/.exec(problem ?? '')?.[1],
  refusal: ([, what]) => what && `"\\"" + name + "\\" " + ${what}`,
  // Elsewhere a key of the catalogue is given.
  refuse: ([, what]) => (what?.includes(' ') ? what : undefined),
};

const CALL =
  /\b(fail(?:_\w+)?|expect_list|expect|note|countable|push_back|Error|AnnealError|Refusal|RunError|refus(?:al|e))\s*\(/g;

/**
 * @param {string[]} folders below the root of the repository
 * @param {RegExp} names of files
 * @returns {{file: string, sentence: string}[]}
 */
export function sentencesOf(folders, names) {
  return folders.flatMap((folder) => {
    const directory = new URL(`../../../${folder}/`, import.meta.url);
    const files = readdirSync(directory, { recursive: true, encoding: 'utf8' });
    return files
      .filter((file) => names.test(file))
      .flatMap((file) => {
        const source = withoutComments(readFileSync(new URL(file, directory), 'utf8'));
        const found = new Set(sentencesIn(source));
        return [...found].map((sentence) => ({ file: `${folder}/${file}`, sentence }));
      });
  });
}

/** @param {string} source @returns {string[]} */
export function sentencesIn(source) {
  return [...source.matchAll(CALL)].flatMap((call) => {
    const open = call.index + call[0].length;
    const args = splitTop(source.slice(open, closing(source, open)), ',');
    const message = CALLS[call[1]] ? CALLS[call[1]](args) : args[0];
    if (message === undefined) return [];
    return skeletons(message, source.slice(0, call.index), 0).filter((text) =>
      /[a-z]{3}/.test(text),
    );
  });
}

/** Enough for what a sentence is put together from, and an end for what refers to itself. */
const DEEPEST = 5;

/**
 * @param {string} expression that makes a text
 * @param {string} before the source in front of it
 * @param {number} depth
 * @returns {string[]} what the text may be
 */
function skeletons(expression, before, depth) {
  const text = expression
    .trim()
    .replace(/^return\b/, '')
    .trim();
  if (depth > DEEPEST) return [MARK];
  const inner = (/** @type {string} */ part) => skeletons(part, before, depth + 1);
  const [condition, ...branches] = splitChoice(text);
  if (condition !== undefined && branches.length > 0) return branches.flatMap(inner);
  const parts = text.startsWith('`') ? pieces(text) : splitTop(text, '+');
  if (parts.length > 1) {
    return parts.map(inner).reduce((all, next) => all.flatMap((a) => next.map((b) => a + b)), ['']);
  }
  if (/^"/.test(text) || /^'/.test(text)) return [literal(text)];
  const wrapped = /^(?:std::string)?\(/.exec(text);
  if (wrapped && closing(text, wrapped[0].length) === text.length - 1) {
    return inner(text.slice(wrapped[0].length, -1));
  }
  const name = /^\w+/.exec(text)?.[0];
  const made = name ? definition(name, text, before).flatMap(inner) : [];
  return made.length > 0 ? made : [MARK];
}

/**
 * What a name of the same file stands for: a text that was given it, or what a function returns.
 *
 * @param {string} name
 * @param {string} text
 * @param {string} before
 * @returns {string[]} expressions
 */
function definition(name, text, before) {
  if (text === name) {
    const given = before.lastIndexOf(` ${name} = `);
    if (given < 0) return [];
    const start = given + name.length + 4;
    return [before.slice(start, before.indexOf(';', start))];
  }
  const header = new RegExp(`(?:std::string |const )${name}(?:\\(| = \\()`).exec(before);
  if (!header) return [];
  const args = closing(before, header.index + header[0].length);
  const open = before.indexOf('{', args) + 1;
  const body = before.slice(open, closing(before, open));
  return [...body.matchAll(/\breturn ([^;]+);/g)].map(([, value]) => value);
}

/** The literals of C++ that stand one behind the other, or one of JavaScript. @param {string} text */
function literal(text) {
  return [...text.matchAll(/(["'])((?:\\.|(?!\1)[^\\])*)\1/g)]
    .map(([, , inside]) => inside.replace(/\\(.)/g, '$1'))
    .join('');
}

/** What a template of JavaScript is put together from, as expressions. @param {string} text */
function pieces(text) {
  const result = ["''"];
  let start = 1;
  for (let i = 1; i < text.length; ++i) {
    if (i < text.length - 1 && !text.startsWith('${', i)) continue;
    result.push(JSON.stringify(text.slice(start, i)));
    if (i === text.length - 1) break;
    const end = closing(text, i + 2);
    result.push(text.slice(i + 2, end));
    start = end + 1;
    i = end;
  }
  return result;
}

/** A condition and what follows from it; the expression alone where it asks nothing. @param {string} text */
function splitChoice(text) {
  const [condition, ...rest] = splitTop(text, '?');
  if (rest.length === 0) return [];
  return [condition, ...splitTop(rest.join('?'), ':')];
}

/**
 * Split where a sign stands outside of brackets and quotes, alone: not at ??, ?. or ::.
 *
 * @param {string} text
 * @param {string} sign
 */
function splitTop(text, sign) {
  const parts = [];
  let start = 0;
  for (let i = 0; i < text.length; i = next(text, i)) {
    const double = text[i + 1] === sign || text[i - 1] === sign || text[i + 1] === '.';
    if (text[i] !== sign || (double && sign !== ',')) continue;
    parts.push(text.slice(start, i));
    start = i + 1;
  }
  return [...parts, text.slice(start)].map((part) => part.trim());
}

/** Where the bracket is closed that was opened before a place. @param {string} text @param {number} open */
function closing(text, open) {
  let i = open;
  while (i < text.length && !')]}'.includes(text[i])) i = next(text, i);
  return i;
}

/** The place behind what stands at a place: a sign, something quoted, or something in brackets. @param {string} text @param {number} at @returns {number} */
function next(text, at) {
  if ('([{'.includes(text[at])) return closing(text, at + 1) + 1;
  if (!'"\'`'.includes(text[at])) return at + 1;
  let i = at + 1;
  while (i < text.length && text[i] !== text[at]) {
    if (text[at] === '`' && text.startsWith('${', i)) i = closing(text, i + 2);
    i += text[i] === '\\' ? 2 : 1;
  }
  return i + 1;
}

/** @param {string} source */
const withoutComments = (source) =>
  source.replace(/^\s*(\/\/|\/\*|\*).*$/gm, '').replace(/ \/\/ [^"'`\n]*$/gm, '');
