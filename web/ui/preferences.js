// Preferences in local storage. If storage is denied or full, a choice lasts until the page is closed.

/** @param {Pick<Window, 'localStorage'>} window */
export function createPreferences(window) {
  return {
    /** @param {string} key @returns {string | undefined} */
    get(key) {
      try {
        return window.localStorage.getItem(key) ?? undefined;
      } catch {
        return undefined;
      }
    },

    /** @param {string} key @param {string} value */
    set(key, value) {
      try {
        window.localStorage.setItem(key, value);
      } catch {
        // Not reported: only a preference is lost.
      }
    },
  };
}

/** @typedef {ReturnType<typeof createPreferences>} Preferences */
