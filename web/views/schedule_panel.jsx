// The schedule: what it is made of, the formula, and what it makes of the whole run.

import { useSignal } from '@preact/signals';
import { format, t } from '../locales/index.js';
import { sparkline } from '../plot/sparkline.js';
import { totalOf } from '../state/schedule_timeline.js';
import { useStore } from './context.js';
import { Formula } from './formula.jsx';
import { lengthWords, ScheduleEditor } from './schedule/editor.jsx';
import { PencilButton } from './schedule/pencil.jsx';
import { RangeTestDialog } from './schedule/range_test.jsx';
import { PlateauState } from './schedule/plateau_state.jsx';

export function SchedulePanel() {
  return (
    <section class="schedule" aria-labelledby="schedule-title">
      <div class="schedule-head">
        <h2 id="schedule-title">{t('schedule.title')}</h2>
        <PencilButton />
        <RangeTestButton />
      </div>
      <ScheduleEditor path="schedule" />
      <PlateauState />
      <Formula />
      <Preview />
      <p class="note live">{t('schedule.live')}</p>
    </section>
  );
}

function RangeTestButton() {
  const open = useSignal(false);
  return (
    <>
      <button
        type="button"
        class="quiet"
        aria-haspopup="dialog"
        onClick={() => (open.value = true)}
      >
        {t('range.button')}
      </button>
      {open.value && <RangeTestDialog onClose={() => (open.value = false)} />}
    </>
  );
}

const WIDTH = 224;
const HEIGHT = 64;

/** The rate over the run on a plain axis from zero: the shape that the formula speaks of. */
function Preview() {
  const { experiment, transport, plan } = useStore();
  const rates = plan.rates.value;
  const { schedule } = experiment.good.value;
  const run = transport.current.value;
  void transport.pulse.value;
  if (rates.length === 0) return <div class="preview" />;
  const { line, toX, toY } = sparkline(rates, { width: WIDTH, height: HEIGHT });
  const now = Math.min(run?.status.step ?? 0, rates.length - 1);
  const highest = rates.reduce((high, rate) => Math.max(high, rate), 0);
  const name = t('schedule.preview', {
    first: format.rate(rates[0]),
    last: format.rate(rates[rates.length - 1]),
  });
  return (
    <figure class="preview">
      <svg viewBox={`0 -4 ${WIDTH} ${HEIGHT + 8}`} role="img" aria-label={name}>
        <path class="ground" d={`M0 ${HEIGHT}H${WIDTH}`} />
        <path class="curve" d={line} />
        <circle class="now" cx={toX(now)} cy={toY(rates[now])} r="3.5" />
      </svg>
      <p class="preview-axis" aria-hidden="true">
        <span>{format.rate(highest)}</span>
        <span>0</span>
      </p>
      <figcaption aria-hidden="true">
        <span>0</span>
        <span>{lengthWords(totalOf(schedule, plan.length.value), schedule)}</span>
      </figcaption>
    </figure>
  );
}
