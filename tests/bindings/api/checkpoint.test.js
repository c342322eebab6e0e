// A run that is interrupted and goes on: checkpoints, divergence, range tests; and what it says of
// classes.

import { beforeAll, describe, expect, test } from 'vitest';
import { loadAnneal } from '../../../bindings/api/index.js';
import { idx, idxFiles, small } from '../documents.js';
import { errorOf, withSession } from '../sessions.js';

/** @type {Awaited<ReturnType<typeof loadAnneal>>} */
let anneal;

beforeAll(async () => {
  anneal = await loadAnneal();
});

const constant = (/** @type {number} */ initial) => ({ type: 'constant', initial });

describe('a checkpoint', () => {
  test('resumes bit-identically, with the rows of the first run', async () => {
    const whole = await withSession(anneal, small, (session) => {
      session.run();
      return { history: session.history(), weights: session.weights() };
    });
    const checkpoint = await withSession(anneal, small, (session) => {
      session.run({ steps: 7 });
      return session.checkpoint();
    });
    const resumed = await anneal.resumeSession(checkpoint);
    expect(resumed.status).toMatchObject({ step: 7, finished: false });
    expect(resumed.experiment).toEqual(anneal.completeExperiment(small));
    expect(resumed.run().steps.step).toHaveLength(15);
    expect(resumed.history()).toEqual(whole.history);
    expect(Buffer.from(resumed.weights()).equals(Buffer.from(whole.weights))).toBe(true);
    resumed.dispose();
  });

  test('asks for the files of its experiment, and knows others', async () => {
    const document = idx();
    const files = idxFiles(18);
    const session = await anneal.createSession(document, { files });
    session.run({ steps: 2 });
    const checkpoint = session.checkpoint();
    session.dispose();
    expect(anneal.fileNames(anneal.checkpointExperiment(checkpoint))).toEqual(['images', 'labels']);
    const resumed = await anneal.resumeSession(checkpoint, { files });
    expect(resumed.status.step).toBe(2);
    resumed.dispose();
    const other = { ...files, images: files.images.map((byte, i) => (i < 16 ? byte : 255 - byte)) };
    const error = await errorOf(() => anneal.resumeSession(checkpoint, { files: other }));
    expect(error).toMatchObject({
      kind: 'data',
      message: expect.stringContaining('not the images'),
    });
  });

  test('that is cut off, altered or newer is refused by name', async () => {
    const whole = await withSession(anneal, small, (session) => session.checkpoint());
    const altered = whole.slice();
    altered[whole.length >> 1] ^= 1;
    const newer = whole.slice();
    newer[8] = 9;
    for (const [bytes, fault] of /** @type {[Uint8Array, string][]} */ ([
      [whole.subarray(0, 100), 'cut off'],
      [altered, 'altered'],
      [newer, 'newer Anneal: version 9'],
      [new Uint8Array([1, 2, 3]), 'none of Anneal'],
    ])) {
      const error = await errorOf(() => anneal.resumeSession(bytes));
      expect(error).toMatchObject({ kind: 'file', message: expect.stringContaining(fault) });
    }
  });
});

describe('a run that diverges', () => {
  test('returns to its last good step, reports why, and continues from there', () =>
    withSession(anneal, small, (session) => {
      expect(session.divergence).toBe(null);
      session.run({ steps: 6 });
      session.setSchedule(constant(1e9));
      const { steps, status } = session.run();
      expect(status).toMatchObject({ diverged: true, finished: false, step: 6 });
      expect([...steps.step]).toEqual([6, 7]);
      expect(session.divergence).toMatchObject({ step: 7, restored: 6, rate: 1e9 });
      expect(session.divergence?.message).toContain('Try a lower learning rate');
      expect(session.run().steps.step).toHaveLength(0);
      session.setSchedule(constant(0.01));
      session.recover();
      expect(session.divergence).toBe(null);
      expect([...session.run().steps.step]).toEqual([6, 7, 8, 9, 10, 11, 12, 13, 14]);
      const { steps: columns, events } = session.history();
      expect(columns.step).toHaveLength(15);
      expect(events.map(({ type }) => type)).toEqual(['schedule', 'diverged', 'schedule']);
    }));

  test('is the only one to recover', () =>
    withSession(anneal, small, async (session) => {
      expect(await errorOf(() => session.recover())).toMatchObject({ kind: 'state' });
    }));
});

describe('a range test', () => {
  test('rises until the loss runs away, and leaves no trace', async () => {
    const plain = await withSession(anneal, small, (session) => (session.run(), session.weights()));
    const weights = await withSession(anneal, small, async (session) => {
      session.run({ steps: 3 });
      const range = session.rangeTest({ low: 1e-4, high: 1e3, steps: 60 });
      expect(range.run({ milliseconds: 0 }).rates).toEqual([1e-4]);
      for (const call of [
        () => session.run(),
        () => session.checkpoint(),
        () => session.rangeTest(),
      ]) {
        expect(await errorOf(call)).toMatchObject({
          message: expect.stringContaining('range test'),
        });
      }
      const result = range.run();
      expect(result).toMatchObject({ finished: true, diverged: true });
      expect(result.losses).toHaveLength(result.rates.length);
      expect(result.suggestion?.rate).toBeGreaterThan(1e-3);
      range.dispose();
      range.dispose();
      expect(await errorOf(() => range.run())).toMatchObject({ kind: 'state' });
      session.run();
      return session.weights();
    });
    expect(Buffer.from(weights).equals(Buffer.from(plain))).toBe(true);
  });

  test('with bad settings is refused by the setting', () =>
    withSession(anneal, small, async (session) => {
      expect(await errorOf(() => session.rangeTest({ low: 1, high: 0.1 }))).toMatchObject({
        kind: 'experiment',
        path: 'range_test.high',
      });
      expect(session.run().status.finished).toBe(true);
    }));
});

test('an evaluation is there for every epoch, by class', () =>
  withSession(anneal, small, async (session) => {
    expect(session.evaluation()).toBe(null);
    session.run();
    const last = session.evaluation();
    expect(last).toEqual(session.evaluation(2));
    expect(last?.epoch).toBe(2);
    expect(last?.classes).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    const confusion = last?.confusion ?? [];
    expect(confusion.flat().reduce((sum, count) => sum + count, 0)).toBe(70);
    const right = confusion.reduce((sum, row, label) => sum + row[label], 0);
    expect(session.history().epochs.validation_accuracy[2]).toBeCloseTo(right / 70, 12);
    confusion.forEach((row, label) => {
      const images = row.reduce((sum, count) => sum + count, 0);
      expect(last?.recall[label]).toBeCloseTo(row[label] / images, 12);
    });
    expect(await errorOf(() => session.evaluation(3))).toMatchObject({ kind: 'state' });
  }));

test('a plateau shows what it counts, and a checkpoint keeps it', () => {
  const schedule = { type: 'plateau', initial: 0.05, factor: 0.5, patience: 0, threshold: 0.9 };
  return withSession(anneal, { ...small, schedule }, async (session) => {
    expect(session.plateau).toEqual({ rate: 0.05, best: null, bad: 0, cooldown_left: 0 });
    session.run({ steps: 10 });
    const { validation_loss } = session.history().epochs;
    expect(session.plateau).toMatchObject({ rate: 0.025, best: validation_loss[0] });
    const resumed = await anneal.resumeSession(session.checkpoint());
    expect(resumed.plateau).toEqual(session.plateau);
    resumed.dispose();
    session.setSchedule(constant(0.1));
    expect(session.plateau).toBe(null);
  });
});
