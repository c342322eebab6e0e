// The input of a key of the schema, by type. The form around it shows label and error message.

import { t, tName } from '../../locales/index.js';
import { localized } from '../../locales/pair.js';
import { useStore } from '../../ui/context.js';
import { NumberInput } from './field.jsx';
import { pairText, parsePair } from './pair_values.js';

/** @typedef {import('./schema.js').Key} Key */

/**
 * @typedef {object} SchemaInputProps
 * @property {Key} field
 * @property {import('./schema.js').KeyLabels} labels
 * @property {string} path of the setting
 * @property {string} id
 * @property {boolean} invalid
 * @property {string} [describedBy]
 * @property {any} [standard] the default of the setting, if it differs from that of the schema
 */

/** Types with an input here. A `boolean` is a checkbox of the form, whose label is beside it. */
export const inputTypes = ['number', 'integer', 'pair', 'padding', 'choice'];

/** @param {SchemaInputProps} props */
export function SchemaInput(props) {
  const { field, labels, standard = field.default } = props;
  if (field.type === 'choice') {
    const choices = (field.choices ?? []).map(
      (value) =>
        /** @type {[string, string]} */ ([
          value,
          labels.choices?.[value] ? localized(labels.choices[value]) : value,
        ]),
    );
    return <Select {...props} standard={standard} choices={choices} />;
  }
  if (field.type === 'padding') return <PaddingInput {...props} standard={standard} />;
  const pair = field.type === 'pair';
  return (
    <NumberInput
      {...inputProps(props)}
      standard={standard}
      arrow={pair || field.type === 'integer' ? 1 : undefined}
      {...(pair && { write: pairText, parse: parsePair })}
    />
  );
}

/** @param {SchemaInputProps} props */
const inputProps = ({ path, id, invalid, describedBy }) => ({ path, id, invalid, describedBy });

/** @param {SchemaInputProps & {choices: [value: string, text: string][]}} props */
function Select({ path, id, invalid, describedBy, standard, choices }) {
  const { experiment } = useStore();
  return (
    <span class="select">
      <select
        id={id}
        value={experiment.value(path) ?? standard}
        aria-invalid={invalid ? 'true' : undefined}
        aria-describedby={describedBy}
        onChange={({ currentTarget }) =>
          void experiment.edit(path, choices[currentTarget.selectedIndex][0])
        }
      >
        {choices.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </span>
  );
}

/** Padding: a name, or the number of zeros on all sides or at top, bottom, left and right. @param {SchemaInputProps} props */
function PaddingInput(props) {
  const { path, id, invalid, standard } = props;
  const { experiment } = useStore();
  const value = experiment.value(path) ?? standard;
  const counted = value !== 'same' && value !== 'valid';
  return (
    <>
      <span class="select">
        <select
          id={id}
          value={counted ? 'counted' : value}
          onChange={({ currentTarget }) =>
            void experiment.edit(path, currentTarget.value === 'counted' ? 1 : currentTarget.value)
          }
        >
          {['same', 'valid', 'counted'].map((choice) => (
            <option key={choice} value={choice}>
              {tName('padding', choice)}
            </option>
          ))}
        </select>
      </span>
      {counted && (
        <NumberInput
          path={path}
          id={`${id}-zeros`}
          label={t('padding.zeros')}
          invalid={invalid}
          arrow={1}
          write={(zeros) => (Array.isArray(zeros) ? zeros.join(' ') : String(zeros))}
          parse={parsePair}
        />
      )}
    </>
  );
}
