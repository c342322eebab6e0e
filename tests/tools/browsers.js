// The browsers for the end-to-end tests: what CHROMIUM_PATH or FIREFOX_PATH names, one on PATH, or
// Debian's package where the machine lets us install it.

import { isDebian } from '../../bindings/toolchain/apt.js';
import { exists, findOnPath, run } from '../../bindings/toolchain/process.js';
import { SetupError, progress } from '../../bindings/toolchain/report.js';

/** @typedef {{title: string, variable: string, names: string[], package: string}} Browser */

/** @type {Record<'chromium' | 'firefox', Browser>} */
const browsers = {
  chromium: {
    title: 'Chromium',
    variable: 'CHROMIUM_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    package: 'chromium',
  },
  firefox: {
    title: 'Firefox',
    variable: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox'],
    package: 'firefox-esr',
  },
};

/**
 * @param {keyof typeof browsers} name
 * @returns {Promise<string>} path of the program
 */
export async function findOrInstallBrowser(name) {
  const browser = browsers[name];
  const { title, variable, names } = browser;
  const given = process.env[variable];
  if (given) {
    if (await exists(given)) return given;
    throw new SetupError(`${variable} names ${given}, which is not there.`, 'Correct it.');
  }
  const found = await findOnPath(...names);
  if (found) return found;
  const prefix = await rootPrefix();
  if (!prefix || !(await isDebian())) {
    throw new SetupError(
      `The browser tests need ${title}, and none was found on PATH.`,
      `Install it (Debian, as root: apt-get install ${browser.package}), or set ${variable}.`,
    );
  }
  await install(browser, prefix);
  const installed = await findOnPath(...names);
  if (installed) return installed;
  throw new SetupError(`${title} was installed but is not on PATH.`, `Set ${variable}.`);
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

/**
 * @param {Browser} browser
 * @param {string[]} prefix
 */
async function install(browser, prefix) {
  const bar = progress(`Installing ${browser.title} with apt-get`);
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
  const wanted = ['install', '-y', '--no-install-recommends', browser.package, 'fonts-liberation'];
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
      `${browser.title} could not be installed:\n${lines.slice(-8).join('\n')}`,
      `Mend apt-get, or set ${browser.variable}.`,
    );
  }
  bar.done('done');
}
