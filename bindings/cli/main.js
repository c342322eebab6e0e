#!/usr/bin/env node
// The command line: `npx anneal` where the package is installed, `npm run train` in a working copy.
// A further command is a file beside train.js, chosen here by the first word.

import { AnnealError } from '../error.js';
import { UsageError, usage } from './arguments.js';
import { PathError } from './paths.js';
import { train } from './train.js';

const FAILED = 1;
const WRONG_USAGE = 2;

try {
  process.exitCode = await train(process.argv.slice(2));
} catch (error) {
  if (error instanceof UsageError) {
    console.error(`${error.message}\n\n${usage}`);
    process.exitCode = WRONG_USAGE;
  } else if (error instanceof AnnealError || error instanceof PathError) {
    console.error(error.message);
    process.exitCode = FAILED;
  } else {
    throw error;
  }
}
