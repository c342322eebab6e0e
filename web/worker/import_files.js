// Reads files that Anneal wrote: an experiment, the history of a run, several runs, or weights. They are not
// trusted: sizes are checked before reading, their structure here, and experiments by the core.

import { signatureBytes, signatureOf } from '../../bindings/formats/signature.js';
import { Refusal } from './results.js';

/** @typedef {import('../protocol/persistence.js').ReadRun} ReadRun */

const MAX_JSON_BYTES = 100e6;
const MAX_WEIGHT_BYTES = 1e9;
const MAX_RUNS = 500;
/** The core's limit for the length of a run. */
const MAX_ROWS = 1e7;

const STEP_COLUMNS = ['step', 'epoch', 'rate', 'loss', 'accuracy', 'gradient_norm'];
const EPOCH_COLUMNS = [
  ...['epoch', 'step', 'rate', 'train_loss', 'train_accuracy'],
  ...['validation_loss', 'validation_accuracy', 'validation_top_k_accuracy', 'weight_norm'],
];
/** Columns that must be present; missing values in others are unknown. */
const NEEDED = ['step', 'epoch'];

/**
 * @param {string} name
 * @param {Blob} content
 * @param {(document: unknown) => import('../protocol/types.js').Experiment} complete fills in and
 *   refuses
 * @returns {Promise<import('../protocol/persistence.js').AnnealFile>}
 */
export async function readOwnFile(name, content, complete) {
  const start = new Uint8Array(await content.slice(0, signatureBytes).arrayBuffer());
  if (signatureOf(start) === 'safetensors') return readWeights(name, content);
  checkSize(name, content, MAX_JSON_BYTES);
  const text = await content.text();
  const value = parse(name, text);
  if (!isObject(value)) throw refusal(name, 'holds no object {...}');
  if (Array.isArray(value.runs))
    return { kind: 'runs', runs: readRuns(name, value.runs, complete) };
  if (isObject(value.steps) && isObject(value.epochs)) {
    return { kind: 'runs', runs: [readRun(`"${name}"`, value, complete)] };
  }
  if (!('version' in value)) {
    throw refusal(
      name,
      'is neither an experiment ("version": 1) nor the history of a run ("steps")',
    );
  }
  // As text: the core checks the nesting depth before anything traverses the document.
  return { kind: 'experiment', experiment: complete(text) };
}

/**
 * @param {string} name
 * @param {Blob} content
 * @returns {Promise<import('../protocol/persistence.js').AnnealFile>}
 */
async function readWeights(name, content) {
  checkSize(name, content, MAX_WEIGHT_BYTES);
  const view = new DataView(await content.slice(0, 8).arrayBuffer());
  const length = Number(view.getBigUint64(0, true));
  if (8 + length > content.size)
    throw refusal(name, 'is cut short: its header is longer than it is');
  checkSize(name, content.slice(8, 8 + length), 1e6);
  const header = parse(name, await content.slice(8, 8 + length).text());
  if (!isObject(header)) throw refusal(name, 'has a header that is no object {...}');
  return {
    kind: 'weights',
    tensors: Object.keys(header).filter((key) => key !== '__metadata__').length,
  };
}

/**
 * @param {string} name
 * @param {unknown[]} values
 * @param {(document: unknown) => import('../protocol/types.js').Experiment} complete
 */
function readRuns(name, values, complete) {
  if (values.length > MAX_RUNS) {
    throw refusal(name, `holds ${values.length} runs: at most ${MAX_RUNS} are read`);
  }
  return values.map((value, i) => readRun(`"${name}", runs[${i}]`, value, complete));
}

/**
 * @param {string} where
 * @param {any} value
 * @param {(document: unknown) => import('../protocol/types.js').Experiment} complete
 * @returns {ReadRun}
 */
function readRun(where, value, complete) {
  if (!isObject(value)) throw new Refusal('file', `${where}: expected an object {...}`);
  const experiment = completed(where, value.experiment, complete);
  const steps = readTable(`${where}: steps`, value.steps, STEP_COLUMNS);
  const epochs = readTable(`${where}: epochs`, value.epochs, EPOCH_COLUMNS);
  const { train } = experiment.data;
  const { batch_size: batch, epochs: totalEpochs } = experiment.training;
  const stepsPerEpoch = Math.ceil(train / batch);
  const step = steps.step.length;
  const edits = readEdits(value.events, experiment, complete);
  return {
    name: typeof value.name === 'string' ? value.name.slice(0, 200) : '',
    experiment,
    edits,
    steps: /** @type {any} */ (steps),
    epochs: /** @type {any} */ (epochs),
    status: {
      step,
      epoch: Math.floor(step / stepsPerEpoch),
      totalSteps: stepsPerEpoch * totalEpochs,
      stepsPerEpoch,
      totalEpochs,
      evaluating: false,
      finished: step >= stepsPerEpoch * totalEpochs,
      diverged: false,
    },
  };
}

/**
 * @param {string} where
 * @param {unknown} experiment
 * @param {(document: unknown) => import('../protocol/types.js').Experiment} complete
 */
function completed(where, experiment, complete) {
  try {
    return complete(experiment ?? null);
  } catch (error) {
    throw new Refusal('file', `${where}: experiment: ${/** @type {Error} */ (error).message}`);
  }
}

/**
 * @param {unknown} events
 * @param {import('../protocol/types.js').Experiment} experiment
 * @param {(document: unknown) => import('../protocol/types.js').Experiment} complete
 */
function readEdits(events, experiment, complete) {
  if (!Array.isArray(events)) return [];
  return events
    .filter((event) => isObject(event) && event.type === 'schedule' && event.step >= 0)
    .map(({ step, schedule }) => ({
      step,
      schedule: complete({ ...experiment, schedule }).schedule,
    }));
}

/**
 * @param {string} where
 * @param {any} table
 * @param {string[]} names
 * @returns {Record<string, Float64Array>}
 */
function readTable(where, table, names) {
  if (!isObject(table)) throw new Refusal('file', `${where}: expected an object of columns`);
  const rows = Array.isArray(table.step) ? table.step.length : 0;
  if (rows > MAX_ROWS) throw new Refusal('file', `${where}: ${rows} rows, at most ${MAX_ROWS}`);
  const column = (/** @type {string} */ name) => {
    const values = table[name];
    if (values === undefined && !NEEDED.includes(name)) return new Float64Array(rows).fill(NaN);
    const fits = Array.isArray(values) && values.length === rows;
    if (!fits || !values.every((value) => value === null || typeof value === 'number')) {
      throw new Refusal('file', `${where}.${name}: expected a list of ${rows} numbers`);
    }
    return Float64Array.from(values, (value) => value ?? NaN);
  };
  return Object.fromEntries(names.map((name) => [name, column(name)]));
}

/**
 * @param {string} name
 * @param {string} text
 * @returns {any}
 */
function parse(name, text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refusal(name, `is no JSON: ${/** @type {Error} */ (error).message}`);
  }
}

/**
 * @param {string} name
 * @param {Blob} content
 * @param {number} most
 */
function checkSize(name, { size }, most) {
  if (size <= most) return;
  const megabytes = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(0)} MB`;
  throw refusal(name, `takes ${megabytes(size)}, and ${megabytes(most)} is the most that is read`);
}

const refusal = (/** @type {string} */ name, /** @type {string} */ what) =>
  new Refusal('file', `"${name}" ${what}`);

/** @param {any} value @returns {value is Record<string, any>} */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
