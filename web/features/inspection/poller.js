// Polls a value that changes continuously: one request at a time, with a pause between two, and none while
// nothing has changed.

/** Pause between two requests: about four a second. */
export const PAUSE_MILLISECONDS = 250;

/**
 * @template T
 * @param {object} options
 * @param {() => Promise<T>} options.ask
 * @param {(answer: T) => void} options.take not called after `stop`
 * @param {() => boolean} [options.visible] whether the result would be visible
 */
export function createPoller({ ask, take, visible = () => true }) {
  let due = false;
  let asking = false;
  let stopped = false;
  let lastAsked = -Infinity;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  async function put() {
    due = false;
    asking = true;
    lastAsked = performance.now();
    const result = await ask();
    asking = false;
    if (stopped) return;
    take(result);
    consider();
  }

  function consider() {
    clearTimeout(timer);
    timer = undefined;
    if (stopped || asking || !due || !visible()) return;
    const wait = lastAsked + PAUSE_MILLISECONDS - performance.now();
    if (wait > 0) timer = setTimeout(consider, wait);
    else void put();
  }

  return {
    /** The value has changed: requests it after the pause. */
    poke() {
      due = true;
      consider();
    },

    /** The parameters have changed: requests the value as soon as the pending request is finished. */
    hurry() {
      due = true;
      lastAsked = -Infinity;
      consider();
    },

    /** Call this when `visible` has changed. */
    look: consider,

    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
