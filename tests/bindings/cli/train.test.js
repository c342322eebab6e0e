// The command line from outside: a process, its files, its exit code.

import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadAnneal } from '../../../bindings/api/index.js';
import { toNpy } from '../../../bindings/formats/npy.js';
import { idx, idxFiles, small } from '../documents.js';

const program = fileURLToPath(new URL('../../../bindings/cli/main.js', import.meta.url));
/** @type {string} */
let folder;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'anneal-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/**
 * @param {string[]} words
 * @param {{input?: string, interruptAt?: RegExp}} [options] Ctrl+C once that was written
 * @returns {Promise<{code: number | null, stdout: string, stderr: string}>}
 */
function train(words, { input, interruptAt } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...words], { cwd: folder });
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', (data) => (said.stdout += data));
    child.stderr.on('data', (data) => {
      said.stderr += data;
      if (interruptAt?.test(said.stderr)) {
        interruptAt = undefined;
        child.kill('SIGINT');
      }
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...said }));
    child.stdin.end(input);
  });
}

/**
 * @param {string} name
 * @param {unknown} content
 */
async function file(name, content) {
  const target = path.join(folder, name);
  await mkdir(path.dirname(target), { recursive: true });
  const isBytes = content instanceof Uint8Array;
  await writeFile(target, isBytes ? content : JSON.stringify(content));
  return target;
}

/** @param {string} name */
const read = (name) => readFile(path.join(folder, name));

describe('the command line', () => {
  test('prints the JSON Schema of documents', async () => {
    const { code, stdout } = await train(['--schema']);
    expect(code).toBe(0);
    const schema = JSON.parse(stdout);
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(Object.keys(schema.properties)).toContain('optimizer');
  });

  test('writes the history that the bridge gives, to the last bit', async () => {
    await file('small.json', small);
    const { code, stderr } = await train(['small.json', '--out', 'history.json']);
    expect(stderr.split('\n')).toHaveLength(5); // three epochs, what came out, the end
    expect(stderr).toMatch(/^epoch 1\/3 {2}rate 0\.0\d+ {2}loss .* images\/s\n/);
    expect(code).toBe(0);

    const anneal = await loadAnneal();
    const session = await anneal.createSession(small);
    session.run();
    expect((await read('history.json')).toString()).toBe(`${JSON.stringify(session.history())}\n`);
    session.dispose();
    expect((await readdir(folder)).sort()).toEqual(['history.json', 'small.json']);
  });

  test('saves weights and starts from them', async () => {
    await file('small.json', small);
    await train(['small.json', '--quiet', '--save', 'a.safetensors']);
    const one = { ...small, training: { ...small.training, epochs: 1 } };
    await file('frozen.json', { ...one, schedule: { type: 'constant', initial: 0 } });
    const words = ['frozen.json', '--init', 'a.safetensors', '--save', 'b.safetensors'];
    const { code, stdout, stderr } = await train([...words, '--quiet']);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
    expect((await read('b.safetensors')).equals(await read('a.safetensors'))).toBe(true);
  });

  test('reads an .npz, and says why it reads no pictures', async () => {
    const { images, labels } = idxFiles(30);
    const arrays = {
      x: toNpy([30, 2, 2], images.subarray(16)),
      y: toNpy([30], labels.subarray(8)),
    };
    await file('m.npz', zipSync({ 'x.npy': arrays.x, 'y.npy': arrays.y }));
    const from = (/** @type {object} */ data) => ({
      ...idx(),
      data: { ...data, train: 12, validation: 6 },
    });
    await file('npz.json', from({ source: 'npz', file: 'm.npz', images: 'x', labels: 'y' }));
    expect(await train(['npz.json', '--quiet'])).toMatchObject({ code: 0, stderr: '' });
    await file('pictures.json', from({ source: 'images', file: 'pets' }));
    const { code, stderr } = await train(['pictures.json']);
    expect(code).toBe(1);
    expect(stderr).toContain('pictures can be decoded in a browser only');
  });

  test('finds files beside the experiment or where --data says', async () => {
    const { images, labels } = idxFiles(30);
    await file('run/idx.json', idx('images.gz', 'labels'));
    await file('run/images.gz', gzipSync(images));
    await file('run/labels', labels);
    await file('else/idx.json', idx('images.gz', 'labels'));
    expect((await train(['run/idx.json', '--quiet'])).code).toBe(0);
    expect((await train(['else/idx.json', '--quiet', '--data', 'run'])).code).toBe(0);
    const { code, stderr } = await train(['else/idx.json', '--quiet']);
    expect(code).toBe(1);
    expect(stderr).toBe(
      `${path.join('else', 'images.gz')} cannot be read: there is no such file.` +
        ' --data says where the files of the experiment lie.\n',
    );
  });

  test('reads standard input and writes standard output', async () => {
    const { code, stdout } = await train(['-', '--out', '-'], { input: JSON.stringify(small) });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).steps.step).toHaveLength(15);
  });

  test('stops at Ctrl+C and writes the history so far', async () => {
    const long = { ...small, training: { epochs: 100_000, batch_size: 150 } };
    await file('long.json', long);
    const { code, stderr } = await train(
      ['long.json', '--out', 'history.json', '--save', 'w.safetensors'],
      { interruptAt: /epoch 2\// },
    );
    expect(code).toBe(130);
    expect(stderr).toMatch(/ended at step \d+ of 100000/);
    const { steps } = JSON.parse((await read('history.json')).toString());
    expect(steps.step.length).toBeGreaterThan(1);
    expect((await read('w.safetensors')).length).toBeGreaterThan(1000);
  });

  test('resumes from a checkpoint as if it had not been interrupted', async () => {
    await file('small.json', small);
    await train(['small.json', '--quiet', '--out', 'whole.json']);
    const anneal = await loadAnneal();
    const session = await anneal.createSession(small);
    session.run({ steps: 7 });
    await file('run.checkpoint', session.checkpoint());
    session.dispose();
    const words = [
      '--resume',
      'run.checkpoint',
      '--checkpoint',
      'run.checkpoint',
      '--out',
      'b.json',
    ];
    expect((await train([...words, '--quiet'])).code).toBe(0);
    expect((await read('b.json')).equals(await read('whole.json'))).toBe(true);
    const ended = await train(['--resume', 'run.checkpoint']);
    expect(ended.code).toBe(0);
    expect(ended.stderr).toContain('15 steps, held-out accuracy');
  });

  test('that diverges reports it, writes the history so far and exits with 3', async () => {
    await file('wild.json', { ...small, schedule: { type: 'constant', initial: 1e9 } });
    const { code, stderr } = await train(['wild.json', '--out', 'history.json']);
    expect(code).toBe(3);
    expect(stderr).toContain('the run diverged at step 1: the loss of');
    const { events } = JSON.parse((await read('history.json')).toString());
    expect(events).toMatchObject([{ type: 'diverged', step: 1, restored: 0 }]);
  });

  test('tries rates and suggests one', async () => {
    await file('small.json', small);
    const { code, stderr } = await train(['small.json', '--range-test', '--out', 'range.json']);
    expect(code).toBe(0);
    expect(stderr).toMatch(/Suggested rate: 0\.0\d+ \(/);
    const { rates, suggestion } = JSON.parse((await read('range.json')).toString());
    expect(rates).toHaveLength(stderr.trim().split('\n').length - 2);
    expect(suggestion.rate).toBeGreaterThan(1e-3);
  });

  test.each([
    ['a setting', { version: 1, seede: 1 }, 'seede: unknown key; did you mean "seed"?\n'],
    ['the kind of document', [1], 'expected an object {...}, got [1]\n'],
  ])('refuses %s with a message', async (_, document, message) => {
    await file('bad.json', document);
    const { code, stderr } = await train(['bad.json']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: message });
  });

  test('reports where a document is not valid JSON', async () => {
    const { code, stderr } = await train(['-'], { input: '{"version": 1,\n "seed" 2}' });
    expect(code).toBe(1);
    expect(stderr).toContain('is not JSON: unexpected text or end at line 2');
  });

  test('reports before training that a file cannot be written', async () => {
    await file('small.json', small);
    const { code, stderr } = await train(['small.json', '--out', 'nowhere/history.json']);
    expect(code).toBe(1);
    expect(stderr).toContain('nowhere/history.json cannot be written');
    expect(stderr).not.toContain('epoch');
  });

  test.each([[['--help']], [['-h']]])('%s shows the usage', async (words) => {
    const { code, stdout } = await train(words);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: anneal EXPERIMENT\.json/);
  });

  test.each([
    [[]],
    [['a.json', 'b.json']],
    [['a.json', '--sav', 'x']],
    [['a.json', '--out']],
    [['a.json', '--resume', 'b']],
    [['--resume', 'b', '--init', 'c']],
  ])('the command line %j is wrong', async (words) => {
    const { code, stderr } = await train(words);
    expect(code).toBe(2);
    expect(stderr).toContain('Usage: anneal EXPERIMENT.json');
  });
});
