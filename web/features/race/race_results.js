// The results of a race: for each schedule the final and the best validation accuracy over the completed
// seeds, and the difference to the reference. Lanes that did not finish are counted but excluded from the
// means.

import { bandOf, mean, pairedDifference, spreads } from './statistics.js';

/** @typedef {import('./race.js').Race} Race */
/** @typedef {import('./race.js').Lane} Lane */
/** @typedef {import('./statistics.js').Spread} Spread */

/** The reference for differences. @typedef {'best' | 'first'} Against */

/**
 * @typedef {object} Result
 * @property {number} entry
 * @property {{mean: number, half: number}} final
 * @property {{mean: number, half: number}} best
 * @property {Record<import('./race.js').LaneState, number>} lanes
 * @property {boolean} reference whether it is the reference
 * @property {import('./statistics.js').PairedDifference | null} difference of the final accuracies; null for
 *   the reference
 */

/** @param {Lane[]} lanes @returns {number[]} */
const finals = (lanes) => lanes.map(({ run }) => run?.lastHeldOut ?? Number.NaN);

/** @param {Lane[]} lanes @returns {number[]} */
const bests = (lanes) => lanes.map(({ run }) => run?.bestHeldOut ?? Number.NaN);

/**
 * @param {Race} race
 * @param {{spread: Spread, against: Against}} options
 * @returns {Result[]} in the order of the schedules
 */
export function resultsOf(race, { spread, against }) {
  const finished = race.entries.map((_, entry) => race.lanesOf(entry, 'finished'));
  const means = finished.map((lanes) => mean(finals(lanes)));
  const reference = against === 'first' ? 0 : indexOfHighest(means);
  return race.entries.map((_, entry) => ({
    entry,
    final: { mean: means[entry], half: spreads[spread](finals(finished[entry])) },
    best: { mean: mean(bests(finished[entry])), half: spreads[spread](bests(finished[entry])) },
    lanes: countStates(race.lanesOf(entry)),
    reference: entry === reference,
    difference: entry === reference ? null : paired(finished[entry], finished[reference] ?? []),
  }));
}

/** @param {number[]} values @returns {number} -1 if none is a number */
function indexOfHighest(values) {
  let highest = -1;
  values.forEach((value, index) => {
    if (value > (values[highest] ?? -Infinity)) highest = index;
  });
  return highest;
}

/** @param {Lane[]} lanes */
function countStates(lanes) {
  const counts = { waiting: 0, training: 0, finished: 0, diverged: 0, failed: 0, stopped: 0 };
  for (const { state } of lanes) counts[state]++;
  return counts;
}

/** Over the seeds that both have completed. @param {Lane[]} one @param {Lane[]} other */
function paired(one, other) {
  const pairs = one.flatMap((lane) => {
    const twin = other.find(({ seed }) => seed === lane.seed);
    return twin ? [[lane, twin]] : [];
  });
  return pairedDifference(
    finals(pairs.map(([lane]) => lane)),
    finals(pairs.map(([, twin]) => twin)),
  );
}

/**
 * The curves of a schedule by epoch: mean and band over the seeds that are complete or training.
 *
 * @param {Race} race
 * @param {number} entry
 * @param {'validation_accuracy' | 'validation_loss'} key
 * @param {Spread} spread
 */
export function curvesOf(race, entry, key, spread) {
  const ended = race.lanesOf(entry, 'finished').flatMap(({ run }) => run ?? []);
  const band = bandOf(
    ended.map((run) => run.epochs.column(key)),
    spread,
  );
  const open = ['training', 'stopped', 'diverged'];
  const single = race
    .lanesOf(entry)
    .flatMap(({ state, run }) => (run && open.includes(state) ? [run] : []));
  return {
    x: ended[0]?.epochs.column('step').subarray(0, band.mean.length) ?? new Float64Array(0),
    y: band.mean,
    low: band.low,
    high: band.high,
    single: single.map((run) => ({ x: run.epochs.column('step'), y: run.epochs.column(key) })),
  };
}
