// What the network thinks of an image: a bar for each class, in their order; of many classes the
// likeliest. The label's bar is that of being right.

import { format } from '../../locales/index.js';

/** More bars than these are not read. */
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

/** The first of the largest. @param {ArrayLike<number>} values */
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
