// In which language the page speaks. The choice is remembered.

import { useSignalEffect } from '@preact/signals';
import { language, languages, speak, t } from '../../locales/index.js';
import { useStore } from '../../ui/context.js';

export function LanguageSelect() {
  const { preferences } = useStore();

  useSignalEffect(() => {
    document.documentElement.lang = language();
    document.title = t('app.title');
  });

  const choose = (/** @type {string} */ code) => {
    preferences.set('anneal.language', code);
    void speak(code);
  };
  return (
    <select
      class="language-select"
      aria-label={t('language.label')}
      value={language()}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {languages.map(({ code, name }) => (
        <option key={code} value={code} lang={code}>
          {name}
        </option>
      ))}
    </select>
  );
}
