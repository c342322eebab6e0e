// A grid of held-out images with true class, predicted class and probabilities. Selecting one shows its feature
// maps.

import { useSignal } from '@preact/signals';
import { format, t } from '../../locales/index.js';
import { paintBytes } from '../../plot/pixels.js';
import { useStore } from '../../ui/context.js';
import { PixelCanvas } from './pixel_canvas.jsx';
import { moveAmong } from '../../ui/roving_tabindex.js';

/** @typedef {import('./inspection.js').SampleImages} SampleImages */

/** @param {{label: string, images: SampleImages, classes: string[]}} props */
export function SampleGrid({ label, images, classes }) {
  const tabStop = useSignal(0);
  const last = images.samples.index.length - 1;
  return (
    <div
      class="image-grid sample-grid"
      role="group"
      aria-label={label}
      onKeyDown={moveAmong}
      onFocusIn={({ target }) => {
        const place = Number(/** @type {HTMLElement} */ (target).dataset.roving);
        if (!Number.isNaN(place)) tabStop.value = place;
      }}
    >
      {Array.from(images.samples.index, (index, place) => (
        <Sample
          key={index}
          images={images}
          place={place}
          classes={classes}
          tabStop={place === Math.min(tabStop.value, last)}
        />
      ))}
    </div>
  );
}

/**
 * @param {object} props
 * @param {SampleImages} props.images
 * @param {number} props.place index in the list
 * @param {string[]} props.classes
 * @param {boolean} props.tabStop
 */
function Sample({ images: { samples, bytes, shape }, place, classes, tabStop }) {
  const { panelSelection } = useStore();
  const [height, width, channels] = shape;
  const index = samples.index[place];
  const label = classes[samples.label[place]];
  const prediction = classes[samples.prediction[place]];
  const words = {
    ...{ index: format.count(index), label, prediction },
    loss: format.loss(samples.loss[place]),
  };
  return (
    <button
      type="button"
      class="image-cell"
      data-roving={place}
      tabIndex={tabStop ? 0 : -1}
      onClick={() => panelSelection.showMaps({ part: 'validation', index })}
    >
      <PixelCanvas
        width={width}
        height={height}
        paint={(pixels) => paintBytes(pixels, bytes, channels, place * height * width * channels)}
      />
      <span class="image-caption">
        <span>{t('sample.title', words)}</span>
        <Share name={prediction} value={samples.probability[place]} />
        {label !== prediction && (
          <Share name={label} value={samples.label_probability[place]} right />
        )}
        <span>{t('sample.loss', words)}</span>
      </span>
    </button>
  );
}

/** @param {{name: string, value: number, right?: boolean}} props */
function Share({ name, value, right = false }) {
  return (
    <span class="mini-bar" data-label={right}>
      <span>{name}</span>
      <span class="track" aria-hidden="true">
        <span style={{ '--share': Math.max(0, Math.min(1, value)) }} />
      </span>
      <span>{format.percent(value, 0)}</span>
    </span>
  );
}
