// Notices about storage: it is not available, it is full, or a file is too large. Each notice is shown once
// and can be dismissed.

import { format, t, tName } from '../../locales/index.js';
import { itemsOfFiles } from '../../ui/dropped_items.js';
import { maxFileBytes } from './file_storage.js';
import { raceLimits } from './race_storage.js';
import { runLimits } from './run_storage.js';
import { useStore } from '../../ui/context.js';
import { FileButton } from '../../ui/file_button.jsx';

/** @param {number} bytes */
const megabytes = (bytes) => t('storage.megabytes', { count: format.count(bytes / 1e6) });

export function StorageNotices() {
  const { error, evicted, tooLarge, files, races } = useStore().persistence;
  const large = tooLarge.value;
  return (
    <div class="notices">
      <Missing />
      {error.value && (
        <DismissibleNotice id={error.value} text={tName('storage.error', error.value)} />
      )}
      {evicted.value > 0 && (
        <DismissibleNotice
          id="evicted"
          text={t('storage.evicted', {
            count: format.count(evicted.value),
            runs: format.count(runLimits.runs),
            size: megabytes(runLimits.bytes),
          })}
        />
      )}
      {races.evicted.value > 0 && (
        <DismissibleNotice
          id="evictedRaces"
          text={t('storage.evictedRaces', {
            count: format.count(races.evicted.value),
            races: format.count(raceLimits.races),
            size: megabytes(raceLimits.bytes),
          })}
        />
      )}
      <InterruptedRace />
      {large && (
        <DismissibleNotice
          id={`large ${large.run.id}`}
          text={t('storage.tooLarge', { number: large.run.number, size: megabytes(large.bytes) })}
        />
      )}
      {files.value === 'large' && (
        <DismissibleNotice
          id="files"
          text={t('storage.filesLarge', { most: megabytes(maxFileBytes) })}
        />
      )}
    </div>
  );
}

/** @param {{id: string, text: string}} props */
function DismissibleNotice({ id, text }) {
  const { dismissed } = useStore().persistence;
  if (dismissed.value.includes(id)) return null;
  return (
    <p class="notice calm" role="status">
      <span>{text}</span>
      <button
        type="button"
        class="quiet"
        onClick={() => (dismissed.value = [...dismissed.value, id])}
      >
        {t('storage.close')}
      </button>
    </p>
  );
}

/** A race whose tab was closed or crashed while it trained. */
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
        {t('storage.race', {
          done: format.count(lanes.length - missing.length),
          all: format.count(lanes.length),
        })}
      </span>
      <button type="button" class="quiet" onClick={show}>
        {t('storage.race.show')}
      </button>
      <button
        type="button"
        class="quiet"
        onClick={() => (persistence.races.interrupted.value = null)}
      >
        {t('storage.close')}
      </button>
    </p>
  );
}

/** The experiment needs files of the user: a link or an earlier visit holds only their names. */
function Missing() {
  const { dataFiles, trainingControls } = useStore();
  const missing = dataFiles.missing.value;
  if (missing.length === 0 || dataFiles.reading.value) return null;
  if (trainingControls.phase.value === 'loading') return null;
  return (
    <p class="notice calm" role="status">
      <span>{t('storage.missing', { names: format.list(missing) })}</span>
      <FileButton
        label={t('storage.choose')}
        onFiles={(files) => dataFiles.restore(itemsOfFiles(files))}
      />
    </p>
  );
}
