// The top of the page: its name, what is trained, and light or dark.

import { t } from '../locales/index.js';
import { useStore } from './context.js';
import { DataMenu } from './data_menu.jsx';
import { NumberField } from './field.jsx';
import { FilesMenu } from './files_menu.jsx';
import { Mark, MoonIcon, SunIcon } from './icons.jsx';
import { LanguageSelect } from './language_select.jsx';
import { NetworkMenu } from './network_menu.jsx';
import { OptimizerMenu } from './optimizer_menu.jsx';
import { ShareButton } from './share_button.jsx';
import { UndoButtons } from './undo_buttons.jsx';

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
      <UndoButtons />
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
