// The menu to open and save files: the experiment, the history of a run, all runs, weights.

import { t } from '../../locales/index.js';
import { itemsOfFiles } from '../../ui/dropped_items.js';
import { experimentFile, runsFile } from './exporters.js';
import { useStore } from '../../ui/context.js';
import { FileButton } from '../../ui/file_button.jsx';
import { FileIcon } from '../../ui/icons.jsx';
import { Menu } from '../experiment/index.js';
import { download } from '../../ui/save_file.js';

export function FilesMenu() {
  return (
    <Menu name="files" label={t('files.menu')} icon={<FileIcon />}>
      {() => <FilesPanel />}
    </Menu>
  );
}

function FilesPanel() {
  const { importExport, experiment, runs, trainingControls } = useStore();
  const current = trainingControls.current.value;
  const { value: weights } = importExport.weights;
  return (
    <>
      <div>
        <label class="experiment-name">
          <span class="setting-label">{t('files.name')}</span>
          <input
            class="number"
            type="text"
            maxLength={100}
            autocomplete="off"
            placeholder={t('files.name.none')}
            value={experiment.draft.value.name ?? ''}
            onInput={({ currentTarget }) => experiment.edit('name', currentTarget.value)}
          />
        </label>
        <p class="note">{t('files.name.hint')}</p>
      </div>
      <div>
        <FileButton
          label={t('files.open')}
          accept=".json,.safetensors,application/json"
          onFiles={(files) => importExport.take(itemsOfFiles(files))}
        />
        <p class="note">{t('files.open.hint')}</p>
        {weights && (
          <p class="start-weights">
            {t('files.weights.from', { name: weights.name })}{' '}
            <button type="button" class="quiet" onClick={() => (importExport.weights.value = null)}>
              {t('files.weights.drop')}
            </button>
          </p>
        )}
      </div>
      <div class="save-buttons" role="group" aria-label={t('files.save')}>
        <SaveButton
          label={t('files.save.experiment')}
          save={() => download(experimentFile(experiment.good.peek()))}
        />
        <SaveButton
          label={t('files.save.history')}
          out={!current}
          save={async () => current && download(await importExport.historyFile(current))}
        />
        <SaveButton
          label={t('files.save.weights')}
          out={!current}
          save={async () => download(await importExport.weightsFile())}
        />
        <SaveButton
          label={t('files.save.runs')}
          out={runs.list.value.length === 0}
          save={async () => download(await runsFile(runs.list.peek()))}
        />
      </div>
    </>
  );
}

/** @param {{label: string, out?: boolean, save: () => unknown}} props */
const SaveButton = ({ label, out = false, save }) => (
  <button type="button" class="quiet" disabled={out} onClick={() => void save()}>
    {label}
  </button>
);
