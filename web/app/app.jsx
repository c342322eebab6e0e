// The page as a whole.

import { t, tName } from '../locales/index.js';
import { ChartPanel } from '../features/chart/index.js';
import { StoreContext, useStore } from '../ui/context.js';
import { DropZone } from '../features/data/index.js';
import { StorageNotices } from '../features/storage/index.js';
import { Notices } from './notices.jsx';
import { Panels } from '../features/panels/index.js';
import { ResumeOffer, TrainingBar } from '../features/training/index.js';
import { RaceButton, RacePanel } from '../features/race/index.js';
import { RangeTestButton } from '../features/range-test/index.js';
import { RunsPanel } from '../features/runs/index.js';
import { ScheduleHandles, SchedulePanel, DrawingLayer } from '../features/schedule/index.js';
import { UndoNotices } from './undo_notices.jsx';
import { Toast } from '../features/sharing/index.js';
import { TopBar } from './top_bar.jsx';

/** Overlays of the bands of the chart. */
const overlays = { rate: [ScheduleHandles, DrawingLayer] };

/** @param {{store: import('./store.js').Store}} props */
export function App({ store }) {
  return (
    <StoreContext.Provider value={store}>
      <a class="skip" href="#chart-title">
        {t('app.skip')}
      </a>
      <TopBar />
      <TrainingBar />
      <Notices />
      <StorageNotices />
      <main>
        <SchedulePanel tools={<RangeTestButton />} />
        <div class="results">
          <ResumeOffer />
          <ChartPanel overlays={overlays} />
          <RunsPanel tools={<RaceButton />}>
            <RacePanel />
            <UndoNotices />
          </RunsPanel>
          <Panels />
        </div>
      </main>
      <Footer />
      <DropZone />
      <Toast />
    </StoreContext.Provider>
  );
}

function Footer() {
  const { build } = useStore().speed;
  return (
    <footer>
      <span>{t('app.claim')}</span>
      {build.value && (
        <span>
          {t('app.build', {
            version: build.value.version,
            name: tName('speed.builds', build.value.name),
          })}
        </span>
      )}
    </footer>
  );
}
