// The page's entry: joins worker, store and views, and gives scripts their way in.

import { render } from 'preact';
import 'uplot/dist/uPlot.min.css';
import './app/styles.css';
import { connectWorker } from './client/client.js';
import { isolate } from './client/isolation.js';
import { createTabs } from './client/tabs.js';
import { bestLanguage, speak } from './locales/index.js';
import { createPreferences } from './ui/preferences.js';
import { createDatabase } from './features/storage/index.js';
import { createStore } from './app/store.js';
import { createTheme } from './app/theme.js';
import { App } from './app/app.jsx';

const { service } = connectWorker((problem) => store.onWorkerLost(problem));
const preferences = createPreferences(window);
const place = { database: createDatabase(), tabs: createTabs(window), storage: navigator.storage };
const theme = createTheme(window);
const store = createStore({ service, connect: connectWorker, theme, preferences, place });

/**
 * For scripts and headless tests: `await window.anneal.run(experiment, {files})` trains in sight and
 * gives the history.
 */
Object.assign(window, {
  anneal: {
    run: (/** @type {any} */ experiment, /** @type {any} */ options) =>
      store.runExperiment(experiment, options),
  },
});

const chosen = preferences.get('anneal.language');
await speak(bestLanguage([...(chosen ? [chosen] : []), ...navigator.languages]));
render(<App store={store} />, /** @type {HTMLElement} */ (document.getElementById('app')));
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') void store.persistence.saveAll();
});
window.addEventListener('pagehide', () => void store.persistence.saveAll());
/** The address is as before then: a reload brings what was made of the experiment, not the link. */
const openLink = async () => {
  const hash = location.hash;
  if (await store.importExport.openLink(hash))
    history.replaceState(null, '', location.pathname + location.search);
};
window.addEventListener('hashchange', openLink);
if (!(await isolate(window))) {
  await store.start();
  await openLink();
}

// Under `npm start` alone: the core was compiled anew. No run is ended for it.
import.meta.hot?.on('anneal:compiled', () => {
  if (['loading', 'idle', 'failed', 'broken'].includes(store.trainingControls.phase.peek())) {
    location.reload();
  }
});
