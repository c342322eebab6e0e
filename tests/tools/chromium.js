// The browser for the end-to-end tests: CHROMIUM_PATH, one on PATH, or Debian's package where the
// machine lets us install it.

import { isDebian } from '../../bindings/toolchain/apt.js';
import { exists, findOnPath, run } from '../../bindings/toolchain/process.js';
import { SetupError, progress } from '../../bindings/toolchain/report.js';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const packages = ['chromium', 'fonts-liberation'];

/** @returns {Promise<string>} path of the program */
export async function findOrInstallChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (await exists(given)) return given;
    throw new SetupError(`CHROMIUM_PATH names ${given}, which is not there.`, 'Correct it.');
  }
  const found = await findOnPath(...names);
  if (found) return found;
  const prefix = await rootPrefix();
  if (!prefix || !(await isDebian())) {
    throw new SetupError(
      'The browser tests need Chromium, and none was found on PATH.',
      'Install it (Debian, as root: apt-get install chromium), or set CHROMIUM_PATH to a Chromium or Chrome.',
    );
  }
  await install(prefix);
  const installed = await findOnPath(...names);
  if (installed) return installed;
  throw new SetupError('Chromium was installed but is not on PATH.', 'Set CHROMIUM_PATH.');
}

/**
 * What must stand before a command to run it as root, or undefined where that is not permitted.
 * @returns {Promise<string[] | undefined>}
 */
async function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  const sudo = await run('sudo', ['-n', 'true']);
  return sudo.code === 0 ? ['sudo', '-n'] : undefined;
}

/** @param {string[]} prefix */
async function install(prefix) {
  const bar = progress('Installing Chromium with apt-get');
  const aptGet = async (/** @type {string[]} */ ...args) => {
    const [command, ...rest] = [
      ...prefix,
      ...['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-o', 'APT::Status-Fd=1', ...args],
    ];
    const onLine = (/** @type {string} */ line) => {
      const status = /^(?:dl|pm)status:[^:]*:([\d.]+):(.*)/.exec(line);
      if (status) bar.update(`${Math.round(Number(status[1]))} % ${status[2]}`);
    };
    return run(command, rest, { onLine });
  };
  const wanted = ['install', '-y', '--no-install-recommends', ...packages];
  let result = await aptGet(...wanted);
  if (result.code !== 0) {
    // The usual reason: package lists that are missing or old.
    await aptGet('update');
    result = await aptGet(...wanted);
  }
  if (result.code !== 0) {
    bar.stop();
    const lines = result.output.split('\n').filter((line) => !/^(dl|pm)status:/.test(line));
    throw new SetupError(
      `Chromium could not be installed:\n${lines.slice(-8).join('\n')}`,
      'Mend apt-get, or set CHROMIUM_PATH to a Chromium or Chrome.',
    );
  }
  bar.done('done');
}
