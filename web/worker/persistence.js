// Requests for checkpoints, resuming, weights, and files that Anneal wrote.

import * as Comlink from 'comlink';
import { toResult } from './results.js';
import { readOwnFile } from './import_files.js';

/**
 * The changes of the schedule in a session's history.
 *
 * @param {any} session
 * @returns {import('../protocol/persistence.js').Resumed['edits']}
 */
const editsOf = (session) =>
  session
    .history()
    .events.filter((/** @type {any} */ { type }) => type === 'schedule')
    .map((/** @type {any} */ { step, schedule }) => ({ step, schedule }));

/**
 * @param {object} worker
 * @param {() => any} worker.core the loaded Anneal
 * @param {() => import('./train_loop.js').TrainLoop} worker.openLoop throws if no run is open
 * @param {() => any} worker.openSession
 * @param {(build: import('../protocol/types.js').BuildName) => Promise<void>} worker.changeTo loads a
 *   build for this run only, if it can run here
 * @param {(run: number, document: any, files: import('../protocol/types.js').Files,
 *   make: () => Promise<any>) => Promise<import('../protocol/service.js').Opened>} worker.begin
 * @returns {import('../protocol/persistence.js').PersistenceService}
 */
export function persistenceRequests({ core, openLoop, openSession, changeTo, begin }) {
  /** Also checks the network. @param {unknown} document */
  const judge = (document) => {
    const experiment = core().completeExperiment(document);
    core().describeNetwork(experiment);
    return experiment;
  };

  return {
    checkpoint: () => toResult(() => openLoop().checkpoint()),
    resume: (run, checkpoint, files, build) =>
      toResult(async () => {
        const bytes = new Uint8Array(await checkpoint.arrayBuffer());
        // Validates the checkpoint before the open run is closed.
        const document = core().checkpointExperiment(bytes);
        await changeTo(build);
        const make = () => core().resumeSession(bytes, { files });
        const opened = await begin(run, document, files, make);
        return { ...opened, edits: editsOf(openSession()) };
      }),
    weights: () =>
      toResult(() => {
        const bytes = openSession().weights();
        return Comlink.transfer(bytes, [bytes.buffer]);
      }),
    readAnnealFile: (name, content) => toResult(() => readOwnFile(name, content, judge)),
  };
}
