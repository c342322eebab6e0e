// The top bar: name, settings of the experiment, undo, sharing, files, language and theme.

import { t } from '../locales/index.js';
import { useStore } from '../ui/context.js';
import { DataMenu } from '../features/data/index.js';
import { NumberField, UndoButtons } from '../features/experiment/index.js';
import { FilesMenu, ShareButton } from '../features/sharing/index.js';
import { Mark, MoonIcon, SunIcon } from '../ui/icons.jsx';
import { LanguageSelect } from '../features/language/index.js';
import { NetworkMenu } from '../features/network/index.js';
import { OptimizerMenu } from '../features/optimizer/index.js';
import { keyName } from './setting_names.js';

export function TopBar() {
  const { theme, toggle } = useStore().theme;
  const dark = theme.value === 'dark';
  const switchName = t(dark ? 'theme.toLight' : 'theme.toDark');
  return (
    <header class="top-bar">
      <h1 class="brand">
        <Mark />
        {t('app.name')}
      </h1>
      <section class="settings" aria-label={t('settings.label')}>
        <DataMenu />
        <NetworkMenu />
        <OptimizerMenu />
        <NumberField
          path="training.batch_size"
          label={t('field.batch')}
          hint={t('field.batch.hint')}
          arrow={1}
        />
        <NumberField
          path="training.epochs"
          label={t('field.epochs')}
          hint={t('field.epochs.hint')}
          arrow={1}
        />
        <NumberField path="seed" label={t('field.seed')} hint={t('field.seed.hint')} arrow={1} />
      </section>
      <UndoButtons keyName={keyName} />
      <ShareButton />
      <FilesMenu />
      <LanguageSelect />
      <button
        type="button"
        class="theme-switch"
        aria-label={switchName}
        title={switchName}
        onClick={toggle}
      >
        {dark ? <SunIcon /> : <MoonIcon />}
      </button>
    </header>
  );
}
