// Controls bound to a path of the experiment: what is typed goes into the document as it is, the core
// judges it, and what the core refuses is said here, beside the value that still holds.

import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { format, t } from '../../locales/index.js';
import { getAt } from '../../protocol/paths.js';
import { useStore } from '../../ui/context.js';
import { roundTo } from '../../ui/slider_scales.js';
import { begun, sentence } from './problem_labels.js';

/** @typedef {(path: string, value: any) => unknown} Edit */

/**
 * @param {string} path
 * @returns {string} what is wrong with the setting, in words; empty where nothing is
 */
export function useProblem(path) {
  const { experiment } = useStore();
  useEffect(() => experiment.own(path), [path]);
  const problem = experiment.problemAt(path);
  if (!problem) return '';
  const kept = getAt(experiment.good.value, path);
  if (kept === undefined || typeof kept === 'object') return sentence(problem.message);
  return t('field.kept', { message: begun(problem.message), value: written(kept) });
}

/** @param {any} value */
export function written(value) {
  if (typeof value === 'number') return format.plain(value);
  return value === undefined ? '' : String(value);
}

/**
 * What a text stands for: a number where it is one, else the text itself, for the core to refuse.
 *
 * @param {string} text
 * @param {boolean} optional whether nothing is something
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
 * @param {string} [props.label] where no label element names it
 * @param {string} [props.describedBy]
 * @param {boolean} [props.invalid]
 * @param {boolean} [props.optional]
 * @param {string} [props.placeholder]
 * @param {number} [props.arrow] what the arrow keys add and take away
 * @param {any} [props.standard] what holds where it is left out: shown instead, and it may be left out
 * @param {(value: any) => string} [props.write]
 * @param {(text: string, optional: boolean) => any} [props.parse]
 * @param {(() => void)} [props.onCommit] the value is meant: left, or entered
 * @param {Edit} [props.edit] where an edit concerns more than this setting
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
  /** What is being typed; null while it is not. */
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
    // Alt with an arrow moves the row that the field is in.
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
 * A number with its label, and under it what it means or what is wrong with it.
 *
 * @param {object} props
 * @param {string} props.path
 * @param {string} props.label
 * @param {string} [props.hint]
 * @param {number} [props.arrow]
 * @param {number} [props.standard] what holds where it is left out
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

/** @param {{path: string, label: string, standard?: boolean}} props `standard`: where it is left out */
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
