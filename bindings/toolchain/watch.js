// Compiles at once and anew after each change of the C++ sources, one compilation at a time; changes
// that come in meanwhile are taken up after it. The page's own files are Vite's.

import { watch } from 'node:fs';
import path from 'node:path';
import { root } from './paths.js';
import { say } from './report.js';

const folders = ['core', 'bindings'];
const settleMilliseconds = 150;

/**
 * @param {() => Promise<boolean>} compile whether the result is new; throws on an error
 * @param {() => void} onNew
 */
export function watchSources(compile, onNew) {
  let running = false;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  let again = false;

  const work = async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      try {
        if (await compile()) onNew();
      } catch (error) {
        say(`${error instanceof Error ? error.message : error}\nThe page keeps the last build.`);
      }
    } while (again);
    running = false;
  };

  for (const folder of folders) {
    watch(path.join(root, folder), { recursive: true }, (_event, name) => {
      if (!name || !/\.(cpp|h)$/.test(name)) return;
      clearTimeout(timer);
      timer = setTimeout(() => void work(), settleMilliseconds);
    });
  }
  void work();
}
