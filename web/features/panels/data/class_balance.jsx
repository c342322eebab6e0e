// The number of images per class in each part, as a table with bars.

import { format, t } from '../../../locales/index.js';

/** @param {{summary: import('../../../protocol/data.js').DataSummary}} props */
export function ClassBalance({ summary: { classes, train, validation } }) {
  const most = Math.max(1, ...train, ...validation);
  const sum = (/** @type {number[]} */ counts) => counts.reduce((total, count) => total + count, 0);
  return (
    <div class="balance-scroll" tabIndex={0} role="group" aria-label={t('data.balance')}>
      <table class="booktabs balance">
        <caption>{t('data.balance')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('data.class')}</th>
            <th scope="col">{t('data.train')}</th>
            <th scope="col">{t('data.validation')}</th>
          </tr>
        </thead>
        <tbody>
          {classes.map((name, index) => (
            <tr key={index}>
              <th scope="row">{name}</th>
              <BarCell count={train[index]} most={most} kind="train" />
              <BarCell count={validation[index]} most={most} kind="validation" />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('data.together')}</th>
            <td>{format.count(sum(train))}</td>
            <td>{format.count(sum(validation))}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** @param {{count: number, most: number, kind: string}} props */
function BarCell({ count, most, kind }) {
  return (
    <td class="bar-cell">
      <span class="bar-cell-bar" data-kind={kind} style={{ '--share': count / most }} />
      <span class="bar-cell-count">{format.count(count)}</span>
    </td>
  );
}
