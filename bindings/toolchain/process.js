// Running other programs: captured, watched line by line, or attached to the terminal.

import { spawn } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import path from 'node:path';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {(line: string) => void} [onLine] called for each line of either stream
 * @property {boolean} [attached] the program writes to our terminal itself
 * @property {number} [milliseconds] after these it is ended
 */

/**
 * Never rejects: a program that cannot be started gives code 127.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{code: number, output: string, stdout: string}>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: options.attached ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      timeout: options.milliseconds,
      killSignal: 'SIGKILL',
    });
    let output = '';
    let stdout = '';
    let rest = '';
    const take = (/** @type {string} */ text, /** @type {boolean} */ isStdout) => {
      output += text;
      if (isStdout) stdout += text;
      if (!options.onLine) return;
      const lines = (rest + text).split(/\r?\n/);
      rest = lines.pop() ?? '';
      lines.forEach(options.onLine);
    };
    child.stdout?.setEncoding('utf8').on('data', (text) => take(text, true));
    child.stderr?.setEncoding('utf8').on('data', (text) => take(text, false));
    child.on('error', (error) => resolve({ code: 127, output: String(error), stdout: '' }));
    child.on('close', (code, signal) => {
      if (signal) output += `\n${command} was ended by ${signal}`;
      resolve({ code: code ?? 1, output, stdout });
    });
  });
}

/** @param {string} file */
export async function exists(file) {
  return access(file).then(
    () => true,
    () => false,
  );
}

/**
 * First of the names that PATH leads to, as an absolute path.
 * @param {...string} names
 * @returns {Promise<string | undefined>}
 */
export async function findOnPath(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
      const file = path.join(folder, name);
      const found = await access(file, constants.X_OK).then(
        () => true,
        () => false,
      );
      if (folder && found) return file;
    }
  }
  return undefined;
}
