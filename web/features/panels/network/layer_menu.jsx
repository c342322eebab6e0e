// The types of layers to choose from, each with a line that says what it does. Escape closes it.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { t, tName } from '../../../locales/index.js';
import { layerTypes } from '../../network/index.js';

/** @param {{onChoose: (type: string) => void, onClose: () => void}} props */
export function LayerMenu({ onChoose, onClose }) {
  const root = useRef(/** @type {HTMLDivElement | null} */ (null));
  useLayoutEffect(() => root.current?.querySelector('button')?.focus(), []);

  const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
    const buttons = [...(root.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    const moves = /** @type {Record<string, number>} */ ({
      ...{ ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1 },
      ...{ Home: 0, End: buttons.length - 1 },
    });
    if (event.key === 'Escape') onClose();
    else if (event.key in moves) buttons.at(moves[event.key] % buttons.length)?.focus();
    else return;
    event.stopPropagation();
    event.preventDefault();
  };

  return (
    <div
      class="layer-menu"
      role="group"
      aria-label={t('network.choose')}
      ref={root}
      onKeyDown={onKeyDown}
    >
      {layerTypes.map(({ type }) => (
        <button key={type} type="button" class="layer-choice" onClick={() => onChoose(type)}>
          <span class="choice-name">{tName('layer', type)}</span>
          <span class="choice-about">{tName('layer', `${type}.about`)}</span>
        </button>
      ))}
    </div>
  );
}
