// The results of a race: final and best validation accuracy with their spread, and whether the difference to
// the reference is significant.

import { format, t } from '../../locales/index.js';
import { epochsCsv, resultsCsv } from './race_csv.js';
import { resultsOf } from './race_results.js';
import { useStore } from '../../ui/context.js';
import { differenceLabel, entryNames, spreadLabel, verdictLabel } from './race_labels.js';
import { scheduleSummary } from '../schedule/index.js';
import { Swatch } from '../runs/index.js';
import { download } from '../../ui/save_file.js';
import { Segments } from '../../ui/segments.jsx';

/** @param {string} name @param {string} text */
const saveCsv = (name, text) =>
  download({ name, content: new Blob([text], { type: 'text/csv;charset=utf-8' }) });

/** @typedef {import('./race.js').Race} Race */

/** @param {{race: Race}} props */
export function RaceTable({ race }) {
  const { races } = useStore();
  void race.pulse.value;
  const [spread, against] = [races.spread.value, races.against.value];
  const results = resultsOf(race, { spread, against });
  const names = entryNames(race.entries);
  const reference = results.findIndex((result) => result.reference);
  return (
    <div class="race-results">
      <div class="race-options">
        <Segments
          legend={t('race.band')}
          name="race-spread"
          chosen={races.spread.value}
          onChoose={(spread) => (races.spread.value = spread)}
          choices={[
            { id: 'deviation', text: t('race.band.deviation') },
            { id: 'interval', text: t('race.band.interval') },
          ]}
        />
        <Segments
          legend={t('race.against')}
          name="race-against"
          chosen={races.against.value}
          onChoose={(against) => (races.against.value = against)}
          choices={[
            { id: 'best', text: t('race.against.best') },
            { id: 'first', text: t('race.against.first') },
          ]}
        />
      </div>
      <div class="table-scroll" tabIndex={0} role="region" aria-labelledby="race-caption">
        <table class="booktabs race-table">
          <caption id="race-caption">
            {t('race.caption', {
              seeds: format.list(race.seeds),
              epochs: race.experiment.training.epochs,
            })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('race.schedule')}</th>
              <th scope="col">{t('race.final')}</th>
              <th scope="col">{t('race.best')}</th>
              <th scope="col">{t('race.done')}</th>
              <th scope="col">
                {reference < 0
                  ? t('race.difference')
                  : t('race.differenceTo', { name: names[reference] })}
              </th>
            </tr>
          </thead>
          <tbody>
            {results.map((result) => (
              <Row key={result.entry} race={race} result={result} name={names[result.entry]} />
            ))}
          </tbody>
        </table>
      </div>
      <p class="note">
        {t(spread === 'deviation' ? 'race.note.deviation' : 'race.note.interval')}{' '}
        {t('race.note.paired')}
      </p>
      <div class="race-buttons">
        <button
          type="button"
          class="quiet"
          onClick={() => saveCsv('anneal-race.csv', resultsCsv(race, results, names))}
        >
          {t('race.csv')}
        </button>
        <button
          type="button"
          class="quiet"
          onClick={() => saveCsv('anneal-race-epochs.csv', epochsCsv(race, names))}
        >
          {t('race.csv.epochs')}
        </button>
      </div>
    </div>
  );
}

/** @param {{race: Race, result: import('./race_results.js').Result, name: string}} props */
function Row({ race, result, name }) {
  const { difference, lanes, reference } = result;
  return (
    <tr data-entry={result.entry} data-current={reference}>
      <th scope="row" title={scheduleSummary(race.entries[result.entry].schedule)}>
        <span class="run-key">
          <Swatch style={result.entry} /> {name}
        </span>
      </th>
      <td data-value="final">{spreadLabel(result.final)}</td>
      <td data-value="best">{spreadLabel(result.best)}</td>
      <td data-value="done">
        {t('race.doneOf', { done: lanes.finished, all: race.seeds.length })}
        {lanes.diverged > 0 && (
          <span class="edited"> {t('race.diverged', { count: lanes.diverged })}</span>
        )}
        {lanes.failed > 0 && (
          <span class="edited"> {t('race.failed', { count: lanes.failed })}</span>
        )}
        {lanes.stopped > 0 && (
          <span class="edited"> {t('race.stopped', { count: lanes.stopped })}</span>
        )}
      </td>
      <td data-value="difference">
        {difference ? (
          <>
            {differenceLabel(difference)}{' '}
            <span class="verdict" data-verdict={difference.verdict}>
              {verdictLabel(difference)}
            </span>
          </>
        ) : (
          t(reference ? 'race.reference' : 'race.verdict.none')
        )}
      </td>
    </tr>
  );
}
