// Data settings that the menu and the panel share: difficulty of generated images, and augmentation.

import { t, tName } from '../../locales/index.js';
import { difficulties } from './data_sources.js';
import { useStore } from '../../ui/context.js';
import { NumberField, SwitchField } from '../experiment/index.js';

/** Difficulty: settings of the generator, and label noise for any source. */
export function Difficulty() {
  const { source } = useStore().experiment.draft.value.data;
  return (
    <fieldset class="data-fields">
      <legend>{t('data.difficulty')}</legend>
      <div class="field-grid">
        {(difficulties[source] ?? []).map(({ key, arrow, standard }) => (
          <NumberField
            key={`${source}.${key}`}
            path={`data.${key}`}
            label={tName('data.difficulty', key)}
            hint={tName('data.difficulty', `${key}.${source}`)}
            arrow={arrow}
            standard={standard}
          />
        ))}
        <NumberField
          path="data.label_noise"
          label={t('data.labelNoise')}
          hint={t('data.labelNoise.hint')}
          arrow={0.05}
        />
      </div>
    </fieldset>
  );
}

export function Augmentation() {
  return (
    <fieldset class="data-fields augment">
      <legend>{t('data.augment')}</legend>
      <div class="field-grid">
        <NumberField
          path="data.augment.shift"
          label={t('data.shift')}
          hint={t('data.shift.hint')}
          arrow={1}
        />
        <NumberField
          path="data.augment.cutout"
          label={t('data.cutout')}
          hint={t('data.cutout.hint')}
          arrow={1}
        />
        <SwitchField path="data.augment.flip" label={t('data.flip')} />
      </div>
    </fieldset>
  );
}
