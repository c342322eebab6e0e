// `npm start`: sets up what is missing, serves the page, and keeps it up to date while C++ and
// JavaScript change. The page is served as soon as one build is there, which stands in for those that
// are still compiled. Vite is loaded only once it is installed.

import path from 'node:path';
import { declaringBuild, wasmBuilds } from './builds.js';
import { standInForMissingModules } from './cmake.js';
import { root } from './paths.js';
import { SetupError, runMain, say } from './report.js';
import { compileModules, prepare } from './setup.js';
import { watchSources } from './watch.js';

const host = '127.0.0.1';

await runMain(async () => {
  const port = readPort();
  const toolchain = await prepare();
  const first = wasmBuilds.filter(({ name }) => name === declaringBuild);
  await compileModules(toolchain, first);
  await standInForMissingModules();
  const server = await serve(port);
  say(`Anneal is at http://${host}:${port}`);
  watchSources(
    () => compileModules(toolchain),
    () => {
      say('The core is new: a page without a run reloads itself, others at the next load');
      // web/generated/ is not watched, so Vite still holds the old scripts.
      server.environments.client.moduleGraph.invalidateAll();
      server.ws.send('anneal:compiled');
    },
  );
});

function readPort() {
  const text = process.env.PORT ?? '5173';
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new SetupError(`PORT is "${text}".`, 'Set PORT to a number from 1 to 65535.');
}

/** @param {number} port */
async function serve(port) {
  const { createServer } = await import('vite');
  const server = await createServer({
    configFile: path.join(root, 'web', 'vite.config.js'),
    server: { host, port, strictPort: true },
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
