// The page as a whole.

import { t, tName } from '../locales/index.js';
import { ChartPanel } from './chart_panel.jsx';
import { StoreContext, useStore } from './context.js';
import { DropZone } from './drop_zone.jsx';
import { KeptNotices } from './kept_notices.jsx';
import { Notices } from './notices.jsx';
import { Panels } from './panels.jsx';
import { ResumeOffer } from './resume_offer.jsx';
import { RunsPanel } from './runs_panel.jsx';
import { SaidNotice } from './said_notice.jsx';
import { SchedulePanel } from './schedule_panel.jsx';
import { TopBar } from './top_bar.jsx';
import { TransportBar } from './transport_bar.jsx';

/** @param {{store: import('../state/store.js').Store}} props */
export function App({ store }) {
  return (
    <StoreContext.Provider value={store}>
      <a class="skip" href="#chart-title">
        {t('app.skip')}
      </a>
      <TopBar />
      <TransportBar />
      <Notices />
      <KeptNotices />
      <main>
        <SchedulePanel />
        <div class="results">
          <ResumeOffer />
          <ChartPanel />
          <RunsPanel />
          <Panels />
        </div>
      </main>
      <Footer />
      <DropZone />
      <SaidNotice />
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
