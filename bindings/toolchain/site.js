// Builds the static site in dist/ from the page's sources and the compiled modules.

import { root } from './paths.js';
import { run } from './process.js';
import { SetupError, say } from './report.js';

export async function buildSite() {
  say('Building the site');
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.js'];
  vite.push('--logLevel', 'warn');
  const result = await run(process.execPath, vite, { cwd: root, attached: true });
  if (result.code !== 0) {
    throw new SetupError('The site could not be built.', 'Mend the errors above, then try again.');
  }
}
