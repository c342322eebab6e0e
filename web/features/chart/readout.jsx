// Exact values at the cursor, or the latest: of the current run, or of the series of the isolated chart.

import { format, t } from '../../locales/index.js';
import { lastRowUpTo } from '../training/index.js';
import { useStore } from '../../ui/context.js';
import { isolatedChart } from './isolation.js';
import { Swatch } from '../runs/index.js';

export function Readout() {
  const store = useStore();
  const isolated = isolatedChart(store);
  return isolated ? <IsolatedReadout isolated={isolated} /> : <CurrentReadout />;
}

function CurrentReadout() {
  const { trainingControls, plannedRates, cursor, chartView } = useStore();
  const run = trainingControls.current.value;
  void [trainingControls.pulse.value, chartView.smoothing.value];
  const { stepsPerEpoch } = plannedRates.length.value;
  const done = run?.status.step ?? 0;
  const step = cursor.value ?? Math.max(0, done - 1);
  const past = run && step < done ? run.at(step) : undefined;
  const rate =
    past?.rate ?? plannedRates.rates.value[Math.min(step, plannedRates.rates.value.length - 1)];
  const perEpoch = run?.status.stepsPerEpoch ?? stepsPerEpoch;
  const figures = [
    { name: t('readout.step'), value: format.count(step), kind: 'step' },
    { name: t('readout.epoch'), value: format.epochs(step / perEpoch), kind: 'epoch' },
    { name: t('readout.seconds'), value: format.epochs(past?.seconds), kind: 'seconds' },
    { name: t('readout.rate'), value: format.rate(rate), kind: 'rate' },
    { name: t('readout.heldOut'), value: format.percent(past?.heldOutAccuracy), kind: 'held-out' },
    { name: t('readout.training'), value: format.percent(past?.accuracy), kind: 'training' },
    { name: t('readout.loss'), value: format.loss(past?.loss), kind: 'loss' },
  ];
  const { weightNorm, gradientNorm } = chartView;
  if (weightNorm.value) {
    const value = format.loss(past?.weightNorm);
    figures.push({ name: t('readout.weights'), value, kind: 'weights' });
  }
  if (gradientNorm.value) {
    const value = format.loss(past?.gradientNorm);
    figures.push({ name: t('readout.gradient'), value, kind: 'gradient' });
  }
  return <Figures figures={figures} />;
}

/** The held-out accuracy of each series. @param {{isolated: import('./scene/isolation_scene.js').IsolatedChart}} props */
function IsolatedReadout({ isolated: { series, steps, stepsPerEpoch } }) {
  const { cursor } = useStore();
  const ends = series.map(({ rate: { x } }) => x[x.length - 1] ?? 0);
  const step = cursor.value ?? Math.min(steps - 1, Math.max(0, ...ends));
  const figures = [
    { name: t('readout.step'), value: format.count(step), kind: 'step' },
    { name: t('readout.epoch'), value: format.epochs(step / stepsPerEpoch), kind: 'epoch' },
    ...series.map(({ label, style, accuracy: { x, y } }, index) => {
      // An epoch is evaluated after its last step.
      const row = lastRowUpTo(x, step + 1);
      return { name: label, style, value: format.percent(y[row]), kind: `series-${index}` };
    }),
  ];
  return <Figures figures={figures} />;
}

/** @param {{figures: FigureProps[]}} props */
function Figures({ figures }) {
  return (
    <dl class="readout" data-count={figures.length}>
      {figures.map((figure) => (
        <Figure key={figure.kind} {...figure} />
      ))}
    </dl>
  );
}

/** @typedef {{name: string, value: string, kind: string, style?: number}} FigureProps */

/** @param {FigureProps} props */
function Figure({ name, value, kind, style }) {
  return (
    <div data-kind={kind}>
      <dt>
        {style !== undefined && <Swatch style={style} />}
        {name}
      </dt>
      <dd>{value}</dd>
    </div>
  );
}
