// Predicted probabilities of an image: one bar per class in order, or the most probable of many classes. The
// bar of the true class is highlighted.

import { format } from '../../locales/index.js';

/** Maximum number of bars. */
const MOST = 12;

/**
 * @param {object} props
 * @param {ArrayLike<number>} props.probabilities
 * @param {readonly string[]} props.classes
 * @param {number | null} props.label
 * @param {string} props.caption
 */
export function ProbabilityBars({ probabilities, classes, label, caption }) {
  const prediction = largest(probabilities);
  return (
    <table class="bars">
      <caption class="hidden">{caption}</caption>
      <tbody>
        {shown(probabilities, label).map((index) => (
          <tr key={index} data-label={index === label} data-prediction={index === prediction}>
            <th scope="row">{classes[index]}</th>
            <td class="track" aria-hidden="true">
              <span style={{ '--share': Math.max(0, Math.min(1, probabilities[index])) }} />
            </td>
            <td class="share">{format.percent(probabilities[index])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Index of the first largest value. @param {ArrayLike<number>} values */
export function largest(values) {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i] > values[best]) best = i;
  return best;
}

/**
 * @param {ArrayLike<number>} probabilities
 * @param {number | null} label
 */
function shown(probabilities, label) {
  const all = Array.from(probabilities, (_, index) => index);
  if (all.length <= MOST) return all;
  const likeliest = all.sort((a, b) => probabilities[b] - probabilities[a]).slice(0, MOST);
  if (label !== null && !likeliest.includes(label)) likeliest[MOST - 1] = label;
  return likeliest;
}
