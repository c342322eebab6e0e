// `npm run bench:schedules`: the accuracy that each schedule reaches on the default
// experiment, over several seeds, and the staircase of the step schedule. The same module and API as
// the page's; two runs at a time, each in a thread of its own.
//
//   npm run bench:schedules -- --seeds 1-5 --json FILE
//
// Left out: choosing the best hyperparameters. Every schedule starts at the default experiment's rate
// and, where it falls, ends near a hundredth of it or at nothing.

import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Worker, isMainThread, parentPort } from 'node:worker_threads';
import { loadAnneal } from '../../bindings/api/index.js';
import { alignTable } from '../tools/table.js';

const threads = 2;

/**
 * @typedef {object} Job
 * @property {string} name of the schedule
 * @property {any} schedule
 * @property {number} seed
 */

/**
 * A run's epochs.
 *
 * @typedef {object} Result
 * @property {string} name
 * @property {number} seed
 * @property {number[]} rates
 * @property {number[]} heldOut accuracies
 * @property {number[]} training accuracies
 */

/**
 * The schedules that are compared, all from the rate of the default experiment.
 *
 * @param {any} experiment the default one
 * @returns {Record<string, any>}
 */
function schedulesOf({ schedule, training }) {
  const { initial } = schedule;
  const gamma = 0.01 ** (1 / training.epochs);
  return {
    constant: { type: 'constant', initial },
    step: schedule,
    exponential: { type: 'exponential', initial, gamma, unit: 'epoch' },
    linear: { type: 'linear', initial },
    cosine: { type: 'cosine', initial },
  };
}

/**
 * @param {Awaited<ReturnType<typeof loadAnneal>>} anneal
 * @param {Job} job
 * @returns {Promise<Result>}
 */
async function train(anneal, { name, schedule, seed }) {
  const session = await anneal.createSession({ version: 1, seed, schedule });
  try {
    while (!session.status.finished && !session.status.diverged) session.run();
    const { epochs } = session.history();
    const column = (/** @type {string} */ key) => epochs[key].map((value) => value ?? NaN);
    return {
      name,
      seed,
      rates: column('rate'),
      heldOut: column('validation_accuracy'),
      training: column('train_accuracy'),
    };
  } finally {
    session.dispose();
  }
}

/** Answers each job with its result. */
async function serve() {
  const anneal = await loadAnneal();
  parentPort?.on('message', async (/** @type {Job} */ job) => {
    parentPort?.postMessage(await train(anneal, job));
  });
}

/**
 * @param {Job[]} jobs
 * @returns {Promise<Result[]>} in the order of the jobs
 */
async function trainAll(jobs) {
  /** @type {Result[]} */
  const results = [];
  let next = 0;
  const work = () =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL(import.meta.url));
      let current = 0;
      const give = () => {
        if (next === jobs.length) return worker.terminate().then(resolve);
        current = next++;
        return worker.postMessage(jobs[current]);
      };
      worker.on('error', reject);
      worker.on('message', (result) => {
        results[current] = result;
        process.stderr.write(`\r${results.filter(Boolean).length} of ${jobs.length} runs`);
        give();
      });
      give();
    });
  await Promise.all(Array.from({ length: threads }, work));
  process.stderr.write('\n');
  return results;
}

/** @param {number[]} values */
function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** @param {number[]} values the deviation of the sample, which a single value has none of */
function deviation(values) {
  if (values.length < 2) return 0;
  const middle = mean(values);
  return Math.sqrt(
    values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1),
  );
}

const percent = (/** @type {number} */ share) => (100 * share).toFixed(2);

/** @param {Result[]} results */
function comparison(results) {
  const names = [...new Set(results.map(({ name }) => name))];
  const rows = names.map((name) => {
    const runs = results.filter((result) => result.name === name);
    const finals = runs.map(({ heldOut }) => heldOut[heldOut.length - 1]);
    return { name, finals, bests: runs.map(({ heldOut }) => Math.max(...heldOut)) };
  });
  const constant = mean(rows[names.indexOf('constant')].finals);
  const signed = (/** @type {number} */ share) => (share < 0 ? '' : '+') + percent(share);
  return alignTable([
    ['schedule', 'final', 'std', 'min', 'max', 'best epoch', 'over constant'],
    ...rows.map(({ name, finals, bests }) => [
      name,
      ...[mean(finals), deviation(finals), Math.min(...finals), Math.max(...finals)].map(percent),
      percent(mean(bests)),
      signed(mean(finals) - constant),
    ]),
  ]);
}

/**
 * The accuracies before and after each fall of the step schedule, averaged over the seeds.
 *
 * @param {Result[]} results
 */
function staircase(results) {
  const runs = results.filter(({ name }) => name === 'step');
  const { rates } = runs[0];
  const falls = rates.flatMap((rate, epoch) =>
    epoch > 0 && rate < rates[epoch - 1] ? [epoch] : [],
  );
  const at = (/** @type {'heldOut' | 'training'} */ key, /** @type {number} */ epoch) =>
    percent(mean(runs.map((run) => run[key][epoch])));
  return alignTable([
    ['fall after epoch', 'rate', 'held out: before', 'after', 'training: before', 'after'],
    ...falls.map((epoch) => [
      String(epoch),
      `${rates[epoch - 1].toPrecision(1)} to ${rates[epoch].toPrecision(1)}`,
      ...[at('heldOut', epoch - 1), at('heldOut', epoch)],
      ...[at('training', epoch - 1), at('training', epoch)],
    ]),
  ]);
}

/**
 * @param {string} text "1-5" or "1,4,7"
 * @returns {number[]}
 */
function readSeeds(text) {
  const range = /^(\d+)-(\d+)$/.exec(text);
  if (range) {
    const [first, last] = [Number(range[1]), Number(range[2])];
    if (first <= last) return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  } else if (/^\d+(,\d+)*$/.test(text)) {
    return text.split(',').map(Number);
  }
  throw new Error(`--seeds: expected a range such as 1-5 or a list such as 1,4,7, got ${text}`);
}

async function main() {
  const { values } = parseArgs({
    options: { seeds: { type: 'string', default: '1-5' }, json: { type: 'string' } },
  });
  const seeds = readSeeds(values.seeds);
  const experiment = (await loadAnneal()).completeExperiment({ version: 1 });
  const schedules = schedulesOf(experiment);
  const results = await trainAll(
    seeds.flatMap((seed) =>
      Object.entries(schedules).map(([name, schedule]) => ({ name, schedule, seed })),
    ),
  );
  if (values.json) {
    await writeFile(values.json, `${JSON.stringify({ experiment, schedules, results })}\n`);
  }
  console.log(`The default experiment, seeds ${values.seeds}; held-out accuracy in percent.\n`);
  console.log(comparison(results));
  console.log(
    '\nThe step schedule, before and after each fall of the rate (means over the seeds).\n',
  );
  console.log(staircase(results));
}

await (isMainThread ? main() : serve());
