// Files on their way into a session: by name, packed or not, from memory or from a Blob.

import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadAnneal } from '../../../bindings/api/index.js';
import { idx, idxFiles } from '../documents.js';

/** @type {Awaited<ReturnType<typeof loadAnneal>>} */
let anneal;
const { images, labels } = idxFiles(30);

beforeAll(async () => {
  anneal = await loadAnneal();
});

/**
 * @param {unknown} document
 * @param {import('../../../bindings/formats/files.js').Files} files
 */
async function historyOf(document, files) {
  const session = await anneal.createSession(document, { files });
  try {
    session.run();
    const { steps, epochs } = session.history();
    return JSON.stringify({ steps, epochs });
  } finally {
    session.dispose();
  }
}

describe('files', () => {
  test('are requested by the experiment', () => {
    expect(anneal.fileNames(idx('a.gz', 'b'))).toEqual(['a.gz', 'b']);
    expect(anneal.fileNames({ version: 1 })).toEqual([]);
  });

  test('give the same run in every form', async () => {
    const expected = await historyOf(idx(), { images, labels });
    const packed = { images: gzipSync(images), labels: gzipSync(labels) };
    expect(await historyOf(idx(), packed)).toBe(expected);
    expect(await historyOf(idx(), new Map(Object.entries({ images, labels })))).toBe(expected);
    const blobs = { images: new Blob([gzipSync(images)]), labels: new Blob([labels]) };
    expect(await historyOf(idx(), blobs)).toBe(expected);
    const buffers = { images: images.slice().buffer, labels: labels.slice().buffer };
    expect(await historyOf(idx(), buffers)).toBe(expected);
  });

  test('are told apart by their content, not by their name', async () => {
    const expected = await historyOf(idx(), { images, labels });
    const files = { 'a.gz': images, b: gzipSync(labels) };
    expect(await historyOf(idx('a.gz', 'b'), files)).toBe(expected);
  });

  test('that are missing are named', async () => {
    await expect(anneal.createSession(idx(), { files: { images } })).rejects.toMatchObject({
      kind: 'data',
      path: 'data.labels',
      message: 'data.labels: no file named "labels" was given; choose or drop it',
    });
    await expect(anneal.createSession(idx('toString', 'b'))).rejects.toMatchObject({
      path: 'data.images',
    });
  });

  test('that are cut off are named, packed or not', async () => {
    const cut = gzipSync(images).subarray(0, 40);
    await expect(
      anneal.createSession(idx(), { files: { images: cut, labels } }),
    ).rejects.toMatchObject({
      kind: 'file',
      message: expect.stringContaining('"images" is gzipped but cannot be unpacked'),
    });
    const short = images.subarray(0, 50);
    await expect(
      anneal.createSession(idx(), { files: { images: short, labels } }),
    ).rejects.toMatchObject({ kind: 'file' });
  });

  test('that cannot be read are named', async () => {
    const broken = new Blob(['images']);
    const gone = () => Promise.reject(new Error('the disk is gone'));
    broken.slice = () => Object.assign(new Blob([]), { arrayBuffer: gone });
    await expect(
      anneal.createSession(idx(), { files: { images: broken, labels } }),
    ).rejects.toMatchObject({ kind: 'file', message: '"images" cannot be read: the disk is gone' });
  });
});
