// Which tab this is, and when another one has ended: each holds a lock for as long as it lives, which
// the browser gives back when it is closed or crashes, and not while it sleeps. Where there are no locks
// (a page that came without https), every other tab is taken for one that has ended: what it kept is
// then offered here although it may go on there, and nothing of it is lost.

const VISIT = 'anneal.visit';

const lockOf = (/** @type {string} */ tab) => `anneal.tab.${tab}`;

/** @param {Pick<Window, 'navigator' | 'sessionStorage'>} window */
export function createTabs(window) {
  const { locks } = window.navigator;
  const tab = newName();
  locks?.request(lockOf(tab), () => new Promise(() => {})).catch(() => {});

  return {
    /** Of the page as it is loaded now. */
    tab,

    /** The same when this tab is loaded anew, and another in every other tab. */
    visit: visitOf(window),

    /**
     * Resolves when another tab has ended, which may be at once.
     *
     * @param {string} other
     * @returns {Promise<void>}
     */
    async ended(other) {
      try {
        await locks?.request(lockOf(other), { mode: 'shared' }, () => {});
      } catch {
        // Locks are denied: as where there are none.
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
