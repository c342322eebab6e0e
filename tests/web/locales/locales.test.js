import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en } from '../../../web/locales/en.js';
import { zh } from '../../../web/locales/zh.js';
import { createFormat, significant, texNumber } from '../../../web/locales/format.js';
import { bestLanguage, format, language, speak, t, tName } from '../../../web/locales/index.js';

describe('words', () => {
  it('fill in their places', () => {
    expect(t('progress.of', { done: 3, total: 30 })).toBe('3 / 30');
    expect(() => t(/** @type {any} */ ('no.such'))).toThrow('no.such');
    expect(tName('schedule.families', 'unheard_of')).toBe('unheard_of');
  });

  it('exist for every key that a view asks for, and are all asked for', () => {
    const folder = new URL('../../../web/', import.meta.url);
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(
        (name) => /^(app|features|ui)\/.*\.jsx?$/.test(name) && !/labels\.\w+\.js$/.test(name),
      )
      .map((name) => readFileSync(new URL(name, folder), 'utf8'))
      .join('\n');
    const asked = [...sources.matchAll(/'([a-z][A-Za-z]*(?:\.[A-Za-z]+)+)'/g)].map(
      ([, key]) => key,
    );
    const groups = [...sources.matchAll(/tName\(\s*'([A-Za-z.]+)'/g)].map(([, group]) => group);
    const direct = [...sources.matchAll(/\bt\('([^']+)'/g)].map(([, key]) => key);
    for (const key of direct) expect(en).toHaveProperty([key]);
    for (const key of Object.keys(en)) {
      const used = asked.includes(key) || groups.some((group) => key.startsWith(`${group}.`));
      expect(used, `${key} is asked for nowhere`).toBe(true);
    }
  });

  it('stand in one file each', () => {
    const folder = new URL('../../../web/', import.meta.url);
    for (const [language, catalogue] of /** @type {const} */ ([
      ['en', en],
      ['zh', zh],
    ])) {
      const keys = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith(`labels.${language}.js`))
        .map((name) => readFileSync(new URL(name, folder), 'utf8'))
        .flatMap((text) => [...text.matchAll(/^ {2}'([^']+)':/gm)].map(([, key]) => key));
      expect(keys.sort()).toEqual(Object.keys(catalogue).sort());
    }
  });
});

describe('languages', () => {
  it('have their own sign between the parts of a list', () => {
    expect(createFormat('en').list(['A', 2])).toBe('A, 2');
    expect(createFormat('zh-Hans').list(['A', 2])).toBe('A、2');
  });

  it('have words for the same keys, with the same places to fill in', () => {
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
    const places = (/** @type {string} */ text) => new Set(text.match(/\{\w+\}/g));
    for (const [key, text] of Object.entries(en)) {
      const translated = places(zh[/** @type {keyof typeof en} */ (key)]);
      for (const place of translated) expect(places(text), key).toContain(place);
    }
  });

  it('are chosen by what the reader reads, and change in place', async () => {
    expect(bestLanguage(['zh-CN', 'en'])).toBe('zh-Hans');
    expect(bestLanguage(['fr', 'en-GB', 'zh'])).toBe('en');
    expect(bestLanguage([])).toBe('en');
    await speak('zh-Hans');
    expect([language(), t('training.run'), format.count(5900)]).toEqual([
      'zh-Hans',
      '运行',
      '5,900',
    ]);
    await speak('en');
    expect(t('training.run')).toBe('Run');
  });
});

describe('numbers', () => {
  const format = createFormat('en');

  it('are written as people read them', () => {
    expect([0.1, 0.0123456, 3e-4, 0, 0.001].map(format.rate)).toEqual([
      '0.1',
      '0.0123',
      '3e-4',
      '0',
      '0.001',
    ]);
    expect(format.percent(0.982)).toBe('98.2\u202f%');
    expect(format.count(5900)).toBe('5,900');
    expect([5943.2, 41.26, 1.234].map(format.speed)).toEqual(['5,940', '41.3', '1.23']);
    expect([12, 185, 3725].map(format.duration)).toEqual(['0:12', '3:05', '1:02:05']);
    expect([2.3, 0.0523, 0.000123].map(format.loss)).toEqual(['2.30', '0.0523', '1.2e-4']);
    expect([19836001825, 12345].map(format.loss)).toEqual(['2.0e10', '12345']);
    expect(significant(1e-4, 3)).toBe('1e-4');
  });

  it('say so when there is none', () => {
    expect(format.rate(undefined)).toBe('\u2013');
    expect(format.loss(Number.NaN)).toBe('NaN');
  });

  it('become LaTeX', () => {
    expect(texNumber(0.1)).toBe('0.1');
    expect(texNumber(1e-4)).toBe('10^{-4}');
    expect(texNumber(3e-4)).toBe(String.raw`3{\cdot}10^{-4}`);
  });
});
