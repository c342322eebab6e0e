// Training speed and remaining time, from the events of the worker. The figures are updated at a readable
// rate.

import { signal } from '@preact/signals';

const WINDOW_MILLISECONDS = 2000;
const SHOWN_EVERY_MILLISECONDS = 250;
/** Forward pass, gradient of the input and gradient of the weights; a multiply-add is two operations. */
const OPERATIONS_PER_MULTIPLY_ADD = 2 * 3;

/** @typedef {{at: number, images: number, milliseconds: number, step: number}} Sample */

/** @param {() => number} [now] */
export function createThroughput(now = () => performance.now()) {
  /** @type {Sample[]} */
  let samples = [];
  let lastShown = -Infinity;
  let multiplyAdds = 0;
  const imagesPerSecond = signal(/** @type {number | undefined} */ (undefined));
  const gigaflops = signal(/** @type {number | undefined} */ (undefined));
  const secondsLeft = signal(/** @type {number | undefined} */ (undefined));

  /** @param {number} stepsLeft */
  function show(stepsLeft) {
    const images = samples.reduce((sum, sample) => sum + sample.images, 0);
    const milliseconds = samples.reduce((sum, sample) => sum + sample.milliseconds, 0);
    if (milliseconds > 0) {
      imagesPerSecond.value = (images / milliseconds) * 1000;
      gigaflops.value = (imagesPerSecond.value * multiplyAdds * OPERATIONS_PER_MULTIPLY_ADD) / 1e9;
    }
    const [first, last] = [samples[0], samples[samples.length - 1]];
    const pace = (last.step - first.step) / (last.at - first.at);
    if (pace > 0) secondsLeft.value = stepsLeft / pace / 1000;
  }

  return {
    imagesPerSecond,
    gigaflops,
    secondsLeft,

    /** @param {number} perSample the network's multiply-adds */
    begin(perSample) {
      multiplyAdds = perSample;
      samples = [];
      lastShown = -Infinity;
      imagesPerSecond.value = gigaflops.value = secondsLeft.value = undefined;
    },

    /** Discards the samples, because the speed after a pause can differ. */
    interrupt() {
      samples = [];
    },

    /** @param {import('../../protocol/service.js').MetricsEvent} event */
    add({ images, milliseconds, status }) {
      const at = now();
      samples = samples.filter((sample) => at - sample.at < WINDOW_MILLISECONDS);
      samples.push({ at, images, milliseconds, step: status.step });
      if (at - lastShown < SHOWN_EVERY_MILLISECONDS) return;
      lastShown = at;
      show(status.totalSteps - status.step);
    },
  };
}

/** @typedef {ReturnType<typeof createThroughput>} Throughput */
