// The checks that read the sources: formatting, lint, types, layering, clang-tidy. Each counts as one.

import path from 'node:path';
import { root } from '../../bindings/toolchain/paths.js';
import { run } from '../../bindings/toolchain/process.js';
import { SetupError, say } from '../../bindings/toolchain/report.js';
import { findViolations } from './layering.js';
import { findUnorderedDraws } from './random_draws.js';
import { cppFiles, readSources } from './sources.js';
import { checkClangTidy } from './tidy/tidy.js';

/** @typedef {import('../../bindings/toolchain/toolchain.js').Toolchain} Toolchain */

/** One program a set of globals: page, worker, Node, tests. */
const typeConfigs = [
  'bindings/tsconfig.json',
  'web/tsconfig.json',
  'web/worker/tsconfig.json',
  'tests/tsconfig.json',
];

const linesShown = 40;

/**
 * @param {Toolchain} toolchain
 * @returns {Promise<import('./reports.js').Count>}
 */
export async function runChecks(toolchain) {
  const count = { passed: 0, failed: 0, skipped: 0, names: /** @type {string[]} */ ([]) };
  for (const [name, check] of checks(toolchain)) {
    const problem = await check();
    count[problem ? 'failed' : 'passed'] += 1;
    if (problem) count.names.push(name);
    say(problem ? `FAILED ${name}\n${shorten(problem)}` : `right  ${name}`);
  }
  return count;
}

/** @param {string} problem */
function shorten(problem) {
  const lines = problem.split('\n');
  if (lines.length <= linesShown) return problem;
  return `${lines.slice(0, linesShown).join('\n')}\n... and ${lines.length - linesShown} more lines`;
}

/**
 * @param {Toolchain} toolchain
 * @returns {[string, () => Promise<string>][]} each gives what is wrong, or nothing
 */
function checks(toolchain) {
  return [
    [
      'format, everything but C++ (prettier)',
      () => script('prettier/bin/prettier.cjs', '--check', '.'),
    ],
    ['format, C++ (clang-format)', () => checkCppFormat(toolchain)],
    [
      'lint (eslint)',
      () =>
        script(
          ...['eslint/bin/eslint.js', '-c', 'tests/tools/eslint.config.js', '--max-warnings', '0'],
          ...['bindings', 'web', 'tests'],
        ),
    ],
    ...typeConfigs.map(
      (config) =>
        /** @type {[string, () => Promise<string>]} */ ([
          `types, ${path.dirname(config)} (tsc)`,
          () => script('typescript/bin/tsc', '--project', config, '--pretty', 'false'),
        ]),
    ),
    ['layering, sizes and places of files', checkLayering],
    ['order of random draws', checkRandomDraws],
    ['faults in C++ (clang-tidy)', () => checkCppFaults(toolchain)],
  ];
}

/**
 * @param {string} file below node_modules
 * @param {...string} arguments_
 */
async function script(file, ...arguments_) {
  const all = [path.join('node_modules', file), ...arguments_];
  const result = await run(process.execPath, all, { cwd: root });
  return result.code === 0 ? '' : result.output.trim() || `exit code ${result.code}`;
}

/** @param {Toolchain} toolchain */
async function checkCppFormat(toolchain) {
  if (!toolchain.clangFormat) return 'clang-format is missing: install clang-format 19 or newer.';
  const files = await cppFiles();
  const result = await run(toolchain.clangFormat, ['--dry-run', '--Werror', ...files], {
    cwd: root,
  });
  if (result.code === 0) return '';
  const wrong = new Set(result.output.match(/^[^:\s]+(?=:\d+:\d+: error)/gm));
  return wrong.size === 0
    ? result.output.trim()
    : `${[...wrong].join('\n')}\nnpm run format mends this.`;
}

/** @param {Toolchain} toolchain */
async function checkCppFaults(toolchain) {
  try {
    return await checkClangTidy(toolchain);
  } catch (error) {
    if (error instanceof SetupError) return `${error.message} ${error.remedy}`;
    throw error;
  }
}

async function checkLayering() {
  return findViolations(await readSources()).join('\n');
}

/** Their order can only be set by changing what one of the compilers draws today. */
const knownUnorderedDraws = ['core/data/shapes.cpp'];

async function checkRandomDraws() {
  return [...(await readSources())]
    .filter(([file]) => /\.(cpp|h)$/.test(file) && !knownUnorderedDraws.includes(file))
    .flatMap(([file, text]) => findUnorderedDraws(file, text))
    .join('\n');
}
