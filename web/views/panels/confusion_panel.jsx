// What the held-out images of each class were taken for after the last epoch.

import { format, t } from '../../locales/index.js';
import { useStore } from '../context.js';
import { everyEpoch, useLive } from './live.js';

/** @typedef {import('../../protocol/types.js').Evaluation} Evaluation */

/** More classes than this do not fit on a page as cells with numbers in them. */
const MOST_NUMBERED = 20;

export function ConfusionPanel() {
  const { inspection } = useStore();
  const { value: evaluation } = useLive(() => inspection.evaluation(), [], everyEpoch);
  if (!evaluation) return <p class="note">{t('confusion.empty')}</p>;
  return <Matrix evaluation={evaluation} />;
}

/** @param {{evaluation: Evaluation}} props */
function Matrix({ evaluation: { epoch, classes, confusion, precision, recall } }) {
  const largest = Math.max(1, ...confusion.flat());
  const numbered = classes.length <= MOST_NUMBERED;
  return (
    <div class="table-scroll">
      <table class="confusion" data-numbered={numbered}>
        <caption>{t('confusion.caption', { epoch: format.count(epoch + 1) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('confusion.label')}</th>
            {classes.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
            <th scope="col">{t('confusion.recall')}</th>
          </tr>
        </thead>
        <tbody>
          {confusion.map((row, label) => (
            <tr key={classes[label]}>
              <th scope="row">{classes[label]}</th>
              {row.map((count, prediction) => (
                <Cell
                  key={classes[prediction]}
                  right={label === prediction}
                  count={count}
                  share={count / largest}
                  title={t('confusion.cell', {
                    label: classes[label],
                    prediction: classes[prediction],
                    count: format.count(count),
                  })}
                  text={numbered && count > 0 ? format.count(count) : ''}
                />
              ))}
              <td class="score">{format.percent(recall[label])}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('confusion.precision')}</th>
            {precision.map((value, label) => (
              <td class="score" key={classes[label]}>
                {format.percent(value, 0)}
              </td>
            ))}
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** @param {{right: boolean, count: number, share: number, title: string, text: string}} props */
function Cell({ right, count, share, title, text }) {
  // Few mistakes among many hits would be invisible in proportion.
  const shade = count === 0 ? 0 : 0.1 + 0.9 * Math.sqrt(share);
  return (
    <td class={right ? 'cell right' : 'cell'} style={{ '--shade': shade }} title={title}>
      {text}
    </td>
  );
}
