// The open panel, and the image and layer that panels share, so that an image found in one panel can be opened in
// another.

import { signal } from '@preact/signals';

/** @typedef {import('../../protocol/inspection.js').Part} Part */

/** @typedef {{part: Part, index: number} | 'drawing'} Choice */

export function createPanelSelection() {
  /** The id of the open panel. */
  const panel = signal(/** @type {string | null} */ (null));
  /** The image whose feature maps are shown. */
  const choice = signal(/** @type {Choice} */ ({ part: 'validation', index: 0 }));
  /** The layer whose feature maps are shown; null: the first. */
  const layer = signal(/** @type {string | null} */ (null));
  /** The drawing as bytes [H, W, C] with its shape; null: no drawing yet. */
  const drawn = signal(/** @type {{shape: number[], bytes: Uint8Array} | null} */ (null));

  return {
    panel,
    choice,
    layer,
    drawn,

    /** Opens the feature maps of an image. @param {Choice} which */
    showMaps(which) {
      choice.value = which;
      panel.value = 'features';
    },
  };
}

/** @typedef {ReturnType<typeof createPanelSelection>} PanelSelection */
