// What a session leaves behind: its weights, and none of its memory.

import { beforeAll, describe, expect, test } from 'vitest';
import { loadAnneal } from '../../../bindings/api/index.js';
import { small } from '../documents.js';
import { errorOf, withSession } from '../sessions.js';

/** @type {Awaited<ReturnType<typeof loadAnneal>>} */
let anneal;

beforeAll(async () => {
  anneal = await loadAnneal();
});

describe('weights', () => {
  test('start another run where they were taken', async () => {
    const weights = await withSession(anneal, small, (session) => {
      session.run();
      return session.weights();
    });
    const session = await anneal.createSession({ ...small, seed: 8 }, { weights });
    expect(Buffer.from(session.weights()).equals(Buffer.from(weights))).toBe(true);
    session.dispose();
  });

  test('of another network are refused by the tensor', async () => {
    const weights = await withSession(anneal, small, (session) => session.weights());
    const [first, ...rest] = small.network.layers;
    const network = { ...small.network, layers: [{ ...first, filters: 5 }, ...rest] };
    const error = await errorOf(() => anneal.createSession({ ...small, network }, { weights }));
    expect(error).toMatchObject({
      kind: 'file',
      message: expect.stringContaining('expected the shape [5, 5, 1, 5], got [5,5,1,4]'),
    });
  });
});

describe('the end of a session', () => {
  test('may be said twice, and every other call names it', async () => {
    const session = await anneal.createSession(small);
    session.dispose();
    session.dispose();
    for (const call of [
      () => session.run({ steps: 1 }),
      () => session.status,
      () => session.history(),
      () => session.weights(),
      () => session.setSchedule({ type: 'constant', initial: 0.1 }),
    ]) {
      const error = await errorOf(call);
      expect(error).toMatchObject({
        kind: 'state',
        message: 'this session has been disposed of',
      });
    }
    expect(session.experiment.version).toBe(1);
  });

  test('gives the memory back: 200 sessions leave no more than ten', async () => {
    const sample = { ...small, data: { ...small.data, train: 40, validation: 8 } };
    let afterTen = 0;
    for (let count = 1; count <= 200; ++count) {
      await withSession(anneal, sample, (session) => {
        session.run({ steps: 3 });
        session.setSchedule({ type: 'constant', initial: 0.01 });
        session.run({ milliseconds: 1 });
        session.history();
        session.weights();
      });
      await errorOf(() => anneal.createSession({ ...sample, network: { layers: [] } }));
      if (count === 10) afterTen = anneal.allocatedBytes;
    }
    expect(anneal.allocatedBytes).toBe(afterTen);
  });
});
