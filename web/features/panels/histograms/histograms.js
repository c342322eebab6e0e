// The record of histograms of the current run, as far as a panel has asked for it: of each quantity what
// the worker has, kept up to date by what is new. Knows nothing of how it is drawn.

/** @typedef {import('../../training/run.js').Run} Run */
/** @typedef {import('../../../protocol/histograms.js').Quantity} Quantity */
/** @typedef {import('../../../protocol/histograms.js').HistogramLayout} Layout */
/** @typedef {import('../../../protocol/histograms.js').HistogramNews} News */

/**
 * `step` updates were done.
 *
 * @typedef {object} Moment
 * @property {number} serial
 * @property {number} step
 * @property {Uint16Array} counts [parameters, bins]
 * @property {Float64Array} figures [parameters, 19]
 */

/** @typedef {{quantity: Quantity, layout: Layout, moments: Moment[]}} HistogramRecord */

/**
 * The moments that are in the record now: those that were known and are still, and the new ones. Where
 * nothing is new they are the very array that was known.
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
    // A moment before the last one known that is not known itself cannot be: moments only go.
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
  /** What was asked for of the run that was the current one last. @type {{run: Run, layout: Layout, answers: Map<Quantity, {ok: true, value: HistogramRecord}>} | null} */
  let kept = null;

  /**
   * The record of the current run, which is a fine one from now on. The same answer as before says that
   * nothing is new.
   *
   * @param {Quantity} quantity
   * @returns {Promise<import('../../../protocol/types.js').Result<HistogramRecord>>}
   */
  async function ask(quantity) {
    const run = trainingControls.current.peek();
    if (!run) return { ok: false, problem: { kind: 'state', path: '', message: 'no run is open' } };
    if (kept?.run !== run) {
      const answer = await service.keepHistograms();
      if (!answer.ok) return answer;
      kept = { run, layout: answer.value, answers: new Map() };
    }
    const own = kept;
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

    /** Every run keeps a fine record from now on, from its beginning where none is open. */
    want: () => void service.keepHistograms(),
  };
}
