// `npm run train`: trains an experiment in Node and writes its history and weights. The same module
// and the same API as the page, so the same numbers.

import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { text } from 'node:stream/consumers';
import { AnnealError, loadAnneal } from './bridge.js';
import { UsageError, readArguments, usage } from './cli/arguments.js';
import { PathError, checkWritable, read, writeWhole } from './cli/paths.js';
import { Progress } from './cli/progress.js';

/** @typedef {import('./cli/arguments.js').Arguments} Arguments */
/** @typedef {import('./session.js').Session} Session */

/** Between two looks at Ctrl+C. */
const SLICE_MILLISECONDS = 50;
const INTERRUPTED = 130;

/** The module is made by a build and may not be there yet. */
async function load() {
  try {
    return await loadAnneal();
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new PathError('The core is not compiled yet: run npm run build:wasm first.');
  }
}

/**
 * @param {Awaited<ReturnType<typeof load>>} anneal
 * @param {string} document
 * @param {Arguments} options
 */
async function openSession(anneal, document, { experiment, data, init }) {
  const folder = data ?? (experiment === '-' ? '.' : path.dirname(experiment));
  const hint = data ? '' : ' --data says where the files of the experiment lie.';
  /** @type {Map<string, Uint8Array>} */
  const files = new Map();
  for (const name of anneal.fileNames(document)) {
    files.set(name, await read(path.join(folder, name), hint));
  }
  const weights = init ? await read(init) : undefined;
  return anneal.createSession(document, { files, weights });
}

/**
 * @param {Session} session
 * @param {boolean} quiet
 * @returns {Promise<boolean>} whether it came to its end
 */
async function train(session, quiet) {
  const { stepsPerEpoch } = session.status;
  const imagesPerStep = session.experiment.data.train / stepsPerEpoch;
  const progress = quiet ? null : new Progress({ output: process.stderr, imagesPerStep });
  let interrupted = false;
  const interrupt = () => {
    if (interrupted) process.exit(INTERRUPTED);
    interrupted = true;
  };
  process.on('SIGINT', interrupt);
  try {
    while (!interrupted && !session.status.finished) {
      const slice = session.run({ milliseconds: SLICE_MILLISECONDS });
      progress?.update(slice);
      await setImmediate();
    }
  } finally {
    process.off('SIGINT', interrupt);
    progress?.end();
  }
  return session.status.finished;
}

/** @param {Session} session */
function summary(session) {
  const { step, totalSteps, finished } = session.status;
  const accuracies = session.history().epochs.validation_accuracy.filter((value) => value !== null);
  const state = finished ? `${totalSteps} steps` : `ended at step ${step} of ${totalSteps}`;
  if (accuracies.length === 0) return state;
  const percent = (/** @type {number} */ value) => `${(100 * value).toFixed(2)} %`;
  const best = Math.max(...accuracies);
  return `${state}, held-out accuracy ${percent(accuracies[accuracies.length - 1])}, best ${percent(best)} in epoch ${accuracies.indexOf(best) + 1}`;
}

/** @param {Arguments} options @returns {Promise<number>} the exit code */
async function main(options) {
  const { experiment, save, out, quiet } = options;
  for (const file of [save, out]) if (file && file !== '-') await checkWritable(file);
  const document =
    experiment === '-' ? await text(process.stdin) : (await read(experiment)).toString('utf8');
  const session = await openSession(await load(), document, options);
  try {
    const complete = await train(session, quiet);
    if (!quiet) console.error(summary(session));
    if (save) await writeWhole(save, session.weights());
    if (out) {
      const history = `${JSON.stringify(session.history())}\n`;
      if (out === '-') process.stdout.write(history);
      else await writeWhole(out, history);
    }
    return complete ? 0 : INTERRUPTED;
  } finally {
    session.dispose();
  }
}

try {
  const options = readArguments(process.argv.slice(2));
  if (options.help) process.stdout.write(usage);
  else process.exitCode = await main(options);
} catch (error) {
  if (error instanceof UsageError) {
    console.error(`${error.message}\n\n${usage}`);
    process.exitCode = 2;
  } else if (error instanceof AnnealError || error instanceof PathError) {
    console.error(error.message);
    process.exitCode = 1;
  } else {
    throw error;
  }
}
