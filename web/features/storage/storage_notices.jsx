// What has to be said of what is kept: there is no storage, it is full, something is too large for it.
// Each is said once, and goes when it was read.

import { format, t, tName } from '../../locales/index.js';
import { itemsOfFiles } from '../../ui/dropped_items.js';
import { mostFileBytes } from './file_storage.js';
import { mostRacesKept } from './race_storage.js';
import { mostKept } from './run_storage.js';
import { useStore } from '../../ui/context.js';
import { FileButton } from '../../ui/file_button.jsx';

/** @param {number} bytes */
const megabytes = (bytes) => t('kept.megabytes', { count: format.count(bytes / 1e6) });

export function StorageNotices() {
  const { trouble, letGo, tooLarge, files, races } = useStore().persistence;
  const large = tooLarge.value;
  return (
    <div class="notices">
      <Missing />
      {trouble.value && <Once id={trouble.value} text={tName('kept.trouble', trouble.value)} />}
      {letGo.value > 0 && (
        <Once
          id="letGo"
          text={t('kept.letGo', {
            count: format.count(letGo.value),
            runs: format.count(mostKept.runs),
            size: megabytes(mostKept.bytes),
          })}
        />
      )}
      {races.letGo.value > 0 && (
        <Once
          id="letGoRaces"
          text={t('kept.letGoRaces', {
            count: format.count(races.letGo.value),
            races: format.count(mostRacesKept.races),
            size: megabytes(mostRacesKept.bytes),
          })}
        />
      )}
      <InterruptedRace />
      {large && (
        <Once
          id={`large ${large.run.id}`}
          text={t('kept.tooLarge', { number: large.run.number, size: megabytes(large.bytes) })}
        />
      )}
      {files.value === 'large' && (
        <Once id="files" text={t('kept.filesLarge', { most: megabytes(mostFileBytes) })} />
      )}
    </div>
  );
}

/** @param {{id: string, text: string}} props */
function Once({ id, text }) {
  const { read } = useStore().persistence;
  if (read.value.includes(id)) return null;
  return (
    <p class="notice calm" role="status">
      <span>{text}</span>
      <button type="button" class="quiet" onClick={() => (read.value = [...read.value, id])}>
        {t('kept.read')}
      </button>
    </p>
  );
}

/** One of a tab that was closed, or crashed, while it went on. */
function InterruptedRace() {
  const { persistence, races } = useStore();
  const race = persistence.races.interrupted.value;
  if (!race) return null;
  const { lanes, missing } = race;
  const show = () => {
    races.shown.value = race;
    races.open.value = true;
    persistence.races.interrupted.value = null;
    requestAnimationFrame(() => document.getElementById('race-title')?.scrollIntoView());
  };
  return (
    <p class="notice calm" role="status">
      <span>
        {t('kept.race', {
          done: format.count(lanes.length - missing.length),
          all: format.count(lanes.length),
        })}
      </span>
      <button type="button" class="quiet" onClick={show}>
        {t('kept.race.show')}
      </button>
      <button
        type="button"
        class="quiet"
        onClick={() => (persistence.races.interrupted.value = null)}
      >
        {t('kept.read')}
      </button>
    </p>
  );
}

/** The experiment trains on files of its reader: a link, or an earlier visit, has only their names. */
function Missing() {
  const { dataFiles, trainingControls } = useStore();
  const missing = dataFiles.missing.value;
  if (missing.length === 0 || dataFiles.reading.value) return null;
  if (trainingControls.phase.value === 'loading') return null;
  return (
    <p class="notice calm" role="status">
      <span>{t('kept.missing', { names: format.list(missing) })}</span>
      <FileButton
        label={t('kept.choose')}
        onFiles={(files) => dataFiles.restore(itemsOfFiles(files))}
      />
    </p>
  );
}
