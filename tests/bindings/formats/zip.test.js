// Archives: what is in them, and what is wrong with them said before it does harm.

import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { isZip, openZip, peek, unpack } from '../../../bindings/formats/zip.js';
import { errorOf } from '../sessions.js';

const text = (/** @type {string} */ words) => new TextEncoder().encode(words);
const long = text('many words '.repeat(2000));
const archive = zipSync({
  'a.txt': [text('stored'), { level: 0 }],
  folder: { 'b.txt': [long, { level: 9 }] },
});

describe('a zip archive', () => {
  test('is read from memory and from a Blob alike', async () => {
    for (const content of [archive, new Blob([archive])]) {
      const zip = await openZip(content, 'z.zip');
      const files = zip.entries.map(({ path, size }) => [path, size]);
      expect(files).toEqual([
        ['a.txt', 6],
        ['folder/b.txt', long.length],
      ]);
      expect(await unpack(zip, zip.entries[0])).toEqual(text('stored'));
      expect(await unpack(zip, zip.entries[1])).toEqual(long);
      expect(new TextDecoder().decode(await peek(zip, zip.entries[1]))).toMatch(/^many words many/);
    }
    expect(isZip(archive)).toBe(true);
    expect(isZip(text('no'))).toBe(false);
  });

  test('is refused wherever it is cut off', async () => {
    for (let length = 0; length < archive.length; length += 7) {
      const error = await errorOf(() => openZip(archive.subarray(0, length), 'z.zip'));
      expect(error.message).toContain('"z.zip" is cut off or no zip archive');
    }
  });

  test('is not unpacked where it would take more than it may', async () => {
    const zip = await openZip(archive, 'z.zip');
    const error = await errorOf(() => unpack(zip, zip.entries[1], 1000));
    expect(error).toMatchObject({
      kind: 'memory',
      message: 'folder/b.txt of "z.zip" takes 0.0 MB, and 0.0 MB is the most that it may take',
    });
  });

  test('that lies about a size takes no more memory than it said', async () => {
    const zip = await openZip(archive, 'z.zip');
    const error = await errorOf(() => unpack(zip, { ...zip.entries[1], size: 100 }));
    expect(error.message).toMatch(/^folder\/b\.txt of "z\.zip" is damaged/);
  });

  test('that was changed under way is noticed by its checksum', async () => {
    const zip = await openZip(archive, 'z.zip');
    const stored = archive.slice();
    stored[30 + 'a.txt'.length] ^= 1;
    const changed = await openZip(stored, 'z.zip');
    expect((await errorOf(() => unpack(changed, changed.entries[0]))).message).toBe(
      'a.txt of "z.zip" is damaged: its checksum does not agree',
    );
    const [entry] = zip.entries;
    expect((await errorOf(() => unpack(zip, { ...entry, offset: 3 }))).message).toContain(
      'a.txt is not where its directory says',
    );
    expect((await errorOf(() => unpack(zip, { ...entry, method: 12 }))).message).toContain(
      'packed by method 12',
    );
  });
});
