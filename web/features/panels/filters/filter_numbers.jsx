// The weights of one filter as tables, one per shown input channel.

import { format, t } from '../../../locales/index.js';
import { useDiverging } from '../../inspection/index.js';

/**
 * @param {object} props
 * @param {import('../../../protocol/inspection.js').Tensor} props.tensor
 * @param {number} props.limit
 * @param {number} props.channel
 * @param {boolean} props.colors shows all three channels
 * @param {number} props.filter
 * @param {() => void} props.onClose
 */
export function FilterNumbers({ tensor, limit, channel, colors, filter, onClose }) {
  const channels = colors ? [0, 1, 2] : [channel];
  return (
    <div class="filter-numbers">
      {channels.map((each) => (
        <NumberTable key={each} tensor={tensor} limit={limit} channel={each} filter={filter} />
      ))}
      <button type="button" class="quiet" onClick={onClose}>
        {t('filters.close')}
      </button>
    </div>
  );
}

/**
 * @param {{tensor: import('../../../protocol/inspection.js').Tensor, limit: number, channel: number,
 *   filter: number}} props
 */
function NumberTable({ tensor, limit, channel, filter }) {
  const scale = useDiverging();
  const [height, width, channels, filters] = tensor.shape;
  const at = (/** @type {number} */ row, /** @type {number} */ column) =>
    tensor.values[((row * width + column) * channels + channel) * filters + filter];
  return (
    <table class="number-cells">
      <caption>
        {t('filters.numbers', { filter: format.count(filter), channel: format.count(channel) })}
      </caption>
      <tbody>
        {Array.from({ length: height }, (_, row) => (
          <tr key={row}>
            {Array.from({ length: width }, (_, column) => (
              <td key={column} style={cellColors(at(row, column), limit, scale)}>
                {format.scaled(at(row, column), limit)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/**
 * The colour of a value, and black or white text, whichever has more contrast.
 *
 * @param {number} value
 * @param {number} limit
 * @param {import('../../../plot/pixels.js').Scale} scale
 */
function cellColors(value, limit, scale) {
  const steps = (scale.length / 3 - 1) / 2;
  const step = limit > 0 ? Math.round((value / limit) * steps) : 0;
  const at = 3 * (step + steps);
  const [red, green, blue] = [scale[at], scale[at + 1], scale[at + 2]];
  // Relative luminance; above 0.18 black has more contrast than white.
  const linear = [red, green, blue].map((byte) => (byte / 255) ** 2.2);
  const luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  return {
    background: `rgb(${red} ${green} ${blue})`,
    color: luminance > 0.18 ? '#000000' : '#ffffff',
  };
}
