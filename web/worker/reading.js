// Reading of files with progress, reported to the page about ten times a second, and cancellation.

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
     * @param {AbortSignal} [over] cancels this reading
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

    /** Cancels all current reading. */
    stop() {
      for (const controller of controllers) controller.abort();
      return null;
    },
  };
}
