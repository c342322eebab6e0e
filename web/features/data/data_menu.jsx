// The data menu: generated images or files of the user, and their settings.

import { useRef } from 'preact/hooks';
import { t, tName } from '../../locales/index.js';
import { choiceOf, sourceChoices } from './data_sources.js';
import { itemsOfFiles } from '../../ui/dropped_items.js';
import { useStore } from '../../ui/context.js';
import { FileButton } from '../../ui/file_button.jsx';
import { Augmentation, Difficulty } from './data_fields.jsx';
import { ChoiceField, Choices, Menu, NumberField, SwitchField } from '../experiment/index.js';
import { DetectedFormat } from './detected_format.jsx';
import { dataName } from './data_labels.js';

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
  const files = useRef(/** @type {HTMLInputElement | null} */ (null));
  const take = (/** @type {File[]} */ chosen) => dataFiles.take(itemsOfFiles(chosen));
  const choose = async (/** @type {string} */ choice) => {
    if (!(await dataFiles.choose(choice))) files.current?.click();
  };
  return (
    <>
      <Choices
        name="data-source"
        label={t('menu.data')}
        chosen={choiceOf(experiment.draft.value.data)}
        onChoose={(choice) => void choose(choice)}
        choices={sourceChoices.map((id) => ({
          id,
          text: tName('data', id),
          about: tName('data', `${id}.about`),
        }))}
      />
      <div class="own-files">
        <div class="file-buttons">
          <FileButton input={files} label={t('data.choose')} onFiles={take} />
          <FileButton label={t('data.chooseFolder')} folder onFiles={take} />
        </div>
        <p class="note">{t('data.drop')}</p>
        <DetectedFormat inMenu />
      </div>
      <div class="field-grid">
        <SourceFields />
        <NumberField path="data.train" label={t('data.train')} arrow={100} />
        <NumberField path="data.validation" label={t('data.validation')} arrow={100} />
        <div class="switches">
          <SwitchField path="data.standardise" label={t('data.standardise')} />
          <SwitchField path="data.stratified" label={t('data.stratified')} />
        </div>
      </div>
      <Difficulty />
      <Augmentation />
    </>
  );
}

/** Settings of one source; the network adapts to the shape of the images. */
function SourceFields() {
  const { experiment, dataFiles } = useStore();
  const { source } = experiment.draft.value.data;
  const { edit } = dataFiles;
  if (source === 'cifar100') {
    const choices = ['fine', 'coarse'].map((value) => ({
      value,
      text: tName('data.labels', value),
    }));
    return (
      <ChoiceField path="data.labels" label={t('data.labels')} choices={choices} edit={edit} />
    );
  }
  if (source !== 'shapes' && source !== 'images') return null;
  return (
    <>
      <NumberField
        path="data.size"
        label={t('data.size')}
        hint={tName('data.size', source)}
        arrow={2}
        edit={edit}
      />
      {source === 'shapes' ? (
        <NumberField
          path="data.classes"
          label={t('data.classes')}
          hint={t('data.classes.hint')}
          arrow={1}
          edit={edit}
        />
      ) : (
        <ChoiceField
          path="data.channels"
          label={t('data.channels')}
          choices={[3, 1].map((value) => ({ value, text: tName('data.channels', `${value}`) }))}
          edit={edit}
        />
      )}
    </>
  );
}
