// Compares the selected runs: differing settings, and results.

import { format, t } from '../../locales/index.js';
import { differencesOf } from './differences.js';
import { useStore } from '../../ui/context.js';
import { settingName, settingValue } from './setting_labels.js';
import { scheduleSummary } from '../schedule/index.js';
import { Swatch } from './swatch.jsx';
import { runName } from './run_labels.js';

/** @typedef {import('../training/run.js').Run} Run */

export function CompareTable() {
  const { comparison, trainingControls } = useStore();
  const runs = comparison.compared.value;
  void trainingControls.pulse.value;
  if (runs.length < 2) return <p class="note">{t('compare.few')}</p>;
  const { different, same } = differencesOf(runs.map(({ experiment }) => experiment));
  const edited = runs.some(({ edits }) => edits.length > 0);
  return (
    <div class="comparison">
      <div class="table-scroll" tabIndex={0} role="region" aria-label={t('compare.caption')}>
        <table class="booktabs compared">
          <caption class="hidden">{t('compare.caption')}</caption>
          <Heads runs={runs} />
          <tbody>
            {different.map(({ path, values }) => (
              <tr key={path}>
                <th scope="row">
                  {settingName(path)} <span class="path">{path}</span>
                </th>
                {values.map((value, index) => (
                  <td key={index}>{settingValue(path, value, runs[index].experiment)}</td>
                ))}
              </tr>
            ))}
            {edited && <Row name={t('compare.edits')} runs={runs} value={(run) => editsOf(run)} />}
          </tbody>
          <tbody class="outcome">
            <Row
              name={t('compare.last')}
              runs={runs}
              value={(run) => format.percent(run.lastHeldOut)}
            />
            <Row
              name={t('compare.best')}
              runs={runs}
              value={(run) => format.percent(run.bestHeldOut)}
            />
            <Row
              name={t('compare.epochs')}
              runs={runs}
              value={(run) => format.count(run.epochs.length)}
            />
          </tbody>
        </table>
      </div>
      <p class="note">
        {t(different.length > 0 || edited ? 'compare.caption.same' : 'compare.none', {
          count: format.count(same),
        })}
      </p>
    </div>
  );
}

/** @param {{runs: Run[]}} props */
function Heads({ runs }) {
  const { comparison } = useStore();
  return (
    <thead>
      <tr>
        <th scope="col">{t('compare.setting')}</th>
        {runs.map((run) => (
          <th key={run.id} scope="col">
            <span class="run-head">
              <Swatch style={comparison.styles.value.get(run)} /> {run.number}
            </span>
            <span class="run-head-name">{runName(run)}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** @param {{name: string, runs: Run[], value: (run: Run) => string}} props */
function Row({ name, runs, value }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {runs.map((run) => (
        <td key={run.id}>{value(run)}</td>
      ))}
    </tr>
  );
}

/** @param {Run} run */
function editsOf({ edits }) {
  if (edits.length === 0) return t('compare.no');
  return edits
    .map(({ step, schedule }) =>
      t('compare.edit', { step: format.count(step), schedule: scheduleSummary(schedule) }),
    )
    .join('; ');
}
