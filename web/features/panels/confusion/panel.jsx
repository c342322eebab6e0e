// The confusion matrix of the last evaluation, and the images of a selected cell.

import { useSignal } from '@preact/signals';
import { format, t } from '../../../locales/index.js';
import { useStore } from '../../../ui/context.js';
import { cellAfterKey } from './cell_keys.js';
import { ConfusionMap } from './confusion_map.jsx';
import { everyEpoch, Refused, SampleGrid, useLive } from '../../inspection/index.js';
import './confusion.css';

/** @typedef {import('../../../protocol/types.js').Evaluation} Evaluation */
/** @typedef {{label: number, prediction: number}} CellName */

/** Maximum number of classes for cells with numbers. */
const MAX_NUMBERED = 20;
/** Maximum number of classes for a table. */
const MAX_CELLS = 50;
/** Maximum number of images of a cell. */
const MAX_IMAGES = 24;

export function ConfusionPanel() {
  const { inspection } = useStore();
  const { value: evaluation } = useLive(() => inspection.evaluation(), [], everyEpoch);
  const cell = useSignal(/** @type {CellName | null} */ (null));
  if (!evaluation) return <p class="note">{t('confusion.empty')}</p>;
  return (
    <div class="inspection">
      {evaluation.classes.length <= MAX_CELLS ? (
        <Matrix evaluation={evaluation} chosen={cell} />
      ) : (
        <ConfusionMap evaluation={evaluation} chosen={cell} />
      )}
      {cell.value ? (
        <CellImages cell={cell.value} classes={evaluation.classes} />
      ) : (
        <p class="note">{t('confusion.hint')}</p>
      )}
    </div>
  );
}

/** @param {{cell: CellName, classes: string[]}} props */
function CellImages({ cell: { label, prediction }, classes }) {
  const { inspection } = useStore();
  const { value: images, problem } = useLive(
    () => inspection.sampleImages({ label, prediction }, MAX_IMAGES),
    [label, prediction],
    everyEpoch,
  );
  const names = { label: classes[label], prediction: classes[prediction] };
  const title = t('confusion.images', names);
  if (problem) return <Refused problem={problem} />;
  if (!images) return <p class="note">{t('inspection.waiting')}</p>;
  const count = images.samples.index.length;
  return (
    <section class="inspection-part cell-images" aria-live="polite">
      <h3>{title}</h3>
      {images.samples.epoch === null && <p class="note">{t('confusion.unknown')}</p>}
      {images.samples.epoch !== null && count === 0 && <p class="note">{t('confusion.none')}</p>}
      {count > 0 && <SampleGrid label={title} images={images} classes={classes} />}
      {count === MAX_IMAGES && (
        <p class="note">{t('confusion.most', { count: format.count(count) })}</p>
      )}
    </section>
  );
}

/** @typedef {import('@preact/signals').Signal<CellName | null>} ChosenCell */

/** @param {{evaluation: Evaluation, chosen: ChosenCell}} props */
function Matrix({ evaluation: { epoch, classes, confusion, precision, recall }, chosen }) {
  const tabStop = useSignal({ label: 0, prediction: 0 });
  const largest = Math.max(1, ...confusion.map((row) => Math.max(...row)));
  const numbered = classes.length <= MAX_NUMBERED;
  return (
    <div class="table-scroll">
      <table
        class="confusion"
        role="grid"
        data-numbered={numbered}
        onKeyDown={(event) => onKey(event, classes.length, chosen)}
        onClick={({ target }) => choose(/** @type {Element} */ (target), chosen)}
        onFocusIn={({ target }) => {
          const cell = cellOf(/** @type {Element} */ (target));
          if (cell) tabStop.value = cell;
        }}
      >
        <caption>{t('confusion.caption', { epoch: format.count(epoch + 1) })}</caption>
        <thead>
          <tr>
            <td />
            <th class="axis" scope="colgroup" colSpan={classes.length}>
              {t('confusion.predictedClass')}
            </th>
            <td />
          </tr>
          <tr>
            <th class="axis" scope="col">
              {t('confusion.trueClass')}
            </th>
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
                  cell={{ label, prediction }}
                  chosen={same(chosen.value, label, prediction)}
                  tabStop={same(tabStop.value, label, prediction)}
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

/**
 * @param {CellName | null} cell
 * @param {number} label
 * @param {number} prediction
 */
const same = (cell, label, prediction) => cell?.label === label && cell.prediction === prediction;

/**
 * @param {object} props
 * @param {CellName} props.cell
 * @param {boolean} props.chosen
 * @param {boolean} props.tabStop
 * @param {number} props.count
 * @param {number} props.share
 * @param {string} props.title
 * @param {string} props.text
 */
function Cell({ cell: { label, prediction }, chosen, tabStop, count, share, title, text }) {
  // On a linear scale small counts would be invisible.
  const shade = count === 0 ? 0 : 0.1 + 0.9 * Math.sqrt(share);
  return (
    <td
      class={label === prediction ? 'cell right' : 'cell'}
      role="gridcell"
      style={{ '--shade': shade }}
      title={title}
      aria-label={title}
      aria-selected={chosen}
      tabIndex={tabStop ? 0 : -1}
      data-label={label}
      data-prediction={prediction}
    >
      {text}
    </td>
  );
}

/**
 * @param {Element} target
 * @returns {CellName | null}
 */
function cellOf(target) {
  const cell = /** @type {HTMLElement | null} */ (target.closest('td.cell'));
  if (!cell) return null;
  return { label: Number(cell.dataset.label), prediction: Number(cell.dataset.prediction) };
}

/**
 * @param {Element} target
 * @param {ChosenCell} chosen
 */
function choose(target, chosen) {
  const cell = cellOf(target);
  if (!cell) return;
  chosen.value = same(chosen.value, cell.label, cell.prediction) ? null : cell;
}

/**
 * Arrow keys go from cell to cell, Enter and the space bar show its images.
 *
 * @param {KeyboardEvent} event
 * @param {number} classes
 * @param {ChosenCell} chosen
 */
function onKey(event, classes, chosen) {
  const target = /** @type {Element} */ (event.target);
  const cell = cellOf(target);
  const next = cell && cellAfterKey(event, cell, classes);
  if (!next) return;
  if (next === cell) return choose(target, chosen);
  const { label, prediction } = next;
  const table = target.closest('table');
  const element = table?.querySelector(`[data-label="${label}"][data-prediction="${prediction}"]`);
  /** @type {HTMLElement | null | undefined} */ (element)?.focus();
}
