// `npm run format`: formats everything in place, with the tools that `npm run check` uses.

import { root } from '../../bindings/toolchain/paths.js';
import { run } from '../../bindings/toolchain/process.js';
import { SetupError, runMain, say } from '../../bindings/toolchain/report.js';
import { prepare } from '../../bindings/toolchain/setup.js';
import { cppFiles } from './sources.js';

await runMain(async () => {
  const toolchain = await prepare();
  const prettier = ['node_modules/prettier/bin/prettier.cjs', '--write', '--log-level=warn', '.'];
  await format(process.execPath, prettier);
  if (!toolchain.clangFormat) {
    throw new SetupError('clang-format is missing.', 'Install clang-format 19 or newer.');
  }
  await format(toolchain.clangFormat, ['-i', ...(await cppFiles())]);
  say('Everything is formatted');
});

/**
 * @param {string} command
 * @param {string[]} arguments_
 */
async function format(command, arguments_) {
  const result = await run(command, arguments_, { cwd: root, attached: true });
  if (result.code === 0) return;
  throw new SetupError('Some files could not be formatted.', 'Mend the errors above.');
}
