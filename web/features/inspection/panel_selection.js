// What the reader looks at: the open panel, and the image and layer that the panels share, so that an
// image found in one of them can be opened in another.

import { signal } from '@preact/signals';

/** @typedef {import('../../protocol/inspection.js').Part} Part */

/** @typedef {{part: Part, index: number} | 'drawing'} Choice */

export function createPanelSelection() {
  /** The panel that is open, by its name. */
  const panel = signal(/** @type {string | null} */ (null));
  /** The image whose feature maps are shown. */
  const choice = signal(/** @type {Choice} */ ({ part: 'validation', index: 0 }));
  /** The layer whose feature maps are shown; none: the first. */
  const layer = signal(/** @type {string | null} */ (null));
  /** The bytes [H, W, C] of what was drawn, and their shape; none: nothing yet. */
  const drawn = signal(/** @type {{shape: number[], bytes: Uint8Array} | null} */ (null));

  return {
    panel,
    choice,
    layer,
    drawn,

    /** Opens an image in the panel of feature maps. @param {Choice} which */
    showMaps(which) {
      choice.value = which;
      panel.value = 'features';
    },
  };
}

/** @typedef {ReturnType<typeof createPanelSelection>} PanelSelection */
