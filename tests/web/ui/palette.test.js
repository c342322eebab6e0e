// The colours of the page: words can be read on every ground in both themes (WCAG 2, AA), and the four that
// mean something on the chart can be told apart by every kind of sight.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { apartness, colorsOf, contrast } from '../colors.js';

const css = readFileSync(new URL('../../../web/ui/tokens.css', import.meta.url), 'utf8');

/** What words are written in, and what they are written on. */
const WORDS = ['--ink', '--ink-soft', '--ink-quiet', '--wrong'];
const MEANINGS = ['--rate', '--held-out', '--training', '--loss'];
const GROUNDS = ['--paper', '--raised', '--whisper'];

describe.each(/** @type {const} */ (['light', 'dark']))('%s: colours', (theme) => {
  const colors = colorsOf(css, theme);

  it('of words can be read on every ground', () => {
    for (const word of [...WORDS, ...MEANINGS.map((name) => `${name}-text`)]) {
      for (const ground of GROUNDS) {
        const found = contrast(colors[word], colors[ground]);
        expect(found, `${word} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
    expect(contrast(colors['--ink'], colors['--whisper'])).toBeGreaterThanOrEqual(7);
  });

  it('of lines in ink are seen on the deepest shade of a heat map', () => {
    expect(contrast(colors['--ink'], colors['--density'])).toBeGreaterThanOrEqual(3);
  });

  it.each(/** @type {const} */ (['common', 'protan', 'deutan', 'tritan']))(
    'that mean something are told apart by %s sight',
    (sight) => {
      for (const [index, name] of MEANINGS.entries()) {
        for (const other of MEANINGS.slice(0, index)) {
          const distance = apartness(colors[name], colors[other], sight);
          expect(distance, `${name} and ${other}`).toBeGreaterThan(10);
        }
      }
      // These two share a band.
      expect(apartness(colors['--held-out'], colors['--training'], sight)).toBeGreaterThan(15);
    },
  );
});
