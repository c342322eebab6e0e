// The command line of `npm run train`: what may be said, and what was.

import { parseArgs } from 'node:util';

export const usage = `Usage: npm run train -- EXPERIMENT.json [options]

Trains an experiment and reports each epoch.

  EXPERIMENT.json   the experiment, or - to read it from standard input
  --data DIR        where the files lie that it names (default: the experiment's own folder)
  --init FILE       weights to start from, as safetensors
  --save FILE       where to write the weights at the end, as safetensors
  --out FILE        where to write the history, as JSON, or - for standard output
  --quiet           no progress
  --help            this text

Ctrl+C ends the run after the step that it is at; what there is is written all the same.

Exit code: 0 the run is complete, 1 it could not be done, 2 the command line is wrong,
130 it was ended early.
`;

/** Something is wrong with the command line itself. */
export class UsageError extends Error {}

/**
 * @typedef {object} Arguments
 * @property {string} experiment
 * @property {string} [data]
 * @property {string} [init]
 * @property {string} [save]
 * @property {string} [out]
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
  if (!help && positionals.length !== 1) {
    throw new UsageError(
      positionals.length === 0
        ? 'Which experiment?'
        : `One experiment at a time: ${positionals.join(', ')}`,
    );
  }
  for (const [name, value] of Object.entries(values)) {
    if (value === '') throw new UsageError(`--${name} needs a name`);
  }
  return { ...values, experiment: positionals[0] ?? '', quiet: values.quiet ?? false, help };
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
        quiet: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
