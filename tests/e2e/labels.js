// The labels of the page by their keys, for tests that go the same way in every language. Elsewhere a test
// says what it looks for in plain words.

import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const web = new URL('../../web/', import.meta.url);

/** @param {'en' | 'zh-Hans'} language @returns {Promise<Record<string, string>>} */
export async function labelsOf(language) {
  const ending = `labels.${language === 'en' ? 'en' : 'zh'}.js`;
  const names = readdirSync(fileURLToPath(web), { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => name.endsWith(ending));
  const parts = await Promise.all(files.map((name) => import(new URL(name, web).href)));
  return Object.assign({}, ...parts.flatMap(Object.values));
}
