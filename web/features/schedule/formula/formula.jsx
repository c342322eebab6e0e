// The formula of what decides the rate now, and the same with today's numbers in it.

import { texNumber } from '../../../locales/format.js';
import { format, t } from '../../../locales/index.js';
import { momentAt, timeAt, warmupOf } from '../schedule_timeline.js';
import { useStore } from '../../../ui/context.js';
import { Typeset } from '../../../ui/typeset.jsx';
import { familyFormula, warmupFormula } from './formulas.js';
import { useReadableStep } from './readable_step.js';

/**
 * @param {object} options
 * @param {import('../../../protocol/types.js').Schedule} options.schedule
 * @param {import('../schedule_timeline.js').Length} options.length
 * @param {number} options.step
 * @param {ArrayLike<number>} options.rates of all steps, as the core has them
 * @param {import('../../../protocol/schema.js').Schema} options.schema
 * @returns {string} LaTeX; empty for a family without a formula here
 */
export function formulaTex({ schedule, length, step, rates, schema }) {
  const moment = momentAt(schedule, step, length);
  if (!moment) return '';
  const rate = rates[step];
  const warmup = moment.kind === 'warmup' ? warmupOf(moment.schedule) : undefined;
  const formula = warmup
    ? warmupFormula(warmup, moment.t, rates[moment.end] ?? rate)
    : familyFormula(moment.schedule, moment, schema, rate);
  if (!formula) return '';
  const time = String(timeAt(schedule, step, length));
  const floored = (/** @type {string} */ low, /** @type {string} */ side) =>
    moment.floor > 0 ? String.raw`\max(${low},\ ${side})` : side;
  const lines = [
    String.raw`\eta_t &= ${floored(String.raw`\eta_{\min}`, formula.symbols)}`,
    ...(formula.where ? [String.raw`& \footnotesize ${formula.where}`] : []),
    String.raw`\eta_{${time}} &= ${floored(texNumber(moment.floor), formula.numbers)}`,
    ...(rate === undefined ? [] : [String.raw`&= \htmlClass{now}{${texNumber(rate, 3)}}`]),
  ];
  return String.raw`\begin{aligned} ${lines.join(String.raw` \\ `)} \end{aligned}`;
}

export function Formula() {
  const { experiment, plannedRates, schema } = useStore();
  const { schedule } = experiment.good.value;
  const length = plannedRates.length.value;
  const rates = plannedRates.rates.value;
  const step = Math.min(useReadableStep(rates), Math.max(0, rates.length - 1));
  const tex = formulaTex({ schedule, length, step, rates, schema: schema.value });
  const name = t('schedule.formula', {
    unit: t(schedule.unit === 'epoch' ? 'schedule.unit.epoch.one' : 'schedule.unit.step.one'),
    time: format.count(timeAt(schedule, step, length)),
  });

  return (
    <div class="formula">
      <Typeset tex={tex} label={name} />
      <FormulaNote />
    </div>
  );
}

/** Whose formula it is, where the schedule has more than one. */
function FormulaNote() {
  const { experiment, trainingControls, plannedRates } = useStore();
  const run = trainingControls.current.value;
  const { schedule } = experiment.good.value;
  const length = plannedRates.length.value;
  const moment = momentAt(schedule, run?.status.step ?? 0, length);
  if (!moment) return null;
  const since = format.count(timeAt(moment.schedule, moment.start, length));
  const unit = t(
    moment.schedule.unit === 'epoch' ? 'schedule.unit.epoch.one' : 'schedule.unit.step.one',
  );
  if (moment.kind === 'warmup') return <p class="note">{t('schedule.formula.warmup')}</p>;
  if (moment.start === 0) return null;
  return <p class="note">{t('schedule.formula.since', { unit, time: since })}</p>;
}
