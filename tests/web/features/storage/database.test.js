// What the browser keeps, over a database that is well, full, denied, or in another tab's hands.

import { describe, expect, it } from 'vitest';
import { createShelf } from '../../../../web/features/storage/database.js';
import { fakeDatabase } from '../../fake_storage.js';

const run = (/** @type {string} */ id) => ({ id, bytes: 1 });

describe('the shelf', () => {
  it('keeps records by their keys, and forgets them', async () => {
    const database = fakeDatabase();
    const shelf = createShelf(database);
    expect(await shelf.write({ put: { runs: [run('a'), run('b')] } })).toBe(true);
    expect(await shelf.keys('runs')).toEqual(['a', 'b']);
    await shelf.write({ put: { runs: [{ ...run('a'), name: 'x' }] }, remove: { runs: ['b'] } });
    expect(await shelf.all('runs')).toEqual([{ ...run('a'), name: 'x' }]);
    expect(await shelf.get('runs', 'a')).toMatchObject({ name: 'x' });
    expect(shelf.trouble.value).toBeNull();
  });

  it('that is denied says so and answers nothing', async () => {
    for (const refuse of ['SecurityError', 'InvalidStateError', 'UnknownError']) {
      const shelf = createShelf(fakeDatabase({ refuse }));
      expect(await shelf.all('runs')).toEqual([]);
      expect(await shelf.get('runs', 'a')).toBeUndefined();
      expect(await shelf.write({ put: { runs: [run('a')] } })).toBe(false);
      expect(shelf.trouble.value).toBe('denied');
    }
  });

  it('where there is no database at all is denied', async () => {
    const open = /** @type {any} */ (
      () => {
        throw new ReferenceError('indexedDB is not defined');
      }
    );
    const shelf = createShelf({ open });
    expect(await shelf.keys('runs')).toEqual([]);
    expect(shelf.trouble.value).toBe('denied');
  });

  it('that is full asks for room as often as there is some, then says so', async () => {
    const database = fakeDatabase({ room: 2 });
    const shelf = createShelf(database);
    await shelf.write({ put: { runs: [run('a'), run('b')] } });
    const letGo = ['a'];
    const makeRoom = async () => {
      const id = letGo.pop();
      return id !== undefined && shelf.write({ remove: { runs: [id] } });
    };
    expect(await shelf.write({ put: { runs: [run('c')] } }, makeRoom)).toBe(true);
    expect(await shelf.keys('runs')).toEqual(['b', 'c']);
    expect(shelf.trouble.value).toBeNull();
    expect(await shelf.write({ put: { runs: [run('d')] } }, makeRoom)).toBe(false);
    expect(shelf.trouble.value).toBe('full');
    expect(await shelf.keys('runs')).toEqual(['b', 'c']);
  });

  it('of a newer page is left alone', async () => {
    const shelf = createShelf(fakeDatabase({ refuse: 'VersionError' }));
    expect(await shelf.all('runs')).toEqual([]);
    expect(shelf.trouble.value).toBe('newer');
  });

  it('is let go of for a newer page that waits for it', async () => {
    const database = fakeDatabase();
    const shelf = createShelf(database);
    await shelf.write({ put: { runs: [run('a')] } });
    await database.callbacks().blocking();
    expect(database.database.close).toHaveBeenCalled();
    expect(shelf.trouble.value).toBe('newer');
    expect(await shelf.write({ put: { runs: [run('b')] } })).toBe(false);
    expect(database.ids('runs')).toEqual(['a']);
  });

  it('that an older page holds is not waited for, and used once it is free', async () => {
    const database = fakeDatabase();
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
        return database.open(name, version, given);
      }
    );
    const shelf = createShelf({ open });
    expect(await shelf.write({ put: { runs: [run('a')] } })).toBe(false);
    expect(shelf.trouble.value).toBe('blocked');
    free();
    await expect.poll(() => shelf.trouble.value).toBeNull();
    expect(await shelf.write({ put: { runs: [run('a')] } })).toBe(true);
  });

  it('gives a checkpoint to the first tab that takes it', async () => {
    const shelf = createShelf(fakeDatabase());
    await shelf.write({ put: { checkpoints: [{ id: 'run', tab: 'crashed' }] } });
    expect(await shelf.adopt('checkpoints', 'run', 'crashed', 'here')).toBe(true);
    expect(await shelf.adopt('checkpoints', 'run', 'crashed', 'there')).toBe(false);
    expect(await shelf.get('checkpoints', 'run')).toEqual({ id: 'run', tab: 'here' });
  });
});
