// `npm run build` makes the static site in dist/; `npm run build:wasm` only the WebAssembly modules.

import { siteFolder } from './paths.js';
import { runMain, say } from './report.js';
import { compileModules, prepare } from './setup.js';
import { buildSite } from './site.js';

await runMain(async () => {
  const toolchain = await prepare();
  await compileModules(toolchain);
  if (process.argv[2] === 'wasm') return say('The WebAssembly modules are in web/generated/');
  await buildSite();
  return say(`The site is in ${siteFolder}`);
});
