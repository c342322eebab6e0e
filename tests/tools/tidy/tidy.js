// Runs clang-tidy over core/ and bindings/embind/, in groups of files (groups.js) and in parallel.
// Files that were clean are remembered by the hash of all that decides it, so that a second run looks
// at what has changed alone. The checks are in .clang-tidy. Tests and benchmarks are not looked at.

import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { ensureClangTidy } from '../../../bindings/toolchain/clang_tidy.js';
import { buildFolder, root } from '../../../bindings/toolchain/paths.js';
import { run } from '../../../bindings/toolchain/process.js';
import { progress } from '../../../bindings/toolchain/report.js';
import { readSources } from '../sources.js';
import { groupSources } from './groups.js';
import { ownHeaders } from './includes.js';

/** @typedef {import('../../../bindings/toolchain/toolchain.js').Toolchain} Toolchain */
/** @typedef {import('./groups.js').Source & {hash: string, flags: string[]}} Candidate */

const folder = path.join(buildFolder, 'clang-tidy');
const cleanFile = path.join(folder, 'clean.json');
const mostLines = 2000;

/**
 * @param {Toolchain} toolchain
 * @returns {Promise<string>} the findings, or nothing
 */
export async function checkClangTidy(toolchain) {
  const program = await ensureClangTidy();
  const all = await candidates(program, toolchain);
  const clean = await readClean();
  const wanted = all.filter(({ hash }) => !clean.has(hash));
  if (wanted.length === 0) return '';
  await mkdir(folder, { recursive: true });
  const byFile = new Map(wanted.map((source) => [source.file, source]));
  // Few files are spread over all processors; many share the large headers.
  const lines = Math.min(mostLines, lineCount(wanted) / jobs());
  const groups = [...new Set(wanted.map(({ flags }) => flags))]
    .flatMap((flags) =>
      groupSources(
        wanted.filter((source) => source.flags === flags),
        lines,
      ),
    )
    .sort((a, b) => b.length - a.length);
  const bar = progress(`Checking ${wanted.length} of ${all.length} C++ sources`);
  /** @type {Set<string>} */
  const findings = new Set();
  let done = 0;
  await inParallel(groups, async (files) => {
    const sources = files.map((file) => /** @type {Candidate} */ (byFile.get(file)));
    const problem = await checkGroup(program, sources);
    if (problem) findings.add(problem);
    else for (const { hash } of sources) clean.add(hash);
    done += files.length;
    bar.update(`${done} done`);
  });
  bar.done('done');
  const current = all.map(({ hash }) => hash).filter((hash) => clean.has(hash));
  await writeFile(cleanFile, JSON.stringify(current));
  return [...findings].join('\n');
}

/**
 * @param {string} program
 * @param {Toolchain} toolchain
 * @returns {Promise<Candidate[]>}
 */
async function candidates(program, toolchain) {
  const sources = await readSources();
  const version = (await run(program, ['--version'])).stdout;
  const checks = await readFile(path.join(root, '.clang-tidy'), 'utf8');
  const flagsOf = compilerFlags(toolchain);
  return [...sources.keys()].flatMap((file) => {
    const flags = flagsOf.find(({ files }) => files.test(file))?.flags;
    if (!flags) return [];
    const text = sources.get(file) ?? '';
    const headers = ownHeaders(file, sources)
      .map((header) => sources.get(header))
      .join('\n');
    const hash = createHash('sha256');
    for (const part of [version, checks, ...flags, file, text, headers]) hash.update(`${part}\0`);
    return { file, text, headers, flags, hash: hash.digest('hex') };
  });
}

/**
 * The flags that decide how a source reads; those that only make it faster are left out.
 * @param {Toolchain} toolchain
 */
function compilerFlags(toolchain) {
  const both = ['-std=c++20', '-Icore', '-DXTENSOR_USE_XSIMD', '-isystem', toolchain.include];
  const sysroot = path.join(toolchain.emscripten.root, 'cache', 'sysroot');
  const wasm = ['--target=wasm32-unknown-emscripten', `--sysroot=${sysroot}`, '-msimd128'];
  // Emscripten's own headers that stand before those of its C library.
  wasm.push('-iwithsysroot/include/compat');
  const names = ['-DANNEAL_BUILD_NAME=""', '-DANNEAL_VERSION=""'];
  return [
    { files: /^core\/.*\.cpp$/, flags: both },
    {
      files: /^bindings\/embind\/.*\.cpp$/,
      flags: [...both, '-I.', ...wasm, '-fwasm-exceptions', ...names],
    },
  ];
}

/**
 * @param {string} program
 * @param {Candidate[]} sources
 * @returns {Promise<string>}
 */
async function checkGroup(program, sources) {
  const unit = path.join(folder, `${sources[0].hash.slice(0, 16)}.cpp`);
  const includes = sources.map(({ file }) => `#include ${JSON.stringify(path.join(root, file))}\n`);
  await writeFile(unit, includes.join(''));
  const config = `--config-file=${path.join(root, '.clang-tidy')}`;
  const arguments_ = ['--quiet', config, unit, '--', ...sources[0].flags];
  const result = await run(program, arguments_, { cwd: root });
  if (result.code === 0) return '';
  if (sources.length > 1 && result.output.includes('[clang-diagnostic-error')) {
    const half = Math.ceil(sources.length / 2);
    const first = await checkGroup(program, sources.slice(0, half));
    return first + (await checkGroup(program, sources.slice(half)));
  }
  return readable(result.stdout || result.output);
}

/** @param {string} output clang-tidy's, with absolute paths */
function readable(output) {
  return output
    .split('\n')
    .filter((line) => !/^\d+ warnings? /.test(line))
    .join('\n')
    .replaceAll(`${root}/`, '')
    .trim();
}

/** @returns {Promise<Set<string>>} */
async function readClean() {
  return new Set(JSON.parse(await readFile(cleanFile, 'utf8').catch(() => '[]')));
}

/** @param {Candidate[]} sources */
function lineCount(sources) {
  return sources.reduce((lines, { text }) => lines + text.split('\n').length, 0);
}

function jobs() {
  return Number(process.env.ANNEAL_JOBS) || availableParallelism();
}

/**
 * @param {string[][]} items
 * @param {(item: string[]) => Promise<void>} work
 */
async function inParallel(items, work) {
  const left = [...items];
  const worker = async () => {
    for (let item = left.shift(); item; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: jobs() }, worker));
}
