// `npm run build` makes the static site in dist/. `npm run build:wasm` makes only the WebAssembly
// modules, `npm run build:native` the test program for this machine; both take names of builds.

import {
  allWasmBuilds,
  debugBuild,
  declaringBuild,
  namedBuilds,
  nativeBuilds,
  wasmBuilds,
} from './builds.js';
import { buildNativeTests } from './cmake.js';
import { withLock } from './lock.js';
import { debugModule, siteFolder } from './paths.js';
import { runMain, say } from './report.js';
import { compileDebugModule, compileModules, prepare } from './setup.js';
import { buildSite } from './site.js';

const [what, ...names] = process.argv.slice(2);

async function buildWasm() {
  const named = names.length > 0 ? namedBuilds(allWasmBuilds, names) : wasmBuilds;
  const forPage = named.filter((build) => build !== debugBuild).map(({ name }) => name);
  const toolchain = await prepare();
  if (forPage.length > 0) {
    // The declarations of all modules come from one.
    await compileModules(toolchain, namedBuilds(wasmBuilds, [declaringBuild, ...forPage]));
    say('The WebAssembly modules are in web/generated/');
  }
  if (named.includes(debugBuild)) {
    await compileDebugModule(toolchain);
    say(`The debug module is ${debugModule}; npm start -- --debug serves the page with it`);
  }
}

async function buildNative() {
  const builds = names.length > 0 ? namedBuilds(nativeBuilds, names) : [nativeBuilds[0]];
  const toolchain = await prepare();
  for (const build of builds) {
    say(`The tests are ${await withLock(() => buildNativeTests(toolchain, build))}`);
  }
}

await runMain(async () => {
  if (what === 'wasm') return buildWasm();
  if (what === 'native') return buildNative();
  await compileModules(await prepare());
  await buildSite();
  return say(`The site is in ${siteFolder}`);
});
