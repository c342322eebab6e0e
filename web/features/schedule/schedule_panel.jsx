// The schedule panel: editor, state of a plateau, formula, and a preview over the whole run.

import { useMemo } from 'preact/hooks';
import { format, t } from '../../locales/index.js';
import { sparkline } from '../../plot/sparkline.js';
import { totalOf } from './schedule_timeline.js';
import { useStore } from '../../ui/context.js';
import { Formula } from './formula/formula.jsx';
import { ScheduleEditor } from './editor.jsx';
import { lengthLabel } from './unit_labels.js';
import { PencilButton } from './handles/pencil.jsx';
import { PlateauState } from './plateau_state.jsx';

/** @param {{tools?: import('preact').ComponentChildren}} props further buttons of the head */
export function SchedulePanel({ tools }) {
  return (
    <section class="schedule" aria-labelledby="schedule-title">
      <div class="schedule-head">
        <h2 id="schedule-title">{t('schedule.title')}</h2>
        <PencilButton />
        {tools}
      </div>
      <ScheduleEditor path="schedule" />
      <PlateauState />
      <Formula />
      <Preview />
      <p class="note live">{t('schedule.live')}</p>
    </section>
  );
}

const WIDTH = 224;
const HEIGHT = 64;

/** The rate over the run on a linear axis from zero. */
function Preview() {
  const { experiment, plannedRates } = useStore();
  const rates = plannedRates.rates.value;
  const { schedule } = experiment.good.value;
  const curve = useMemo(() => sparkline(rates, { width: WIDTH, height: HEIGHT }), [rates]);
  if (rates.length === 0) return <div class="preview" />;
  const name = t('schedule.preview', {
    first: format.rate(rates[0]),
    last: format.rate(rates[rates.length - 1]),
  });
  return (
    <figure class="preview">
      <svg viewBox={`0 -4 ${WIDTH} ${HEIGHT + 8}`} role="img" aria-label={name}>
        <path class="ground" d={`M0 ${HEIGHT}H${WIDTH}`} />
        <path class="curve" d={curve.line} />
        <Now rates={rates} curve={curve} />
      </svg>
      <p class="preview-axis" aria-hidden="true">
        <span>{format.rate(curve.max)}</span>
        <span>0</span>
      </p>
      <figcaption aria-hidden="true">
        <span>0</span>
        <span>{lengthLabel(totalOf(schedule, plannedRates.length.value), schedule)}</span>
      </figcaption>
    </figure>
  );
}

/**
 * The position of the run, a separate component because it is redrawn while the run trains.
 *
 * @param {{rates: Float64Array, curve: ReturnType<typeof sparkline>}} props
 */
function Now({ rates, curve: { toX, toY } }) {
  const { trainingControls } = useStore();
  void trainingControls.pulse.value;
  const now = Math.min(trainingControls.current.value?.status.step ?? 0, rates.length - 1);
  return <circle class="now" cx={toX(now)} cy={toY(rates[now])} r="3.5" />;
}
