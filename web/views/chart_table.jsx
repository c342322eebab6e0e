// The chart, read as a table: one row an epoch.

import { format, t } from '../locales/index.js';
import { useStore } from './context.js';

export function ChartTable() {
  const { transport } = useStore();
  const run = transport.current.value;
  void transport.pulse.value;
  const rows = run?.epochs.length ?? 0;
  if (!run || rows === 0) return <p class="table-empty">{t('table.empty')}</p>;
  const { epochs } = run;
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label={t('table.caption')}>
      <table class="booktabs">
        <caption>{t('table.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.epoch')}</th>
            <th scope="col">{t('table.step')}</th>
            <th scope="col">{t('table.rate')}</th>
            <th scope="col">{t('table.heldOutAccuracy')}</th>
            <th scope="col">{t('table.trainAccuracy')}</th>
            <th scope="col">{t('table.heldOutLoss')}</th>
            <th scope="col">{t('table.trainLoss')}</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rows }, (_, row) => (
            <tr key={row}>
              <th scope="row">{format.count(row + 1)}</th>
              <td>{format.count(epochs.at('step', row))}</td>
              <td>{format.rate(epochs.at('rate', row))}</td>
              <td>{format.percent(epochs.at('validation_accuracy', row), 2)}</td>
              <td>{format.percent(epochs.at('train_accuracy', row), 2)}</td>
              <td>{format.loss(epochs.at('validation_loss', row))}</td>
              <td>{format.loss(epochs.at('train_loss', row))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
