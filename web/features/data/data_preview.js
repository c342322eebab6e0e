// A preview of the images of the experiment: a summary of each part, a page of images, and augmented versions of
// one. Follows the last accepted experiment while it is watched, with one request at a time for the newest state.

import { computed, effect, signal } from '@preact/signals';

/** @typedef {import('../../protocol/data.js').Part} Part */
/** @typedef {import('../../protocol/types.js').Problem} Problem */

export const PAGE = 40;
export const EPOCHS = 8;

/** An image of the page. @typedef {{image: number, label: number, truth: number, pixels: Uint8Array}} Picture */

/**
 * @param {object} options
 * @param {import('../../protocol/service.js').AnnealService} options.service
 * @param {import('../experiment/experiment.js').ExperimentStore} options.experiment
 * @param {() => import('../../protocol/types.js').Files} options.files
 */
export function createDataPreview({ service, experiment, files }) {
  /** @type {import('@preact/signals').Signal<import('../../protocol/data.js').DataSummary | null>} */
  const summary = signal(null);
  /** @type {import('@preact/signals').Signal<Problem | null>} */
  const problem = signal(null);
  /** @type {import('@preact/signals').Signal<{total: number, pictures: Picture[]}>} */
  const page = signal({ total: 0, pictures: [] });
  /** The selected image. @type {import('@preact/signals').Signal<Picture | null>} */
  const chosen = signal(null);
  /** The selected image as augmented in the epochs from `first` on. @type {import('@preact/signals').Signal<{first: number, frames: Uint8Array[]} | null>} */
  const trained = signal(null);
  /** @type {import('@preact/signals').Signal<import('../../protocol/data.js').DataStatistics | null>} */
  const statistics = signal(null);
  const part = signal(/** @type {Part} */ ('train'));
  const label = signal(/** @type {number | null} */ (null));
  const first = signal(0);
  const firstEpoch = signal(0);
  const busy = signal(false);
  let opened = '';

  /** The part of the document that the images depend on. */
  const document = computed(() => {
    const { version, seed, data, training } = experiment.good.value;
    const { shuffle = true } = training;
    return JSON.stringify({ version, seed, data, training: { shuffle } });
  });
  /** The settings that define the images, without augmentation and standardisation. */
  const images = computed(() => {
    const { data, ...rest } = JSON.parse(document.value);
    const { augment, standardise, ...source } = data;
    void augment;
    void standardise;
    return JSON.stringify([rest, source]);
  });

  async function open() {
    const wanted = images.peek();
    if (wanted === opened) return true;
    const result = await service.openData(JSON.parse(document.peek()), files());
    problem.value = result.ok ? null : result.problem;
    opened = result.ok ? wanted : '';
    summary.value = result.ok ? result.value : null;
    statistics.value = null;
    if (!result.ok) page.value = { total: 0, pictures: [] };
    else if (label.peek() !== null && Number(label.peek()) >= result.value.classes.length) {
      label.value = null;
    }
    return result.ok;
  }

  async function turn() {
    const range = { part: part.peek(), first: first.peek(), count: PAGE };
    const only = label.peek();
    const result = await service.dataImages(only === null ? range : { ...range, label: only });
    if (!result.ok) {
      problem.value = result.problem;
      return;
    }
    const { total, images: numbers, labels, truths, pixels } = result.value;
    const frames = split(pixels, numbers.length);
    const pictures = numbers.map((image, i) => ({
      ...{ image, label: labels[i], truth: truths[i], pixels: frames[i] },
    }));
    page.value = { total, pictures };
    const before = chosen.peek()?.image;
    chosen.value = pictures.find(({ image }) => image === before) ?? pictures[0] ?? null;
  }

  async function train() {
    const picture = chosen.peek();
    if (!picture || part.peek() !== 'train') {
      trained.value = null;
      return;
    }
    const range = { image: picture.image, first: firstEpoch.peek(), epochs: EPOCHS };
    const result = await service.dataAsTrained(JSON.parse(document.peek()), range);
    trained.value = result.ok ? { first: range.first, frames: split(result.value, EPOCHS) } : null;
    if (!JSON.parse(document.peek()).data.standardise || statistics.peek()) return;
    const measured = await service.dataStatistics();
    if (measured.ok) statistics.value = measured.value;
  }

  /** Everything that the preview depends on. */
  const dependencies = computed(() =>
    JSON.stringify([
      ...[document.value, part.value, label.value, first.value],
      ...[chosen.value?.image, firstEpoch.value],
    ]),
  );

  async function refresh() {
    if (busy.peek()) return;
    busy.value = true;
    for (let requested = ''; requested !== dependencies.peek() && watching;) {
      requested = dependencies.peek();
      if (!(await open()) || !watching) continue;
      await turn();
      await train();
    }
    busy.value = false;
  }

  let watching = false;

  return {
    summary,
    problem,
    page,
    chosen,
    trained,
    statistics,
    part,
    label,
    first,
    firstEpoch,
    busy,

    /** Keeps the preview up to date until the returned function is called, which also frees the images. */
    watch() {
      watching = true;
      const stop = effect(() => {
        void dependencies.value;
        void refresh();
      });
      return () => {
        stop();
        watching = false;
        opened = '';
        void service.closeData();
      };
    },

    /** @param {Part} next */
    showPart(next) {
      part.value = next;
      first.value = 0;
    },

    /** @param {number | null} next a class, or all */
    showClass(next) {
      label.value = next;
      first.value = 0;
    },

    /** @param {number} by pages */
    leaf(by) {
      const last = Math.max(0, Math.ceil(page.peek().total / PAGE) - 1) * PAGE;
      first.value = Math.min(last, Math.max(0, first.peek() + by * PAGE));
    },

    /** Reads the data again, after missing files were provided. */
    retry() {
      opened = '';
      void refresh();
    },
  };
}

/** @param {Uint8Array} pixels @param {number} count */
function split(pixels, count) {
  const size = pixels.length / Math.max(1, count);
  return Array.from({ length: count }, (_, i) => pixels.subarray(i * size, (i + 1) * size));
}

/** @typedef {ReturnType<typeof createDataPreview>} DataPreview */
