// Installs the npm packages of the lock file when they are missing or the lock file has changed.

import { copyFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { indent } from './apt.js';
import { root } from './paths.js';
import { run } from './process.js';
import { SetupError, progress } from './report.js';

const lockFile = path.join(root, 'package-lock.json');
/** Inside node_modules, which npm clears first: a broken installation has no stamp. */
const stampFile = path.join(root, 'node_modules', '.anneal-lock.json');

export async function ensureNodeModules() {
  const wanted = await readFile(lockFile, 'utf8');
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === wanted) return;
  const count = Object.keys(JSON.parse(wanted).packages).length - 1;
  const bar = progress(`Installing ${count} npm packages`);
  const started = Date.now();
  const tell = () => bar.update(`${Math.round((Date.now() - started) / 1000)} s`);
  tell();
  const timer = setInterval(tell, 1000);
  const result = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
  });
  clearInterval(timer);
  if (result.code !== 0) {
    bar.stop();
    throw new SetupError(
      `npm ci failed:\n${indent(result.output)}`,
      /ENOSPC/.test(result.output)
        ? 'Free some disk space, then try again.'
        : 'Check the network, then try again.',
    );
  }
  await copyFile(lockFile, stampFile);
  bar.done('done');
}
