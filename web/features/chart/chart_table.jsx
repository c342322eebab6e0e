// The chart as a table with one row per epoch or step. Many steps are downsampled; zooming in shows all of
// them, and CSV files always contain all.

import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { format, t } from '../../locales/index.js';
import { tableRows } from './chart_view.js';
import { downsampled } from './downsampled.js';
import { axisOf, runsOnChart } from './chart_selectors.js';
import { useStore } from '../../ui/context.js';
import { Segments } from '../../ui/segments.jsx';

/** @typedef {import('../training/run.js').Run} Run */
/** @typedef {{head: string, key: string, write: (value: number | undefined) => string}} Column */

/** Maximum number of rows. */
const MAX_ROWS = 200;

export function ChartTable() {
  const store = useStore();
  const { trainingControls, chartView } = store;
  void trainingControls.pulse.value;
  const run = trainingControls.current.value ?? runsOnChart(store).at(-1);
  const by = chartView.tableBy.value;
  const table = useRef(/** @type {HTMLTableElement | null} */ (null));
  return (
    <div class="chart-table">
      <div class="table-head">
        <Segments
          legend={t('table.by')}
          name="table-by"
          choices={tableRows.map((id) => ({
            id,
            text: id === 'epoch' ? t('chart.epoch') : t('chart.step'),
          }))}
          chosen={by}
          onChoose={(rows) => (chartView.tableBy.value = rows)}
        />
        <CopyButton table={table} />
      </div>
      <Rows run={run} by={by} table={table} />
    </div>
  );
}

/** @param {{run: Run | undefined, by: 'epoch' | 'step', table: import('preact').RefObject<HTMLTableElement | null>}} props */
function Rows({ run, by, table }) {
  const store = useStore();
  if (!run || run.steps.length === 0) return <p class="table-empty">{t('table.empty.steps')}</p>;
  if (by === 'epoch' && run.epochs.length === 0)
    return <p class="table-empty">{t('table.empty')}</p>;
  const { rows, every } = by === 'epoch' ? allEpochs(run) : visibleSteps(store, run);
  const columns = by === 'epoch' ? epochColumns() : stepColumns();
  const source = /** @type {import('../training/columns.js').Columns<string>} */ (
    by === 'epoch' ? run.epochs : run.steps
  );
  const caption = by === 'epoch' ? t('table.caption') : stepCaption(every);
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table class="booktabs" ref={table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, head }) => (
              <th key={key} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              {columns.map(({ key, write }, index) =>
                index === 0 ? (
                  <th key={key} scope="row">
                    {write(source.at(key, row))}
                  </th>
                ) : (
                  <td key={key}>{write(source.at(key, row))}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** @param {Run} run */
function allEpochs({ epochs }) {
  return { rows: Array.from({ length: epochs.length }, (_, row) => row), every: 1 };
}

/** @param {import('../../app/store.js').Store} store @param {Run} run */
function visibleSteps(store, run) {
  const axis = axisOf(store);
  const zoomed = store.chartView.visibleRange.value !== null;
  const last = run.steps.length - 1;
  const [from, to] = zoomed ? axis.visibleRange.map((x) => axis.stepOf(run, x)) : [0, last];
  return downsampled(Math.max(0, from), Math.min(last, to), MAX_ROWS);
}

/** @param {number} every */
function stepCaption(every) {
  if (every === 1) return t('table.steps.all');
  return t('table.steps.every', { every: format.count(every) });
}

/** @returns {Column[]} */
function epochColumns() {
  const share = (/** @type {number | undefined} */ value) => format.percent(value, 2);
  return [
    {
      head: t('table.epoch'),
      key: 'epoch',
      write: (epoch) => format.count(epoch === undefined ? undefined : epoch + 1),
    },
    { head: t('table.step'), key: 'step', write: format.count },
    { head: t('table.seconds'), key: 'seconds', write: format.epochs },
    { head: t('table.rate'), key: 'rate', write: format.rate },
    { head: t('table.heldOutAccuracy'), key: 'validation_accuracy', write: share },
    { head: t('table.trainAccuracy'), key: 'train_accuracy', write: share },
    { head: t('table.heldOutLoss'), key: 'validation_loss', write: format.loss },
    { head: t('table.trainLoss'), key: 'train_loss', write: format.loss },
    { head: t('table.weightNorm'), key: 'weight_norm', write: format.loss },
  ];
}

/** @returns {Column[]} */
function stepColumns() {
  return [
    { head: t('chart.step'), key: 'step', write: format.count },
    {
      head: t('table.epoch'),
      key: 'epoch',
      write: (epoch) => format.count(epoch === undefined ? undefined : epoch + 1),
    },
    { head: t('table.seconds'), key: 'seconds', write: format.epochs },
    { head: t('table.rate'), key: 'rate', write: format.rate },
    { head: t('table.batchAccuracy'), key: 'accuracy', write: (value) => format.percent(value, 2) },
    { head: t('table.batchLoss'), key: 'loss', write: format.loss },
    { head: t('table.gradientNorm'), key: 'gradient_norm', write: format.loss },
  ];
}

/** Copies the table as tab-separated text for spreadsheets. @param {{table: import('preact').RefObject<HTMLTableElement | null>}} props */
function CopyButton({ table }) {
  const message = useSignal('');
  const copy = async () => {
    const rows = [...(table.current?.rows ?? [])];
    const text = rows.map(({ cells }) => [...cells].map((cell) => cell.textContent).join('\t'));
    try {
      await navigator.clipboard.writeText(text.join('\n'));
      message.value = t('table.copied', { count: format.count(Math.max(0, rows.length - 1)) });
    } catch {
      // Without clipboard access the table is selected, so that the keyboard can copy it.
      if (table.current) getSelection()?.selectAllChildren(table.current);
      message.value = t('table.selected');
    }
  };
  return (
    <p class="copy">
      <span role="status">{message.value}</span>
      <button type="button" class="quiet" onClick={() => void copy()}>
        {t('table.copy')}
      </button>
    </p>
  );
}
