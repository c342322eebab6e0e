// `npm run bench:rivals [-- --only NAMES --workloads NAMES --rounds N --seconds N --json FILE]`:
// Anneal against other libraries that train convolutional networks, on the same networks and batches
// in the same browser, PyTorch beside it. Each round measures every library once, each in a page or
// process of its own; the median of the rounds counts. A library that needs longer than a round's seconds
// for a single step takes part in the first round only.

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { wasmBuilds } from '../../bindings/toolchain/builds.js';
import { buildWasmBench } from '../../bindings/toolchain/cmake.js';
import { withLock } from '../../bindings/toolchain/lock.js';
import { run } from '../../bindings/toolchain/process.js';
import { SetupError, runMain, say } from '../../bindings/toolchain/report.js';
import { prepare } from '../../bindings/toolchain/setup.js';
import { launchBrowser, serve } from './pages.js';
import { contenders } from './rivals/contenders.js';
import { batchFor, measure } from './rivals/measure.js';
import { rivalsTable } from './rivals/table.js';
import { multiplyAdds, workloads } from './rivals/workloads.js';

/** @typedef {import('./rivals/contenders.js').Contender} Contender */

const benchFolder = path.dirname(new URL(import.meta.url).pathname);
const rivalsFolder = path.join(benchFolder, 'rivals');
const packagesFolder = path.join(rivalsFolder, 'node_modules');

/** Into rivals/node_modules; no package's own scripts are run. */
async function installRivals() {
  const wanted = await readFile(path.join(rivalsFolder, 'package-lock.json'), 'utf8');
  const stamp = path.join(packagesFolder, '.anneal-lock.json');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return;
  say('Installing the other libraries');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await run('npm', args, { cwd: rivalsFolder });
  if (code !== 0) throw new SetupError(`npm ci failed:\n${output}`, 'Check the network.');
  await writeFile(stamp, wanted);
}

/**
 * @param {string | undefined} text names, with commas between them
 * @param {string[]} known
 * @param {string} option
 */
function readNames(text, known, option) {
  if (text === undefined) return known;
  const names = text.split(',');
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return names;
  throw new SetupError(
    `${option}: nothing is called "${unknown}".`,
    `Known: ${[...new Set(known)].join(', ')}.`,
  );
}

/** @param {string | undefined} text @param {string} option */
function readPositive(text, option) {
  const value = Number(text);
  if (value > 0) return value;
  throw new SetupError(`${option}: expected a number above 0, got "${text}".`, 'Correct it.');
}

/** @param {Contender[]} taking part */
async function buildPrograms(taking) {
  const toolchain = await prepare();
  const needed = new Set(taking.filter(({ kind }) => kind === 'anneal').map((c) => c.module));
  /** @type {Record<string, string>} */
  const folders = {};
  for (const build of wasmBuilds.filter(({ name }) => needed.has(name))) {
    folders[build.name] = await withLock(() => buildWasmBench(toolchain, build));
  }
  return folders;
}

/**
 * @param {import('./rivals/measure.js').Place} place
 * @param {Contender[]} taking
 * @param {string} workload
 * @param {number} rounds
 * @param {number} seconds
 * @returns {Promise<import('./rivals/table.js').Row[]>}
 */
async function compare(place, taking, workload, rounds, seconds) {
  const all = taking.map((contender) => ({
    contender,
    /** @type {import('./rivals/measure.js').Measured[]} */
    measured: [],
  }));
  for (let round = 1; round <= rounds; round++) {
    for (const { contender, measured } of all) {
      const slow = measured.some(({ milliseconds = Infinity }) => milliseconds > 1e3 * seconds);
      if (slow) continue;
      say(`${workload}, round ${round} of ${rounds}: ${contender.name}, ${contender.threads}`);
      measured.push(await measure(place, contender, workload, seconds));
    }
  }
  const work = multiplyAdds(workloads[workload]);
  return all.map(({ contender, measured }) => {
    const steps = measured.flatMap(({ milliseconds }) => milliseconds ?? []);
    const { name, threads } = contender;
    const batch = batchFor(contender, workload);
    const row = {
      workload,
      name,
      threads,
      batch,
      rounds: steps.length,
      losses: measured[0].losses,
    };
    if (steps.length === 0) return { ...row, problem: measured[0].problem };
    const milliseconds = steps.toSorted((a, b) => a - b)[steps.length >> 1];
    const imagesPerSecond = (1e3 * batch) / milliseconds;
    return { ...row, milliseconds, imagesPerSecond, gflops: 6e-9 * work * imagesPerSecond };
  });
}

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      workloads: { type: 'string' },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '2' },
      json: { type: 'string' },
    },
  });
  const names = readNames(
    values.only,
    contenders.map(({ name }) => name),
    '--only',
  );
  const taking = contenders.filter(({ name }) => names.includes(name));
  const chosen = readNames(values.workloads, Object.keys(workloads), '--workloads');
  const rounds = readPositive(values.rounds, '--rounds');
  const seconds = readPositive(values.seconds, '--seconds');
  await installRivals();
  const folders = await buildPrograms(taking);
  const server = await serve({ ...folders, bench: benchFolder, packages: packagesFolder });
  const browser = await launchBrowser();
  try {
    const rows = [];
    for (const workload of chosen) {
      const place = { browser, address: server.address };
      rows.push(...(await compare(place, taking, workload, rounds, seconds)));
    }
    console.log(rivalsTable(rows));
    if (values.json) await writeFile(values.json, `${JSON.stringify(rows, undefined, 1)}\n`);
  } finally {
    await browser.close();
    server.close();
  }
});
