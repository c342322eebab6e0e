// What the real core, the bridge and the worker refuse, said in Chinese: nothing of it is left English.

import { beforeAll, describe, expect, it } from 'vitest';
import { zipSync } from 'fflate';
import { loadAnneal, detectFormat } from '../../../bindings/api/index.js';
import { toNpy } from '../../../bindings/formats/npy.js';
import { speak, tCore } from '../../../web/locales/index.js';
import { readOwnFile } from '../../../web/worker/import_files.js';
import { small } from '../../bindings/documents.js';

/** @type {Awaited<ReturnType<typeof loadAnneal>>} */
let anneal;
/** @type {Uint8Array} */
let weights;
/** @type {Uint8Array} */
let checkpoint;

beforeAll(async () => {
  anneal = await loadAnneal();
  const session = await anneal.createSession(small);
  weights = session.weights().slice();
  session.run({ steps: 2 });
  checkpoint = session.checkpoint().slice();
  session.dispose();
  await speak('zh-Hans');
});

/** @param {any} document */
const complete = (document) => anneal.completeExperiment(document);
/** @param {any} layer in front of a network that works */
const layer = (layer) => () =>
  anneal.describeNetwork({
    ...small,
    network: { ...small.network, layers: [layer, ...small.network.layers] },
  });
/** @param {any} changes */
const setting = (changes) => () => complete({ ...small, ...changes });
/** @param {any} data @param {Record<string, Uint8Array>} files */
const train = (data, files) => () =>
  anneal.createSession(
    { ...small, data },
    {
      files: Object.fromEntries(
        Object.entries(files).map(([name, bytes]) => [
          name,
          new Blob([/** @type {any} */ (bytes)]),
        ]),
      ),
    },
  );
const idx = { source: 'idx', images: 'i', labels: 'l', train: 2, validation: 1 };
const npz = { source: 'npz', file: 'm.npz', train: 2, validation: 1 };
const images = toNpy([3, 2, 2], new Uint8Array(12));
const labels = toNpy([3], new Uint8Array([0, 1, 0]));
/** @param {Record<string, Uint8Array>} arrays */
const packed = (arrays) => ({ 'm.npz': zipSync(arrays) });
/** @param {string} text */
const own = (text) => () => readOwnFile('mine.json', new Blob([text]), complete);
const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);

/** @type {[string, () => unknown][]} */
const provoked = [
  ['a number that is none', setting({ seed: -3 })],
  ['a word in place of a number', setting({ training: { epochs: 'many' } })],
  ['a switch that is none', setting({ training: { shuffle: 1 } })],
  ['a key that nobody knows', setting({ sede: 1 })],
  ['a key that is near none', setting({ zzzzzzzz: 1 })],
  ['a type that is nearly one', setting({ optimizer: { type: 'adm' } })],
  ['a type that is none', setting({ optimizer: { type: 'zzzzzzzz' } })],
  ['a section that is a list', setting({ data: [] })],
  ['a momentum of 1', setting({ optimizer: { type: 'sgd', momentum: 1 } })],
  ['nesterov alone', setting({ optimizer: { type: 'sgd', nesterov: true } })],
  ['a gamma of 2', setting({ schedule: { type: 'exponential', initial: 0.1, gamma: 2 } })],
  ['an empty sequence', setting({ schedule: { type: 'sequence', parts: [] } })],
  ['a run without end', setting({ training: { epochs: 10_000_000, batch_size: 1 } })],
  ['a long name', setting({ name: 'n'.repeat(3000) })],
  ['a text that is no JSON', () => anneal.completeExperiment(/** @type {any} */ ('{"seed": }'))],
  ['a kernel of 0', layer({ type: 'conv2d', filters: 4, kernel: 0 })],
  ['a kernel without filters', layer({ type: 'conv2d', kernel: 3 })],
  ['a kernel larger than its input', layer({ type: 'conv2d', filters: 4, kernel: 40 })],
  ['groups that do not divide', layer({ type: 'conv2d', filters: 4, kernel: 3, groups: 3 })],
  ['a pool larger than its input', layer({ type: 'max_pool2d', size: 99 })],
  ['a convolution of a vector', layer({ type: 'flatten' })],
  ['a dense layer of an image', layer({ type: 'dense', units: 4 })],
  ['a padding that is none', layer({ type: 'conv2d', filters: 4, kernel: 3, padding: 'sam' })],
  ['a block that changes its shape', layer({ type: 'residual', layers: [{ type: 'flatten' }] })],
  ['more than can be held', layer({ type: 'conv2d', filters: 900_000_000, kernel: 3 })],
  [
    'a network without weights',
    () => anneal.describeNetwork({ network: { input: [4, 4, 1], layers: [{ type: 'flatten' }] } }),
  ],
  [
    'an input of another shape',
    train({ ...small.data, source: 'shapes', size: 32, classes: 10 }, {}),
  ],
  ['more images than there are', train({ ...idx, train: 0 }, {})],
  ['a file that is not there', train(idx, {})],
  ['an IDX file cut off', train(idx, { i: bytes('ab'), l: bytes('ab') })],
  ['an IDX file of something else', train(idx, { i: bytes('abcdefgh'), l: bytes('abcdefgh') })],
  [
    'a CIFAR file cut off',
    train({ source: 'cifar10', files: ['c'], train: 2, validation: 1 }, { c: bytes('abc') }),
  ],
  ['an npz without its array', train(npz, packed({ 'x.npy': images }))],
  [
    'arrays that do not belong together',
    train(npz, packed({ 'x_train.npy': images, 'y_train.npy': toNpy([2], new Uint8Array(2)) })),
  ],
  [
    'labels that are none',
    train(npz, packed({ 'x_train.npy': images, 'y_train.npy': toNpy([3, 2], new Uint8Array(6)) })),
  ],
  [
    'an array that is none',
    train(npz, packed({ 'x_train.npy': bytes('nothing'), 'y_train.npy': labels })),
  ],
  ['a zip cut off', train(npz, { 'm.npz': zipSync({ 'x_train.npy': images }).subarray(0, 60) })],
  ['an empty file', () => detectFormat('i', new Blob([]))],
  ['an IDX file of floats', () => detectFormat('i', Uint8Array.of(0, 0, 13, 1, 0, 0, 0, 0))],
  ['an IDX file of two dimensions', () => detectFormat('i', Uint8Array.of(0, 0, 8, 2, 0, 0, 0, 0))],
  ['an IDX file that is too short', () => detectFormat('i', Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 9))],
  ['a file that nothing reads', () => detectFormat('cat.txt', new Blob(['miaow']))],
  [
    'a zip without pictures',
    () => detectFormat('m.zip', new Blob([/** @type {any} */ (zipSync({ 'a.txt': bytes('a') }))])),
  ],
  ['weights cut off', () => anneal.createSession(small, { weights: weights.subarray(0, 99) })],
  ['weights that are none', () => anneal.createSession(small, { weights: bytes('weights?!') })],
  ['a checkpoint cut off', () => anneal.resumeSession(checkpoint.subarray(0, 200))],
  ['a checkpoint that is none', () => anneal.resumeSession(bytes('a checkpoint of somebody else'))],
  ['a file that is no JSON', own('{"version": 1,')],
  ['a file with a word too many', own('{"version": x}')],
  ['a file of something else', own('{"a": 1}')],
  ['a file of a bad experiment', own('{"version": 1, "seed": "one"}')],
  ['a file of no object', own('[]')],
  ['runs without columns', own('{"runs": [{"experiment": {"version": 1}}]}')],
];

/** @param {() => unknown} call @returns {Promise<string>} */
async function messageOf(call) {
  try {
    await call();
  } catch (error) {
    return /** @type {Error} */ (error).message;
  }
  throw new Error('nothing was refused');
}

/** Without names: paths, words in quotes and brackets, and those that stand for themselves. @param {string} said */
const plain = (said) =>
  said
    .replace(/"[^"]*"|\[[^\]]*\]|\{[^}]*\}/g, '')
    .replace(/\w+([.[_][\w\]]+)+/g, '')
    .replace(
      /\b(seed|name|network|data|optimizer|experiment|dense|conv2d|flatten|x_train|y_train)\b/g,
      '',
    );

describe('what is refused', () => {
  it.each(provoked)('%s', async (_, call) => {
    const message = await messageOf(call);
    const said = tCore(message);
    expect(said, message).toMatch(/\p{Script=Han}/u);
    expect(plain(said).match(/[a-z]{2,} [a-z]{2,}/gi) ?? [], said).toEqual([]);
    if (process.env.SHOW) console.log(`${message}\n   ${said}`);
  });
});
