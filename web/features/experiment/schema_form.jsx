// A form generated from the schema of the core: for each key an input for its type, with label, symbol,
// default, range and error message.

import { useId } from 'preact/hooks';
import { localized } from '../../locales/pair.js';
import { format } from '../../locales/index.js';
import { useStore } from '../../ui/context.js';
import { NumberInput, SwitchField, useProblem } from './field.jsx';
import { canBeOff, plainSymbol, rangeText } from './schema.js';
import { SchemaInput } from './schema_input.jsx';
import { Symbol } from './symbol.jsx';
import './schema_form.css';

/** @typedef {import('./schema.js').Key} Key */
/** @typedef {import('./schema.js').KeyLabels} KeyLabels */
/** @typedef {{field: Key, labels: KeyLabels, path: string}} FieldProps `path` of the setting */

/**
 * @param {object} props
 * @param {Key[]} props.keys
 * @param {string} props.path of the object that contains the keys
 * @param {(key: string) => KeyLabels} props.labelsOf
 */
export function SchemaForm({ keys, path, labelsOf }) {
  return (
    <div class="field-grid schema-form">
      {keys.map((field) => (
        <SchemaField
          key={field.key}
          field={field}
          labels={labelsOf(field.key)}
          path={`${path}.${field.key}`}
        />
      ))}
    </div>
  );
}

/** @param {FieldProps} props */
export function SchemaField(props) {
  const { field, labels, path } = props;
  if (field.type === 'boolean') {
    return <SwitchField path={path} label={localized(labels.label)} standard={field.default} />;
  }
  return canBeOff(field) ? <OptionalNumber {...props} /> : <LabelledInput {...props} />;
}

/** The meaning and the range of a key. @param {Key} field @param {KeyLabels} labels */
function describe(field, labels) {
  const range = rangeText(field);
  const hint = labels.hint ? localized(labels.hint) : range;
  const parts = hint === range ? [range] : [hint, range];
  return { hint, title: format.list(parts.filter((text) => text !== '')) };
}

/** @param {FieldProps} props */
function LabelledInput({ field, labels, path }) {
  const id = useId();
  const problem = useProblem(path);
  const { hint, title } = describe(field, labels);
  return (
    <div class="field" data-invalid={problem !== ''} title={title}>
      <label for={id}>
        <Name field={field} labels={labels} />
      </label>
      <SchemaInput
        field={field}
        labels={labels}
        path={path}
        id={id}
        invalid={problem !== ''}
        describedBy={`${id}-note`}
      />
      <Note id={`${id}-note`} problem={problem} hint={hint} />
    </div>
  );
}

/** A number that can be switched off. @param {FieldProps} props */
function OptionalNumber({ field, labels, path }) {
  const { experiment } = useStore();
  const id = useId();
  const problem = useProblem(path);
  const { hint, title } = describe(field, labels);
  const on = experiment.value(path) !== undefined;
  return (
    <div class="field optional-field" data-invalid={problem !== ''} title={title}>
      <label class="switch">
        <input
          type="checkbox"
          checked={on}
          onChange={({ currentTarget }) =>
            void experiment.edit(path, currentTarget.checked ? (labels.first ?? 1) : undefined)
          }
        />
        <span>
          <Name field={field} labels={labels} />
        </span>
      </label>
      {on && (
        <NumberInput
          id={id}
          path={path}
          label={localized(labels.label)}
          invalid={problem !== ''}
          describedBy={`${id}-note`}
        />
      )}
      <Note id={`${id}-note`} problem={problem} hint={hint} />
    </div>
  );
}

/** @param {{field: Key, labels: KeyLabels}} props */
function Name({ field, labels }) {
  return (
    <>
      {localized(labels.label)} {field.symbol && <Symbol text={plainSymbol(field.symbol)} />}
    </>
  );
}

/** @param {{id: string, problem: string, hint: string}} props */
function Note({ id, problem, hint }) {
  return (
    <p id={id} class="note" role={problem ? 'alert' : undefined}>
      {problem || hint}
    </p>
  );
}
