// The range test. Each request runs one slice, so that messages are handled between slices. A new session uses a
// separate module and no memory of the open run.

import { toResult, Refusal } from './results.js';

/** One or two frames. */
const SLICE_MILLISECONDS = 30;

/**
 * @param {object} worker
 * @param {() => any} worker.openSession the API's session; throws if no run is open
 * @param {() => boolean} worker.running whether the open run is training
 * @param {(document: any, files: import('../protocol/types.js').Files) => Promise<any>} worker.loadApart
 *   loads a module with enough memory for a run of the document; the caller disposes of it
 */
export function createRangeTests({ openSession, running, loadApart }) {
  /** @type {{test: any, apart: {anneal: any, session: any} | null} | null} */
  let current = null;
  let latest = 0;

  function end() {
    latest++;
    current?.test.dispose();
    current?.apart?.session.dispose();
    current?.apart?.anneal.dispose();
    current = null;
    return null;
  }

  /**
   * @param {any} document
   * @param {import('../protocol/types.js').Files} files
   */
  async function sessionApart(document, files) {
    const anneal = await loadApart(document, files);
    try {
      return { anneal, session: await anneal.createSession(document, { files }) };
    } catch (error) {
      anneal.dispose();
      throw error;
    }
  }

  /** @type {import('../protocol/range_test.js').RangeTestService} */
  const requests = {
    beginRangeTest: (fresh, settings) =>
      toResult(async () => {
        end();
        const ticket = latest;
        if (!fresh && running()) {
          throw new Refusal('state', 'the run is going on: pause it before its rates are tested');
        }
        const apart = fresh && (await sessionApart(fresh.document, fresh.files));
        const close = () => {
          apart?.session.dispose();
          apart?.anneal.dispose();
        };
        if (ticket !== latest) {
          close();
          throw new Refusal('state', 'the range test was ended');
        }
        try {
          const test = (apart?.session ?? openSession()).rangeTest(settings);
          current = { test, apart };
        } catch (error) {
          close();
          throw error;
        }
        return null;
      }),
    continueRangeTest: () =>
      toResult(() => {
        if (!current) throw new Refusal('state', 'the range test was ended');
        return current.test.run({ milliseconds: SLICE_MILLISECONDS });
      }),
    endRangeTest: () => toResult(end),
  };

  return {
    requests,
    /** Called before the run is used otherwise. */
    end,
  };
}
