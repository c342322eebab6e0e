// The filters of every convolution as images, updated during training.

import { useSignal } from '@preact/signals';
import { format, t } from '../../../locales/index.js';
import { largestOf, paintColors, paintDiverging, rangeOf } from '../../../plot/pixels.js';
import { useStore } from '../../../ui/context.js';
import { FilterNumbers } from './filter_numbers.jsx';
import {
  layerTitle,
  NoRun,
  PixelCanvas,
  Refused,
  ScaleLegend,
  shapeText,
  useDiverging,
  useInspected,
  useLive,
} from '../../inspection/index.js';
import { moveAmong } from '../../../ui/roving_tabindex.js';
import './filters.css';

/** @typedef {import('../../../protocol/inspection.js').Inspected} Inspected */
/** @typedef {import('../../../protocol/inspection.js').Tensor} Tensor */

export function FiltersPanel() {
  const { value: inspected, problem } = useInspected();
  if (problem) return <Refused problem={problem} />;
  if (!inspected) return <NoRun text={t('filters.empty')} />;
  if (inspected.filters.length === 0) return <p class="note">{t('filters.none')}</p>;
  return (
    <div class="inspection">
      {inspected.filters.map(({ layer, shape }) => (
        <LayerFilters key={layer} inspected={inspected} layer={layer} shape={shape} />
      ))}
    </div>
  );
}

/** @param {{inspected: Inspected, layer: string, shape: number[]}} props */
function LayerFilters({ inspected, layer, shape }) {
  const { inspection } = useStore();
  const { value: tensor, problem } = useLive(() => inspection.filters(layer), [layer]);
  const channel = useSignal(0);
  const chosen = useSignal(/** @type {number | null} */ (null));
  const under = useSignal(/** @type {number | null} */ (null));
  const [, , channels] = shape;
  // The input channels of the first convolution are those of the image.
  const colors = channels === 3 && layer === inspected.filters[0].layer;
  if (problem) return <Refused problem={problem} />;
  if (!tensor) return null;
  const title = layerTitle(inspected, layer);
  const view = { tensor, limit: largestOf(tensor.values), channel: channel.value, colors };
  return (
    <section class="inspection-part layer-filters" aria-label={title}>
      <h3>
        {title} <span class="shape">{shapeText(shape)}</span>
      </h3>
      <div class="inspection-tools">
        <ScaleLegend limit={view.limit} colors={colors} />
        {channels > 1 && !colors && <ChannelPicker channel={channel} channels={channels} />}
      </div>
      <FilterGrid view={view} chosen={chosen} under={under} />
      <FilterReadout view={view} under={under} />
      {chosen.value !== null && (
        <FilterNumbers {...view} filter={chosen.value} onClose={() => (chosen.value = null)} />
      )}
    </section>
  );
}

/**
 * @typedef {object} FilterView
 * @property {Tensor} tensor
 * @property {number} limit the largest magnitude in the layer
 * @property {number} channel shown input channel
 * @property {boolean} colors shows the three input channels together as RGB
 */

/**
 * @param {object} props
 * @param {FilterView} props.view
 * @param {import('@preact/signals').Signal<number | null>} props.chosen
 * @param {import('@preact/signals').Signal<number | null>} props.under filter under the pointer or with the focus
 */
function FilterGrid({ view, chosen, under }) {
  const scale = useDiverging();
  const tabStop = useSignal(0);
  const [height, width] = view.tensor.shape;
  const filters = view.tensor.shape[3];
  return (
    <div
      class="image-grid"
      role="group"
      aria-label={t('filters.grid')}
      onKeyDown={moveAmong}
      onPointerLeave={() => (under.value = null)}
    >
      {Array.from({ length: filters }, (_, filter) => (
        <button
          key={filter}
          type="button"
          class="image-cell"
          data-roving
          tabIndex={filter === tabStop.value ? 0 : -1}
          aria-pressed={chosen.value === filter}
          aria-label={describe(view, filter)}
          onFocus={() => (under.value = tabStop.value = filter)}
          onPointerEnter={() => (under.value = filter)}
          onClick={() => (chosen.value = chosen.value === filter ? null : filter)}
        >
          <PixelCanvas
            width={width}
            height={height}
            paint={(pixels) => paintFilter(pixels, view, filter, scale)}
          />
        </button>
      ))}
    </div>
  );
}

/**
 * @param {Tensor} tensor
 * @param {number} channel
 * @param {number} filter
 * @returns {import('../../../plot/pixels.js').Plane}
 */
export function filterPlane(
  { shape: [height, width, channels, filters], values },
  channel,
  filter,
) {
  const offset = channel * filters + filter;
  return { values, offset, stride: channels * filters, count: height * width };
}

/**
 * @param {Uint8ClampedArray} pixels
 * @param {FilterView} view
 * @param {number} filter
 * @param {import('../../../plot/pixels.js').Scale} scale
 */
function paintFilter(pixels, { tensor, limit, channel, colors }, filter, scale) {
  const plane = (/** @type {number} */ of) => filterPlane(tensor, of, filter);
  if (colors) paintColors(pixels, [plane(0), plane(1), plane(2)], limit);
  else paintDiverging(pixels, plane(channel), limit, scale);
}

/**
 * @param {FilterView} view
 * @param {number} filter
 */
function describe({ tensor, limit, channel, colors }, filter) {
  const [height, width, channels, filters] = tensor.shape;
  const plane = colors
    ? { values: tensor.values, offset: filter, stride: filters, count: height * width * channels }
    : filterPlane(tensor, channel, filter);
  const { low, high } = rangeOf(plane);
  return t('filters.readout', {
    filter: format.count(filter),
    low: format.scaled(low, limit),
    high: format.scaled(high, limit),
  });
}

/** @param {{view: FilterView, under: import('@preact/signals').Signal<number | null>}} props */
function FilterReadout({ view, under }) {
  const filter = under.value;
  return <p class="note">{filter === null ? t('filters.hint') : describe(view, filter)}</p>;
}

/** @param {{channel: import('@preact/signals').Signal<number>, channels: number}} props */
function ChannelPicker({ channel, channels }) {
  return (
    <label class="picker">
      {t('filters.channel')}
      <input
        type="number"
        class="number"
        min={0}
        max={channels - 1}
        value={channel.value}
        onInput={({ currentTarget: { valueAsNumber } }) => {
          if (Number.isInteger(valueAsNumber) && valueAsNumber >= 0 && valueAsNumber < channels) {
            channel.value = valueAsNumber;
          }
        }}
      />
      <span class="of">{t('filters.channels', { last: format.count(channels - 1) })}</span>
    </label>
  );
}
