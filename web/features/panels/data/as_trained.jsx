// One image as augmented in each epoch, computed by the training code with the same random numbers.

import { format, t } from '../../../locales/index.js';
import { EPOCHS } from '../../data/index.js';
import { useStore } from '../../../ui/context.js';
import { ImageCanvas } from './image_canvas.jsx';

/** @param {{summary: import('../../../protocol/data.js').DataSummary}} props */
export function AsTrained({ summary }) {
  const { preview, experiment } = useStore();
  const picture = preview.chosen.value;
  const trained = preview.trained.value;
  if (preview.part.value !== 'train') return <p class="note">{t('data.neverChanged')}</p>;
  if (!picture || !trained) return null;
  const { shift = 0, flip = false, cutout = 0 } = experiment.good.value.data.augment ?? {};
  const plain = shift === 0 && !flip && cutout === 0;
  const name = summary.classes[picture.label] ?? '';
  return (
    <figure class="as-trained">
      <div class="frames" data-large={summary.shape[1] > 64}>
        <span class="frame">
          <ImageCanvas
            pixels={picture.pixels}
            shape={summary.shape}
            label={t('data.original', { label: name })}
          />
          <span class="picture-label">{t('data.asItIs')}</span>
        </span>
        {trained.frames.map((pixels, index) => {
          const epoch = format.count(trained.first + index + 1);
          return (
            <span class="frame" key={index}>
              <ImageCanvas
                pixels={pixels}
                shape={summary.shape}
                label={t('data.inEpoch', { label: name, epoch })}
              />
              <span class="picture-label">{t('data.epoch', { epoch })}</span>
            </span>
          );
        })}
      </div>
      <figcaption class="note">
        {plain ? t('data.unchanged') : t('data.changed')}{' '}
        <button
          type="button"
          class="quiet"
          disabled={trained.first === 0}
          onClick={() => (preview.firstEpoch.value = Math.max(0, trained.first - EPOCHS))}
        >
          {t('data.earlier')}
        </button>{' '}
        <button
          type="button"
          class="quiet"
          onClick={() => (preview.firstEpoch.value = trained.first + EPOCHS)}
        >
          {t('data.later')}
        </button>
      </figcaption>
    </figure>
  );
}

/** How pixel values are scaled or standardised. */
export function Standardisation() {
  const { preview, experiment } = useStore();
  if (!experiment.good.value.data.standardise) {
    return <p class="note">{t('data.plainNumbers')}</p>;
  }
  const measured = preview.statistics.value;
  if (!measured) return <p class="note">{t('data.measuring')}</p>;
  const list = (/** @type {number[]} */ values) =>
    values.map((value) => value.toFixed(3)).join(', ');
  return (
    <p class="note">
      {t('data.standardised', { mean: list(measured.mean), deviation: list(measured.deviation) })}
    </p>
  );
}
