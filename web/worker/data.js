// Requests about images that need no run. They are looked at in a module of their own, so that neither
// their memory nor their time is taken from a run that is open.

import { detectFormat } from '../../bindings/formats/detect_format.js';
import { fingerprint } from '../../bindings/formats/file_cache.js';
import { toResult, Refusal } from './results.js';

/** Between two looks at what else is to be done. */
const SLICE_MILLISECONDS = 8;

/**
 * @param {object} parts
 * @param {() => Promise<any>} parts.load gives the bridge's Anneal for previews
 * @param {import('./reading.js').Readings} parts.readings
 * @param {import('../../bindings/formats/file_cache.js').FileCache} [parts.cache] shared with the core
 * @returns {import('../protocol/data.js').DataService}
 */
export function dataRequests({ load, readings, cache }) {
  /** @type {Promise<any> | undefined} */
  let core;
  /** @type {any} */
  let preview = null;
  /** What the images were made from, where that is files; another division of them is cheap. */
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
          preview.divide(document);
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
 * What the images themselves depend on, as one text; empty where the core draws them, which is cheap, and
 * where the files cannot be told apart.
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
