// The train command: trains an experiment in Node and writes its history and weights. The module and
// the API are those of the page, and so are the numbers.

import path from 'node:path';
import { text } from 'node:stream/consumers';
import { loadAnneal } from '../api/index.js';
import { toJsonSchema } from '../api/json_schema.js';
import { readArguments, usage } from './arguments.js';
import { PathError, checkWritable, read, writeWhole } from './paths.js';
import { Progress } from './progress.js';

/** @typedef {import('./arguments.js').Arguments} Arguments */
/** @typedef {import('../api/session.js').Session} Session */

const DIVERGED = 3;
const INTERRUPTED = 130;
const CHECKPOINT_MILLISECONDS = 10_000;

/** In a working copy the module may not be compiled yet. */
async function load() {
  try {
    return await loadAnneal();
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new PathError('The core is not compiled yet: run npm run build:wasm first.');
  }
}

/**
 * The files that an experiment names, out of a folder.
 *
 * @param {string[]} names
 * @param {string} folder
 * @param {string} hint
 */
async function readFiles(names, folder, hint) {
  /** @type {Map<string, Uint8Array>} */
  const files = new Map();
  for (const name of names) files.set(name, await read(path.join(folder, name), hint));
  return files;
}

/**
 * @param {Awaited<ReturnType<typeof load>>} anneal
 * @param {Arguments} options
 */
async function openSession(anneal, { experiment, data, init, resume }) {
  const folder = data ?? (resume || experiment === '-' ? '.' : path.dirname(experiment));
  const hint = data ? '' : ' --data says where the files of the experiment lie.';
  if (resume) {
    const checkpoint = await read(resume);
    const names = anneal.fileNames(anneal.checkpointExperiment(checkpoint));
    return anneal.resumeSession(checkpoint, { files: await readFiles(names, folder, hint) });
  }
  const document =
    experiment === '-' ? await text(process.stdin) : (await read(experiment)).toString('utf8');
  const files = await readFiles(anneal.fileNames(document), folder, hint);
  const weights = init ? await read(init) : undefined;
  return anneal.createSession(document, { files, weights });
}

/**
 * @param {Session} session
 * @param {Arguments} options
 * @returns {Promise<number>} the exit code
 */
async function trainSession(session, { quiet, checkpoint }) {
  const { stepsPerEpoch } = session.status;
  const imagesPerStep = session.experiment.data.train / stepsPerEpoch;
  const progress = quiet ? null : new Progress({ output: process.stderr, imagesPerStep });
  let interrupted = false;
  const interrupt = () => {
    if (interrupted) process.exit(INTERRUPTED);
    interrupted = true;
  };
  process.on('SIGINT', interrupt);
  let saved = Date.now();
  try {
    for await (const slice of session.train()) {
      progress?.update(slice);
      if (checkpoint && Date.now() - saved >= CHECKPOINT_MILLISECONDS) {
        await writeWhole(checkpoint, session.checkpoint());
        saved = Date.now();
      }
      if (interrupted) break;
    }
  } finally {
    process.off('SIGINT', interrupt);
    progress?.end();
  }
  if (checkpoint) await writeWhole(checkpoint, session.checkpoint());
  if (session.divergence) console.error(session.divergence.message);
  return session.status.finished ? 0 : session.status.diverged ? DIVERGED : INTERRUPTED;
}

/** @param {Session} session */
function testRates(session) {
  const test = session.rangeTest();
  try {
    return test.run();
  } finally {
    test.dispose();
  }
}

/** @param {import('../api/range_test.js').RangeTestResult} result */
function rateTable({ rates, losses, smooth_losses, suggestion }) {
  const cell = (/** @type {number | null} */ value) => (value ?? NaN).toPrecision(4).padStart(10);
  const lines = rates.map((rate, i) =>
    [rate.toExponential(3).padStart(10), cell(losses[i]), cell(smooth_losses[i])].join('  '),
  );
  const rules = {
    steepest: 'the loss falls fastest there',
    tenth_of_minimum: 'a tenth of the rate where the loss is least',
  };
  return [
    '      rate        loss      smooth',
    ...lines,
    suggestion
      ? `Suggested rate: ${suggestion.rate.toPrecision(2)} (${rules[suggestion.rule]})`
      : 'No rate is suggested: the loss did not fall at any.',
  ].join('\n');
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

/**
 * @param {string | undefined} file
 * @param {unknown} value
 */
async function writeJson(file, value) {
  if (!file) return;
  const content = `${JSON.stringify(value)}\n`;
  if (file === '-') process.stdout.write(content);
  else await writeWhole(file, content);
}

/**
 * @param {string[]} words the command line behind the name of the program
 * @returns {Promise<number>} the exit code
 */
export async function train(words) {
  const options = readArguments(words);
  const { help, save, out, quiet, checkpoint, rangeTest } = options;
  if (help) {
    process.stdout.write(usage);
    return 0;
  }
  if (options.schema) {
    process.stdout.write(`${JSON.stringify(toJsonSchema((await load()).schema()), null, 2)}\n`);
    return 0;
  }
  for (const file of [save, out, checkpoint]) if (file && file !== '-') await checkWritable(file);
  const session = await openSession(await load(), options);
  try {
    if (rangeTest) {
      const result = testRates(session);
      if (!quiet) console.error(rateTable(result));
      await writeJson(out, result);
      return 0;
    }
    const code = await trainSession(session, options);
    if (!quiet) console.error(summary(session));
    if (save) await writeWhole(save, session.weights());
    await writeJson(out, session.history());
    return code;
  } finally {
    session.dispose();
  }
}
