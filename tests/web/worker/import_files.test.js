// Files of Anneal's own: written, read again, and refused by name where they are none, damaged, or made
// to do harm. The core that judges them is the real one.

import { beforeAll, describe, expect, it } from 'vitest';
import { loadAnneal } from '../../../bindings/api/index.js';
import { Run } from '../../../web/features/training/run.js';
import {
  experimentFile,
  fileName,
  historyFile,
  runFile,
  runsFile,
} from '../../../web/features/sharing/exporters.js';
import { readOwnFile } from '../../../web/worker/import_files.js';
import { small } from '../../bindings/documents.js';

/** @type {Awaited<ReturnType<typeof loadAnneal>>} */
let anneal;
/** @type {any} */
let history;
/** @type {Uint8Array<ArrayBuffer>} */
let weights;

beforeAll(async () => {
  anneal = await loadAnneal();
  const session = await anneal.createSession(small);
  session.run({ steps: 7 });
  session.setSchedule({ type: 'constant', initial: 0.02 });
  session.run();
  history = session.history();
  weights = /** @type {any} */ (session.weights().slice());
  session.dispose();
});

/** As the worker does. @param {unknown} document */
function judge(document) {
  const experiment = anneal.completeExperiment(document);
  anneal.describeNetwork(experiment);
  return experiment;
}

const read = (/** @type {Blob} */ content, name = 'file.json') => readOwnFile(name, content, judge);

const errorOf = (/** @type {BlobPart} */ content) =>
  read(new Blob([content])).then(
    () => 'nothing was wrong',
    (error) => error.message,
  );

/** @param {any} found */
const runOf = (found) =>
  Run.fromRecord({ ...found, number: 3, began: 1, pinned: false, visible: true, divergence: null });

describe('what is saved', () => {
  it('is opened again: an experiment', async () => {
    const experiment = anneal.completeExperiment({ ...small, name: 'Größe 1' });
    const file = experimentFile(experiment);
    expect(file.name).toBe('Größe-1.json');
    expect(await read(file.content)).toEqual({ kind: 'experiment', experiment });
  });

  it('is opened again: the history of a run, as the core gives it', async () => {
    const run = runOf({ ...(await readRun()), name: 'Mine' });
    const found = /** @type {any} */ (await read(historyFile(run, history).content));
    expect(found.kind).toBe('runs');
    expect(found.runs[0].name).toBe('Mine');
    expect([...found.runs[0].steps.loss]).toEqual(history.steps.loss);
    expect([...found.runs[0].epochs.validation_accuracy]).toEqual(
      history.epochs.validation_accuracy,
    );
    expect(found.runs[0].edits).toMatchObject([{ step: 7, schedule: { type: 'constant' } }]);
    expect(found.runs[0].status).toMatchObject({ step: 15, totalSteps: 15, finished: true });
  });

  it('is opened again: several runs, to the bit', async () => {
    const run = runOf(await readRun());
    const file = await runsFile([run, run]);
    const found = /** @type {any} */ (await read(file.content));
    expect(found.runs).toHaveLength(2);
    const again = runOf(found.runs[1]);
    expect(again.steps.column('loss')).toEqual(run.steps.column('loss'));
    expect(again.edits).toEqual(run.edits);
    const one = /** @type {any} */ (await read((await runFile(run)).content));
    expect(one.runs[0].steps).toEqual(found.runs[0].steps);
  });

  it('is told apart by what is in it: weights', async () => {
    expect(await read(new Blob([weights]), 'x.bin')).toEqual({ kind: 'weights', tensors: 4 });
  });

  it('has a name that every file system takes', () => {
    expect(fileName('../a/b: c?', 'run')).toBe('a-b-c');
    expect(fileName(' .. ', 'run')).toBe('run');
    expect(fileName('步进 衰减', 'run')).toBe('步进-衰减');
  });
});

async function readRun() {
  const found = /** @type {any} */ (await read(new Blob([JSON.stringify(history)])));
  return found.runs[0];
}

describe('what is refused', () => {
  it('names what is wrong', async () => {
    expect(await errorOf('{"version": 1')).toContain('"file.json" is no JSON');
    expect(await errorOf('[1, 2]')).toContain('holds no object');
    expect(await errorOf('{"some": "thing"}')).toContain('neither an experiment');
    expect(await errorOf(new Uint8Array(1000).fill(0xff))).toContain('is no JSON');
    expect(await errorOf('')).toContain('is no JSON');
    expect(await errorOf(weights.subarray(0, 20))).toContain('cut short');
    expect(await errorOf('{"version": 2}')).toContain('version: expected 1, got 2');
  });

  it('is too large before it is read', async () => {
    const large = Object.assign(new Blob(['{']), {});
    Object.defineProperty(large, 'size', { value: 3e8 });
    Object.defineProperty(large, 'text', {
      value: () => {
        throw new Error('was read');
      },
    });
    await expect(read(large)).rejects.toThrow('takes 300 MB');
  });

  it('is a history whose columns do not fit, by the column', async () => {
    const wrong = (/** @type {any} */ change) =>
      errorOf(JSON.stringify({ ...history, steps: { ...history.steps, ...change } }));
    expect(await wrong({ loss: [1, 2] })).toContain('steps.loss: expected a list of 15 numbers');
    expect(await wrong({ rate: Array(15).fill('x') })).toContain('steps.rate');
    expect(await wrong({ step: 7 })).toContain('steps.step: expected a list of 0 numbers');
    expect(await errorOf(JSON.stringify({ runs: [{}] }))).toContain('runs[0]: experiment');
    expect(await errorOf(JSON.stringify({ runs: Array(501).fill({}) }))).toContain('at most 500');
  });

  const nested = (/** @type {number} */ depth) => '['.repeat(depth) + ']'.repeat(depth);
  /** Documents from a stranger, with what is said of each. */
  const hostile = /** @type {Record<string, [string, string]>} */ ({
    'layers without end': [
      `{"version": 1, "network": {"input": [28, 28, 1], "layers": [${'{"type":"relu"},'.repeat(5000)}{"type":"flatten"}]}}`,
      '1 to 1000 layers',
    ],
    'a layer of 10^12 filters': [
      '{"version": 1, "network": {"input": [28, 28, 1], "layers": [{"type": "conv2d", "filters": 1e12, "kernel": 3}, {"type": "flatten"}, {"type": "dense", "units": 10}]}}',
      'network.layers[0].filters',
    ],
    'a layer of 10^9 units': [
      '{"version": 1, "network": {"input": [28, 28, 1], "layers": [{"type": "flatten"}, {"type": "dense", "units": 1000000000}, {"type": "dense", "units": 10}]}}',
      'at most 536870911 weights',
    ],
    '10^12 images': ['{"version": 1, "data": {"source": "glyphs", "train": 1e12}}', 'data.train'],
    '10^15 epochs': ['{"version": 1, "training": {"epochs": 1e15}}', 'training.epochs'],
    'an image of 10^9 pixels': [
      '{"version": 1, "data": {"source": "shapes", "size": 1000000000}}',
      'data.size',
    ],
    'the key of prototypes': ['{"version": 1, "__proto__": {"reached": 1}}', '__proto__: unknown'],
    'the key of prototypes, inside': [
      '{"version": 1, "training": {"constructor": {"prototype": {"reached": 1}}}}',
      'training.constructor: unknown',
    ],
    'a name of a megabyte': [`{"version": 1, "name": "${'x'.repeat(1e6)}"}`, 'at most 200 bytes'],
    'depth without end': [`{"version": 1, "network": ${nested(50_000)}}`, 'nested more than'],
    'a file that leads elsewhere': [
      '{"version": 1, "data": {"source": "npz", "file": 7}}',
      'data.file',
    ],
    markup: ['{"version": "<img src=x onerror=alert(1)>"}', 'version'],
  });

  for (const [what, [text, said]] of Object.entries(hostile)) {
    it(`is ${what}`, async () => {
      expect(await errorOf(text)).toContain(said);
      expect(/** @type {any} */ ({}).reached).toBeUndefined();
    });
  }
});
