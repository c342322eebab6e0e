// The diagram of the network: a box for the output of each stage.

import { format, t } from '../../../locales/index.js';
import { layerName, stagesOf, TALLEST } from '../../network/index.js';
import { useStore } from '../../../ui/context.js';

/** @typedef {import('../../network/network_picture.js').Stage} Stage */

const TOP = 8;
const BASE = TOP + TALLEST + 40;
const WORDS = 60;
const SPACE = 24;
const NARROWEST = 88;
/** Slope of the oblique sides. */
const RISE = 0.6;

export function NetworkPicture() {
  const { builder, experiment } = useStore();
  const { input, layers } = experiment.draft.value.network;
  if (!Array.isArray(input) || input.length !== 3) return null;
  const { stages, broken } = stagesOf(input, layers, builder.sketch.value.layers);
  const widths = stages.map(({ thickness, depth }) =>
    Math.max(NARROWEST, thickness + depth + SPACE),
  );
  const starts = widths.map((_, index) =>
    widths.slice(0, index).reduce((sum, width) => sum + width, 0),
  );
  const width = starts[starts.length - 1] + widths[widths.length - 1] + (broken ? NARROWEST : 0);
  const words = stages.map(({ type, shape }) =>
    t('network.stage', { type: stageName(type), shape: shapeText(shape) }),
  );
  return (
    <figure class="network-figure">
      <div class="network-scroll" tabIndex={0} role="group" aria-label={t('network.picture')}>
        <svg
          class="network-picture"
          role="img"
          aria-label={format.list(words)}
          width={width}
          height={BASE + WORDS}
          viewBox={`0 0 ${width} ${BASE + WORDS}`}
        >
          {stages.map((stage, index) => (
            <StageBox
              key={index}
              stage={stage}
              x={starts[index]}
              width={widths[index]}
              last={index === stages.length - 1}
            />
          ))}
          {broken && <Broken x={width - NARROWEST} />}
        </svg>
      </div>
      <figcaption class="note">{t('network.picture.scale')}</figcaption>
    </figure>
  );
}

/** @param {string} type of a layer, or `input` */
const stageName = (type) => (type === 'input' ? t('network.images') : layerName(type));

/** @param {number[]} shape */
const shapeText = (shape) => shape.map(format.count).join(' × ');

/** @param {{stage: Stage, x: number, width: number, last: boolean}} props */
function StageBox({ stage: { type, shape, height, depth, thickness, then }, x, width, last }) {
  const middle = BASE - 20 - TALLEST / 2;
  const rise = depth * RISE;
  const left = x + (width - SPACE - thickness - depth) / 2 + SPACE / 2;
  // The box is centred vertically, including its oblique side.
  const top = middle - (height - rise) / 2;
  const right = left + thickness;
  const centre = x + width / 2;
  return (
    <g class="stage" data-type={type}>
      {!last && <path class="stage-line" d={`M${right + depth + 4} ${middle}H${x + width + 4}`} />}
      {depth > 0 && (
        <>
          <path
            class="stage-side"
            d={`M${right} ${top}l${depth} ${-rise}v${height}l${-depth} ${rise}z`}
          />
          <path
            class="stage-top"
            d={`M${left} ${top}l${depth} ${-rise}h${thickness}l${-depth} ${rise}z`}
          />
        </>
      )}
      <rect class="stage-front" x={left} y={top} width={thickness} height={height} />
      {type === 'residual' && (
        <path
          class="stage-way"
          d={`M${left - 8} ${middle}V${top - rise - 10}H${right + depth + 8}V${middle}`}
        />
      )}
      <text class="stage-name" x={centre} y={BASE + 14} text-anchor="middle">
        {stageName(type)}
      </text>
      <text class="stage-shape" x={centre} y={BASE + 31} text-anchor="middle">
        {shapeText(shape)}
      </text>
      <text class="stage-then" x={centre} y={BASE + 48} text-anchor="middle">
        {format.list(then.map(layerName))}
      </text>
    </g>
  );
}

/** @param {{x: number}} props */
function Broken({ x }) {
  const middle = BASE - 20 - TALLEST / 2;
  return (
    <g class="stage" data-type="broken">
      <rect
        class="stage-broken"
        x={x + NARROWEST / 2 - 12}
        y={middle - 24}
        width="24"
        height="48"
      />
      <text class="stage-unknown" x={x + NARROWEST / 2} y={middle + 5} text-anchor="middle">
        ?
      </text>
    </g>
  );
}
