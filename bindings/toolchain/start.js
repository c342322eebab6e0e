// `npm start`: sets up what is missing, serves the page, and keeps it up to date while C++ and
// JavaScript change. The page is served as soon as one build is there, which stands in for those that
// are still compiled. `npm start -- --debug` serves the page with the debug build alone, whose C++ can
// be stepped through in the browser. Vite is loaded only once it is installed.

import path from 'node:path';
import { parseArgs } from 'node:util';
import { declaringBuild, namedBuilds, wasmBuilds } from './builds.js';
import { standInForMissingModules } from './cmake.js';
import { debugModule, root } from './paths.js';
import { SetupError, runMain, say } from './report.js';
import { compileDebugModule, compileModules, prepare } from './setup.js';
import { watchSources } from './watch.js';

const host = '127.0.0.1';

/** The debug module in the place of every build that the page may choose. */
const withDebugModule = /** @type {import('vite').Plugin} */ ({
  name: 'debug-module',
  enforce: 'pre',
  resolveId: (source) => (/\/generated\/[\w-]+\/anneal\.js$/.test(source) ? debugModule : null),
});

await runMain(async () => {
  const { debug } = readArguments();
  const port = readPort();
  const toolchain = await prepare();
  const compile = debug ? compileDebugModule : compileModules;
  if (debug) await compileDebugModule(toolchain);
  else await compileModules(toolchain, namedBuilds(wasmBuilds, [declaringBuild]));
  await standInForMissingModules();
  const server = await serve(port, debug ? [withDebugModule] : []);
  say(`Anneal is at http://${host}:${port}${debug ? ', with the debug build' : ''}`);
  watchSources(
    () => compile(toolchain),
    () => {
      say('The core is new: a page without a run reloads itself, others at the next load');
      // The modules are not watched, so Vite still holds the old scripts.
      server.environments.client.moduleGraph.invalidateAll();
      server.ws.send('anneal:compiled');
    },
  );
});

function readArguments() {
  try {
    return parseArgs({ options: { debug: { type: 'boolean', default: false } } }).values;
  } catch (error) {
    throw new SetupError(
      error instanceof Error ? error.message : String(error),
      'npm start takes one argument: npm start -- --debug',
    );
  }
}

function readPort() {
  const text = process.env.PORT ?? '5173';
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new SetupError(`PORT is "${text}".`, 'Set PORT to a number from 1 to 65535.');
}

/**
 * @param {number} port
 * @param {import('vite').Plugin[]} plugins
 */
async function serve(port, plugins) {
  const { createServer } = await import('vite');
  const server = await createServer({
    configFile: path.join(root, 'web', 'vite.config.js'),
    plugins,
    server: { host, port, strictPort: true, watch: { ignored: ['**/.build/**'] } },
  });
  try {
    return await server.listen();
  } catch (error) {
    await server.close();
    if (!/already in use|EADDRINUSE/.test(String(error))) throw error;
    throw new SetupError(
      `Port ${port} is in use by another program.`,
      `End that program, or choose another port: PORT=${port + 1} npm start`,
    );
  }
}
