// Describes the detected format of the provided files.

import { useEffect } from 'preact/hooks';
import { format, t, tCore, tName } from '../../locales/index.js';
import { useStore } from '../../ui/context.js';
import { dataName } from './data_labels.js';

/** @param {{inMenu?: boolean}} props */
export function DetectedFormat({ inMenu = false }) {
  const { experiment, dataFiles } = useStore();
  const { given, reading, offer, inMenu: shownInMenu } = dataFiles;
  useEffect(() => {
    if (!inMenu) return undefined;
    shownInMenu.value = true;
    return () => void (shownInMenu.value = false);
  }, []);
  const busy = reading.value || dataFiles.progress.value !== null;
  if (given.value.length === 0 && !busy) return null;
  const summary = summaryLabel(
    given.value,
    dataFiles.pair.value !== undefined,
    experiment.draft.value.data,
    offer.value,
  );
  return (
    <div class="detected-format" role="status">
      <ul>
        {given.value.map((file) => (
          <li key={file.name} data-refused={file.problem !== undefined}>
            <span class="file-name">{file.name}</span> {fileLabel(file)}
          </li>
        ))}
      </ul>
      {busy ? <Progress /> : summary && <p>{summary}</p>}
      {!busy && offer.value && <Decision usable={offer.value.source !== undefined} />}
    </div>
  );
}

/** Progress of reading, with a button to cancel. */
function Progress() {
  const { dataFiles } = useStore();
  const progress = dataFiles.progress.value;
  return (
    <div class="reading">
      <p>{progress ? progressLabel(progress) : t('data.reading')}</p>
      {progress && (
        <progress aria-label={t('data.progress')} value={progress.done} max={progress.total} />
      )}
      <button type="button" class="quiet" onClick={() => dataFiles.decline()}>
        {t('data.cancel')}
      </button>
    </div>
  );
}

/** @param {NonNullable<import('../../protocol/service.js').ReadingEvent['progress']>} progress */
function progressLabel({ name, done, total, unit }) {
  const write = unit === 'bytes' ? format.bytes : format.count;
  return tName('data.progress', unit, { name, done: write(done), total: write(total) });
}

/** Buttons to use or discard the detected data. @param {{usable: boolean}} props */
function Decision({ usable }) {
  const { dataFiles } = useStore();
  return (
    <p class="decision">
      {usable && (
        <button type="button" class="use" onClick={() => void dataFiles.accept()}>
          {t('data.use')}
        </button>
      )}
      <button type="button" class="quiet" onClick={() => dataFiles.decline()}>
        {t(usable ? 'data.cancel' : 'data.close')}
      </button>
    </p>
  );
}

/** @param {import('./data_files.js').Given} given */
function fileLabel({ name, file, set, problem }) {
  if (problem) {
    // The file name is shown before the message.
    const message = tCore(problem);
    const known = `"${name}" `;
    return message.startsWith(known) ? message.slice(known.length) : message;
  }
  if (set) return setLabel(set);
  if (!file) return '';
  const count = format.count(file.count);
  return file.role === 'images'
    ? t('data.detected.images', { count, height: file.height ?? 0, width: file.width ?? 0 })
    : t('data.detected.labels', { count, classes: file.classes ?? 0 });
}

/** @param {import('../../protocol/types.js').DataSetFormat} set */
function setLabel({ kind, shape = [], images = '', labels = '', ...set }) {
  const count = format.count(set.count);
  const classes = format.count(set.classes);
  if (kind === 'images') return t('data.detected.pictures', { count, classes });
  const sides = shape.join(' × ');
  if (kind !== 'npz') return t('data.detected.set', { count, classes, shape: sides });
  return t('data.detected.arrays', { count, classes, shape: sides, images, labels });
}

/**
 * What the files can be used for, or what is missing.
 *
 * @param {import('./data_files.js').Given[]} given
 * @param {boolean} paired
 * @param {import('../../protocol/types.js').DataSettings} data in use
 * @param {import('./data_files.js').Offer | null} offer
 */
function summaryLabel(given, paired, data, offer) {
  if (offer?.source) return t(offer.source.keys.source === 'idx' ? 'data.pair' : 'data.ready');
  const names = [data.images, data.file, ...(data.files ?? [])];
  if (given.some(({ name }) => names.includes(name))) {
    return t('data.used', { name: data.files ? format.list(data.files) : dataName(data) });
  }
  if (paired) return '';
  const files = given.flatMap(({ file }) => (file ? [file] : []));
  const images = files.find(({ role }) => role === 'images');
  const labels = files.find(({ role }) => role === 'labels');
  if (images && labels) return t('data.mismatch');
  if (images) return t('data.missing.labels', { count: format.count(images.count) });
  if (labels) return t('data.missing.images', { count: format.count(labels.count) });
  return '';
}
