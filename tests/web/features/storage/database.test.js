// The database of the page when it works, is full, is denied, or is held by another tab.

import { describe, expect, it } from 'vitest';
import { createDatabase } from '../../../../web/features/storage/database.js';
import { fakeDatabase } from '../../fake_storage.js';

const run = (/** @type {string} */ id) => ({ id, bytes: 1 });

describe('the database', () => {
  it('stores records by key and deletes them', async () => {
    const fakeDb = fakeDatabase();
    const database = createDatabase(fakeDb);
    expect(await database.write({ put: { runs: [run('a'), run('b')] } })).toBe(true);
    expect(await database.keys('runs')).toEqual(['a', 'b']);
    await database.write({ put: { runs: [{ ...run('a'), name: 'x' }] }, remove: { runs: ['b'] } });
    expect(await database.all('runs')).toEqual([{ ...run('a'), name: 'x' }]);
    expect(await database.get('runs', 'a')).toMatchObject({ name: 'x' });
    expect(database.error.value).toBeNull();
  });

  it('reports that access is denied and returns nothing', async () => {
    for (const refuse of ['SecurityError', 'InvalidStateError', 'UnknownError']) {
      const database = createDatabase(fakeDatabase({ refuse }));
      expect(await database.all('runs')).toEqual([]);
      expect(await database.get('runs', 'a')).toBeUndefined();
      expect(await database.write({ put: { runs: [run('a')] } })).toBe(false);
      expect(database.error.value).toBe('denied');
    }
  });

  it('reports denied access if the browser has no database', async () => {
    const open = /** @type {any} */ (
      () => {
        throw new ReferenceError('indexedDB is not defined');
      }
    );
    const database = createDatabase({ open });
    expect(await database.keys('runs')).toEqual([]);
    expect(database.error.value).toBe('denied');
  });

  it('frees space while it can, then reports that it is full', async () => {
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

  it('does not use a database of a newer version', async () => {
    const database = createDatabase(fakeDatabase({ refuse: 'VersionError' }));
    expect(await database.all('runs')).toEqual([]);
    expect(database.error.value).toBe('newer');
  });

  it('closes for a newer version that waits', async () => {
    const fakeDb = fakeDatabase();
    const database = createDatabase(fakeDb);
    await database.write({ put: { runs: [run('a')] } });
    await fakeDb.callbacks().blocking();
    expect(fakeDb.database.close).toHaveBeenCalled();
    expect(database.error.value).toBe('newer');
    expect(await database.write({ put: { runs: [run('b')] } })).toBe(false);
    expect(fakeDb.ids('runs')).toEqual(['a']);
  });

  it('does not wait for an older version, and opens once that is closed', async () => {
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

  it('transfers a checkpoint to the first tab that takes it', async () => {
    const database = createDatabase(fakeDatabase());
    await database.write({ put: { checkpoints: [{ id: 'run', tab: 'crashed' }] } });
    expect(await database.adopt('checkpoints', 'run', 'crashed', 'here')).toBe(true);
    expect(await database.adopt('checkpoints', 'run', 'crashed', 'there')).toBe(false);
    expect(await database.get('checkpoints', 'run')).toEqual({ id: 'run', tab: 'here' });
  });
});
