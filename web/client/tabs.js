// Identifies this tab and detects when another tab has ended. Each tab holds a lock, which the browser releases
// when the tab is closed or crashes, but not while it is suspended. Without the Web Locks API (pages without https)
// every other tab counts as ended: its stored run is offered here even if it is still open. No data is lost.

const VISIT = 'anneal.visit';

const lockOf = (/** @type {string} */ tab) => `anneal.tab.${tab}`;

/** @param {Pick<Window, 'navigator' | 'sessionStorage'>} window */
export function createTabs(window) {
  const { locks } = window.navigator;
  const tab = newName();
  locks?.request(lockOf(tab), () => new Promise(() => {})).catch(() => {});

  return {
    /** Identifier of this load of the page. */
    tab,

    /** Identifier that stays the same when this tab is reloaded, and differs in every other tab. */
    visit: visitOf(window),

    /**
     * Resolves when another tab has ended, at once if it already has.
     *
     * @param {string} other
     * @returns {Promise<void>}
     */
    async ended(other) {
      try {
        await locks?.request(lockOf(other), { mode: 'shared' }, () => {});
      } catch {
        // Locks are denied: the tab counts as ended.
      }
    },
  };
}

/** @typedef {ReturnType<typeof createTabs>} Tabs */

const newName = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

/** @param {Pick<Window, 'sessionStorage'>} window */
function visitOf(window) {
  try {
    const visit = window.sessionStorage.getItem(VISIT) ?? newName();
    window.sessionStorage.setItem(VISIT, visit);
    return visit;
  } catch {
    return newName();
  }
}
