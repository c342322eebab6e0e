// A button of the top bar that opens a panel of controls below it.

import { useId } from 'preact/hooks';
import { t } from '../../locales/index.js';
import { useStore } from '../../ui/context.js';
import { ChevronIcon } from '../../ui/icons.jsx';
import { useDropdown } from '../../ui/use_dropdown.js';

/**
 * @param {object} props
 * @param {string} props.name
 * @param {string} props.label
 * @param {string} [props.value] the current selection
 * @param {string | string[]} [props.path] the sections of the experiment that it edits
 * @param {import('preact').ComponentChildren} [props.icon] replaces label and value
 * @param {() => import('preact').ComponentChildren} props.children the panel, created when it opens
 */
export function Menu({ name, label, value, path, icon, children }) {
  const { experiment } = useStore();
  const { open, root, button, toggle, onKeyDown } = useDropdown();
  const id = useId();
  const wrong = [path ?? []].flat().some((section) => experiment.problemAt(section) !== undefined);

  return (
    <div class="menu" data-menu={name} ref={root} onKeyDown={onKeyDown}>
      <button
        type="button"
        class={icon ? 'bar-button' : 'setting'}
        {...(icon ? { 'aria-label': label, title: label } : {})}
        ref={button}
        aria-expanded={open.value}
        aria-controls={id}
        aria-haspopup="dialog"
        onClick={toggle}
      >
        {icon ?? (
          <>
            <span class="setting-label">{label}</span>
            <span class="setting-value">{value}</span>
            <ChevronIcon />
          </>
        )}
        {wrong && <span class="wrong">{t('menu.problem', { menu: label })}</span>}
      </button>
      {open.value && (
        <div class="menu-panel" id={id} role="dialog" aria-label={label}>
          {children()}
        </div>
      )}
    </div>
  );
}

/**
 * Radio buttons, each with a description.
 *
 * @param {object} props
 * @param {string} props.name
 * @param {string} props.label
 * @param {{id: string, text: string, about?: string}[]} props.choices
 * @param {string | undefined} props.chosen
 * @param {(id: string) => void} props.onChoose
 */
export function Choices({ name, label, choices, chosen, onChoose }) {
  return (
    <fieldset class="choices">
      <legend class="hidden">{label}</legend>
      {choices.map(({ id, text, about }) => (
        <label key={id} class="choice">
          <input
            type="radio"
            name={name}
            value={id}
            checked={id === chosen}
            onChange={({ currentTarget }) => {
              mark(currentTarget, chosen);
              onChoose(id);
            }}
          />
          <span>
            <span class="choice-name">{text}</span>
            {about && <span class="choice-about">{about}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/**
 * Restores the checked state after a click, because the selection may remain unchanged.
 *
 * @param {HTMLInputElement} input
 * @param {string | undefined} chosen
 */
function mark(input, chosen) {
  for (const one of input.closest('fieldset')?.querySelectorAll('input') ?? []) {
    one.checked = one.value === chosen;
  }
}
