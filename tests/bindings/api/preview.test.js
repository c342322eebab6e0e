// The images of an experiment through the bridge: a preview beside a session, reading that is followed
// and stopped, and pictures that are decoded once.

import { beforeAll, describe, expect, it } from 'vitest';
import { difficulties } from '../../../web/features/data/data_sources.js';
import { FileCache, loadAnneal } from '../../../bindings/api/index.js';

/** @type {any} */
let anneal;
/** Decodes each picture to its first byte, and counts. */
let decoded = 0;
const cache = new FileCache();
beforeAll(async () => {
  anneal = await loadAnneal({
    cache,
    decodeImage: async (picture, { size, channels }) => {
      decoded++;
      const [first] = new Uint8Array(await picture.arrayBuffer());
      return new Uint8Array(size * size * channels).fill(first);
    },
  });
});

const glyphs = {
  version: 1,
  seed: 4,
  data: { source: 'glyphs', train: 200, validation: 50, label_noise: 0.1 },
};

describe('a preview', () => {
  it('says what each part holds and shows its images', async () => {
    const preview = await anneal.createPreview(glyphs);
    const { shape, classes, train, validation, wrong_labels } = preview.summary;
    expect([shape, classes.length, wrong_labels]).toEqual([[28, 28, 1], 10, 20]);
    const sum = (/** @type {number[]} */ counts) => counts.reduce((a, b) => a + b);
    expect([sum(train), sum(validation)]).toEqual([200, 50]);
    const { total, images, labels, truths, pixels } = preview.images({
      ...{ part: 'train', label: 3, first: 0, count: 5 },
    });
    expect([total, images.length, pixels.length]).toEqual([train[3], 5, 5 * 28 * 28 * 4]);
    expect(labels).toEqual([3, 3, 3, 3, 3]);
    expect(truths).toHaveLength(5);
    expect(pixels[3]).toBe(255);
    preview.split({ ...glyphs, data: { ...glyphs.data, label_noise: 0 } });
    expect(preview.summary.wrong_labels).toBe(0);
    preview.dispose();
    expect(() => preview.summary).toThrow('disposed');
  });

  it('shows an image as training changes it, epoch by epoch, once it is measured', async () => {
    const preview = await anneal.createPreview(glyphs);
    const [image] = preview.images({ part: 'train', count: 1 }).images;
    const plain = preview.asTrained(glyphs, { image, epochs: 2 });
    expect(plain.subarray(0, 3136)).toEqual(plain.subarray(3136));
    const data = { ...glyphs.data, augment: { shift: 4 } };
    const moved = preview.asTrained({ ...glyphs, data }, { image, epochs: 2 });
    expect(moved.subarray(0, 3136)).not.toEqual(moved.subarray(3136));
    const standardised = { ...glyphs, data: { ...data, standardise: true } };
    expect(() => preview.asTrained(standardised, { image, epochs: 1 })).toThrow('not measured');
    let measured = null;
    while (!measured) measured = preview.measure({ milliseconds: 1 });
    expect(measured.mean[0]).toBeGreaterThan(0.02);
    expect(preview.asTrained(standardised, { image, epochs: 2 })).toEqual(moved);
    preview.dispose();
  });

  it('is as hard as the page says where a document is silent', () => {
    for (const [source, settings] of Object.entries(difficulties)) {
      const { data } = anneal.completeExperiment({ version: 1, data: { source } });
      for (const { key, standard } of settings)
        expect(data[key], `${source} ${key}`).toBe(standard);
    }
  });

  it('gives its memory back', async () => {
    const before = anneal.allocatedBytes;
    for (let i = 0; i < 20; i++) (await anneal.createPreview(glyphs)).dispose();
    expect(anneal.allocatedBytes - before).toBeLessThan(100_000);
  });

  it('says what is wrong by path, and with a network whether it fits', async () => {
    const bad = { version: 1, data: { source: 'glyphs', distortion: 9 } };
    await expect(anneal.createPreview(bad)).rejects.toMatchObject({ path: 'data.distortion' });
    const preview = await anneal.createPreview(glyphs);
    expect(() => preview.images({ part: 'neither' })).toThrow('part');
    preview.dispose();
    const form = { input: [28, 28, 1], classes: 11 };
    expect(() => anneal.checkFit({ version: 1 }, form)).toThrow(
      'expected the last layer to give [11]',
    );
    anneal.checkFit({ version: 1 }, { ...form, classes: 10 });
  });

  it('are checked against an experiment in the one call that also fills it in', () => {
    const document = { version: 1, seed: 7 };
    const form = { input: [28, 28, 1], classes: 11 };
    expect(anneal.checkExperiment(document)).toEqual({
      experiment: anneal.completeExperiment(document),
      layers: anneal.describeNetwork(document),
      requiredBytes: anneal.requiredBytes(document),
    });
    expect(anneal.checkExperiment(document, { ...form, classes: 10 }).experiment.seed).toBe(7);
    expect(() => anneal.checkExperiment(document, form)).toThrow(
      'expected the last layer to give [11]',
    );
  });
});

describe('pictures', () => {
  const folder = (/** @type {number} */ time) =>
    ['a/1.png', 'a/2.png', 'b/1.png', 'b/2.png'].map((path, i) => ({
      path,
      content: new File([Uint8Array.of(10 * i)], path, { lastModified: time }),
    }));
  const document = (/** @type {number} */ size) => ({
    version: 1,
    data: { source: 'images', file: 'pets', size, channels: 1, train: 2, validation: 2 },
  });
  const open = async (/** @type {number} */ size, /** @type {any} */ content, reading = {}) => {
    const preview = await anneal.createPreview(document(size), {
      files: { pets: content },
      reading,
    });
    const { classes } = preview.summary;
    preview.dispose();
    return classes;
  };

  it('are decoded once for the same files and size, and said as they are', async () => {
    /** @type {any[]} */
    const said = [];
    const reading = { onProgress: (/** @type {any} */ progress) => said.push(progress) };
    expect(await open(4, folder(1), reading)).toEqual(['a', 'b']);
    expect(said.at(-1)).toEqual({ name: 'pets', done: 4, total: 4, unit: 'pictures' });
    await open(4, folder(1));
    expect(decoded).toBe(4);
    await open(6, folder(1));
    expect(decoded).toBe(8);
    await open(6, folder(2));
    expect(decoded).toBe(12);
  });

  it('and files are no longer read once that is not wanted', async () => {
    const stopped = { signal: AbortSignal.abort() };
    await expect(open(8, folder(3), stopped)).rejects.toMatchObject({ kind: 'cancelled' });
    expect(decoded).toBe(12);
    const files = { i: new Blob([new Uint8Array(20)]), l: new Blob([new Uint8Array(20)]) };
    const idx = { version: 1, data: { source: 'idx', images: 'i', labels: 'l' } };
    await expect(anneal.createPreview(idx, { files, reading: stopped })).rejects.toMatchObject({
      kind: 'cancelled',
    });
  });
});
