// The table of the lanes of a race. A trained lane can be opened as a run.

import { format, t, tName } from '../../locales/index.js';
import { useStore } from '../../ui/context.js';
import { problemMessage } from '../experiment/index.js';
import { entryNames } from './race_labels.js';

/** @typedef {import('./race.js').Race} Race */

/** @param {{race: Race}} props */
export function RaceLanes({ race }) {
  void race.pulse.value;
  const names = entryNames(race.entries);
  return (
    <details class="race-lanes">
      <summary>{t('race.lanes')}</summary>
      <div class="table-scroll" tabIndex={0} role="region" aria-label={t('race.lanes')}>
        <table class="booktabs">
          <caption class="hidden">{t('race.lanes')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('race.seed')}</th>
              <th scope="col" class="words">
                {t('race.schedule')}
              </th>
              <th scope="col" class="words">
                {t('race.state')}
              </th>
              <th scope="col">{t('race.final')}</th>
              <th scope="col">
                <span class="hidden">{t('race.open')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {race.lanes.map((lane) => (
              <Row key={`${lane.entry} ${lane.seed}`} lane={lane} name={names[lane.entry]} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** @param {{lane: import('./race.js').Lane, name: string}} props */
function Row({ lane, name }) {
  const { races } = useStore();
  const { seed, state, run, problem } = lane;
  const title = t('race.laneName', { name, seed });
  return (
    <tr data-state={state}>
      <th scope="row">{seed}</th>
      <td class="words">{name}</td>
      <td class="words" title={problem ? problemMessage(problem) : undefined}>
        {tName('race.states', state)}
        {state === 'training' && run && ` ${format.count(run.epochs.length)}`}
      </td>
      <td>{format.percent(run?.lastHeldOut, 2)}</td>
      <td>
        <button
          type="button"
          class="quiet"
          disabled={!run || run.steps.length === 0 || state === 'training'}
          aria-label={t('race.openOf', { name: title })}
          onClick={() => races.openLane(lane, title)}
        >
          {t('race.open')}
        </button>
      </td>
    </tr>
  );
}
