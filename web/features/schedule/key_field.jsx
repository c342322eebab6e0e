// One quantity of a schedule, with the control that fits it.

import { useId } from 'preact/hooks';
import { format, t, tName } from '../../locales/index.js';
import { useStore } from '../../ui/context.js';
import { NumberInput, SliderField, useProblem } from '../experiment/index.js';
import { inUnits } from './unit_labels.js';
import { useScheduleEdit } from './use_schedule.js';
import { KnotsField, MilestonesField } from './list_fields.jsx';

/**
 * @typedef {object} KeyFieldProps
 * @property {import('./schedule_keys.js').Key} range
 * @property {string} path of the schedule
 * @property {import('../../protocol/types.js').Schedule} schedule
 * @property {number} total of its family, in its unit
 */

/** @param {KeyFieldProps} props */
export function KeyField(props) {
  const { range, path, schedule, total } = props;
  const { commit } = useScheduleEdit();
  switch (range.control) {
    case 'choice':
      return <ChoiceKey {...props} />;
    case 'switch':
      return <SwitchKey {...props} />;
    case 'momentum':
      return <MomentumField {...props} />;
    case 'milestones':
      return <MilestonesField {...props} />;
    case 'knots':
      return <KnotsField {...props} />;
    default:
      return (
        <SliderField
          path={`${path}.${range.key}`}
          label={tName('schedule.keys', range.key)}
          hint={inUnits(tName('schedule.keys', `${range.key}.hint`), schedule)}
          range={range}
          total={total}
          missing={range.missing && Number(range.missing(schedule, total))}
          onCommit={commit}
        />
      );
  }
}

/** @param {KeyFieldProps} props */
function ChoiceKey({ range: { key, words = key, choices = [], missing }, path, schedule, total }) {
  const { edit } = useScheduleEdit();
  const id = useId();
  const problem = useProblem(`${path}.${key}`);
  const otherwise = missing?.(schedule, total);
  return (
    <div class="choice-field" data-invalid={problem !== ''}>
      <label for={id}>{tName('schedule.keys', words)}</label>
      <div class="select">
        <select
          id={id}
          value={schedule[key] ?? otherwise}
          onChange={({ currentTarget: { value } }) =>
            edit(
              `${path}.${key}`,
              value === otherwise && schedule[key] === undefined ? undefined : value,
            )
          }
        >
          {choices.map((value) => (
            <option key={value} value={value}>
              {tName('schedule.choices', value)}
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

/** @param {KeyFieldProps} props */
function SwitchKey({ range: { key }, path, schedule }) {
  const { edit } = useScheduleEdit();
  return (
    <label class="switch">
      <input
        type="checkbox"
        checked={schedule[key] === true}
        onChange={({ currentTarget }) => edit(`${path}.${key}`, currentTarget.checked)}
      />
      <span>{tName('schedule.keys', key)}</span>
    </label>
  );
}

const FIRST_MOMENTUM = { low: 0.85, high: 0.95 };

/** Momentum that falls while the rate rises; may be left out. @param {KeyFieldProps} props */
function MomentumField({ path, schedule }) {
  const { edit, commit } = useScheduleEdit();
  const { experiment } = useStore();
  const own = `${path}.momentum`;
  const problem = useProblem(own);
  const on = schedule.momentum !== undefined;
  const shown = { ...FIRST_MOMENTUM, ...schedule.momentum };
  return (
    <div class="momentum-field" data-invalid={problem !== ''}>
      <label class="switch">
        <input
          type="checkbox"
          checked={on}
          onChange={({ currentTarget }) =>
            edit(own, currentTarget.checked ? FIRST_MOMENTUM : undefined)
          }
        />
        <span>{t('schedule.momentum')}</span>
      </label>
      {on && (
        <p class="momentum-range">
          <NumberInput
            path={`${own}.high`}
            label={t('schedule.momentum.high')}
            placeholder={format.plain(shown.high)}
            edit={experiment.edit}
            onCommit={commit}
            optional
          />
          <span aria-hidden="true">→</span>
          <NumberInput
            path={`${own}.low`}
            label={t('schedule.momentum.low')}
            placeholder={format.plain(shown.low)}
            edit={experiment.edit}
            onCommit={commit}
            optional
          />
        </p>
      )}
      <p class="note" role={problem ? 'alert' : undefined}>
        {problem || t('schedule.momentum.hint')}
      </p>
    </div>
  );
}
