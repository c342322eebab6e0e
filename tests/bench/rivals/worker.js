// Times one rival's training steps on one workload, in a worker as Anneal's are.

import { workloads } from './workloads.js';

/**
 * @typedef {object} Job
 * @property {string} rival the module of that name, which exports createModel
 * @property {string} workload
 * @property {number} batch
 * @property {number} threads
 * @property {number} seconds
 */

/**
 * @typedef {object} Timing
 * @property {number[]} milliseconds of each step but the first, which compiles and allocates
 * @property {number[]} losses of the first step and the last
 */

/**
 * What a rival's module makes: one step of training on the batch, which gives the loss.
 *
 * @typedef {{step: () => number | Promise<number>}} Model
 */

const leastSteps = 3;
/** After a first step longer than this there is no second: the first counts. */
const longestSeconds = 30;

/** @param {Job} job @returns {Promise<Timing>} */
async function time({ rival, workload, batch, threads, seconds }) {
  const { createModel } = await import(`./${rival}.js`);
  /** @type {Model} */
  const model = await createModel(workloads[workload], batch, threads);
  /** @type {number[]} */
  const losses = [];
  const timed = async () => {
    const start = performance.now();
    losses.push(await model.step());
    return performance.now() - start;
  };
  const first = await timed();
  if (first > 1e3 * longestSeconds) return { milliseconds: [first], losses };
  const milliseconds = [];
  const least = first > 1e3 * seconds ? 1 : leastSteps;
  const start = performance.now();
  while (milliseconds.length < least || performance.now() - start < 1e3 * seconds) {
    milliseconds.push(await timed());
  }
  return { milliseconds, losses: [losses[0], losses[losses.length - 1]] };
}

onmessage = ({ data }) =>
  time(data).then(postMessage, (error) => postMessage({ error: String(error?.stack ?? error) }));
