// `npm run bench:report`: runs the benchmark in every build and the comparison with other libraries,
// and writes results.md from both. Takes about half an hour and wants a machine that does nothing else.
//
//   npm run bench:report -- --rounds 5     more rounds of the comparison; other options of bench:rivals too

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../bindings/toolchain/process.js';
import { SetupError, runMain } from '../../bindings/toolchain/report.js';
import { table } from './report.js';
import { rivalsTable } from './rivals/table.js';
import { targetsTable } from './targets.js';

const folder = path.dirname(new URL(import.meta.url).pathname);

/**
 * @param {string} script
 * @param {string[]} args
 * @param {string} json where it writes its figures
 */
async function measure(script, args, json) {
  const all = [path.join(folder, script), ...args, '--json', json];
  const { code } = await run(process.execPath, all, { attached: true });
  if (code !== 0) throw new SetupError(`${script} failed.`, 'Mend what it says above.');
  return JSON.parse(await readFile(json, 'utf8'));
}

await runMain(async () => {
  const temporary = await mkdtemp(path.join(tmpdir(), 'anneal-bench-'));
  try {
    const runs = await measure('browser.js', [], path.join(temporary, 'bench.json'));
    const rivals = await measure(
      'rivals.js',
      process.argv.slice(2),
      path.join(temporary, 'rivals.json'),
    );
    const processors = cpus();
    const sections = [
      '# Results',
      `Written by \`npm run bench:report\` on ${new Date().toISOString().slice(0, 10)}, on ${processors.length} cores of ${processors[0].model}. What is measured and how: [README.md](README.md).`,
      '## What was to be reached',
      targetsTable(runs, rivals),
      '## Against other libraries',
      rivalsTable(rivals),
      '## Every build',
      table(runs),
    ];
    await writeFile(path.join(folder, 'results.md'), `${sections.join('\n\n')}\n`);
  } finally {
    await rm(temporary, { recursive: true });
  }
});
