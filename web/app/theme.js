// Light or dark theme: the system's until the user chooses one, which is stored. public/theme.js applies the
// stored theme before the first paint.

import { computed, effect, signal } from '@preact/signals';
import { createPreferences } from '../ui/preferences.js';

const KEY = 'anneal.theme';

/** @param {Window} window */
export function createTheme(window) {
  const query = window.matchMedia('(prefers-color-scheme: dark)');
  const system = signal(query.matches ? 'dark' : 'light');
  const preferences = createPreferences(window);
  const kept = preferences.get(KEY);
  const chosen = signal(kept === 'dark' || kept === 'light' ? kept : undefined);
  query.addEventListener('change', () => {
    system.value = query.matches ? 'dark' : 'light';
  });
  const theme = computed(() => chosen.value ?? system.value);
  effect(() => {
    window.document.documentElement.dataset.theme = theme.value;
  });

  return {
    theme,
    toggle() {
      chosen.value = theme.value === 'dark' ? 'light' : 'dark';
      preferences.set(KEY, chosen.value);
    },
  };
}
