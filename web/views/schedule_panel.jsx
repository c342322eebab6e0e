// The schedule: family, unit, its quantities, the formula, and what it makes of the whole run.

import { useId } from 'preact/hooks';
import { format, t, tName } from '../locales/index.js';
import { sparkline } from '../plot/sparkline.js';
import { families, familyOf, totalOf, withFamily, withUnit } from '../state/schedule_families.js';
import { useStore } from './context.js';
import { Formula } from './formula.jsx';
import { SliderField } from './slider_field.jsx';
import { useProblem } from './field.jsx';

export function SchedulePanel() {
  const { experiment, transport, plan } = useStore();
  const { schedule } = experiment.draft.value;
  const total = totalOf(schedule, plan.length.value);
  const family = familyOf(schedule.type);
  const unit = unitName(schedule);
  const oneUnit = unitName(schedule, true);
  const commit = () => void transport.applySchedule();
  return (
    <section class="schedule" aria-labelledby="schedule-title">
      <h2 id="schedule-title">{t('schedule.title')}</h2>
      <FamilyField onCommit={commit} />
      <p class="about">
        {tName('schedule.families', `${schedule.type}.about`).replace('{unit}', oneUnit)}
      </p>
      <UnitField onCommit={commit} />
      {family?.keys.map((key) => (
        <SliderField
          key={`${schedule.type}.${key.key}`}
          path={`schedule.${key.key}`}
          label={tName('schedule.keys', key.key)}
          symbol={key.symbol}
          hint={hintFor(key.key, unit, oneUnit)}
          range={key}
          total={total}
          placeholder={key.optional ? format.plain(total) : undefined}
          onCommit={commit}
        />
      ))}
      <Formula />
      <Preview />
      <p class="note live">{t('schedule.live')}</p>
    </section>
  );
}

/**
 * @param {import('../protocol/types.js').Schedule} schedule
 * @param {boolean} [one]
 */
function unitName(schedule, one = false) {
  if (schedule.unit === 'epoch') return t(one ? 'schedule.unit.epoch.one' : 'schedule.unit.epoch');
  return t(one ? 'schedule.unit.step.one' : 'schedule.unit.step');
}

/**
 * @param {string} key
 * @param {string} unit
 * @param {string} oneUnit
 */
function hintFor(key, unit, oneUnit) {
  const several = key === 'every' || key === 'total';
  return tName('schedule.keys', `${key}.hint`).replace('{unit}', several ? unit : oneUnit);
}

/** @param {{onCommit: () => void}} props */
function FamilyField({ onCommit }) {
  const { experiment, plan } = useStore();
  const id = useId();
  const { schedule } = experiment.draft.value;
  const problem = useProblem('schedule.type');
  const types = families.map(({ type }) => type);
  const listed = types.includes(schedule.type) ? types : [...types, schedule.type];
  return (
    <div class="family">
      <label for={id} class="hidden">
        {t('schedule.family')}
      </label>
      <div class="select">
        <select
          id={id}
          value={schedule.type}
          onChange={({ currentTarget }) => {
            const next = withFamily(schedule, currentTarget.value, plan.length.peek());
            void experiment.edit('schedule', next);
            onCommit();
          }}
        >
          {listed.map((type) => (
            <option key={type} value={type}>
              {tName('schedule.families', type)}
            </option>
          ))}
        </select>
      </div>
      {problem && (
        <p class="note" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

/** @param {{onCommit: () => void}} props */
function UnitField({ onCommit }) {
  const { experiment, plan } = useStore();
  const { schedule } = experiment.draft.value;
  const units = /** @type {const} */ (['epoch', 'step']);
  return (
    <fieldset class="segments">
      <legend>{t('schedule.unit')}</legend>
      {units.map((unit) => (
        <label key={unit}>
          <input
            type="radio"
            name="schedule-unit"
            value={unit}
            checked={(schedule.unit ?? 'step') === unit}
            onChange={() => {
              void experiment.edit('schedule', withUnit(schedule, unit, plan.length.peek()));
              onCommit();
            }}
          />
          <span>{unitName({ type: '', unit })}</span>
        </label>
      ))}
    </fieldset>
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
        <span>
          {t('schedule.preview.end', {
            total: format.count(totalOf(schedule, plan.length.value)),
            unit: unitName(schedule),
          })}
        </span>
      </figcaption>
    </figure>
  );
}
