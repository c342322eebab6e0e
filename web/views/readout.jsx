// The exact values: of the step under the cursor, or the latest. Its places are fixed.

import { format, t } from '../locales/index.js';
import { useStore } from './context.js';

export function Readout() {
  const { transport, plan, cursor, chartView } = useStore();
  const run = transport.current.value;
  void [transport.pulse.value, chartView.smoothing.value];
  const { stepsPerEpoch } = plan.length.value;
  const done = run?.status.step ?? 0;
  const step = cursor.value ?? Math.max(0, done - 1);
  const past = run && step < done ? run.at(step) : undefined;
  const rate = past?.rate ?? plan.rates.value[Math.min(step, plan.rates.value.length - 1)];
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
  return (
    <dl class="readout" data-count={figures.length}>
      {figures.map((figure) => (
        <Figure key={figure.kind} {...figure} />
      ))}
    </dl>
  );
}

/** @param {{name: string, value: string, kind: string}} props */
function Figure({ name, value, kind }) {
  return (
    <div data-kind={kind}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
