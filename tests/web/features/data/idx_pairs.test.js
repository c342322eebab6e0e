import { describe, expect, it } from 'vitest';
import { pairUp, sourceOfPair } from '../../../../web/features/data/idx_pairs.js';

describe('pairUp', () => {
  const images = (/** @type {string} */ name, count = 10) =>
    /** @type {any} */ ({ name, role: 'images', count });
  const labels = (/** @type {string} */ name, count = 10) =>
    /** @type {any} */ ({ name, role: 'labels', count });

  it('joins what has one number, and of several what is named alike', () => {
    expect(pairUp([images('t10k-images'), labels('train-labels', 60)])).toBeUndefined();
    const pair = pairUp([
      labels('kmnist-labels'),
      images('t10k-images'),
      images('kmnist-images'),
      labels('t10k-labels'),
    ]);
    expect(pair?.images.name.slice(0, 4)).toBe(pair?.labels.name.slice(0, 4));
  });

  it('is a source of data', () => {
    const pair = {
      images: { ...images('i'), height: 3, width: 4 },
      labels: { ...labels('l'), classes: 7 },
    };
    expect(sourceOfPair(pair)).toEqual({
      keys: { source: 'idx', images: 'i', labels: 'l' },
      count: 10,
      input: [3, 4, 1],
      classes: 7,
    });
  });
});
