// Options and usage text of the command line.

import { parseArgs } from 'node:util';

export const usage = `Usage: anneal EXPERIMENT.json [options]
       anneal --resume CHECKPOINT [options]
       anneal --schema

Trains an experiment and prints one line for each epoch.

  EXPERIMENT.json   the experiment; - reads it from standard input
  --resume FILE     continue from a checkpoint; the history is bit-identical to that of a run without
                    interruption
  --data DIR        folder of the data files that the experiment names (default: the folder of the
                    experiment)
  --init FILE       initial weights, a safetensors file
  --save FILE       write the final weights to a safetensors file
  --checkpoint FILE write a checkpoint every ten seconds and at the end
  --range-test      run a learning-rate range test instead of training; --out receives its result
  --out FILE        write the history as JSON; - writes it to standard output
  --schema          print the JSON Schema of experiment documents, for editors, and exit
  --quiet           print no progress
  --help            print this text

In a working copy: npm run train -- EXPERIMENT.json [options]

Ctrl+C stops the run after the current step; history, weights and checkpoint are still written.

Exit codes: 0 completed, 1 failed, 2 wrong command line, 3 diverged, 130 interrupted.
`;

/** The command line itself is wrong. */
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
 * @property {boolean} schema
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
  const schema = values.schema ?? false;
  if (!help && !schema) checkExperiment(positionals, values);
  for (const [name, value] of Object.entries(values)) {
    if (value === '') throw new UsageError(`--${name} needs a value`);
  }
  return {
    ...values,
    experiment: positionals[0] ?? '',
    rangeTest: values['range-test'] ?? false,
    quiet: values.quiet ?? false,
    schema,
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
      throw new UsageError(`--resume takes no experiment: remove ${experiments[0]}`);
    }
    if (init !== undefined) throw new UsageError('--resume takes no weights: remove --init');
    return;
  }
  if (experiments.length !== 1) {
    throw new UsageError(
      experiments.length === 0
        ? 'expected an experiment, got none'
        : `expected one experiment, got ${experiments.join(', ')}`,
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
        schema: { type: 'boolean' },
        quiet: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
