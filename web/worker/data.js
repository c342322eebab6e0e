// Requests about images that need no run. They use a separate module, so that they take no memory from the open
// run.

import { detectFormat } from '../../bindings/formats/detect_format.js';
import { fingerprint } from '../../bindings/formats/file_cache.js';
import { toResult, Refusal } from './results.js';

/** Duration of a slice of measuring, between which messages are handled. */
const SLICE_MILLISECONDS = 8;

/**
 * @param {object} parts
 * @param {() => Promise<any>} parts.load loads an Anneal for previews
 * @param {import('./reading.js').Readings} parts.readings
 * @param {import('../../bindings/formats/file_cache.js').FileCache} [parts.cache] shared with the core
 * @returns {import('../protocol/data.js').DataService}
 */
export function dataRequests({ load, readings, cache }) {
  /** @type {Promise<any> | undefined} */
  let core;
  /** @type {any} */
  let preview = null;
  /** Identifies the files of the open images; splitting the same images again is cheap. */
  let source = '';

  const open = () => {
    if (preview) return preview;
    throw new Refusal('state', 'no images are open');
  };

  const close = () => {
    preview?.dispose();
    preview = null;
    source = '';
    return null;
  };

  /** @returns {Promise<import('../protocol/data.js').DataStatistics | null>} */
  const measure = async () => {
    const own = open();
    for (;;) {
      const found = own.measure({ milliseconds: SLICE_MILLISECONDS });
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (own !== preview) return null;
    }
  };

  return {
    detectFormat: (name, content) =>
      toResult(() => readings.run((reading) => detectFormat(name, content, { ...reading, cache }))),
    stopReading: () => toResult(() => readings.stop()),
    openData: (document, files) =>
      toResult(async () => {
        const same = sourceOf(document, files);
        if (preview && same !== '' && same === source) {
          preview.split(document);
          return preview.summary;
        }
        core ??= load();
        const anneal = await core;
        const next = await readings.run((reading) =>
          anneal.createPreview(document, { files, reading }),
        );
        close();
        preview = next;
        source = same;
        return preview.summary;
      }),
    dataImages: (range) => toResult(() => open().images(range)),
    dataAsTrained: (document, range) =>
      toResult(async () => {
        const { standardise = false } = /** @type {any} */ (document).data ?? {};
        if (standardise) await measure();
        return open().asTrained(document, range);
      }),
    dataStatistics: () => toResult(measure),
    closeData: () => toResult(close),
  };
}

/**
 * A key of everything that the images depend on. Empty if the core generates them, which is cheap, and if
 * files cannot be identified.
 *
 * @param {any} document
 * @param {import('../protocol/types.js').Files} files
 */
function sourceOf({ seed, data }, files) {
  const { source, images, labels, file, files: list = [], size, channels } = data ?? {};
  const names = [images, labels, file, ...list].filter((name) => files.has(name));
  if (names.length === 0) return '';
  const prints = names.map((name) => fingerprint(/** @type {any} */ (files.get(name))));
  if (prints.includes(undefined)) return '';
  return JSON.stringify([seed, source, images, labels, file, list, size, channels, prints]);
}
