// Exported files, which this page, the command line and other programs can read. Long texts are built in
// chunks with pauses, so that the page stays responsive.

/** @typedef {import('../training/run.js').Run} Run */
/** @typedef {{name: string, content: Blob}} SavedFile */

const json = (/** @type {BlobPart[]} */ parts) => new Blob(parts, { type: 'application/json' });

/** Yields to the event loop. */
const breathe = () => new Promise((resolve) => setTimeout(resolve));

/**
 * A file name that is valid on every file system.
 *
 * @param {string} title
 * @param {string} otherwise
 */
export function fileName(title, otherwise) {
  const plain = title
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 60);
  return plain || otherwise;
}

/** @param {import('../../protocol/types.js').Experiment} experiment @returns {SavedFile} */
export function experimentFile(experiment) {
  const text = `${JSON.stringify(experiment, null, 2)}\n`;
  return { name: `${fileName(experiment.name ?? '', 'experiment')}.json`, content: json([text]) };
}

/**
 * The history of the open run, as returned by the core, with the name of the run.
 *
 * @param {Run} run
 * @param {import('../../protocol/types.js').History} history
 * @returns {SavedFile}
 */
export function historyFile(run, history) {
  const text = JSON.stringify({ name: run.name.peek(), ...history });
  return { name: `${nameOf(run)}-history.json`, content: json([text, '\n']) };
}

/** The history of a run that is not open, from the metrics on the page. @param {Run} run @returns {Promise<SavedFile>} */
export async function runFile(run) {
  return { name: `${nameOf(run)}-history.json`, content: json([...(await runParts(run)), '\n']) };
}

/** @param {Run[]} runs @returns {Promise<SavedFile>} */
export async function runsFile(runs) {
  /** @type {string[]} */
  const parts = [];
  for (const run of runs) {
    parts.push(parts.length > 0 ? ',\n' : '', ...(await runParts(run)));
  }
  return { name: 'runs.json', content: json(['{"runs": [\n', ...parts, '\n]}\n']) };
}

/** @param {Run} run @param {Uint8Array} bytes @returns {SavedFile} */
export function weightsFile(run, bytes) {
  const content = new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)]);
  return { name: `${nameOf(run)}-step-${run.status.step}.safetensors`, content };
}

const nameOf = (/** @type {Run} */ run) => fileName(run.name.peek(), `run-${run.number}`);

/** @param {Run} run @returns {Promise<string[]>} */
async function runParts(run) {
  const { name, experiment, edits, steps, epochs } = run.toRecord();
  const events = edits.map(({ step, schedule }) => ({ step, type: 'schedule', schedule }));
  return [
    `{"name": ${JSON.stringify(name)}, "experiment": ${JSON.stringify(experiment)}, "steps": {`,
    ...(await tableParts(steps)),
    '}, "epochs": {',
    ...(await tableParts(epochs)),
    `}, "events": ${JSON.stringify(events)}}`,
  ];
}

/** @param {Record<string, ArrayLike<number>>} table */
async function tableParts(table) {
  /** @type {string[]} */
  const parts = [];
  for (const [key, column] of Object.entries(table)) {
    await breathe();
    const comma = parts.length > 0 ? ', ' : '';
    parts.push(`${comma}${JSON.stringify(key)}: ${JSON.stringify(Array.from(column))}`);
  }
  return parts;
}
