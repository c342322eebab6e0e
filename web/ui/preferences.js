// What the browser remembers of a person's choices from one visit to the next. Where storage is
// denied, or full, a choice lasts as long as the page.

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
        // It is said nowhere: nothing is lost but the memory of a choice.
      }
    },
  };
}

/** @typedef {ReturnType<typeof createPreferences>} Preferences */
