// The menu of layer types, each with a description. Escape closes it.

import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t, tName } from '../../../locales/index.js';
import { localized } from '../../../locales/pair.js';
import { layerTypes } from '../../network/index.js';

/** The sections of the menu, with their groups of layers. @type {[id: string, groups: string[]][]} */
const groups = [
  ['layers', ['convolution', 'dense', 'pooling', 'shape']],
  ['activations', ['activation']],
  ['normalisation', ['normalisation', 'regularisation']],
  ['blocks', ['composite']],
];

const sections = groups.map(([id, members]) => ({
  id,
  types: layerTypes.filter(({ group }) => members.includes(group)),
}));

/** @param {{onChoose: (type: string) => void, onClose: () => void}} props */
export function LayerMenu({ onChoose, onClose }) {
  const id = useId();
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
      {sections.map(({ id: section, types }) => (
        <div key={section} class="layer-section" role="group" aria-labelledby={`${id}-${section}`}>
          <p class="layer-section-name" id={`${id}-${section}`}>
            {tName('network.menu', section)}
          </p>
          {types.map(({ type, label, about }) => (
            <button key={type} type="button" class="layer-choice" onClick={() => onChoose(type)}>
              <span class="choice-name">{localized(label)}</span>
              <span class="choice-about">{localized(about)}</span>
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}
