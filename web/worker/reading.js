// Reading that takes its time: what is read is said to the page about ten times a second, and all of it
// can be given up.

/** @typedef {import('../../bindings/formats/reading.js').Reading} Reading */
/** @typedef {ReturnType<typeof createReadings>} Readings */

const SAID_MILLISECONDS = 100;

/**
 * @param {(event: import('../protocol/service.js').ReadingEvent) => void} post
 * @param {() => number} [now] milliseconds
 */
export function createReadings(post, now = () => performance.now()) {
  /** @type {Set<AbortController>} */
  const controllers = new Set();
  let said = -Infinity;
  let shown = false;

  return {
    /**
     * @template T
     * @param {(reading: Reading) => Promise<T>} work
     * @param {AbortSignal} [over] when nobody waits for it any more
     * @returns {Promise<T>}
     */
    async run(work, over) {
      const controller = new AbortController();
      const stop = () => controller.abort();
      over?.addEventListener('abort', stop);
      controllers.add(controller);
      said = now();
      try {
        return await work({
          signal: controller.signal,
          onProgress: (progress) => {
            if (now() - said < SAID_MILLISECONDS) return;
            said = now();
            shown = true;
            post({ type: 'reading', progress });
          },
        });
      } finally {
        controllers.delete(controller);
        over?.removeEventListener('abort', stop);
        if (controllers.size === 0 && shown) {
          shown = false;
          post({ type: 'reading', progress: null });
        }
      }
    },

    /** Everything that is being read is given up. */
    stop() {
      for (const controller of controllers) controller.abort();
      return null;
    },
  };
}
