// Controls that edit a path of the experiment. The typed value is written to the draft and checked by the core;
// an error is shown below the control, with the value that remains in use.

import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { format, t } from '../../locales/index.js';
import { getAt } from '../../protocol/paths.js';
import { useStore } from '../../ui/context.js';
import { roundTo } from '../../ui/slider_scales.js';
import { capitalized, sentence } from './problem_labels.js';

/** @typedef {(path: string, value: any) => unknown} Edit */

/**
 * @param {string} path
 * @returns {string} the error message of the setting; empty if it is valid
 */
export function useProblem(path) {
  const { experiment } = useStore();
  useEffect(() => experiment.own(path), [path]);
  const problem = experiment.problemAt(path);
  if (!problem) return '';
  const kept = getAt(experiment.good.value, path);
  if (kept === undefined || typeof kept === 'object') return sentence(problem.message);
  return t('field.kept', { message: capitalized(problem.message), value: written(kept) });
}

/** @param {any} value */
export function written(value) {
  if (typeof value === 'number') return format.plain(value);
  return value === undefined ? '' : String(value);
}

/**
 * Parses a number. Other text is returned unchanged and refused by the core.
 *
 * @param {string} text
 * @param {boolean} optional whether an empty text removes the setting
 */
export function parseNumber(text, optional) {
  const trimmed = text.trim().replace(/,(?=\d{3}\b)/g, '');
  if (trimmed === '' && optional) return undefined;
  const value = Number(trimmed);
  return trimmed !== '' && Number.isFinite(value) ? value : text;
}

/**
 * @param {object} props
 * @param {string} props.path
 * @param {string} [props.id]
 * @param {string} [props.label] if no label element names it
 * @param {string} [props.describedBy]
 * @param {boolean} [props.invalid]
 * @param {boolean} [props.optional]
 * @param {string} [props.placeholder]
 * @param {number} [props.arrow] increment of the arrow keys
 * @param {any} [props.standard] default of an optional setting, shown if it is left out
 * @param {(value: any) => string} [props.write]
 * @param {(text: string, optional: boolean) => any} [props.parse]
 * @param {(() => void)} [props.onCommit] called on blur and on Enter
 * @param {Edit} [props.edit] if an edit also changes other settings
 */
export function NumberInput({
  path,
  id,
  label,
  describedBy,
  invalid,
  arrow,
  standard,
  optional = standard !== undefined,
  write = written,
  parse = parseNumber,
  placeholder = standard === undefined ? undefined : write(standard),
  onCommit,
  edit = useStore().experiment.edit,
}) {
  const { experiment } = useStore();
  /** The text that is being typed; null otherwise. */
  const typed = useSignal(/** @type {string | null} */ (null));
  const value = experiment.value(path);

  const commit = () => {
    typed.value = null;
    onCommit?.();
  };
  const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Enter') return commit();
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    const from = value ?? standard;
    // Alt with an arrow key moves the row that contains the field.
    if (!direction || !arrow || event.altKey || typeof from !== 'number') return;
    event.preventDefault();
    typed.value = null;
    void edit(path, roundTo(from + direction * arrow, 12));
  };

  return (
    <input
      id={id}
      class="number"
      type="text"
      inputMode="decimal"
      autocomplete="off"
      spellcheck={false}
      aria-label={label}
      aria-invalid={invalid ? 'true' : undefined}
      aria-describedby={describedBy}
      placeholder={placeholder}
      value={typed.value ?? write(value)}
      onInput={({ currentTarget }) => {
        typed.value = currentTarget.value;
        void edit(path, parse(currentTarget.value, optional));
      }}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onKeyDown={onKeyDown}
      onBlur={commit}
    />
  );
}

/**
 * A number input with its label, and a hint or an error message below.
 *
 * @param {object} props
 * @param {string} props.path
 * @param {string} props.label
 * @param {string} [props.hint]
 * @param {number} [props.arrow]
 * @param {number} [props.standard] default of an optional setting
 * @param {Edit} [props.edit]
 */
export function NumberField({ path, label, hint, arrow, standard, edit }) {
  const id = useId();
  const problem = useProblem(path);
  return (
    <div class="field" data-invalid={problem !== ''} title={hint}>
      <label for={id}>{label}</label>
      <NumberInput
        id={id}
        path={path}
        arrow={arrow}
        standard={standard}
        edit={edit}
        invalid={problem !== ''}
        describedBy={`${id}-note`}
      />
      <p id={`${id}-note`} class="note" role={problem ? 'alert' : undefined}>
        {problem || hint}
      </p>
    </div>
  );
}

/** @param {{path: string, label: string, standard?: boolean}} props `standard`: the default */
export function SwitchField({ path, label, standard = false }) {
  const { experiment } = useStore();
  const problem = useProblem(path);
  return (
    <div class="switch-field" data-invalid={problem !== ''}>
      <label class="switch">
        <input
          type="checkbox"
          checked={(experiment.value(path) ?? standard) === true}
          onChange={({ currentTarget }) => void experiment.edit(path, currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      {problem && (
        <p class="note" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

/**
 * @param {object} props
 * @param {string} props.path
 * @param {string} props.label
 * @param {{value: string | number, text: string}[]} props.choices
 * @param {Edit} [props.edit]
 */
export function ChoiceField({ path, label, choices, edit = useStore().experiment.edit }) {
  const { experiment } = useStore();
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="select">
        <select
          id={id}
          value={experiment.value(path)}
          onChange={({ currentTarget }) =>
            void edit(path, choices[currentTarget.selectedIndex].value)
          }
        >
          {choices.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
