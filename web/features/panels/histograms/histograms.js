// The histograms of the current run that a panel has requested, updated incrementally from the worker.

/** @typedef {import('../../training/run.js').Run} Run */
/** @typedef {import('../../../protocol/histograms.js').Quantity} Quantity */
/** @typedef {import('../../../protocol/histograms.js').HistogramLayout} Layout */
/** @typedef {import('../../../protocol/histograms.js').HistogramUpdate} News */

/**
 * Histograms after `step` updates.
 *
 * @typedef {object} Moment
 * @property {number} serial
 * @property {number} step
 * @property {Uint16Array} counts [parameters, bins]
 * @property {Float64Array} figures [parameters, 19]
 */

/** @typedef {{quantity: Quantity, layout: Layout, moments: Moment[]}} HistogramRecord */

/**
 * Merges new moments into the known ones and drops those that the worker has dropped. Returns the same array
 * if nothing has changed.
 *
 * @param {Moment[]} known
 * @param {News} news
 * @returns {Moment[]}
 */
export function mergeNews(known, { serials, steps, counts, figures }) {
  if (same(known, serials)) return known;
  const bySerial = new Map(known.map((moment) => [moment.serial, moment]));
  const last = known.at(-1)?.serial ?? -1;
  const first = serials.findIndex((serial) => serial > last);
  const fresh = first < 0 ? 0 : serials.length - first;
  const part = (/** @type {{length: number}} */ column) => column.length / Math.max(1, fresh);
  const [countsOf, figuresOf] = [part(counts), part(figures)];
  return [...serials].flatMap((serial, row) => {
    const before = bySerial.get(serial);
    if (before) return [before];
    const at = row - first;
    // The worker only drops old moments, so an unknown one before the last known cannot occur.
    if (first < 0 || at < 0) return [];
    return [
      {
        serial,
        step: steps[row],
        counts: counts.subarray(at * countsOf, (at + 1) * countsOf),
        figures: figures.subarray(at * figuresOf, (at + 1) * figuresOf),
      },
    ];
  });
}

/** @param {Moment[]} known @param {Float64Array} serials */
const same = (known, serials) =>
  known.length > 0 &&
  known.length === serials.length &&
  known.every(({ serial }, index) => serial === serials[index]);

/**
 * @param {object} options
 * @param {import('../../../protocol/histograms.js').HistogramService} options.service
 * @param {import('../../training/training_controls.js').TrainingControls} options.trainingControls
 */
export function createHistograms({ service, trainingControls }) {
  /** Results for the latest current run. @type {{run: Run, layout: Layout, answers: Map<Quantity, {ok: true, value: HistogramRecord}>} | null} */
  let cache = null;

  /**
   * Requests the record of the current run, which is recorded at full resolution from now on. Returns the same
   * object as before if nothing is new.
   *
   * @param {Quantity} quantity
   * @returns {Promise<import('../../../protocol/types.js').Result<HistogramRecord>>}
   */
  async function ask(quantity) {
    const run = trainingControls.current.peek();
    if (!run) return { ok: false, problem: { kind: 'state', path: '', message: 'no run is open' } };
    if (cache?.run !== run) {
      const answer = await service.recordHistograms();
      if (!answer.ok) return answer;
      cache = { run, layout: answer.value, answers: new Map() };
    }
    const own = cache;
    const before = own.answers.get(quantity);
    const known = before?.value.moments ?? [];
    const news = await service.histograms(quantity, known.at(-1)?.serial ?? -1);
    if (!news.ok) return news;
    const moments = mergeNews(known, news.value);
    if (before && moments === known) return before;
    const answer = /** @type {const} */ ({
      ok: true,
      value: { quantity, layout: own.layout, moments },
    });
    own.answers.set(quantity, answer);
    return answer;
  }

  return {
    ask,

    /** Records runs at full resolution from now on. */
    want: () => void service.recordHistograms(),
  };
}
