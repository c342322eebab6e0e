// Runs one contender on one workload for a few seconds, wherever it runs, and says how long a step
// took.

import path from 'node:path';
import { exists, run } from '../../../bindings/toolchain/process.js';
import { runInPage } from '../pages.js';
import { layersOf, rate, workloads } from './workloads.js';

/** @typedef {import('./contenders.js').Contender} Contender */

/**
 * @typedef {object} Place
 * @property {import('@playwright/test').Browser} browser
 * @property {string} address of the server
 */

/**
 * @typedef {object} Measured
 * @property {number} [milliseconds] of a step, the median
 * @property {number[]} [losses] of the first step and the last
 * @property {number} [steps]
 * @property {string} [problem] why there are no figures
 */

const folder = path.dirname(new URL(import.meta.url).pathname);

/** A rival that takes longer than this for its first steps is not waited for. */
const limitSeconds = 120;

/** What a module with threads is given; seed-224 needs 0.9 GB. */
const memoryPages = 32768;

/** @param {Contender} contender @param {string} workload */
export function batchFor({ batch }, workload) {
  return batch?.[workload] ?? workloads[workload].batch;
}

/**
 * @param {Place} place
 * @param {Contender} contender
 * @param {string} workload
 * @param {number} seconds
 * @returns {Promise<Measured>}
 */
export async function measure(place, contender, workload, seconds) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const tooLong = new Promise((resolve) => {
    const problem = `not one step in ${limitSeconds} s`;
    timer = setTimeout(() => resolve({ problem }), 1e3 * limitSeconds);
  });
  const kinds = { anneal: inAnneal, page: inPage, python: inPython };
  try {
    return await Promise.race([
      kinds[contender.kind](place, contender, workload, seconds),
      /** @type {Promise<Measured>} */ (tooLong),
    ]);
  } catch (error) {
    return { problem: String(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** @param {{milliseconds: number[], losses: number[]}} timing */
function summary({ milliseconds, losses }) {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  return { milliseconds: sorted[sorted.length >> 1], losses, steps: sorted.length };
}

/** @type {(place: Place, contender: Contender, workload: string, seconds: number) => Promise<Measured>} */
async function inAnneal({ browser, address }, { module, threads }, workload, seconds) {
  const pages = module.endsWith('threads') ? memoryPages : 0;
  const args = [String(threads), String(seconds), workload];
  const job = { folder: `/${module}`, args, threads, pages };
  const { results } = await runInPage(browser, address, '/bench/anneal_worker.js', job);
  const { milliseconds, losses, steps } = results[0];
  return { milliseconds, losses, steps };
}

/** @type {(place: Place, contender: Contender, workload: string, seconds: number) => Promise<Measured>} */
async function inPage({ browser, address }, contender, workload, seconds) {
  const { module: rival, threads } = contender;
  const job = { rival, workload, batch: batchFor(contender, workload), threads, seconds };
  const answer = await runInPage(browser, address, '/bench/rivals/worker.js', job);
  return answer.error ? { problem: answer.error.split('\n')[0] } : summary(answer);
}

/** Debian's own first: it has Debian's packages. */
async function findPython() {
  const system = '/usr/bin/python3';
  return (await exists(system)) ? system : 'python3';
}

/** @type {(place: Place, contender: Contender, workload: string, seconds: number) => Promise<Measured>} */
async function inPython(_, { module, threads, channelsLast, environment }, workload, seconds) {
  const { input, optimizer, batch } = workloads[workload];
  const job = {
    ...{ input, optimizer, batch, rate, threads, seconds, layers: layersOf(workloads[workload]) },
    channels_last: channelsLast ?? false,
  };
  const python = await findPython();
  const { code, stdout, output } = await run(
    python,
    [path.join(folder, module), JSON.stringify(job)],
    {
      env: { ...process.env, OMP_NUM_THREADS: String(threads), ...environment },
      milliseconds: 1e3 * limitSeconds,
    },
  );
  if (code === 0) return summary(JSON.parse(stdout));
  if (/No module named 'torch'|^Error/.test(output)) {
    return { problem: 'no PyTorch here (Debian: apt-get install python3-torch)' };
  }
  return { problem: output.trim().split('\n').at(-1) };
}
