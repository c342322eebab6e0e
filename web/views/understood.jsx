// What was understood of the files that were given, in words.

import { format, t, tName } from '../locales/index.js';
import { useStore } from './context.js';
import { dataName } from './words.js';

export function Understood() {
  const { experiment, dataFiles } = useStore();
  const { given, reading } = dataFiles;
  if (given.value.length === 0 && !reading.value) return null;
  const last = lastWords(
    given.value,
    dataFiles.pair.value !== undefined,
    experiment.draft.value.data,
  );
  return (
    <div class="understood" role="status">
      {reading.value && <p>{t('data.reading')}</p>}
      <ul>
        {given.value.map((file) => (
          <li key={file.name} data-refused={(file.refusal ?? file.problem) !== undefined}>
            <span class="file-name">{file.name}</span> {wordsFor(file)}
          </li>
        ))}
      </ul>
      {last && <p>{last}</p>}
    </div>
  );
}

/** @param {import('../state/data_files.js').Given} given */
function wordsFor({ file, set, refusal, problem }) {
  if (problem) return problem;
  if (refusal) return tName('data.refusal', refusal);
  if (set) return setWords(set);
  if (!file) return '';
  const count = format.count(file.count);
  return file.role === 'images'
    ? t('data.understood.images', { count, height: file.height ?? 0, width: file.width ?? 0 })
    : t('data.understood.labels', { count, classes: file.classes ?? 0 });
}

/** @param {import('../protocol/types.js').Recognised} set */
function setWords({ kind, shape = [], images = '', labels = '', ...set }) {
  const count = format.count(set.count);
  const classes = format.count(set.classes);
  if (kind === 'images') return t('data.understood.pictures', { count, classes });
  const sides = shape.join(' × ');
  if (kind !== 'npz') return t('data.understood.set', { count, classes, shape: sides });
  return t('data.understood.arrays', { count, classes, shape: sides, images, labels });
}

/**
 * What follows from the files, or what is missing.
 *
 * @param {import('../state/data_files.js').Given[]} given
 * @param {boolean} paired
 * @param {import('../protocol/types.js').DataSettings} data in use
 */
function lastWords(given, paired, data) {
  const names = [data.file, ...(data.files ?? [])];
  if (given.some(({ name, set }) => set && names.includes(name))) {
    return t('data.used', { name: data.files?.join(', ') ?? dataName(data) });
  }
  if (paired) return t('data.pair');
  const files = given.flatMap(({ file }) => (file ? [file] : []));
  const images = files.find(({ role }) => role === 'images');
  const labels = files.find(({ role }) => role === 'labels');
  if (images && labels) return t('data.mismatch');
  if (images) return t('data.missing.labels', { count: format.count(images.count) });
  if (labels) return t('data.missing.images', { count: format.count(labels.count) });
  return '';
}
