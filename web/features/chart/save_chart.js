// Saves the chart: PNG and SVG as a figure with title and legend, CSV with the exact numbers.

import { format, t } from '../../locales/index.js';
import { canvasPen } from '../../plot/canvas_pen.js';
import { drawFigure, figureHeight } from '../../plot/figure.js';
import { plotWidth } from '../../plot/plot_options.js';
import { svgPen } from '../../plot/svg.js';
import { csvOf } from './chart_csv.js';
import { readColors } from '../../ui/chart_colors.js';
import { bandFormats, normsTitle } from './scene/chart_formats.js';
import { runColor, runsOnChart, sceneOf } from './chart_selectors.js';
import { isolatedChart } from './isolation.js';
import { colorOfStyle, runName } from '../runs/index.js';
import { scheduleSummary } from '../schedule/index.js';

/** @typedef {import('../../app/store.js').Store} Store */

const WIDTH = 1200;
const RATIO = 2;
const EDGES = 48;
const HEIGHTS = { rate: 184, accuracy: 300, loss: 240, norms: 184 };

/** The run and experiment that the figure shows. @param {Store} store */
function subjectOf({ trainingControls, experiment }) {
  const run = trainingControls.current.value;
  const document = run?.experiment ?? experiment.good.value;
  const title = run?.name.value || document.name || scheduleSummary(document.schedule);
  return { run, document, title };
}

/**
 * The file name: letters and digits of any script, joined by hyphens.
 *
 * @param {Store} store
 * @param {string} ending
 */
export function fileName(store, ending) {
  const { run, title } = subjectOf(store);
  const words = ['anneal', title, ...(run ? [t('chart.save.run', { number: run.number })] : [])];
  const plain = words.join(' ').normalize('NFKC').toLowerCase();
  return `${plain.replace(/[^\p{L}\p{N}.]+/gu, '-').replace(/^-|-$/g, '')}${ending}`;
}

/** @param {Store} store @returns {import('../../plot/figure.js').Figure} */
function figureOf(store) {
  const { colors, ink } = readColors(document.documentElement);
  const scene = sceneOf(store, colors, plotWidth(WIDTH - EDGES));
  const { document: experiment, title } = subjectOf(store);
  const { chartView, trainingControls } = store;
  const scaleLabel = (/** @type {'rateScale' | 'lossScale'} */ of) =>
    t(chartView[of].value === 'log' ? 'chart.log' : 'chart.linear');
  const names = { epoch: t('chart.epoch'), step: t('chart.step'), seconds: t('chart.seconds') };
  const unit = chartView.unit.value;
  const bands = [
    { name: 'rate', title: t('chart.rate'), about: scaleLabel('rateScale') },
    { name: 'accuracy', title: t('chart.accuracy'), about: '' },
    {
      name: 'loss',
      title: t('chart.loss'),
      about: `${t('chart.lossUnit')}, ${scaleLabel('lossScale')}`,
    },
    { name: 'norms', title: normsTitle(chartView), about: t('chart.log') },
  ].filter(({ name }) => name in scene.bands);
  return {
    width: WIDTH,
    title,
    subtitle: `${scheduleSummary(trainingControls.current.value?.schedule ?? experiment.schedule)}; ${t(
      'chart.save.about',
      {
        seed: experiment.seed,
        batch: format.count(experiment.training.batch_size),
        images: format.count(experiment.data.train),
      },
    )}`,
    legend: legendOf(store, colors),
    bands: bands.map((band) => ({
      ...band,
      format: bandFormats[band.name],
      height: HEIGHTS[/** @type {keyof typeof HEIGHTS} */ (band.name)],
    })),
    axisNames: [names[unit], unit === 'epoch' ? names.step : names.epoch],
    scene,
    ink,
  };
}

/** @param {Store} store @param {import('./scene/chart_scene.js').Colors} colors */
function legendOf(store, colors) {
  const isolated = isolatedChart(store);
  if (isolated) {
    return isolated.series.map(({ label, style }) => ({
      words: label,
      color: colorOfStyle(style),
    }));
  }
  const { chartView, trainingControls } = store;
  const current = trainingControls.current.value;
  const own = [
    { words: t('chart.rate'), color: colors.rate },
    { words: t('chart.save.training'), color: colors.training },
    { words: t('chart.save.heldOut'), color: colors.heldOut },
    { words: t('chart.save.loss'), color: colors.loss },
    ...(chartView.weightNorm.value
      ? [{ words: t('chart.norms.weights'), color: colors.weights }]
      : []),
    ...(chartView.gradientNorm.value
      ? [{ words: t('chart.norms.gradient'), color: colors.gradients }]
      : []),
  ];
  const others = runsOnChart(store)
    .filter((run) => run !== current)
    .map((run) => ({ words: `${run.number}  ${runName(run)}`, color: runColor(run) }));
  return [...(current ? own : []), ...others];
}

/** @param {Store} store */
export function svgOf(store) {
  return new Blob([drawnOf(figureOf(store))], { type: 'image/svg+xml' });
}

/** @param {import('../../plot/figure.js').Figure} figure */
function drawnOf(figure) {
  const { font } = figure.ink;
  const ctx = /** @type {CanvasRenderingContext2D} */ (
    document.createElement('canvas').getContext('2d')
  );
  const { measure } = canvasPen(ctx, { ratio: 1, font });
  const pen = svgPen({ font, measure });
  drawFigure(pen, figure);
  return pen.document(WIDTH, figureHeight(figure), figure.title);
}

/** The vector graphic as a bitmap. @param {Store} store */
export async function pngOf(store) {
  const address = URL.createObjectURL(svgOf(store));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width * RATIO;
    canvas.height = image.height * RATIO;
    const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    ctx.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
    return /** @type {Blob} */ (blob);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** @param {Store} store @param {'steps' | 'epochs'} table */
export async function csvBlob(store, table) {
  const runs = runsOnChart(store).map((run) => ({ run, name: runName(run) }));
  const pieces = [];
  for (const piece of csvOf(runs, table)) {
    pieces.push(piece);
    // A long run takes longer than a frame, so other tasks run in between.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return new Blob(pieces, { type: 'text/csv' });
}
