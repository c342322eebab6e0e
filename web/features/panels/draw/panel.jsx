// Draw an image and see the prediction of the network, updated while drawing and during training. The network
// input is shown beside the drawing area.

import { useEffect } from 'preact/hooks';
import { format, t } from '../../../locales/index.js';
import { backgroundOf } from './drawing_rasterizer.js';
import { PENS } from './drawing_state.js';
import { paintBytes } from '../../../plot/pixels.js';
import { useStore } from '../../../ui/context.js';
import { Segments } from '../../../ui/segments.jsx';
import { DrawingCanvas } from './drawing_canvas.jsx';
import {
  largest,
  PixelCanvas,
  ProbabilityBars,
  Refused,
  shapeText,
  useInspected,
  useLive,
} from '../../inspection/index.js';
import './draw.css';

/** Pen colours. Greyscale images have the first two only. */
const COLORS = /** @type {const} */ ({
  white: [255, 255, 255],
  black: [0, 0, 0],
  red: [220, 50, 40],
  orange: [240, 140, 30],
  yellow: [240, 220, 60],
  green: [50, 160, 70],
  blue: [50, 90, 200],
  purple: [140, 70, 170],
});

/** Number of images from which the background is estimated. */
const LOOKED_AT = Array.from({ length: 16 }, (_, index) => index);

export function DrawPanel() {
  const { experiment, panelSelection, drawing } = useStore();
  const { value: inspected } = useInspected();
  const shape = inspected?.input ?? experiment.good.value.network.input;
  useGround(inspected, shape);
  const bytes = drawing.bytes.value;
  useEffect(() => {
    panelSelection.drawn.value = { shape: drawing.shape.peek(), bytes };
  }, [bytes]);
  return (
    <div class="draw">
      <DrawingCanvas />
      <Opinion inspected={inspected} bytes={bytes} />
      <Tools inspected={inspected} />
      <Preview bytes={bytes} />
    </div>
  );
}

/**
 * Gives the drawing the size and the background of the images of the data.
 *
 * @param {import('../../../protocol/inspection.js').Inspected | undefined} inspected
 * @param {number[]} shape
 */
function useGround(inspected, shape) {
  const { inspection, drawing } = useStore();
  useEffect(() => {
    let latest = true;
    const dark = shape.slice(2).flatMap((channels) => Array.from({ length: channels }, () => 0));
    if (String(shape) !== String(drawing.shape.peek())) drawing.prepare(shape, dark);
    const seen = LOOKED_AT.slice(0, inspected?.validation ?? 0);
    if (seen.length > 0) {
      void inspection.images(seen).then((answer) => {
        if (latest && answer.ok) drawing.prepare(shape, backgroundOf(answer.value, shape));
      });
    }
    return () => {
      latest = false;
    };
  }, [inspected, String(shape)]);
}

/** @param {{bytes: Uint8Array}} props */
function Preview({ bytes }) {
  const { drawing, panelSelection } = useStore();
  const shape = drawing.shape.value;
  const [height, width, channels] = shape;
  return (
    <figure class="inspection-part draw-preview">
      <PixelCanvas
        width={width}
        height={height}
        paint={(pixels) => paintBytes(pixels, bytes, channels)}
        label={t('draw.seen', { shape: shapeText(shape) })}
      />
      <figcaption class="note">{t('draw.seen', { shape: shapeText(shape) })}</figcaption>
      <button type="button" class="quiet" onClick={() => panelSelection.showMaps('drawing')}>
        {t('draw.maps')}
      </button>
    </figure>
  );
}

/**
 * @param {object} props
 * @param {import('../../../protocol/inspection.js').Inspected | undefined} props.inspected
 * @param {Uint8Array} props.bytes
 */
function Opinion({ inspected, bytes }) {
  const { inspection, drawing } = useStore();
  const { value: look, problem } = useLive(
    () => inspection.predict({ bytes: drawing.bytes.peek() }, null),
    [bytes],
  );
  if (!inspected) return <p class="note draw-result">{t('draw.empty')}</p>;
  if (problem) return <Refused problem={problem} />;
  if (drawing.empty.value || !look) return <p class="note draw-result">{t('draw.hint')}</p>;
  const { probabilities } = look;
  const best = largest(probabilities);
  return (
    <div class="inspection-part draw-result">
      <p class="draw-prediction">
        {t('draw.prediction', {
          name: inspected.classes[best],
          share: format.percent(probabilities[best]),
        })}
      </p>
      <ProbabilityBars
        probabilities={probabilities}
        classes={inspected.classes}
        label={null}
        caption={t('features.probabilities')}
      />
    </div>
  );
}

/** @param {{inspected: import('../../../protocol/inspection.js').Inspected | undefined}} props */
function Tools({ inspected }) {
  const { inspection, drawing } = useStore();
  const held = inspected?.validation ?? 0;
  const load = async () => {
    const answer = await inspection.images([Math.floor(Math.random() * held)]);
    if (answer.ok) drawing.load(answer.value);
  };
  return (
    <div class="inspection-part draw-tools">
      <p class="note" id="drawing-keys">
        {t('draw.keys')}
      </p>
      <Segments
        legend={t('draw.pen')}
        name="pen"
        choices={PENS.map((id, index) => ({
          id,
          text: [t('draw.thin'), t('draw.medium'), t('draw.thick')][index],
        }))}
        chosen={drawing.pen.value}
        onChoose={(pen) => (drawing.pen.value = pen)}
      />
      <Palette />
      <label class="switch">
        <input
          type="checkbox"
          checked={drawing.fit.value}
          disabled={drawing.content.value.base !== null}
          onChange={({ currentTarget }) => (drawing.fit.value = currentTarget.checked)}
        />
        {t('draw.fit')}
      </label>
      <p class="draw-buttons">
        <button
          type="button"
          class="quiet"
          disabled={!drawing.canUndo.value}
          onClick={drawing.undo}
        >
          {t('draw.undo')}
        </button>
        <button type="button" class="quiet" disabled={drawing.empty.value} onClick={drawing.clear}>
          {t('draw.clear')}
        </button>
        <button type="button" class="quiet" disabled={held === 0} onClick={() => void load()}>
          {t('draw.load')}
        </button>
      </p>
    </div>
  );
}

function Palette() {
  const { drawing } = useStore();
  const names = /** @type {(keyof typeof COLORS)[]} */ (
    drawing.shape.value[2] === 1 ? ['white', 'black'] : Object.keys(COLORS)
  );
  const words = {
    white: t('draw.white'),
    black: t('draw.black'),
    red: t('draw.red'),
    orange: t('draw.orange'),
    yellow: t('draw.yellow'),
    green: t('draw.green'),
    blue: t('draw.blue'),
    purple: t('draw.purple'),
  };
  return (
    <fieldset class="palette">
      <legend class="hidden">{t('draw.color')}</legend>
      {names.map((name) => (
        <label key={name} title={words[name]}>
          <input
            type="radio"
            name="draw-color"
            aria-label={words[name]}
            checked={String(drawing.color.value) === String(COLORS[name])}
            onChange={() => (drawing.color.value = [...COLORS[name]])}
          />
          <span class="palette-color" style={{ '--color': `rgb(${COLORS[name].join(' ')})` }} />
        </label>
      ))}
    </fieldset>
  );
}
