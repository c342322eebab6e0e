// Archives: what is in them, and what is wrong with them said before it does harm.

import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openZip, peek, unpack } from '../../../bindings/formats/zip.js';
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
    for (const size of [100, long.length + 1]) {
      const zip = await openZip(withField(2, 24, size), 'z.zip');
      const error = await errorOf(() => unpack(zip, zip.entries[1]));
      expect(error.message).toMatch(
        /^folder\/b\.txt of "z\.zip" is damaged and cannot be unpacked/,
      );
    }
  });

  test('that was changed under way is noticed by its checksum', async () => {
    const stored = archive.slice();
    stored[30 + 'a.txt'.length] ^= 1;
    const changed = await openZip(stored, 'z.zip');
    expect((await errorOf(() => unpack(changed, changed.entries[0]))).message).toBe(
      'a.txt of "z.zip" is damaged: its checksum does not agree',
    );
    const moved = await openZip(withField(0, 42, 3), 'z.zip');
    expect((await errorOf(() => unpack(moved, moved.entries[0]))).message).toContain(
      'a.txt of "z.zip" is damaged and cannot be unpacked',
    );
    const packed = await openZip(withField(2, 10, 12, 2), 'z.zip');
    const { message } = await errorOf(() => unpack(packed, packed.entries[1]));
    expect(message).toContain('packed by method 12');
  });

  test('is refused where a file in it is encrypted', async () => {
    const error = await errorOf(() => openZip(withField(2, 8, 1, 2), 'z.zip'));
    expect(error.message).toBe('"z.zip" holds folder/b.txt, which is encrypted');
  });

  test('of the zip64 form is read', async () => {
    const zip = await openZip(asZip64(), 'z.zip');
    expect(zip.entries.map(({ path }) => path)).toEqual(['a.txt', 'folder/b.txt']);
    expect(await unpack(zip, zip.entries[1])).toEqual(long);
  });

  test('is no longer read once that is not wanted, and says how far it is', async () => {
    const zip = await openZip(archive, 'z.zip');
    const reading = { signal: AbortSignal.abort() };
    expect(await errorOf(() => unpack(zip, zip.entries[1], undefined, reading))).toMatchObject({
      kind: 'cancelled',
    });
    /** @type {any[]} */
    const said = [];
    const onProgress = (/** @type {any} */ progress) => said.push(progress);
    await unpack(zip, zip.entries[1], undefined, { onProgress });
    const size = long.length;
    expect(said.at(-1)).toEqual({ name: 'z.zip', done: size, total: size, unit: 'bytes' });
  });
});

/** Offsets of the directory of the archive and of its three entries: a.txt, folder/, folder/b.txt. */
function directory() {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.length);
  const end = archive.length - 22;
  const start = view.getUint32(end + 16, true);
  const entries = [start];
  while (entries.length < view.getUint16(end + 10, true)) {
    const at = entries[entries.length - 1];
    entries.push(at + 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true));
  }
  return { start, end, entries };
}

/**
 * The archive with another number in its directory.
 *
 * @param {number} entry
 * @param {number} offset in the entry
 * @param {number} value
 * @param {2 | 4} [bytes]
 */
function withField(entry, offset, value, bytes = 4) {
  const copy = archive.slice();
  const view = new DataView(copy.buffer);
  const at = directory().entries[entry] + offset;
  if (bytes === 2) view.setUint16(at, value, true);
  else view.setUint32(at, value, true);
  return copy;
}

/** The archive with a zip64 record of its directory, which its last record refers to. */
function asZip64() {
  const { start, end } = directory();
  const last = new DataView(archive.slice(end).buffer);
  const record = new DataView(new ArrayBuffer(56));
  record.setUint32(0, 0x06064b50, true);
  record.setBigUint64(4, 44n, true);
  record.setBigUint64(24, 3n, true);
  record.setBigUint64(32, 3n, true);
  record.setBigUint64(40, BigInt(end - start), true);
  record.setBigUint64(48, BigInt(start), true);
  const locator = new DataView(new ArrayBuffer(20));
  locator.setUint32(0, 0x07064b50, true);
  locator.setBigUint64(8, BigInt(end), true);
  locator.setUint32(16, 1, true);
  last.setUint16(8, 0xffff, true);
  last.setUint16(10, 0xffff, true);
  last.setUint32(12, 0xffffffff, true);
  last.setUint32(16, 0xffffffff, true);
  const parts = [archive.subarray(0, end), record, locator, last];
  return Buffer.concat(
    parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)),
  );
}
