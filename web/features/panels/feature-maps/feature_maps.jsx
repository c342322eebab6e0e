// The channels of a layer's output as images, each with its range; features of dense layers as a grid of cells.

import { useSignal } from '@preact/signals';
import { format, t } from '../../../locales/index.js';
import { largestOf, paintDiverging, rangeOf } from '../../../plot/pixels.js';
import { PixelCanvas, ScaleLegend, useDiverging } from '../../inspection/index.js';

/** Channels that are shown before `Show all`. */
const MOST = 64;
/** Cells per row. */
const ROW = 32;

/**
 * @param {object} props
 * @param {import('../../../protocol/inspection.js').Tensor} props.maps [H, W, C] or [features]
 * @param {boolean} props.own whether each channel has its own scale
 */
export function FeatureMaps({ maps, own }) {
  const limit = largestOf(maps.values);
  return (
    <>
      <div class="inspection-tools">
        {own ? <p class="note">{t('features.ownScale')}</p> : <ScaleLegend limit={limit} />}
      </div>
      {maps.shape.length === 3 ? (
        <Channels maps={maps} limit={own ? null : limit} />
      ) : (
        <Features values={maps.values} limit={limit} />
      )}
    </>
  );
}

/**
 * @param {object} props
 * @param {import('../../../protocol/inspection.js').Tensor} props.maps
 * @param {number | null} props.limit of all channels; null: each has its own
 */
function Channels({ maps: { shape, values }, limit }) {
  const scale = useDiverging();
  const all = useSignal(false);
  const [height, width, channels] = shape;
  const shown = all.value ? channels : Math.min(channels, MOST);
  return (
    <>
      <div class="image-grid" data-size="large">
        {Array.from({ length: shown }, (_, channel) => {
          const plane = { values, offset: channel, stride: channels, count: height * width };
          const { low, high } = rangeOf(plane);
          const end = limit ?? Math.max(-low, high);
          const range = t('features.range', {
            channel: format.count(channel),
            low: format.scaled(low, end),
            high: format.scaled(high, end),
          });
          return (
            <figure key={channel} class="image-cell">
              <PixelCanvas
                width={width}
                height={height}
                paint={(pixels) => paintDiverging(pixels, plane, end, scale)}
              />
              <figcaption>{range}</figcaption>
            </figure>
          );
        })}
      </div>
      {shown < channels && (
        <button type="button" class="quiet" onClick={() => (all.value = true)}>
          {t('features.all', { count: format.count(channels) })}
        </button>
      )}
    </>
  );
}

/** @param {{values: Float32Array, limit: number}} props */
function Features({ values, limit }) {
  const scale = useDiverging();
  const width = Math.min(values.length, ROW);
  const height = Math.ceil(values.length / width);
  const { low, high } = rangeOf({ values, offset: 0, stride: 1, count: values.length });
  return (
    <figure class="feature-cells" style={{ '--columns': width }}>
      <PixelCanvas
        width={width}
        height={height}
        paint={(pixels) => {
          pixels.fill(0);
          paintDiverging(
            pixels,
            { values, offset: 0, stride: 1, count: values.length },
            limit,
            scale,
          );
        }}
      />
      <figcaption>
        {t('features.cells', {
          count: format.count(values.length),
          low: format.scaled(low, limit),
          high: format.scaled(high, limit),
        })}
      </figcaption>
    </figure>
  );
}
