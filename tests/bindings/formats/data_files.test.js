// Arrays, CIFAR files and pictures on their way into a session, and how their format is detected.

import { readFile } from 'node:fs/promises';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadAnneal, detectFormat } from '../../../bindings/api/index.js';
import { toNpy } from '../../../bindings/formats/npy.js';
import { idx, idxFiles } from '../documents.js';
import { errorOf } from '../sessions.js';

/** @typedef {Awaited<ReturnType<typeof loadAnneal>>} Anneal */

/** @type {Anneal} */
let anneal;
/** @type {Anneal} whose pictures are text: a byte that fills the image */
let withPictures;
/** @type {{size: number, channels: number}[]} */
const forms = [];

beforeAll(async () => {
  anneal = await loadAnneal();
  withPictures = await loadAnneal({
    decodeImage: async (picture, form) => {
      const value = Number(await picture.text());
      if (Number.isNaN(value)) throw new Error('this is no number');
      forms.push(form);
      return new Uint8Array(form.size * form.size * form.channels).fill(value);
    },
  });
});

const { images, labels } = idxFiles(30);
const arrays = {
  'x_train.npy': toNpy([30, 2, 2], images.subarray(16)),
  'y_train.npy': toNpy([30], labels.subarray(8)),
};

/** @param {any} data */
const document = (data) => {
  const { data: base, ...rest } = idx();
  return { ...rest, data: { train: base.train, validation: base.validation, ...data } };
};

/**
 * @param {Anneal} by
 * @param {unknown} experiment
 * @param {import('../../../bindings/formats/files.js').Files} files
 */
async function lossesOf(by, experiment, files) {
  const session = await by.createSession(experiment, { files });
  try {
    session.run();
    return session.history().steps.loss;
  } finally {
    session.dispose();
  }
}

describe('arrays', () => {
  const npz = document({ source: 'npz', file: 'm.npz' });

  test('give the same run as IDX files, packed or not', async () => {
    const expected = await lossesOf(anneal, idx(), { images, labels });
    for (const level of /** @type {const} */ ([0, 9])) {
      const file = new Blob([zipSync(arrays, { level })]);
      expect(await lossesOf(anneal, npz, { 'm.npz': file })).toEqual(expected);
    }
    expect(anneal.fileNames(npz)).toEqual(['m.npz']);
  });

  test('that are not there are named, with those that are', async () => {
    const experiment = document({ source: 'npz', file: 'm.npz', images: 'x_test' });
    const files = { 'm.npz': zipSync(arrays) };
    expect(await errorOf(() => anneal.createSession(experiment, { files }))).toMatchObject({
      kind: 'file',
      path: 'data.images',
      message: 'data.images: "m.npz" holds no array "x_test", but x_train, y_train',
    });
    expect(await errorOf(() => anneal.createSession(npz))).toMatchObject({ path: 'data.file' });
  });

  test('are read as NumPy packs them', async () => {
    const file = await readFile(new URL('../../golden/data/arrays.npz', import.meta.url));
    expect(await detectFormat('arrays.npz', file)).toEqual({
      kind: 'npz',
      count: 5,
      classes: 5,
      shape: [3, 4, 3],
      images: 'x_train',
      labels: 'y_train',
    });
    const grey = Array.from({ length: 60 }, (_, i) => (i * 7) % 256);
    const pixels = grey.flatMap((value) => [value, 255 - value, value >> 1]);
    const same = zipSync({
      'x_train.npy': toNpy([5, 3, 4, 3], Uint8Array.from(pixels)),
      'y_train.npy': toNpy([5], Uint8Array.of(0, 3, 1, 4, 2)),
    });
    const experiment = {
      ...document({ source: 'npz', file: 'a', train: 4, validation: 1 }),
      network: { input: [3, 4, 3], layers: [{ type: 'flatten' }, { type: 'dense', units: 5 }] },
    };
    const expected = await lossesOf(anneal, experiment, { a: same });
    expect(await lossesOf(anneal, experiment, { a: file })).toEqual(expected);
  });

  test('with labels that can be none are refused at once', async () => {
    const negative = { ...arrays, 'y_train.npy': toNpy([30], new Uint8Array(60).fill(255), '<u2') };
    const wrong = zipSync({ ...negative, 'y_train.npy': asSigned(negative['y_train.npy']) });
    expect((await errorOf(() => detectFormat('m.npz', wrong))).message).toBe(
      'y_train of "m.npz" holds the label -1: expected 0 to 65535',
    );
  });

  test('are recognised with their names, shape and classes', async () => {
    expect(await detectFormat('m.npz', zipSync(arrays))).toEqual({
      kind: 'npz',
      count: 30,
      classes: 3,
      shape: [2, 2, 1],
      images: 'x_train',
      labels: 'y_train',
    });
    const others = { 'names.npy': toNpy([4], new Uint8Array(4)), 'a.npy': arrays['x_train.npy'] };
    const error = await errorOf(() => detectFormat('m.npz', zipSync(others)));
    expect(error.message).toContain('"m.npz" holds names [4], a [30, 2, 2]: expected images');
  });
});

/** @param {Uint8Array} file of two bytes a number */
function asSigned(file) {
  const letter = 'u'.charCodeAt(0);
  return file.map((byte, i) => (byte === letter && file[i + 1] === 50 ? letter - 12 : byte));
}

describe('CIFAR files', () => {
  /** @param {number[]} header @param {number} count */
  const cifar = (header, count) =>
    new Uint8Array(count * (header.length + 3072)).map((_, i) => {
      const at = i % (header.length + 3072);
      return at < header.length ? header[at] : i & 255;
    });

  test('are recognised by their records, and train', async () => {
    const ten = cifar([7], 20);
    expect(await detectFormat('a.bin', new Blob([ten]))).toEqual({
      kind: 'cifar10',
      count: 20,
      classes: 10,
      shape: [32, 32, 3],
    });
    expect(await detectFormat('b.bin', cifar([19, 99], 5))).toMatchObject({
      kind: 'cifar100',
      count: 5,
    });
    const error = await errorOf(() => detectFormat('c.bin', cifar([10], 5)));
    expect(error.message).toContain('"c.bin" is none of the files known here');
    const experiment = {
      ...document({ source: 'cifar10', files: ['a.bin'], standardise: true }),
      network: { input: [32, 32, 3], layers: [{ type: 'flatten' }, { type: 'dense', units: 10 }] },
    };
    expect(await lossesOf(anneal, experiment, { 'a.bin': ten })).toHaveLength(3);
  });
});

describe('pictures', () => {
  const pictures = document({ source: 'images', file: 'pets.zip', size: 4, channels: 1 });
  pictures.network = { ...pictures.network, input: [4, 4, 1] };
  const text = (/** @type {number | string} */ words) => new TextEncoder().encode(String(words));
  const named = (/** @type {number} */ from) =>
    Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`${i}.png`, text(from + i)]));
  const folders = { dogs: named(100), cats: named(0), owls: named(200) };
  const zip = zipSync({
    pets: { ...folders, '.DS_Store': text('x'), cats: { ...named(0), '.hidden.png': text('x') } },
    __MACOSX: { pets: { cats: { '1.png': text('x') } } },
  });

  test('of a zip and of a folder are decoded to one size and sorted by class', async () => {
    forms.length = 0;
    const losses = await lossesOf(withPictures, pictures, { 'pets.zip': zip });
    expect(forms).toHaveLength(30);
    expect(forms[0]).toEqual({ size: 4, channels: 1 });
    const folder = Object.entries(folders).flatMap(([name, files]) =>
      Object.entries(files).map(([file, content]) => ({ path: `${name}/${file}`, content })),
    );
    expect(await lossesOf(withPictures, pictures, { 'pets.zip': folder })).toEqual(losses);
    expect(await detectFormat('pets.zip', zip)).toEqual({
      kind: 'images',
      count: 30,
      classes: 3,
    });
  });

  test('that cannot be decoded are named', async () => {
    const files = { 'pets.zip': zipSync({ a: { '1.png': text(1) }, b: { '2.png': text('no') } }) };
    expect(await errorOf(() => withPictures.createSession(pictures, { files }))).toMatchObject({
      kind: 'file',
      message: 'b/2.png of "pets.zip" cannot be decoded as a picture: this is no number',
    });
  });

  test('that are too many are refused before one is decoded', async () => {
    forms.length = 0;
    const data = { ...pictures.data, size: 1024, channels: 3 };
    const many = Array.from({ length: 400 }, (_, i) => ({
      path: `${i % 2}/${i}.png`,
      content: text(i),
    }));
    const error = await errorOf(() =>
      withPictures.createSession({ ...pictures, data }, { files: { 'pets.zip': many } }),
    );
    expect(error).toMatchObject({
      kind: 'memory',
      message:
        '"pets.zip" as 400 images of 1024 x 1024 x 3 takes 1258.3 MB, and 1073.8 MB is the most that it may take',
    });
    expect(forms).toEqual([]);
  });

  test('need one folder for each class', async () => {
    const flat = zipSync({ 'a.png': text(1), 'b.png': text(2) });
    expect((await errorOf(() => detectFormat('f.zip', flat))).message).toContain(
      '"f.zip" holds 2 pictures in 0 folders: expected one folder for each class',
    );
  });

  test('are refused where nothing decodes them', async () => {
    expect(await errorOf(() => anneal.createSession(pictures))).toMatchObject({
      kind: 'data',
      path: 'data.source',
      message: expect.stringContaining('can be decoded in a browser only'),
    });
  });
});
