// The formula of what decides the rate now, and the same with today's numbers in it. KaTeX is fetched
// when it is first wanted; until then, and without it, the place is kept.

import { useEffect, useRef } from 'preact/hooks';
import { texNumber } from '../../../locales/format.js';
import { format, t } from '../../../locales/index.js';
import { momentAt, timeAt, warmupOf } from '../schedule_timeline.js';
import { useStore } from '../../../ui/context.js';
import { familyFormula, warmupFormula } from './formulas.js';

/** Typesetting takes milliseconds of the page: while a run goes on its numbers change no faster. */
const READABLE_MILLISECONDS = 500;

/** @type {Promise<typeof import('katex')> | undefined} */
let katex;

function loadKatex() {
  katex ??= Promise.all([import('katex'), import('katex/dist/katex.min.css')]).then(
    ([module]) => module,
  );
  return katex;
}

/**
 * @param {object} options
 * @param {import('../../../protocol/types.js').Schedule} options.schedule
 * @param {import('../schedule_timeline.js').Length} options.length
 * @param {number} options.step
 * @param {ArrayLike<number>} options.rates of all steps, as the core has them
 * @returns {string} LaTeX; empty for a family without a formula here
 */
export function formulaTex({ schedule, length, step, rates }) {
  const moment = momentAt(schedule, step, length);
  if (!moment) return '';
  const rate = rates[step];
  const warmup = moment.kind === 'warmup' ? warmupOf(moment.schedule) : undefined;
  const formula = warmup
    ? warmupFormula(warmup, moment.t, rates[moment.end] ?? rate)
    : familyFormula(moment.schedule, moment, rate);
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

/**
 * The step that is done, as often as it can be read; at once where the run stands still or the plan is
 * another one.
 *
 * @param {ArrayLike<number>} rates
 */
function useReadableStep(rates) {
  const { trainingControls } = useStore();
  const last = useRef({ step: 0, at: -Infinity, rates: /** @type {ArrayLike<number>} */ ([]) });
  const run = trainingControls.current.value;
  void trainingControls.pulse.value;
  const now = performance.now();
  const { at, rates: before } = last.current;
  const going = trainingControls.phase.value === 'running' && before === rates;
  if (!going || now - at >= READABLE_MILLISECONDS) {
    last.current = { step: run?.status.step ?? 0, at: now, rates };
  }
  return last.current.step;
}

export function Formula() {
  const { experiment, plannedRates } = useStore();
  const host = useRef(/** @type {HTMLDivElement | null} */ (null));
  const { schedule } = experiment.good.value;
  const length = plannedRates.length.value;
  const rates = plannedRates.rates.value;
  const step = Math.min(useReadableStep(rates), Math.max(0, rates.length - 1));
  const tex = formulaTex({ schedule, length, step, rates });
  const name = t('schedule.formula', {
    unit: t(schedule.unit === 'epoch' ? 'schedule.unit.epoch.one' : 'schedule.unit.step.one'),
    time: format.count(timeAt(schedule, step, length)),
  });

  useEffect(() => {
    let wanted = true;
    void loadKatex().then((module) => {
      const element = host.current;
      if (!wanted || !element) return;
      // The numbers may have no more standing than plain text, whatever a document says.
      const trust = (/** @type {{command: string}} */ { command }) => command === '\\htmlClass';
      module.default.render(tex, element, {
        displayMode: true,
        throwOnError: false,
        strict: 'ignore',
        trust,
      });
    });
    return () => {
      wanted = false;
    };
  }, [tex]);

  return (
    <div class="formula">
      <div ref={host} role="math" aria-label={name} />
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
