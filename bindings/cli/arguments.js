// The command line of `npm run train`: what may be said, and what was.

import { parseArgs } from 'node:util';

export const usage = `Usage: npm run train -- EXPERIMENT.json [options]
       npm run train -- --resume CHECKPOINT [options]

Trains an experiment and reports each epoch.

  EXPERIMENT.json   the experiment, or - to read it from standard input
  --resume FILE     go on from a checkpoint instead, bit for bit as if it had not been interrupted
  --data DIR        where the files lie that it names (default: the experiment's own folder)
  --init FILE       weights to start from, as safetensors
  --save FILE       where to write the weights at the end, as safetensors
  --checkpoint FILE where to write a checkpoint, every ten seconds and at the end
  --range-test      instead of training, try which learning rates the network can bear; --out takes
                    the result
  --out FILE        where to write the history, as JSON, or - for standard output
  --quiet           no progress
  --help            this text

Ctrl+C ends the run after the step that it is at; what there is is written all the same.

Exit code: 0 the run is complete, 1 it could not be done, 2 the command line is wrong,
3 it diverged, 130 it was ended early.
`;

/** Something is wrong with the command line itself. */
export class UsageError extends Error {}

/**
 * @typedef {object} Arguments
 * @property {string} experiment empty with --resume
 * @property {string} [data]
 * @property {string} [init]
 * @property {string} [save]
 * @property {string} [out]
 * @property {string} [resume]
 * @property {string} [checkpoint]
 * @property {boolean} rangeTest
 * @property {boolean} quiet
 * @property {boolean} help
 */

/**
 * @param {string[]} words
 * @returns {Arguments}
 */
export function readArguments(words) {
  const { values, positionals } = parse(words);
  const help = values.help ?? false;
  if (!help) checkExperiment(positionals, values);
  for (const [name, value] of Object.entries(values)) {
    if (value === '') throw new UsageError(`--${name} needs a name`);
  }
  return {
    ...values,
    experiment: positionals[0] ?? '',
    rangeTest: values['range-test'] ?? false,
    quiet: values.quiet ?? false,
    help,
  };
}

/**
 * @param {string[]} experiments
 * @param {{resume?: string, init?: string}} values
 */
function checkExperiment(experiments, { resume, init }) {
  if (resume !== undefined) {
    if (experiments.length > 0) {
      throw new UsageError(`--resume has its own experiment, ${experiments[0]} is one too many`);
    }
    if (init !== undefined)
      throw new UsageError('--resume has its own weights, --init is too many');
    return;
  }
  if (experiments.length !== 1) {
    throw new UsageError(
      experiments.length === 0
        ? 'Which experiment?'
        : `One experiment at a time: ${experiments.join(', ')}`,
    );
  }
}

/** @param {string[]} words */
function parse(words) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        init: { type: 'string' },
        save: { type: 'string' },
        out: { type: 'string' },
        resume: { type: 'string' },
        checkpoint: { type: 'string' },
        'range-test': { type: 'boolean' },
        quiet: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
