// The output of each layer for one image, beside the image and its predicted probabilities. Updated during
// training.

import { useSignal } from '@preact/signals';
import { t } from '../../../locales/index.js';
import { paintBytes } from '../../../plot/pixels.js';
import { useStore } from '../../../ui/context.js';
import { FeatureMaps } from './feature_maps.jsx';
import {
  largest,
  layerTitle,
  NoRun,
  PixelCanvas,
  ProbabilityBars,
  Refused,
  SamplePicker,
  shapeText,
  useInspected,
  useLive,
} from '../../inspection/index.js';
import './feature_maps.css';

/** @typedef {import('../../../protocol/inspection.js').Inspected} Inspected */
/** @typedef {import('../../../protocol/inspection.js').Prediction} Prediction */
/** @typedef {import('../../../protocol/inspection.js').Source} Source */

export function FeaturesPanel() {
  const { value: inspected, problem } = useInspected();
  if (problem) return <Refused problem={problem} />;
  if (!inspected) return <NoRun text={t('features.empty')} />;
  return <Features inspected={inspected} />;
}

/** @param {{inspected: Inspected}} props */
function Features({ inspected }) {
  const { inspection, panelSelection } = useStore();
  const layer = shownLayer(inspected, panelSelection.layer.value);
  const source = shownSource(inspected, panelSelection.choice.value, panelSelection.drawn.value);
  const { value: look, problem } = useLive(
    () => inspection.predict(source, layer),
    [JSON.stringify('bytes' in source ? null : source), panelSelection.drawn.value, layer],
  );
  const own = useSignal(false);
  return (
    <div class="features">
      <SamplePicker inspected={inspected} />
      {problem && <Refused problem={problem} />}
      {look && <SeenImage inspected={inspected} look={look} />}
      <div class="inspection-part features-maps">
        <LayerStrip inspected={inspected} layer={layer} />
        <label class="switch">
          <input
            type="checkbox"
            checked={own.value}
            onChange={({ currentTarget }) => (own.value = currentTarget.checked)}
          />
          {t('features.own')}
        </label>
        {look?.maps && <FeatureMaps maps={look.maps} own={own.value} />}
      </div>
    </div>
  );
}

/**
 * @param {Inspected} inspected
 * @param {string | null} wanted
 */
function shownLayer({ layers }, wanted) {
  return layers.some(({ name }) => name === wanted) && wanted !== null ? wanted : layers[0].name;
}

/**
 * The selected image, or the nearest that this run has.
 *
 * @param {Inspected} inspected
 * @param {import('../../inspection/panel_selection.js').Choice} choice
 * @param {import('../../inspection/panel_selection.js').PanelSelection['drawn']['value']} drawn
 * @returns {Source}
 */
function shownSource(inspected, choice, drawn) {
  if (choice === 'drawing') {
    const fits = drawn && String(drawn.shape) === String(inspected.input);
    return fits ? { bytes: drawn.bytes } : blank(inspected);
  }
  const part = inspected[choice.part] > 0 ? choice.part : 'train';
  return { part, index: Math.min(choice.index, inspected[part] - 1) };
}

/** @param {Inspected} inspected */
const blank = ({ input: [height, width, channels] }) => ({
  bytes: new Uint8Array(height * width * channels),
});

/** @param {{inspected: Inspected, look: Prediction}} props */
function SeenImage({ inspected, look }) {
  const [height, width, channels] = inspected.input;
  const prediction = inspected.classes[largest(look.probabilities)];
  const label = look.label === null ? null : inspected.classes[look.label];
  const caption =
    label === null
      ? t('features.drawn', { prediction })
      : t('features.seen', { label, prediction });
  return (
    <div class="inspection-part features-image">
      <PixelCanvas
        width={width}
        height={height}
        paint={(pixels) => paintBytes(pixels, look.image, channels)}
        label={caption}
      />
      <p class="features-caption">{caption}</p>
      <ProbabilityBars
        probabilities={look.probabilities}
        classes={inspected.classes}
        label={look.label}
        caption={t('features.probabilities')}
      />
    </div>
  );
}

/** @param {{inspected: Inspected, layer: string}} props */
function LayerStrip({ inspected, layer }) {
  const { panelSelection } = useStore();
  return (
    <fieldset class="layer-strip">
      <legend class="hidden">{t('features.layer')}</legend>
      {inspected.layers.map(({ name, shape }) => (
        <label key={name} data-checked={name === layer}>
          <input
            type="radio"
            name="feature-layer"
            checked={name === layer}
            onChange={() => (panelSelection.layer.value = name)}
          />
          <span>{layerTitle(inspected, name)}</span>
          <span class="shape">{shapeText(shape)}</span>
        </label>
      ))}
    </fieldset>
  );
}
