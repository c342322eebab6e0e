// `npm run build` makes the static site in dist/; `npm run build:wasm` only the WebAssembly modules.

import { run } from './process.js';
import { root, siteFolder } from './paths.js';
import { SetupError, runMain, say } from './report.js';
import { compileModules, prepare } from './setup.js';

await runMain(async () => {
  const toolchain = await prepare();
  await compileModules(toolchain);
  if (process.argv[2] === 'wasm') return say('The WebAssembly modules are in web/generated/');
  await buildSite();
  return say(`The site is in ${siteFolder}`);
});

async function buildSite() {
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.js'];
  const result = await run(process.execPath, vite, { cwd: root, attached: true });
  if (result.code !== 0) {
    throw new SetupError('The site could not be built.', 'Mend the errors above, then try again.');
  }
}
