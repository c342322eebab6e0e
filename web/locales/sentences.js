// Says in another language what the core, the bridge and the worker say in English. Their sentences are
// an interface of their own, which Node and the tests read, and are put together in some two hundred
// places of C++: keys and values in their stead would change them all, and be a second text to keep in
// step. So the catalogue of a language lists sentences as patterns, "expected {what:thing}, got {got}",
// and a test reads the sources and fails for a sentence that has none. What is in no catalogue stays
// English: nothing is ever lost.
//
// A place takes any text, which stays as it is: {got}. With a kind it takes only what can be said:
// {what:thing}, one of the list of things, or a value without words; {rest:sentence}, a whole sentence
// again; {where:path}, a setting of the document. Left out: markup; the answer is text as the question.

/** @typedef {readonly (readonly [string, string])[]} Pairs English, and how it is said */
/** @typedef {{sentences: Pairs, things: Pairs}} Sentences */
/** @typedef {{name: string, kind: string}} Place */
/** @typedef {{literals: string[], places: Place[], weight: number, said: string}} Pattern */

/** A sentence within a sentence within one; a text that was made to look so goes no deeper. */
const DEEPEST = 5;
/** A message is a line; what is longer is no sentence of ours. */
const LONGEST = 2000;

const PATH = /^[\w.[\]]+$/;
/** Two or more in quotes, "a", "b" or "c". */
const QUOTED_LIST = /^"[^"]*"(?:, "[^"]*")* or "[^"]*"$/;
const LETTERS = /\p{L}/u;
const WORDLESS = /"[^"]*"| x /g;

/**
 * @param {Sentences} catalogue
 * @param {string} or the word between the last two of a list
 * @returns {(message: string) => string}
 */
export function createTranslator({ sentences, things }, or) {
  const lists = { sentence: compile(sentences), thing: compile(things) };

  /** @param {'sentence' | 'thing'} kind @param {string} text @param {number} depth */
  const translate = (kind, text, depth) => {
    if (depth > DEEPEST) return undefined;
    for (const pattern of lists[kind]) {
      const values = match(pattern, text);
      const said = values && sayAll(pattern, values, depth + 1);
      if (said) return fill(pattern.said, said);
    }
    return undefined;
  };

  /** @param {Pattern} pattern @param {string[]} values @param {number} depth */
  const sayAll = ({ places }, values, depth) => {
    /** @type {Record<string, string>} */
    const said = {};
    for (const [i, { name, kind }] of places.entries()) {
      const value = say(kind, values[i], depth);
      if (value === undefined) return undefined;
      said[name] = value;
    }
    return said;
  };

  /** @param {string} kind @param {string} text @param {number} depth */
  const say = (kind, text, depth) => {
    if (kind === 'path') return PATH.test(text) ? text : undefined;
    if (kind === 'sentence') return translate('sentence', text, depth);
    if (kind !== 'thing') return text;
    if (QUOTED_LIST.test(text))
      return text.replaceAll('", "', '"、"').replace('" or "', `" ${or} "`);
    return LETTERS.test(text.replace(WORDLESS, '')) ? translate('thing', text, depth) : text;
  };

  return (message) =>
    (message.length <= LONGEST ? translate('sentence', message, 0) : undefined) ?? message;
}

/**
 * Those that hold a sentence first, which has to be one of ours; then the most literal, which are the most
 * precise.
 *
 * @param {Pairs} pairs
 * @returns {Pattern[]}
 */
function compile(pairs) {
  return pairs
    .map(([english, said]) => {
      const parts = english.split(/\{(\w+(?::\w+)?)\}/);
      const literals = parts.filter((_, i) => i % 2 === 0);
      const places = parts
        .filter((_, i) => i % 2 === 1)
        .map((place) => ({ name: place.split(':')[0], kind: place.split(':')[1] ?? '' }));
      const strict = places.some(({ kind }) => kind === 'sentence');
      const weight = literals.join('').length + (strict ? LONGEST : 0);
      return { literals, places, weight, said };
    })
    .sort((a, b) => b.weight - a.weight);
}

/**
 * What stands at the places of a pattern. Each literal is looked for once, from where the one before
 * it ended, so that no text takes long.
 *
 * @param {Pattern} pattern
 * @param {string} text
 * @returns {string[] | undefined}
 */
function match({ literals, places }, text) {
  const first = literals[0];
  if (places.length === 0) return text === first ? [] : undefined;
  const last = literals[literals.length - 1];
  const end = text.length - last.length;
  if (!text.startsWith(first) || !text.endsWith(last) || end < first.length) return undefined;
  const values = [];
  let at = first.length;
  for (const literal of literals.slice(1, -1)) {
    const found = text.indexOf(literal, at);
    if (found < 0 || found + literal.length > end) return undefined;
    values.push(text.slice(at, found));
    at = found + literal.length;
  }
  return [...values, text.slice(at, end)];
}

/** Between Chinese and what is not there is a space, where the pattern has none. @param {string} said @param {Record<string, string>} values */
function fill(said, values) {
  const parts = said.split(/\{(\w+)\}/).map((part, i) => (i % 2 === 1 ? values[part] : part));
  return parts.reduce((all, part) =>
    all + part === '' || !apart(all, part) ? all + part : `${all} ${part}`,
  );
}

const HAN_LAST = /\p{Script=Han}$/u;
const HAN_FIRST = /^\p{Script=Han}/u;
const PLAIN_LAST = /[\w"'\])}…]$/;
const PLAIN_FIRST = /^[\w"'[({.+-]/;

/** @param {string} left @param {string} right */
const apart = (left, right) =>
  (HAN_LAST.test(left) && PLAIN_FIRST.test(right)) ||
  (PLAIN_LAST.test(left) && HAN_FIRST.test(right));
