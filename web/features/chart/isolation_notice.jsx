// The notice that the chart shows a race or compared runs, with a button back to the current run.

import { format, t } from '../../locales/index.js';
import { useStore } from '../../ui/context.js';

export function IsolationNotice() {
  const store = useStore();
  const isolated = store.chartIsolation.value;
  if (!isolated) return null;
  const { comparison, races } = store;
  const back = () => {
    if ('race' in isolated) races.open.value = false;
    else comparison.end();
    document.getElementById('chart-title')?.focus({ preventScroll: true });
  };
  return (
    <p class="isolation-notice">
      <span>{'race' in isolated ? raceLabel(store, isolated.race) : runsLabel(isolated.runs)}</span>
      <button type="button" class="quiet" onClick={back}>
        {t('isolation.back')}
      </button>
    </p>
  );
}

/** @param {import('../../app/store.js').Store} store @param {import('../race/race.js').Race} race */
const raceLabel = ({ races }, race) =>
  t(race.seeds.length === 1 ? 'isolation.race.one' : 'isolation.race', {
    number: races.list.value.indexOf(race) + 1,
    seeds: format.count(race.seeds.length),
  });

/** @param {import('../training/run.js').Run[]} runs */
const runsLabel = (runs) =>
  runs.length === 1
    ? t('isolation.runs.one', { number: runs[0].number })
    : t('isolation.runs', { count: format.count(runs.length) });
