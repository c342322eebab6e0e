// Where the images come from: drawn by the core, or the reader's own files.

import { useRef } from 'preact/hooks';
import { format, t, tName } from '../locales/index.js';
import { useStore } from './context.js';
import { NumberField } from './field.jsx';
import { Choices, Menu } from './menu.jsx';
import { dataName } from './words.js';

export function DataMenu() {
  const { experiment } = useStore();
  const { data } = experiment.draft.value;
  return (
    <Menu name="data" label={t('menu.data')} value={dataName(data)} path="data">
      {() => <DataPanel />}
    </Menu>
  );
}

function DataPanel() {
  const { experiment, dataFiles } = useStore();
  const { data } = experiment.draft.value;
  const choose = (/** @type {string} */ source) => {
    if (source === 'glyphs') void dataFiles.useGlyphs();
    else if (dataFiles.pair.peek()) void dataFiles.useFiles();
    else input.current?.click();
  };
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  return (
    <>
      <Choices
        name="data-source"
        label={t('menu.data')}
        chosen={data.source}
        onChoose={choose}
        choices={[
          { id: 'glyphs', text: t('data.glyphs'), about: t('data.glyphs.about') },
          { id: 'idx', text: t('data.idx'), about: t('data.idx.about') },
        ]}
      />
      <div class="own-files">
        <button type="button" class="quiet" onClick={() => input.current?.click()}>
          {t('data.choose')}
        </button>
        <input
          ref={input}
          class="file-input"
          type="file"
          multiple
          tabIndex={-1}
          aria-label={t('data.choose')}
          onChange={({ currentTarget }) => {
            void dataFiles.take([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
        <p class="note">{t('data.drop')}</p>
        <Understood />
      </div>
      <div class="field-grid">
        <NumberField path="data.train" label={t('data.train')} arrow={100} />
        <NumberField path="data.validation" label={t('data.validation')} arrow={100} />
        <NumberField
          path="data.label_noise"
          label={t('data.labelNoise')}
          hint={t('data.labelNoise.hint')}
        />
        <NumberField
          path="data.augment.shift"
          label={t('data.shift')}
          hint={t('data.shift.hint')}
          arrow={1}
        />
      </div>
    </>
  );
}

/** What was understood of the files that were given. */
export function Understood() {
  const { given, pair, reading } = useStore().dataFiles;
  if (given.value.length === 0 && !reading.value) return null;
  return (
    <div class="understood" role="status">
      {reading.value && <p>{t('data.reading')}</p>}
      <ul>
        {given.value.map((file) => (
          <li key={file.name} data-refused={file.refusal !== undefined}>
            <span class="file-name">{file.name}</span> {wordsFor(file)}
          </li>
        ))}
      </ul>
      <p>{pair.value ? t('data.pair') : missingWords(given.value)}</p>
    </div>
  );
}

/** @param {import('../state/data_files.js').Given} given */
function wordsFor({ file, refusal }) {
  if (refusal) return tName('data.refusal', refusal);
  if (!file) return '';
  const count = format.count(file.count);
  return file.role === 'images'
    ? t('data.understood.images', { count, height: file.height ?? 0, width: file.width ?? 0 })
    : t('data.understood.labels', { count, classes: file.classes ?? 0 });
}

/** @param {import('../state/data_files.js').Given[]} given */
function missingWords(given) {
  const files = given.flatMap(({ file }) => (file ? [file] : []));
  const images = files.find(({ role }) => role === 'images');
  const labels = files.find(({ role }) => role === 'labels');
  if (images && labels) return t('data.mismatch');
  if (images) return t('data.missing.labels', { count: format.count(images.count) });
  if (labels) return t('data.missing.images', { count: format.count(labels.count) });
  return '';
}
