// What the browser keeps, over a database that is well, full, denied, or in another tab's hands.

import { describe, expect, it } from 'vitest';
import { createDatabase } from '../../../../web/features/storage/database.js';
import { fakeDatabase } from '../../fake_storage.js';

const run = (/** @type {string} */ id) => ({ id, bytes: 1 });

describe('the shelf', () => {
  it('keeps records by their keys, and forgets them', async () => {
    const fakeDb = fakeDatabase();
    const database = createDatabase(fakeDb);
    expect(await database.write({ put: { runs: [run('a'), run('b')] } })).toBe(true);
    expect(await database.keys('runs')).toEqual(['a', 'b']);
    await database.write({ put: { runs: [{ ...run('a'), name: 'x' }] }, remove: { runs: ['b'] } });
    expect(await database.all('runs')).toEqual([{ ...run('a'), name: 'x' }]);
    expect(await database.get('runs', 'a')).toMatchObject({ name: 'x' });
    expect(database.error.value).toBeNull();
  });

  it('that is denied says so and answers nothing', async () => {
    for (const refuse of ['SecurityError', 'InvalidStateError', 'UnknownError']) {
      const database = createDatabase(fakeDatabase({ refuse }));
      expect(await database.all('runs')).toEqual([]);
      expect(await database.get('runs', 'a')).toBeUndefined();
      expect(await database.write({ put: { runs: [run('a')] } })).toBe(false);
      expect(database.error.value).toBe('denied');
    }
  });

  it('where there is no database at all is denied', async () => {
    const open = /** @type {any} */ (
      () => {
        throw new ReferenceError('indexedDB is not defined');
      }
    );
    const database = createDatabase({ open });
    expect(await database.keys('runs')).toEqual([]);
    expect(database.error.value).toBe('denied');
  });

  it('that is full asks for room as often as there is some, then says so', async () => {
    const fakeDb = fakeDatabase({ room: 2 });
    const database = createDatabase(fakeDb);
    await database.write({ put: { runs: [run('a'), run('b')] } });
    const evicted = ['a'];
    const makeRoom = async () => {
      const id = evicted.pop();
      return id !== undefined && database.write({ remove: { runs: [id] } });
    };
    expect(await database.write({ put: { runs: [run('c')] } }, makeRoom)).toBe(true);
    expect(await database.keys('runs')).toEqual(['b', 'c']);
    expect(database.error.value).toBeNull();
    expect(await database.write({ put: { runs: [run('d')] } }, makeRoom)).toBe(false);
    expect(database.error.value).toBe('full');
    expect(await database.keys('runs')).toEqual(['b', 'c']);
  });

  it('of a newer page is left alone', async () => {
    const database = createDatabase(fakeDatabase({ refuse: 'VersionError' }));
    expect(await database.all('runs')).toEqual([]);
    expect(database.error.value).toBe('newer');
  });

  it('is let go of for a newer page that waits for it', async () => {
    const fakeDb = fakeDatabase();
    const database = createDatabase(fakeDb);
    await database.write({ put: { runs: [run('a')] } });
    await fakeDb.callbacks().blocking();
    expect(fakeDb.database.close).toHaveBeenCalled();
    expect(database.error.value).toBe('newer');
    expect(await database.write({ put: { runs: [run('b')] } })).toBe(false);
    expect(fakeDb.ids('runs')).toEqual(['a']);
  });

  it('that an older page holds is not waited for, and used once it is free', async () => {
    const fakeDb = fakeDatabase();
    /** @type {() => void} */
    let free = () => {};
    const freed = /** @type {Promise<void>} */ (new Promise((resolve) => (free = resolve)));
    const open = /** @type {any} */ (
      async (
        /** @type {string} */ name,
        /** @type {number} */ version,
        /** @type {any} */ given,
      ) => {
        given.blocked();
        await freed;
        return fakeDb.open(name, version, given);
      }
    );
    const database = createDatabase({ open });
    expect(await database.write({ put: { runs: [run('a')] } })).toBe(false);
    expect(database.error.value).toBe('blocked');
    free();
    await expect.poll(() => database.error.value).toBeNull();
    expect(await database.write({ put: { runs: [run('a')] } })).toBe(true);
  });

  it('gives a checkpoint to the first tab that takes it', async () => {
    const database = createDatabase(fakeDatabase());
    await database.write({ put: { checkpoints: [{ id: 'run', tab: 'crashed' }] } });
    expect(await database.adopt('checkpoints', 'run', 'crashed', 'here')).toBe(true);
    expect(await database.adopt('checkpoints', 'run', 'crashed', 'there')).toBe(false);
    expect(await database.get('checkpoints', 'run')).toEqual({ id: 'run', tab: 'here' });
  });
});
