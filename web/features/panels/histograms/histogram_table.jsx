// Statistics of every parameter at one moment, selected by a slider.

import { format, t, tName } from '../../../locales/index.js';
import { momentAt, selectableMoments } from './histogram_figures.js';
import { useStore } from '../../../ui/context.js';
import { summaryOf } from './histogram_summary.js';
import { parameterName, valueLabel } from './histogram_labels.js';

/** @param {{record: import('./histograms.js').HistogramRecord, shown: number[]}} props */
export function HistogramTable({ record, shown }) {
  const { cursor } = useStore();
  const { layout } = record;
  const moments = selectableMoments(record.moments);
  const moment = momentAt(record.moments, cursor.value);
  if (!moment) return null;
  const caption = t('histograms.caption', {
    quantity: tName('histograms.quantities', record.quantity),
    step: format.count(moment.step),
  });
  return (
    <>
      <label class="histogram-moment">
        {t('histograms.moment')}
        <input
          type="range"
          min={0}
          max={moments.length - 1}
          value={moments.indexOf(moment)}
          aria-valuetext={format.count(moment.step)}
          onInput={({ currentTarget }) => {
            const at = Number(currentTarget.value);
            cursor.value = at === moments.length - 1 ? null : Math.max(0, moments[at].step - 1);
          }}
        />
        <span aria-hidden="true">{format.count(moment.step)}</span>
      </label>
      <div class="table-scroll" tabIndex={0} role="region" aria-label={caption}>
        <table class="booktabs">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">{t('histograms.median')}</th>
              <th scope="col">{t('histograms.middle')}</th>
              <th scope="col">{t('histograms.ends')}</th>
              <th scope="col">{t('histograms.mean')}</th>
              <th scope="col">{t('histograms.deviation')}</th>
              <th scope="col">{t('histograms.zeros')}</th>
              <th scope="col">{t('histograms.ratio')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((index) => (
              <Row
                key={index}
                name={parameterName(layout.parameters[index])}
                summary={summaryOf(record, moment, index)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** @param {{name: string, summary: import('./histogram_summary.js').Summary}} props */
function Row({ name, summary }) {
  const { median, from, to, low, high, mean, deviation, zeros, ratio } = summary;
  const range = (/** @type {number | undefined} */ a, /** @type {number | undefined} */ b) =>
    t('histograms.range', { low: valueLabel(a), high: valueLabel(b) });
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{valueLabel(median)}</td>
      <td>{range(from, to)}</td>
      <td>{range(low, high)}</td>
      <td>{valueLabel(mean)}</td>
      <td>{valueLabel(deviation)}</td>
      <td>{format.percent(zeros)}</td>
      <td>{valueLabel(ratio)}</td>
    </tr>
  );
}
