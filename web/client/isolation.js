// Cross-origin isolation where the host sets no headers: a service worker sets them, and the page is
// loaded once more to get them. Where that is not to be had the page works as it is, on one thread.

const TRIED = 'anneal.isolation';
/** A worker that is not there by then is held back by the browser, without a word. */
const PATIENCE_MILLISECONDS = 2000;

/**
 * @param {Pick<Window, 'crossOriginIsolated' | 'isSecureContext' | 'navigator' | 'sessionStorage' | 'location'>} window
 * @returns {Promise<boolean>} whether the page is about to be loaded anew
 */
export async function isolate({
  crossOriginIsolated,
  isSecureContext,
  navigator,
  sessionStorage,
  location,
}) {
  try {
    if (crossOriginIsolated || !isSecureContext || !navigator.serviceWorker) return false;
    // Once a visit: a browser that stays as it is would load the page for ever.
    if (sessionStorage.getItem(TRIED)) return false;
    sessionStorage.setItem(TRIED, 'tried');
    const registered = navigator.serviceWorker
      .register(new URL('isolate.js', location.href))
      .then(() => navigator.serviceWorker.ready);
    const there = await Promise.race([
      registered,
      new Promise((resolve) => setTimeout(resolve, PATIENCE_MILLISECONDS, false)),
    ]);
    if (!there) return false;
    location.reload();
    return true;
  } catch {
    // Storage or service workers are denied here.
    return false;
  }
}
