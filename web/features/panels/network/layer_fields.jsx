// The settings of a layer. The typed text is written to the draft; errors are shown below the row.

import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { format, t } from '../../../locales/index.js';
import { localized } from '../../../locales/pair.js';
import { layerKeyLabels, layerType, pathOf, settingsOf } from '../../network/index.js';
import { useStore } from '../../../ui/context.js';
import { keysOf, rangeText, SchemaInput } from '../../experiment/index.js';

/** @typedef {import('../../../protocol/types.js').Layer} Layer */
/** @typedef {import('../../../protocol/schema.js').Key} Key */
/** @typedef {import('../../network/layer_edits.js').Place} Place */

/** @param {{place: Place, layer: Layer, name: string}} props */
export function LayerFields({ place, layer, name }) {
  const more = useSignal(false);
  const { schema } = useStore();
  const { further = [] } = layerType(layer.type) ?? {};
  // The layers of a block are shown as a nested list.
  const keys = keysOf(schema.value.layers, layer.type).filter(({ type }) => type !== 'layers');
  const isFurther = (/** @type {Key} */ { key }) => further.includes(key);
  const settings = keys.filter((key) => !isFurther(key));
  const shown = more.value ? [...settings, ...keys.filter(isFurther)] : settings;
  return (
    <span class="layer-fields" role="group" aria-label={t('network.settingsOf', { name })}>
      {shown.map((field) => (
        <SettingField key={field.key} place={place} layer={layer} field={field} />
      ))}
      {settings.length < keys.length && (
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

/** @param {{place: Place, layer: Layer, field: Key}} props */
function SettingField({ place, layer, field }) {
  const { experiment, builder, schema } = useStore();
  const id = useId();
  const path = `${pathOf(place)}.${field.key}`;
  const { [field.key]: standard } = settingsOf({ ...layer, [field.key]: undefined }, schema.value);
  const invalid = builder.sketchAt(place).problem?.path.startsWith(path) ?? false;
  const labels = layerKeyLabels(layer.type, field.key) ?? {
    label: { en: field.key, zh: field.key },
  };
  const label = localized(labels.label);
  const hints = [labels.hint ? localized(labels.hint) : '', rangeText(field)];
  const title = format.list(hints.filter((hint) => hint !== ''));
  if (field.type === 'boolean') {
    return (
      <label class="layer-field layer-switch" title={title}>
        <input
          type="checkbox"
          checked={(layer[field.key] ?? standard) === true}
          onChange={({ currentTarget }) => void experiment.edit(path, currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
    );
  }
  return (
    <span class="layer-field" data-kind={field.type} data-invalid={invalid} title={title}>
      <label for={id}>{label}</label>
      <SchemaInput
        field={field}
        labels={labels}
        path={path}
        id={id}
        invalid={invalid}
        standard={standard}
      />
    </span>
  );
}
