// The menu of schedule types in groups, each with a description and a small curve.

import { useEffect, useId } from 'preact/hooks';
import { t, tName } from '../../locales/index.js';
import { sparkline } from '../../plot/sparkline.js';
import { localized } from '../../locales/pair.js';
import { familyGroups } from './schedule_families.js';
import { familyLabel } from './schedule_labels.js';
import { useStore } from '../../ui/context.js';
import { ChevronIcon } from '../../ui/icons.jsx';
import { moveInList, useDropdown } from '../../ui/use_dropdown.js';

const WIDTH = 48;
const HEIGHT = 24;

/**
 * @param {object} props
 * @param {string} props.type the selected type
 * @param {string[]} props.types types that can be selected
 * @param {boolean} props.invalid
 * @param {(type: string) => void} props.onChoose
 */
export function FamilyMenu({ type, types, invalid, onChoose }) {
  const { curves } = useStore();
  const { open, root, button, toggle, close, onKeyDown: onEscape } = useDropdown();
  const id = useId();

  useEffect(() => {
    if (!open.value) return;
    void curves.load();
    const chosen = root.current?.querySelector('[aria-selected=true], [role=option]');
    /** @type {HTMLElement | null | undefined} */ (chosen)?.focus();
  }, [open.value]);

  const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
    if (!open.value) return;
    onEscape(event);
    if (!moveFocus(event.key, /** @type {HTMLElement} */ (root.current))) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class="family-menu" ref={root} onKeyDown={onKeyDown}>
      <button
        type="button"
        class="family-button"
        ref={button}
        data-type={type}
        aria-haspopup="listbox"
        aria-expanded={open.value}
        aria-controls={open.value ? id : undefined}
        aria-label={t('schedule.family.name', { name: familyLabel(type) })}
        aria-invalid={invalid ? 'true' : undefined}
        onClick={toggle}
      >
        <span>{familyLabel(type)}</span>
        <ChevronIcon />
      </button>
      {open.value && (
        <div class="family-list" id={id} role="listbox" aria-label={t('schedule.family')}>
          {familyGroups.map((group) => (
            <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}`}>
              <p class="family-group" id={`${id}-${group.id}`} role="presentation">
                {tName('schedule.groups', group.id)}
              </p>
              {group.families.map((family) => (
                <Option
                  key={family.type}
                  family={family}
                  chosen={family.type === type}
                  disabled={!types.includes(family.type)}
                  onChoose={() => {
                    close();
                    onChoose(family.type);
                  }}
                />
              ))}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

/**
 * @param {object} props
 * @param {import('./schedule_families.js').Family} props.family
 * @param {boolean} props.chosen
 * @param {boolean} props.disabled
 * @param {() => void} props.onChoose
 */
function Option({ family, chosen, disabled, onChoose }) {
  const { type } = family;
  const { curves } = useStore();
  const rates = curves.curves.value[type];
  const about = localized(family.about, { unit: t('schedule.unit.step.one') });
  return (
    <button
      type="button"
      class="family-option"
      role="option"
      tabIndex={-1}
      data-type={type}
      aria-selected={chosen}
      aria-disabled={disabled}
      onClick={() => !disabled && onChoose()}
    >
      <svg viewBox={`-1 -2 ${WIDTH + 2} ${HEIGHT + 4}`} aria-hidden="true">
        <path class="ground" d={`M0 ${HEIGHT}H${WIDTH}`} />
        {rates && (
          <path class="curve" d={sparkline(rates, { width: WIDTH, height: HEIGHT }).line} />
        )}
      </svg>
      <span>
        <span class="family-name">{familyLabel(type)}</span>
        <span class="family-about">{disabled ? t('schedule.family.onePlateau') : about}</span>
      </span>
    </button>
  );
}

/**
 * Moves the focus: arrows, Home and End, or a letter for the next option that starts with it.
 *
 * @param {string} key
 * @param {HTMLElement} root
 * @returns {boolean} whether the key was handled
 */
function moveFocus(key, root) {
  const options = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('[role=option]')]);
  if (moveInList(key, options)) return true;
  if (!/^\p{L}$/u.test(key)) return false;
  const at = options.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const order = [...options.slice(at + 1), ...options.slice(0, at + 1)];
  const found = order.find((option) => nameOf(option).startsWith(key.toLowerCase()));
  found?.focus();
  return found !== undefined;
}

/** @param {HTMLElement} option */
function nameOf(option) {
  return option.querySelector('.family-name')?.textContent?.toLowerCase() ?? '';
}
