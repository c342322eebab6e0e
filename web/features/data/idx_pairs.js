// Finds IDX files of images and labels that belong together.

/** @typedef {import('../../protocol/types.js').IdxFormat & {name: string}} IdxFile */

/** @typedef {{images: IdxFile, labels: IdxFile}} IdxPair */

/**
 * Images and labels of the same number; if several fit, those with the longest common start of their names.
 *
 * @param {IdxFile[]} files
 * @returns {IdxPair | undefined}
 */
export function pairUp(files) {
  const pairs = files
    .filter((file) => file.role === 'images')
    .flatMap((images) =>
      files
        .filter((file) => file.role === 'labels' && file.count === images.count)
        .map((labels) => ({ images, labels })),
    );
  const similarity = (/** @type {IdxPair} */ { images, labels }) =>
    commonPrefixLength(images.name, labels.name);
  return pairs.sort((a, b) => similarity(b) - similarity(a) || b.images.count - a.images.count)[0];
}

/** @param {string} a @param {string} b */
function commonPrefixLength(a, b) {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/**
 * The data source of a pair.
 *
 * @param {IdxPair} pair
 * @returns {import('./data_sources.js').Source}
 */
export function sourceOfPair({ images, labels }) {
  return {
    keys: { source: 'idx', images: images.name, labels: labels.name },
    count: images.count,
    input: [images.height ?? 0, images.width ?? 0, 1],
    classes: Math.max(2, labels.classes ?? 0),
  };
}
