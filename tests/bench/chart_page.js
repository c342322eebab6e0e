// In the page of `npm run bench:chart`: a chart of one long run, and what it costs to add to it, to zoom
// in it and to move the cursor over it.

import { Chart } from '../../web/plot/chart.js';
import { Run } from '../../web/features/training/run.js';
import { bandFormats } from '../../web/features/chart/scene/chart_formats.js';
import { chartScene } from '../../web/features/chart/scene/chart_scene.js';

const STEPS_PER_EPOCH = 1000;
const KEYS = ['step', 'epoch', 'rate', 'loss', 'accuracy', 'gradient_norm', 'milliseconds'];
const EPOCHS = [
  ...['epoch', 'step', 'rate', 'train_loss', 'train_accuracy', 'validation_loss'],
  ...['validation_accuracy', 'validation_top_k_accuracy', 'weight_norm'],
];

/** @typedef {{work: number[], intervals: number[]}} Times milliseconds */

/**
 * Rows like those of a run: noisy, falling, with jumps of the rate.
 *
 * @param {number} from
 * @param {number} count
 * @param {number} total
 */
function rowsOf(from, count, total) {
  const of = (/** @type {(step: number) => number} */ value) =>
    Float64Array.from({ length: count }, (_, row) => value(from + row));
  const noise = (/** @type {number} */ step) => Math.abs(Math.sin(step * 12.9898) * 43758.5453) % 1;
  const steps = /** @type {any} */ ({
    step: of((step) => step),
    epoch: of((step) => Math.floor(step / STEPS_PER_EPOCH)),
    rate: of((step) => 0.1 * 0.1 ** Math.floor((4 * step) / total)),
    loss: of((step) => 2.3 * Math.exp((-3 * step) / total) * (0.6 + 0.8 * noise(step))),
    accuracy: of((step) => Math.round(32 * (0.7 + 0.25 * noise(step))) / 32),
    gradient_norm: of((step) => 0.5 + noise(step)),
    milliseconds: of(() => 2),
  });
  /** @type {number[]} */
  const ends = [];
  for (let step = from + 1; step <= from + count; step++)
    if (step % STEPS_PER_EPOCH === 0) ends.push(step);
  const epochs = Object.fromEntries(EPOCHS.map((key) => [key, Float64Array.from(ends, () => 0.9)]));
  epochs.step = Float64Array.from(ends);
  return { steps: Object.fromEntries(KEYS.map((key) => [key, steps[key]])), epochs };
}

const COLORS = {
  ...{ rate: '#d55e00', heldOut: '#0072b2', training: '#56b4e9', loss: '#009e73' },
  ...{ weights: '#000', gradients: '#777', rateText: '#b34c00', heldOutText: '#0069a5' },
  ...{ trainingText: '#1f6f99', lossText: '#00775a' },
};
const INK = {
  ...{ paper: '#fafaf8', text: '#55555b', faint: '#69696f', grid: '#eeede9' },
  ...{ jump: '#d55e00', jumpText: '#b34c00', font: 'sans-serif' },
};

/** @param {string[]} names @param {number} width */
function hostsOf(names, width) {
  document.body.replaceChildren();
  const root = document.createElement('div');
  root.style.cssText = `position:relative;width:${width}px`;
  const overlay = document.createElement('div');
  root.append(overlay);
  const hosts = names.map((name) => {
    const host = document.createElement('div');
    host.style.cssText = 'position:relative;height:180px';
    host.dataset.band = name;
    root.append(host);
    return host;
  });
  document.body.append(root);
  return { root, overlay, hosts };
}

/**
 * What a frame costs the main thread, from the beginning of its first callback until all is drawn, with
 * what was done before it.
 *
 * @param {number} frames
 * @param {(frame: number) => void} act
 * @returns {Promise<Times>}
 */
async function measure(frames, act) {
  /** @type {Times} */
  const times = { work: [], intervals: [] };
  let before = Number.NaN;
  for (let frame = 0; frame < frames; frame++) {
    await /** @type {Promise<void>} */ (
      new Promise((resolve) => {
        let began = 0;
        requestAnimationFrame((now) => {
          began = performance.now();
          if (before === before) times.intervals.push(now - before);
          before = now;
        });
        const start = performance.now();
        act(frame);
        const acted = performance.now() - start;
        requestAnimationFrame(() => {
          times.work.push(acted + performance.now() - began);
          resolve();
        });
      })
    );
  }
  return times;
}

/**
 * @param {{steps: number, frames: number, perFrame: number, width: number}} options steps that the run has
 *   at first
 * @returns {Promise<Record<'append' | 'zoom' | 'cursor', Times>>}
 */
export async function run({ steps, frames, perFrame, width }) {
  const total = steps + frames * perFrame;
  const status = /** @type {any} */ ({
    step: 0,
    epoch: 0,
    totalSteps: total,
    stepsPerEpoch: STEPS_PER_EPOCH,
  });
  const experiment = /** @type {any} */ ({ schedule: { type: 'step', initial: 0.1 } });
  const current = new Run({ number: 1, experiment, status });
  const append = (/** @type {number} */ from, /** @type {number} */ count) =>
    current.append(
      /** @type {any} */ ({
        ...rowsOf(from, count, total),
        status: { ...status, step: from + count },
      }),
    );
  append(0, steps);
  const rates = rowsOf(0, total, total).steps.rate;
  const names = ['rate', 'accuracy', 'loss', 'norms'];
  const { root, overlay, hosts } = hostsOf(names, width);
  /** @type {{visibleRange: [number, number] | null, cursor: number | null}} */
  const view = { visibleRange: null, cursor: null };
  const chart = new Chart({
    root,
    overlay,
    bands: hosts.map((host, index) => ({
      host,
      options: {
        name: names[index],
        axis: index === names.length - 1,
        jumpLabels: index === 0,
        format: bandFormats[names[index]],
      },
    })),
    scene: () =>
      chartScene({
        ...{ current, others: [], colorOf: () => '#000', rates, going: true, colors: COLORS },
        ...{ length: { steps: total, stepsPerEpoch: STEPS_PER_EPOCH }, unit: 'epoch', ...view },
        ...{ rateScale: 'log', lossScale: 'log', weightNorm: true, gradientNorm: true },
        width: width - 164,
      }),
    ink: () => INK,
    still: () => true,
    onCursor: () => {},
    onVisibleRange: (visibleRange) => (view.visibleRange = visibleRange),
  });
  await measure(20, () => chart.invalidate());

  let done = steps;
  const appended = await measure(frames, () => {
    append(done, perFrame);
    done += perFrame;
    chart.invalidate();
  });
  const zoomed = await measure(frames, (frame) => {
    if (frame % 60 === 0) chart.showAll();
    chart.zoom(0.93, (total / STEPS_PER_EPOCH) * 0.37);
    chart.invalidate();
  });
  view.visibleRange = null;
  const cursor = await measure(frames, (frame) => {
    view.cursor = Math.floor((frame / frames) * done);
    chart.invalidateCursor();
  });
  chart.destroy();
  return { append: appended, zoom: zoomed, cursor };
}
