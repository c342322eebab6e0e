// A row of a layer: handle, settings, output shape, cost, and, if it is invalid, the reason and a button to
// repair it.

import { format, t, tName } from '../../../locales/index.js';
import { layerName, layersAt, pathOf } from '../../network/index.js';
import { useStore } from '../../../ui/context.js';
import { CopyIcon, HandleIcon, RemoveIcon } from '../../../ui/icons.jsx';
import { AddButton } from './add_button.jsx';
import { Figure } from './figure.jsx';
import { sentence } from '../../experiment/index.js';
import { LayerFields } from './layer_fields.jsx';

/** @typedef {import('../../network/layer_edits.js').Place} Place */

/**
 * @param {object} props
 * @param {import('preact').ComponentType<{list: string}>} props.List component for the layers of a block
 * @param {Place} props.place
 * @param {number} props.count number of layers in its list
 * @param {number | null} props.offset distance in pixels while it is dragged
 * @param {'above' | 'below' | undefined} props.mark drop position of the dragged row
 * @param {(event: PointerEvent) => void} props.onGrab
 * @param {() => void} props.onAdd
 * @param {boolean} props.adding
 */
export function LayerRow({ List, place, count, offset, mark, onGrab, onAdd, adding }) {
  const { builder, experiment } = useStore();
  const layer = layersAt(experiment.draft.value, place.list)[place.index];
  const name = t('network.nameOf', { number: place.index + 1, type: layerName(layer.type) });
  const explanation = builder.explanationAt(place);
  const wrong = explanation !== undefined && explanation.reason !== 'spareOutputs';
  return (
    <li
      class="layer-row"
      data-layer={layer.type}
      data-invalid={wrong}
      data-mark={mark}
      data-dragged={offset !== null}
      style={offset === null ? undefined : { transform: `translateY(${offset}px)` }}
      aria-label={name}
      onKeyDown={(event) => onKeyDown(event, place, builder)}
    >
      <div class="layer-cells">
        <span class="layer-head">
          <Handle name={name} place={place} count={count} onGrab={onGrab} />
          <span class="layer-name">{layerName(layer.type)}</span>
        </span>
        <LayerFields place={place} layer={layer} name={name} />
        <Figures place={place} />
        <span class="layer-buttons">
          <button
            type="button"
            class="icon-button"
            aria-label={t('network.duplicate', { name })}
            title={t('network.duplicate', { name })}
            onClick={() => void builder.duplicate(place)}
          >
            <CopyIcon />
          </button>
          <button
            type="button"
            class="icon-button"
            aria-label={t('network.remove', { name })}
            title={t('network.remove', { name })}
            onClick={() => void builder.remove(place)}
          >
            <RemoveIcon />
          </button>
          <AddButton label={t('network.addAfter', { name })} open={adding} onClick={onAdd} />
        </span>
      </div>
      {explanation && <Explained explanation={explanation} wrong={wrong} />}
      {layer.layers && (
        <>
          <List list={`${pathOf(place)}.layers`} />
          <p class="note layer-block">{t('network.block.how')}</p>
        </>
      )}
    </li>
  );
}

/**
 * @param {KeyboardEvent} event
 * @param {Place} place
 * @param {import('../../network/network_builder.js').NetworkBuilder} builder
 */
function onKeyDown(event, place, builder) {
  const onHandle = event.target instanceof Element && event.target.matches('.handle');
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (by && (event.altKey || onHandle)) {
    void builder.move(place, place.index + by);
  } else if (onHandle && (event.key === 'Delete' || event.key === 'Backspace')) {
    void builder.remove(place);
  } else {
    return;
  }
  // Rows of a residual block are nested in its row.
  event.stopPropagation();
  event.preventDefault();
}

/**
 * @param {object} props
 * @param {string} props.name
 * @param {Place} props.place
 * @param {number} props.count
 * @param {(event: PointerEvent) => void} props.onGrab
 */
function Handle({ name, place, count, onGrab }) {
  const hint = t('network.move', { name, number: place.index + 1, of: count });
  return (
    <button
      type="button"
      class="icon-button handle"
      aria-label={hint}
      title={t('network.move.how')}
      onPointerDown={onGrab}
    >
      <HandleIcon />
    </button>
  );
}

/** @param {{place: Place}} props */
function Figures({ place }) {
  const { builder, experiment } = useStore();
  const { info } = builder.sketchAt(place);
  const batch = experiment.draft.value.training.batch_size;
  const some = (/** @type {number} */ value, /** @type {(value: number) => string} */ write) =>
    value > 0 ? write(value) : '';
  return (
    <>
      <Figure
        label={t('network.output')}
        text={info ? info.output.map(format.count).join(' × ') : '–'}
      />
      <Figure
        label={t('network.parameters')}
        text={info ? some(info.parameters, format.count) : ''}
      />
      <Figure
        label={t('network.multiplyAdds')}
        text={info ? some(info.multiplyAdds, format.count) : ''}
      />
      <Figure
        label={t('network.parameterMemory')}
        text={info ? some(info.parameterBytes, format.bytes) : ''}
      />
      <Figure
        label={t('network.activationMemory')}
        text={info ? some(info.activationBytes * batch, format.bytes) : ''}
      />
    </>
  );
}

/** @param {{explanation: import('../../network/layer_problems.js').Explanation, wrong: boolean}} props */
function Explained({ explanation, wrong }) {
  const { builder } = useStore();
  const { reason, values, message, repair } = explanation;
  return (
    <p class="layer-problem" role={wrong ? 'alert' : 'note'}>
      <span>{reason === '' ? sentence(message) : tName('network.problem', reason, values)}</span>
      {repair && (
        <button type="button" class="quiet" onClick={() => void builder.repair(repair)}>
          {tName('network.repair', repair.kind, { units: repair.units ?? 0 })}
        </button>
      )}
    </p>
  );
}
