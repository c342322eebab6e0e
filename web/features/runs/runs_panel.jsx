// The list of runs with settings and results, and the comparison of two to eight of them.

import { t } from '../../locales/index.js';
import { CompareTable } from './compare_table.jsx';
import { useStore } from '../../ui/context.js';
import { RunRow } from './run_row.jsx';

/**
 * @param {object} props
 * @param {import('preact').ComponentChildren} props.tools further buttons, at the start of the header
 * @param {import('preact').ComponentChildren} props.children content below the list
 */
export function RunsPanel({ tools, children }) {
  const { runs, comparison } = useStore();
  const empty = runs.list.value.length === 0;
  return (
    <section class="runs" aria-labelledby="runs-title">
      <div class="runs-head">
        <h2 id="runs-title" tabIndex={-1}>
          {t('runs.title')}
        </h2>
        {tools}
        <Head />
      </div>
      {empty ? <p class="note">{t('runs.empty')}</p> : <RunsTable />}
      {comparison.on.value && !empty && <CompareTable />}
      {children}
    </section>
  );
}

function Head() {
  const { runs, comparison, trainingControls } = useStore();
  if (runs.list.value.length === 0) return null;
  const comparing = comparison.on.value;
  const going = trainingControls.busy.value || trainingControls.phase.value === 'paused';
  const loose = runs.list.value.some(
    (run) => !run.pinned.value && !(going && run === trainingControls.current.value),
  );
  return (
    <>
      <button
        type="button"
        class="quiet"
        aria-pressed={comparing}
        onClick={() => (comparing ? comparison.end() : comparison.begin())}
      >
        {t(comparing ? 'compare.end' : 'compare.begin')}
      </button>
      <button
        type="button"
        class="quiet"
        disabled={!loose}
        onClick={() => void runs.clear(going ? trainingControls.current.peek() : null)}
      >
        {t('runs.clear')}
      </button>
    </>
  );
}

function RunsTable() {
  const { runs, comparison } = useStore();
  const comparing = comparison.on.value;
  return (
    <div class="table-scroll">
      <table class="booktabs run-list" aria-labelledby="runs-title">
        {comparing && (
          <caption>
            <span role="status">{t(comparison.full.value ? 'compare.full' : 'compare.hint')}</span>
          </caption>
        )}
        <thead>
          <tr>
            <th scope="col">{t('runs.number')}</th>
            <th scope="col" class="words">
              {t('runs.name')}
            </th>
            <th scope="col" class="words wide">
              {t('runs.network')}
            </th>
            <th scope="col" class="words wide">
              {t('runs.optimizer')}
            </th>
            <th scope="col" class="wide">
              {t('runs.rate')}
            </th>
            <th scope="col">{t('runs.last')}</th>
            <th scope="col">{t('runs.best')}</th>
            <th scope="col">
              <span class="hidden">{t('runs.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {runs.ordered.value.map((run) => (
            <RunRow key={run.id} run={run} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
