// Cross-origin isolation on hosts that set no headers: a service worker adds them, and the page is reloaded once.
// If that fails, the page works without it, on one thread.

const TRIED = 'anneal.isolation';
/** If the service worker is not ready by then, the browser blocks it. */
const PATIENCE_MILLISECONDS = 2000;

/**
 * @param {Pick<Window, 'crossOriginIsolated' | 'isSecureContext' | 'navigator' | 'sessionStorage' | 'location'>} window
 * @returns {Promise<boolean>} whether the page is being reloaded
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
    // Once per visit, so that the page does not reload forever.
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
    // Storage or service workers are not available.
    return false;
  }
}
