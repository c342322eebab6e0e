// `npm run bench:native [-- [--json FILE] [workload ...]]`: the benchmark compiled for this machine,
// with one thread and with two.

import { buildNativeBench } from '../../bindings/toolchain/cmake.js';
import { withLock } from '../../bindings/toolchain/lock.js';
import { run } from '../../bindings/toolchain/process.js';
import { SetupError, runMain } from '../../bindings/toolchain/report.js';
import { prepare } from '../../bindings/toolchain/setup.js';
import { readArguments, report } from './report.js';

const seconds = '2';

await runMain(async () => {
  const { json, workloads } = readArguments(process.argv.slice(2));
  const toolchain = await prepare();
  const program = await withLock(() => buildNativeBench(toolchain));
  const runs = [];
  for (const threads of ['1', '2']) {
    const { code, stdout, output } = await run(program, [threads, seconds, ...workloads]);
    if (code !== 0) throw new SetupError(`The benchmark failed:\n${output}`, 'Mend it.');
    runs.push({ build: 'native', ...JSON.parse(stdout) });
  }
  await report(runs, json);
});
