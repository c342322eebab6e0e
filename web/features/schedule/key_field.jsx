// The input of a setting of a schedule.

import { useId } from 'preact/hooks';
import { format, t } from '../../locales/index.js';
import { localized } from '../../locales/pair.js';
import { useStore } from '../../ui/context.js';
import { defaultsOf, NumberInput, SliderField, useProblem } from '../experiment/index.js';
import { inUnits } from './unit_labels.js';
import { useScheduleEdit } from './use_schedule.js';
import { fieldOf, missingValue } from './schedule_families.js';
import { choiceLabel } from './schedule_labels.js';
import { KnotsField, MilestonesField } from './list_fields.jsx';

/**
 * @typedef {object} KeyFieldProps
 * @property {import('./schedule_keys.js').Key} range
 * @property {string} path of the schedule
 * @property {import('../../protocol/types.js').Schedule} schedule
 * @property {number} total length of the schedule without its warm-up, in its unit
 */

/** @param {KeyFieldProps} props */
export function KeyField(props) {
  const { range, path, schedule, total } = props;
  const { commit } = useScheduleEdit();
  const { schema } = useStore();
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
          label={localized(range.label)}
          hint={inUnits(localized(range.hint), schedule)}
          range={range}
          field={fieldOf(schema.value, schedule.type, range.key)}
          total={total}
          missing={
            /** @type {number | undefined} */ (missingValue(range, schedule, total, schema.value))
          }
          onCommit={commit}
        />
      );
  }
}

/** @param {KeyFieldProps} props */
function ChoiceKey({ range, path, schedule, total }) {
  const { schema } = useStore();
  const { key } = range;
  return (
    <ChoiceField
      range={range}
      path={`${path}.${key}`}
      value={schedule[key]}
      choices={fieldOf(schema.value, schedule.type, key)?.choices}
      missing={missingValue(range, schedule, total, schema.value)}
    />
  );
}

/**
 * @param {object} props
 * @param {import('./schedule_keys.js').Key} props.range
 * @param {string} props.path of the setting
 * @param {any} props.value
 * @param {string[]} [props.choices] values in the schema
 * @param {any} props.missing the default
 */
export function ChoiceField({ range, path, value, choices, missing }) {
  const { edit } = useScheduleEdit();
  const id = useId();
  const problem = useProblem(path);
  const values = choices ?? Object.keys(range.choices ?? {});
  return (
    <div class="choice-field" data-invalid={problem !== ''}>
      <label for={id}>{localized(range.label)}</label>
      <div class="select">
        <select
          id={id}
          value={value ?? missing}
          onChange={({ currentTarget: { value: next } }) =>
            edit(path, next === missing && value === undefined ? undefined : next)
          }
        >
          {values.map((choice) => (
            <option key={choice} value={choice}>
              {choiceLabel(range, choice)}
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
function SwitchKey({ range: { key, label }, path, schedule }) {
  const { edit } = useScheduleEdit();
  return (
    <label class="switch">
      <input
        type="checkbox"
        checked={schedule[key] === true}
        onChange={({ currentTarget }) => edit(`${path}.${key}`, currentTarget.checked)}
      />
      <span>{localized(label)}</span>
    </label>
  );
}

/** Optional cyclic momentum, which falls while the rate rises. @param {KeyFieldProps} props */
function MomentumField({ range, path, schedule }) {
  const { edit, commit } = useScheduleEdit();
  const { experiment, schema } = useStore();
  const field = fieldOf(schema.value, schedule.type, range.key);
  const first = defaultsOf(field?.keys ?? []);
  const own = `${path}.momentum`;
  const problem = useProblem(own);
  const on = schedule.momentum !== undefined;
  const shown = { ...first, ...schedule.momentum };
  return (
    <div class="momentum-field" data-invalid={problem !== ''}>
      <label class="switch">
        <input
          type="checkbox"
          checked={on}
          onChange={({ currentTarget }) => edit(own, currentTarget.checked ? first : undefined)}
        />
        <span>{localized(range.label)}</span>
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
        {problem || localized(range.hint)}
      </p>
    </div>
  );
}
