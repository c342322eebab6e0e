// Light or dark: the system's choice until the reader makes one, which is then remembered.
// public/theme.js sets the remembered one before the first paint.

import { computed, effect, signal } from '@preact/signals';

const KEY = 'anneal.theme';

/** @param {Window} window */
export function createTheme(window) {
  const query = window.matchMedia('(prefers-color-scheme: dark)');
  const system = signal(query.matches ? 'dark' : 'light');
  const chosen = signal(remembered(window));
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
      try {
        window.localStorage.setItem(KEY, chosen.value);
      } catch {
        // Storage is denied: the choice lasts as long as the page.
      }
    },
  };
}

/** @param {Window} window */
function remembered(window) {
  try {
    const value = window.localStorage.getItem(KEY);
    return value === 'dark' || value === 'light' ? value : undefined;
  } catch {
    return undefined;
  }
}
