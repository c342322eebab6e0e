// The layers of the network or of a residual block: rows, buttons to add layers, and drag and drop.

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../locales/index.js';
import { layersAt } from '../../network/index.js';
import { useStore } from '../../../ui/context.js';
import { AddButton } from './add_button.jsx';
import { LayerMenu } from './layer_menu.jsx';
import { LayerRow } from './layer_row.jsx';
import { useRowDrag } from './row_drag.js';

/** @param {{list: string}} props */
export function LayerList({ list }) {
  const { builder, experiment } = useStore();
  const root = useRef(/** @type {HTMLOListElement | null} */ (null));
  /** The index at which the layer menu is open. */
  const adding = useSignal(/** @type {number | null} */ (null));
  const drag = useRowDrag(root, (from, to) => builder.move({ list, index: from }, to));
  const layers = layersAt(experiment.draft.value, list);

  useEffect(() => {
    const place = builder.focus.value;
    if (place?.list !== list) return;
    const rows = [...(root.current?.children ?? [])].filter((row) => row.matches('[data-layer]'));
    /** @type {HTMLElement | null | undefined} */ (
      rows[place.index]?.querySelector('.handle')
    )?.focus();
    builder.focus.value = null;
  }, [builder.focus.value]);

  const menuAt = (/** @type {number} */ index) =>
    adding.value === index && (
      <li class="layer-adding">
        <LayerMenu
          onChoose={(type) => {
            adding.value = null;
            void builder.add({ list, index }, type);
          }}
          onClose={() => {
            adding.value = null;
            builder.focus.value = { list, index: Math.max(0, index - 1) };
          }}
        />
      </li>
    );
  const { from, to, offset } = drag.state.value;
  return (
    <>
      <ol class="layer-list" ref={root} aria-label={t('network.layers')}>
        <li class="layer-start">
          <AddButton
            label={t('network.addFirst')}
            open={adding.value === 0}
            onClick={() => (adding.value = adding.value === 0 ? null : 0)}
          />
          <span>
            {t('network.input', { shape: shapeText(builder.inputAt({ list, index: 0 })) })}
          </span>
        </li>
        {menuAt(0)}
        {layers.map((_, index) => (
          <>
            <LayerRow
              key={index}
              List={LayerList}
              place={{ list, index }}
              count={layers.length}
              offset={from === index ? offset : null}
              mark={markOf(index, from, to)}
              onGrab={(event) => drag.grab(event, index)}
              onAdd={() => (adding.value = adding.value === index + 1 ? null : index + 1)}
              adding={adding.value === index + 1}
            />
            {menuAt(index + 1)}
          </>
        ))}
      </ol>
    </>
  );
}

/**
 * On which side of a row the line for the drop position is drawn.
 *
 * @param {number} index
 * @param {number | null} from
 * @param {number | null} to
 */
function markOf(index, from, to) {
  if (from === null || to === null || to === from || index !== to) return undefined;
  return to < from ? 'above' : 'below';
}

/** @param {number[] | undefined} shape */
const shapeText = (shape) => shape?.join(' × ') ?? '–';
