// When to ask anew for what changes all the time: one question under way at once, a pause between
// two, none where nothing is new. Knows no store and draws nothing.

/** Between two questions: about four a second. */
export const PAUSE_MILLISECONDS = 250;

/**
 * @template T
 * @param {object} options
 * @param {() => Promise<T>} options.ask
 * @param {(answer: T) => void} options.take not called any more once it was stopped
 * @param {() => boolean} [options.visible] whether anybody could see the answer
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
    const answer = await ask();
    asking = false;
    if (stopped) return;
    take(answer);
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
    /** There is something new: it is asked for after the pause. */
    poke() {
      due = true;
      consider();
    },

    /** The question is another one: it is put as soon as the one under way is answered. */
    hurry() {
      due = true;
      lastAsked = -Infinity;
      consider();
    },

    /** To be called when `visible` gives something else. */
    look: consider,

    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
