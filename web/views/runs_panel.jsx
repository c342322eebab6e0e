// The runs of this session: what each was, and what came of it.

import { format, t } from '../locales/index.js';
import { useStore } from './context.js';
import { runColorName } from './run_colors.js';
import { scheduleSummary } from './schedule_words.js';
import { networkName, optimizerName } from './words.js';

export function RunsPanel() {
  const runs = useStore().runs.ordered.value;
  return (
    <section class="runs" aria-labelledby="runs-title">
      <h2 id="runs-title">{t('runs.title')}</h2>
      {runs.length === 0 ? (
        <p class="note">{t('runs.empty')}</p>
      ) : (
        <div class="table-scroll">
          <table class="booktabs">
            <thead>
              <tr>
                <th scope="col">{t('runs.number')}</th>
                <th scope="col" class="words">
                  {t('runs.schedule')}
                </th>
                <th scope="col" class="words wide">
                  {t('runs.network')}
                </th>
                <th scope="col" class="words wide">
                  {t('runs.optimizer')}
                </th>
                <th scope="col">{t('runs.rate')}</th>
                <th scope="col">{t('runs.last')}</th>
                <th scope="col">{t('runs.best')}</th>
              </tr>
            </thead>
            <tbody>
              {runs.map((run) => (
                <RunRow key={run.number} run={run} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** @param {{run: import('../state/run.js').Run}} props */
function RunRow({ run }) {
  const { transport } = useStore();
  const current = run === transport.current.value;
  if (current) void transport.pulse.value;
  const { experiment, edits } = run;
  const edited =
    edits.length === 1 ? t('runs.edited.one') : t('runs.edited', { count: edits.length });
  return (
    <tr data-current={current}>
      <th scope="row">
        <label
          class="run-key"
          style={{ '--key': current ? 'var(--held-out)' : `var(${runColorName(run)})` }}
        >
          <input
            type="checkbox"
            class="hidden"
            aria-label={t('runs.show', { number: run.number })}
            checked={current || run.visible.value}
            disabled={current}
            onChange={({ currentTarget }) => (run.visible.value = currentTarget.checked)}
          />
          <span class="swatch" />
          {run.number}
        </label>
      </th>
      <td class="words" title={experiment.name}>
        {scheduleSummary(run.schedule)}
        {edits.length > 0 && <span class="edited"> {edited}</span>}
      </td>
      <td class="words wide">{networkName(experiment.network)}</td>
      <td class="words wide">{optimizerName(experiment.optimizer)}</td>
      <td>{format.rate(run.rateNow)}</td>
      <td>{format.percent(run.lastHeldOut)}</td>
      <td>{format.percent(run.bestHeldOut)}</td>
    </tr>
  );
}
