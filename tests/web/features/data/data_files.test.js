// Files and folders of the user, and the experiment that uses them.

import { describe, expect, it } from 'vitest';
import { createDataFiles } from '../../../../web/features/data/data_files.js';
import { itemsOfDrop, itemsOfFiles } from '../../../../web/ui/dropped_items.js';
import { createExperiment } from '../../../../web/features/experiment/experiment.js';
import { classesOf, presetOf } from '../../../../web/features/network/presets.js';
import { fakeService } from '../../fakes.js';
import { defaultExperiment } from '../../../../web/app/default_experiment.js';

const known = /** @type {const} */ ({
  'm.npz': { kind: 'npz', count: 50, classes: 4, shape: [8, 9, 1], images: 'x', labels: 'y' },
  'b.bin': { kind: 'cifar10', count: 20, classes: 10, shape: [32, 32, 3] },
  'a.bin': { kind: 'cifar10', count: 10, classes: 10, shape: [32, 32, 3] },
  'train.bin': { kind: 'cifar100', count: 10, classes: 100, shape: [32, 32, 3] },
  pets: { kind: 'images', count: 30, classes: 3 },
});

function newFiles() {
  const { service, named } = fakeService({ known: /** @type {any} */ (known) });
  const experiment = createExperiment(service, defaultExperiment());
  return { experiment, named, files: createDataFiles(service, experiment) };
}

/** @param {string} name @param {number[]} [bytes] */
const item = (name, bytes = [1, 2, 3, 4]) => ({
  name,
  content: new File([Uint8Array.from(bytes)], name),
});
const images = item('images', [
  0,
  0,
  8,
  3,
  0,
  0,
  0,
  3,
  0,
  0,
  0,
  2,
  0,
  0,
  0,
  2,
  ...Array(12).fill(0),
]);
const labels = item('labels', [0, 0, 8, 1, 0, 0, 0, 3, 4, 0, 2]);

/** Gives files and says that what was understood is right. @param {any} files @param {any[]} items */
async function give(files, items) {
  await files.take(items);
  await files.accept();
}

describe('files given to the page', () => {
  it('wait for their other half, then fit data and network', async () => {
    const { experiment, files } = newFiles();
    await give(files, [images]);
    expect(experiment.draft.value.data.source).toBe('glyphs');
    await give(files, [labels]);
    const { data, network } = experiment.draft.value;
    expect(data).toMatchObject({ source: 'idx', images: 'images', labels: 'labels', train: 2 });
    expect(network.input).toEqual([2, 2, 1]);
    expect(classesOf(network)).toBe(5);
    expect(presetOf(network)).toBe('one_convolution');
    expect([...files.files().keys()]).toEqual(['images', 'labels']);
  });

  it('are not used before they are accepted, and can be discarded', async () => {
    const { experiment, files, named } = newFiles();
    await files.take([item('m.npz')]);
    expect(files.offer.value).toMatchObject({
      names: ['m.npz'],
      source: { count: 50, classes: 4 },
    });
    expect(experiment.draft.value.data.source).toBe('glyphs');
    files.decline();
    expect([files.offer.value, files.given.value]).toEqual([null, []]);
    await files.accept();
    expect(experiment.draft.value.data.source).toBe('glyphs');
    await files.take([images]);
    expect(files.offer.value?.source).toBeUndefined();
    files.decline();
    await give(files, [labels]);
    expect(experiment.draft.value.data.source).toBe('idx');
    expect(named('stopReading')).toEqual([]);
  });

  it('can be cancelled while they are read, and are then not used', async () => {
    const { files, named } = newFiles();
    const taken = files.take([item('m.npz')]);
    files.decline();
    await taken;
    expect(named('stopReading')).toHaveLength(1);
    expect([files.reading.value, files.offer.value, files.given.value]).toEqual([false, null, []]);
  });

  it('tell the form of their images, so that a network that does not suit is never good', async () => {
    const { experiment, files } = newFiles();
    await give(files, [item('m.npz')]);
    expect(experiment.formOf(experiment.draft.value.data)).toEqual({
      input: [8, 9, 1],
      classes: 4,
    });
    expect(
      experiment.formOf({ ...experiment.draft.value.data, file: 'other.npz' }),
    ).toBeUndefined();
  });

  it('are named with what is wrong with them', async () => {
    const { experiment, files } = newFiles();
    await give(files, [item('cat.png', [137, 80, 78, 71, 13, 10])]);
    expect(files.given.value).toMatchObject([
      { name: 'cat.png', problem: expect.stringContaining('"cat.png" is none of the files known') },
    ]);
    expect(experiment.draft.value.data.source).toBe('glyphs');
    expect(files.files().size).toBe(0);
  });

  it('that are arrays or pictures are enough by themselves; a fifth is held out', async () => {
    const { experiment, files } = newFiles();
    await give(files, [item('m.npz')]);
    expect(experiment.draft.value).toMatchObject({
      data: { source: 'npz', file: 'm.npz', images: 'x', labels: 'y', train: 40, validation: 10 },
      network: { input: [8, 9, 1] },
    });
    const folder = { name: 'pets', content: [{ path: 'cat/1.png', content: new Blob([]) }] };
    await give(files, [folder]);
    const { data, network } = experiment.draft.value;
    expect(data).toMatchObject({
      source: 'images',
      file: 'pets',
      size: 32,
      channels: 3,
      train: 24,
    });
    expect([network.input, classesOf(network)]).toEqual([[32, 32, 3], 3]);
    expect(files.files().get('pets')).toBe(folder.content);
  });

  it('of CIFAR are used together, in the order of their names', async () => {
    const { experiment, files } = newFiles();
    await give(files, [item('b.bin')]);
    await give(files, [item('a.bin'), item('notes.txt')]);
    const { data } = experiment.draft.value;
    expect(data).toMatchObject({ source: 'cifar10', files: ['a.bin', 'b.bin'], train: 24 });
  });

  it('are told from IDX files that they begin like', async () => {
    const { experiment, files } = newFiles();
    await give(files, [item('b.bin', [0, 0, 0, 0]), item('c', [0, 0, 8, 2])]);
    expect(experiment.draft.value.data).toMatchObject({ source: 'cifar10', files: ['b.bin'] });
    expect(files.given.value[1]).toMatchObject({
      name: 'c',
      problem: '"c" is an IDX file, but contains neither greyscale images nor labels',
    });
  });

  it('can be left for another source and taken up again', async () => {
    const { experiment, files } = newFiles();
    expect(await files.choose('npz')).toBe(false);
    await give(files, [item('m.npz')]);
    expect(await files.choose('shapes')).toBe(true);
    expect(experiment.draft.value).toMatchObject({
      data: { source: 'shapes', size: 32, classes: 10, train: 4000 },
      network: { input: [32, 32, 3] },
    });
    expect(await files.choose('npz')).toBe(true);
    expect(experiment.draft.value.data.file).toBe('m.npz');
    await experiment.edit('data.augment.flip', true);
    await files.choose('glyphs');
    expect(experiment.draft.value).toMatchObject({
      data: { source: 'glyphs', augment: { flip: true } },
      network: { input: [28, 28, 1] },
    });
  });
});

describe('an edit of the data', () => {
  it('takes the network along', async () => {
    const { experiment, files } = newFiles();
    await files.choose('shapes');
    await files.edit('data.size', 64);
    await files.edit('data.classes', 30);
    const { network } = experiment.draft.value;
    expect([network.input, classesOf(network)]).toEqual([[64, 64, 3], 30]);
    await files.edit('data.size', 6);
    expect(experiment.draft.value.network).toEqual(network);
  });

  it('gives one’s own network another input and other outputs, and leaves the rest', async () => {
    const { experiment, files } = newFiles();
    const layers = [{ type: 'flatten' }, { type: 'dense', units: 7 }, { type: 'dense', units: 10 }];
    await experiment.edit('network.layers', layers);
    await give(files, [item('train.bin')]);
    expect(experiment.draft.value.network).toEqual({
      input: [32, 32, 3],
      layers: [...layers.slice(0, 2), { type: 'dense', units: 100 }],
    });
    await files.edit('data.labels', 'coarse');
    expect(classesOf(experiment.draft.value.network)).toBe(20);
  });

  it('of pictures keeps the number of their classes', async () => {
    const { experiment, files } = newFiles();
    await give(files, [{ name: 'pets', content: [] }]);
    await files.edit('data.channels', 1);
    const { network } = experiment.draft.value;
    expect([network.input, classesOf(network)]).toEqual([[32, 32, 1], 3]);
  });
});

describe('a chosen folder', () => {
  it('is one item, with the paths below it', () => {
    const files = ['pets/cat/1.png', 'pets/dog/2.png', ''].map((path, i) =>
      Object.defineProperty(new File([], `${i}.png`), 'webkitRelativePath', { value: path }),
    );
    expect(itemsOfFiles(files)).toEqual([
      {
        name: 'pets',
        content: [
          { path: 'cat/1.png', content: files[0] },
          { path: 'dog/2.png', content: files[1] },
        ],
      },
      { name: '2.png', content: files[2] },
    ]);
  });
});

describe('a drop', () => {
  /** @param {string} name @param {any[]} [inside] @returns {any} an entry as browsers give them */
  const entry = (name, inside) => ({
    name,
    isDirectory: inside !== undefined,
    file: (/** @type {(file: File) => void} */ give) => give(new File([], name)),
    createReader: () => {
      const left = [...(inside ?? [])];
      // Browsers give a part at a time, and nothing when all was given.
      return { readEntries: (/** @type {any} */ give) => give(left.splice(0, 1)) };
    },
  });
  const drop = (/** @type {any[]} */ entries) =>
    itemsOfDrop(
      /** @type {any} */ ({
        items: entries.map((one) => ({ webkitGetAsEntry: () => one })),
        files: entries.map(({ name }) => new File([], name)),
      }),
    );
  const pathsOf = (/** @type {any} */ item) =>
    item.content.map((/** @type {any} */ file) => file.path);

  it('of a folder is one item with all files below it', async () => {
    const pets = entry('pets', [entry('cat', [entry('1.png'), entry('2.png')]), entry('a.txt')]);
    const items = await drop([entry('m.npz'), pets]);
    expect(items.map(({ name }) => name)).toEqual(['m.npz', 'pets']);
    expect(pathsOf(items[1])).toEqual(['cat/1.png', 'cat/2.png', 'a.txt']);
  });

  it('of several folders takes them as the classes of one', async () => {
    const items = await drop([entry('cat', [entry('1.png')]), entry('dog', [entry('2.png')])]);
    expect(items.map(({ name }) => name)).toEqual(['cat, dog']);
    expect(pathsOf(items[0])).toEqual(['cat/1.png', 'dog/2.png']);
  });
});
