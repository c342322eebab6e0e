import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../bindings/toolchain/paths.js';
import { ownFiles } from './sources.js';

/**
 * The scripts that a text names: `npm run X`, and what follows it in code of the same table cell, as
 * in "| `npm run test:web`, `test:e2e` | ...".
 * @param {string} text
 */
function namedScripts(text) {
  const names = [...text.matchAll(/\bnpm run ([\w:]+)/g)].map((match) => match[1]);
  for (const [, cell] of text.matchAll(/^\| (`npm run [^|]*)\|/gm)) {
    names.push(...[...cell.matchAll(/, `([\w:]+)`/g)].map((match) => match[1]));
  }
  return names;
}

test('every script that a README or CONTRIBUTING.md names is in package.json', async () => {
  const { scripts } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const documents = (await ownFiles()).filter((file) => /(README|CONTRIBUTING)\.md$/.test(file));
  expect(documents).toContain('README.md');
  for (const document of documents) {
    const named = namedScripts(await readFile(path.join(root, document), 'utf8'));
    expect(
      named.filter((name) => !(name in scripts)),
      document,
    ).toEqual([]);
  }
});

test('scripts are found in text and in tables', () => {
  const text =
    'Run `npm run check`.\n| `npm run test:web`, `test:e2e -- x` , `bench` | `words` |\n';
  expect(namedScripts(text)).toEqual(['check', 'test:web', 'bench']);
});
