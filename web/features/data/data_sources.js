// The data sources: the settings that each writes into the experiment, and the shape of its images, to which the
// network adapts.

/** @typedef {import('../../protocol/types.js').DataSettings} DataSettings */

/**
 * @typedef {object} Source
 * @property {Pick<DataSettings, 'source'> & Record<string, any>} keys settings of this source
 * @property {number} count of images
 * @property {number[]} input [H, W, C]
 * @property {number} classes
 */

/** A detected data set and its file name. @typedef {import('../../protocol/types.js').DataSetFormat & {name: string}} DataSet */

/** The choices in the order of the menu; their labels have the prefix data. */
export const sourceChoices = ['glyphs', 'shapes', 'idx', 'cifar', 'npz', 'images'];

/** @param {DataSettings} data @returns {string} the choice that contains it */
export const choiceOf = ({ source }) => (source.startsWith('cifar') ? 'cifar' : source);

/**
 * The names of the files that a run on this data needs.
 *
 * @param {DataSettings} data
 * @returns {string[]}
 */
export function fileNamesOf({ source, images, labels, file, files }) {
  if (source === 'idx') return [images ?? '', labels ?? ''];
  if (source.startsWith('cifar')) return files ?? [];
  return file === undefined ? [] : [file];
}

/**
 * Difficulty settings of the generators, in order, with the defaults of the core.
 *
 * @type {Record<string, {key: string, arrow: number, standard: number}[]>}
 */
export const difficulties = {
  glyphs: [
    { key: 'distortion', arrow: 0.1, standard: 1 },
    { key: 'careless', arrow: 0.1, standard: 0.5 },
    { key: 'clutter', arrow: 1, standard: 1 },
    { key: 'noise', arrow: 0.01, standard: 0.09 },
  ],
  shapes: [
    { key: 'distortion', arrow: 0.1, standard: 1 },
    { key: 'clutter', arrow: 1, standard: 7 },
    { key: 'noise', arrow: 0.01, standard: 0.05 },
  ],
};

/** Generated data sources. @type {Record<string, () => Source>} */
export const generatedSources = {
  glyphs: () => ({
    keys: { source: 'glyphs' },
    count: 5000,
    input: [28, 28, 1],
    classes: 10,
  }),
  shapes: () => ({
    keys: { source: 'shapes', size: 32, classes: 10 },
    count: 5000,
    input: [32, 32, 3],
    classes: 10,
  }),
};

const COARSE_CLASSES = 20;

/**
 * @param {DataSet} set the selected one
 * @param {DataSet[]} all provided ones: CIFAR files are used together
 * @returns {Source}
 */
export function sourceOfSet(set, all) {
  const { kind, name, count, classes, shape = [32, 32, 3] } = set;
  if (kind === 'npz') {
    const keys = { source: kind, file: name, images: set.images, labels: set.labels };
    return { keys, count, input: shape, classes: Math.max(2, classes) };
  }
  if (kind === 'images') {
    return {
      keys: { source: kind, file: name, size: 32, channels: 3 },
      count,
      input: shape,
      classes,
    };
  }
  const files = all
    .filter((other) => other.kind === kind)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    keys: {
      source: kind,
      files: files.map((file) => file.name),
      ...(kind === 'cifar100' ? { labels: 'fine' } : {}),
    },
    count: files.reduce((sum, file) => sum + file.count, 0),
    input: shape,
    classes,
  };
}

/**
 * The data section of a source: four fifths for training, the rest held out. Common settings are kept.
 *
 * @param {Source} source
 * @param {DataSettings} before
 * @returns {DataSettings}
 */
export function dataOf({ keys, count }, before) {
  const train = Math.floor(count * 0.8);
  return {
    ...keys,
    train,
    validation: count - train,
    stratified: before.stratified ?? false,
    standardise: before.standardise ?? false,
    label_noise: before.label_noise ?? 0,
    augment: before.augment ?? { shift: 0, flip: false, cutout: 0 },
  };
}

/**
 * The data section of generated shapes of a given size.
 *
 * @param {{size: number, classes: number}} images
 * @param {DataSettings} before
 */
export function shapesData({ size, classes }, before) {
  const shapes = generatedSources.shapes();
  return dataOf({ ...shapes, keys: { ...shapes.keys, size, classes } }, before);
}

/**
 * The shape and number of classes of the images of a data section; undefined if unknown or invalid.
 *
 * @param {DataSettings} data
 * @param {{input: number[], classes: number}} [known] of the files that it names
 * @returns {import('../../protocol/network.js').Form | undefined}
 */
export function formOf(data, known) {
  const within = (
    /** @type {any} */ value,
    /** @type {number} */ least,
    /** @type {number} */ most,
  ) => Number.isInteger(value) && value >= least && value <= most;
  const { source, size = 32 } = data;
  if (source === 'shapes') {
    const { classes: own = 10 } = data;
    if (!within(size, 16, 224) || size % 2 !== 0 || !within(own, 2, 1000)) return undefined;
    return { input: [size, size, 3], classes: own };
  }
  if (source === 'images') {
    if (!known || !within(size, 4, 1024)) return undefined;
    return { input: [size, size, data.channels ?? 3], classes: known.classes };
  }
  if (source === 'cifar100') {
    return { input: [32, 32, 3], classes: data.labels === 'coarse' ? COARSE_CLASSES : 100 };
  }
  if (source === 'cifar10') return { input: [32, 32, 3], classes: 10 };
  if (source === 'glyphs') return { input: [28, 28, 1], classes: 10 };
  return known;
}
