// The settings of a layer, in place. What is typed goes into the document as it is; what the core says
// to it stands below the row.

import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { t, tName } from '../../../locales/index.js';
import {
  initialisers,
  layerType,
  pairText,
  parsePair,
  pathOf,
  settingOf,
} from '../../network/index.js';
import { useStore } from '../../../ui/context.js';
import { parseNumber, written } from '../../experiment/index.js';

/** @typedef {import('../../network/layer_descriptors.js').Setting} Setting */
/** @typedef {import('../../../protocol/types.js').Layer} Layer */
/** @typedef {import('../../network/layer_edits.js').Place} Place */

/** @param {{place: Place, layer: Layer, name: string}} props */
export function LayerFields({ place, layer, name }) {
  const more = useSignal(false);
  const { settings = [], further = [] } = layerType(layer.type) ?? {};
  const shown = more.value ? [...settings, ...further] : settings;
  return (
    <span class="layer-fields" role="group" aria-label={t('network.settingsOf', { name })}>
      {shown.map((setting) => (
        <SettingField key={setting.key} place={place} layer={layer} setting={setting} />
      ))}
      {further.length > 0 && (
        <button
          type="button"
          class="quiet more"
          aria-expanded={more.value}
          onClick={() => (more.value = !more.value)}
        >
          {t(more.value ? 'network.less' : 'network.more')}
        </button>
      )}
    </span>
  );
}

/** @param {{place: Place, layer: Layer, setting: Setting}} props */
function SettingField({ place, layer, setting }) {
  const { experiment, builder } = useStore();
  const id = useId();
  const path = `${pathOf(place)}.${setting.key}`;
  const value = settingOf(layer, setting);
  const edit = (/** @type {any} */ next) => void experiment.edit(path, next);
  const wrong = builder.sketchAt(place).problem?.path.startsWith(path) ?? false;
  const label = tName('network.setting', setting.key);
  const of = { id, value, edit, wrong };
  if (setting.kind === 'switch') {
    return (
      <label class="layer-field layer-switch">
        <input
          type="checkbox"
          checked={value === true}
          onChange={({ currentTarget }) => edit(currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
    );
  }
  return (
    <span class="layer-field" data-kind={setting.kind} data-invalid={wrong}>
      <label for={id}>{label}</label>
      {setting.kind === 'padding' && <PaddingInput {...of} />}
      {setting.kind === 'initialiser' && (
        <Select
          {...of}
          choices={initialisers.map((choice) => [choice, tName('network.initialiser', choice)])}
        />
      )}
      {setting.kind === 'number' && <TextInput {...of} arrow={setting.arrow} />}
      {setting.kind === 'pair' && (
        <TextInput {...of} arrow={setting.arrow} write={pairText} parse={parsePair} />
      )}
    </span>
  );
}

/** @typedef {{id: string, value: any, edit: (value: any) => void, wrong: boolean}} InputProps */

/**
 * @param {InputProps & {
 *   arrow?: number,
 *   write?: (value: any) => string,
 *   parse?: (text: string) => any,
 *   label?: string,
 * }} props
 */
function TextInput({
  id,
  value,
  edit,
  wrong,
  arrow,
  label,
  write = written,
  parse = (text) => parseNumber(text, false),
}) {
  /** What is being typed; null while it is not. */
  const typed = useSignal(/** @type {string | null} */ (null));
  const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!by || !arrow || event.altKey || typeof value !== 'number') return;
    event.preventDefault();
    typed.value = null;
    edit(value + by * arrow);
  };
  return (
    <input
      id={id}
      class="number"
      type="text"
      autocomplete="off"
      spellcheck={false}
      aria-label={label}
      aria-invalid={wrong ? 'true' : undefined}
      value={typed.value ?? write(value)}
      onInput={({ currentTarget }) => {
        typed.value = currentTarget.value;
        edit(parse(currentTarget.value));
      }}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onKeyDown={onKeyDown}
      onBlur={() => (typed.value = null)}
    />
  );
}

/** @param {InputProps & {choices: [value: string, text: string][]}} props */
function Select({ id, value, edit, choices }) {
  return (
    <span class="select">
      <select
        id={id}
        value={value}
        onChange={({ currentTarget }) => edit(choices[currentTarget.selectedIndex][0])}
      >
        {choices.map(([choice, text]) => (
          <option key={choice} value={choice}>
            {text}
          </option>
        ))}
      </select>
    </span>
  );
}

/** Said by a name, or counted: zeros on every side, or at top, bottom, left and right. @param {InputProps} props */
function PaddingInput({ id, value, edit, wrong }) {
  const counted = value !== 'same' && value !== 'valid';
  return (
    <>
      <Select
        id={id}
        value={counted ? 'counted' : value}
        edit={(choice) => edit(choice === 'counted' ? 1 : choice)}
        wrong={wrong}
        choices={['same', 'valid', 'counted'].map((choice) => [
          choice,
          tName('network.padding', choice),
        ])}
      />
      {counted && (
        <TextInput
          id={`${id}-zeros`}
          label={t('network.zeros')}
          value={value}
          edit={edit}
          wrong={wrong}
          arrow={1}
          write={(zeros) => (Array.isArray(zeros) ? zeros.join(' ') : String(zeros))}
          parse={parsePair}
        />
      )}
    </>
  );
}
