// The words of the page: one catalogue a language, one way to ask for them. What asks while it is
// drawn is drawn anew when the language changes. English is always here; the others are fetched.

import { signal } from '@preact/signals';
import { en } from './en.js';
import { createFormat } from './format.js';

/** @typedef {Record<string, string>} Catalogue */
/** @typedef {(message: string) => string} Translate what the core says into a language */
/** @typedef {{catalogue: Catalogue, translate: Translate}} Words */
/** @typedef {{code: string, name: string, load: () => Promise<Words>}} Language */

/** @type {Translate} */
const asItIs = (message) => message;

/** Each by its own name for itself. @type {readonly Language[]} */
export const languages = [
  { code: 'en', name: 'English', load: async () => ({ catalogue: en, translate: asItIs }) },
  { code: 'zh-Hans', name: '简体中文', load: loadChinese },
];

async function loadChinese() {
  const { zh, translate } = await import('./zh.js');
  return { catalogue: zh, translate };
}

/** @type {import('@preact/signals').Signal<Words & {code: string, format: Format}>} */
const spoken = signal({
  code: 'en',
  catalogue: en,
  translate: asItIs,
  format: createFormat('en'),
});

/** @typedef {import('./format.js').Format} Format */

/** The code of the language that is spoken. */
export const language = () => spoken.value.code;

/** @param {string} code one of `languages` */
export async function speak(code) {
  const wanted = languages.find((candidate) => candidate.code === code) ?? languages[0];
  spoken.value = { ...(await wanted.load()), code: wanted.code, format: createFormat(wanted.code) };
}

/**
 * The first of a reader's languages that there is a catalogue for, else English.
 *
 * @param {readonly string[]} wanted as the browser gives them: zh-CN, en-GB, ...
 */
export function bestLanguage(wanted) {
  for (const tag of wanted) {
    const [spokenLanguage] = tag.toLowerCase().split('-');
    const found = languages.find(({ code }) => code.split('-')[0] === spokenLanguage);
    if (found) return found.code;
  }
  return languages[0].code;
}

/**
 * The words for a key, its {places} filled in.
 *
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function t(key, values = {}) {
  const message = spoken.value.catalogue[key];
  if (message === undefined) throw new Error(`no words for ${key}`);
  return message.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}

/** What the core, the bridge or the worker says, in the language that is spoken. @type {Translate} */
export const tCore = (message) => spoken.value.translate(message);

/**
 * For keys that are put together from what a document says: a type that has no words of its own here
 * is called by its name.
 *
 * @param {string} group
 * @param {string} name
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function tName(group, name, values) {
  const key = `${group}.${name}`;
  return key in en ? t(key, values) : name;
}

/** Numbers as they are written in the language that is spoken. @type {Format} */
export const format = /** @type {Format} */ (
  Object.fromEntries(
    Object.keys(createFormat('en')).map((name) => [
      name,
      (/** @type {any[]} */ ...values) =>
        /** @type {any} */ (spoken.value.format)[name](.../** @type {any} */ (values)),
    ]),
  )
);
