// The exact values: of the step under the cursor, or the latest. Its places are fixed.

import { format, t } from '../locales/index.js';
import { useStore } from './context.js';

export function Readout() {
  const { transport, plan, cursor } = useStore();
  const run = transport.current.value;
  void transport.pulse.value;
  const { stepsPerEpoch } = plan.length.value;
  const done = run?.status.step ?? 0;
  const step = cursor.value ?? Math.max(0, done - 1);
  const past = run && step < done ? run.at(step) : undefined;
  const rate = past?.rate ?? plan.rates.value[Math.min(step, plan.rates.value.length - 1)];
  const perEpoch = run?.status.stepsPerEpoch ?? stepsPerEpoch;
  return (
    <dl class="readout">
      <Figure name={t('readout.step')} value={format.count(step)} kind="step" />
      <Figure name={t('readout.epoch')} value={format.epochs(step / perEpoch)} kind="epoch" />
      <Figure name={t('readout.rate')} value={format.rate(rate)} kind="rate" />
      <Figure
        name={t('readout.heldOut')}
        value={format.percent(past?.heldOutAccuracy)}
        kind="held-out"
      />
      <Figure name={t('readout.training')} value={format.percent(past?.accuracy)} kind="training" />
      <Figure name={t('readout.loss')} value={format.loss(past?.loss)} kind="loss" />
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
