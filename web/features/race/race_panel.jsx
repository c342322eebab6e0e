// The panel of fair races: setup, progress, results, and an explanation of the method.

import { useSignal } from '@preact/signals';
import { format, t } from '../../locales/index.js';
import { fileNamesOf } from '../data/index.js';
import { workersFor } from './races.js';
import { useStore } from '../../ui/context.js';
import { RaceLanes } from './race_lanes.jsx';
import { RaceSetup } from './race_setup.jsx';
import { RaceTable } from './race_table.jsx';
import { entryNames } from './race_labels.js';
import { deleteWithFocus } from '../../ui/undo_notice.jsx';

/** @typedef {import('./race.js').Race} Race */

export function RacePanel() {
  return useStore().races.open.value ? <OpenRacePanel /> : null;
}

function OpenRacePanel() {
  const { races } = useStore();
  const race = races.shown.value;
  return (
    <section class="race" aria-labelledby="race-title">
      <h3 id="race-title">{t('race.title')}</h3>
      <p class="note">{t('race.about')}</p>
      {races.active.value ? <Course race={races.active.value} /> : <RaceSetup />}
      {race && <Shown race={race} />}
    </section>
  );
}

/** Progress of the active race. @param {{race: Race}} props */
function Course({ race }) {
  const { races } = useStore();
  void race.pulse.value;
  const paused = races.paused.value;
  const waits = races.waits.value;
  const done = race.lanes.filter(({ state }) => state !== 'waiting' && state !== 'training');
  return (
    <div class="race-course">
      <div
        class="bar"
        role="progressbar"
        aria-label={t('race.progress')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(race.progress * 100)}
      >
        <div style={{ transform: `scaleX(${race.progress})` }} />
      </div>
      <p role="status">
        {t('race.course', {
          done: format.count(done.length),
          all: format.count(race.lanes.length),
        })}
        {waits ? ` ${t('race.waits')}` : paused ? ` ${t('race.paused')}` : ''}
        {!waits && !paused && races.runPaused.value ? ` ${t('race.runPaused')}` : ''}
      </p>
      <div class="race-buttons">
        <button
          type="button"
          class="quiet"
          onClick={() => (paused || waits ? void races.resume() : races.pause())}
        >
          {t(paused || waits ? 'race.resume' : 'race.pause')}
        </button>
        <button type="button" class="quiet" onClick={() => races.stop()}>
          {t('race.stop')}
        </button>
      </div>
    </div>
  );
}

/** @param {{race: Race}} props */
function Shown({ race }) {
  const { races } = useStore();
  return (
    <>
      {races.list.value.length > 1 && <Choice />}
      <RaceTable race={race} />
      {!races.active.value && <Missing key={race.id} race={race} />}
      <RaceLanes race={race} />
      {race !== races.active.value && (
        <button
          type="button"
          class="quiet"
          onClick={() => deleteWithFocus(() => races.delete(race))}
        >
          {t('race.delete')}
        </button>
      )}
    </>
  );
}

/** The number of incomplete lanes, with a button to train them. @param {{race: Race}} props */
function Missing({ race }) {
  const { dataFiles, persistence } = useStore();
  const elsewhere = useSignal(false);
  const { missing, lanes } = race;
  if (missing.length === 0) return null;
  const files = dataFiles.missingOf(fileNamesOf(race.experiment.data));
  const resumeRace = async () => {
    const workers = workersFor(navigator.hardwareConcurrency ?? 1);
    elsewhere.value = !(await persistence.races.resume(race, workers));
  };
  return (
    <div class="race-missing">
      <p>
        {t('race.missing', {
          missing: format.count(missing.length),
          all: format.count(lanes.length),
        })}
      </p>
      {files.length > 0 && <p>{t('storage.offer.needs', { names: format.list(files) })}</p>}
      {elsewhere.value && <p role="alert">{t('race.elsewhere')}</p>}
      <button type="button" class="quiet" disabled={files.length > 0} onClick={resumeRace}>
        {t('race.continue')}
      </button>
    </div>
  );
}

/** Selects the race to show. */
function Choice() {
  const { races } = useStore();
  return (
    <label class="race-choice">
      <span>{t('race.shown')}</span>
      <span class="select">
        <select
          value={races.shown.value?.id}
          onChange={({ currentTarget }) => {
            const wanted = currentTarget.value;
            races.shown.value = races.list.peek().find(({ id }) => id === wanted) ?? null;
          }}
        >
          {races.list.value.map((race, index) => (
            <option key={race.id} value={race.id}>
              {t('race.choice', {
                number: index + 1,
                names: format.list(entryNames(race.entries)),
              })}
            </option>
          ))}
        </select>
      </span>
    </label>
  );
}
