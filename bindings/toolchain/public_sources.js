// Installation on machines that are not Debian: compiler and headers from their public repositories
// with git. The result has the same layout as the unpacked packages.

import { cp, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { indent } from './apt.js';
import { publicSources } from './pins.js';
import { exists, run } from './process.js';
import { SetupError, say } from './report.js';

/**
 * @param {string} folder the toolchain folder
 * @param {boolean} withEmscripten
 */
export async function installPublicSources(folder, withEmscripten) {
  const include = path.join(folder, 'usr/include');
  await mkdir(include, { recursive: true });
  for (const source of publicSources.headers) {
    const copy = await clone(source, folder);
    await cp(path.join(copy, source.from), path.join(include, path.basename(source.from)), {
      recursive: true,
    });
  }
  await cp(await clone(publicSources.googletest, folder), path.join(folder, 'usr/src/googletest'), {
    recursive: true,
  });
  if (!withEmscripten) return;
  const emsdk = await clone(publicSources.emsdk, folder);
  for (const action of ['install', 'activate']) {
    say(`Emscripten SDK: ${action} ${publicSources.emsdk.tag}`);
    const result = await run('./emsdk', [action, publicSources.emsdk.tag], {
      cwd: emsdk,
      attached: true,
    });
    if (result.code !== 0) {
      throw new SetupError(
        `The Emscripten SDK could not be set up (emsdk ${action} failed).`,
        'Check the network, then try again; or install Emscripten yourself and set EMSDK.',
      );
    }
  }
}

/** Where the SDK's compiler lies after `installPublicSources`. */
export function emsdkFolder(/** @type {string} */ folder) {
  return path.join(folder, 'sources', 'emsdk');
}

/**
 * A copy that an earlier try left is used again.
 * @param {{url: string, tag: string}} source
 * @param {string} folder
 */
async function clone(source, folder) {
  const name = path.basename(source.url, '.git');
  const target = path.join(folder, 'sources', name);
  if (await exists(path.join(target, '.git', 'HEAD'))) return target;
  say(`Fetching ${name} ${source.tag}`);
  await rm(target, { recursive: true, force: true });
  await mkdir(path.dirname(target), { recursive: true });
  const result = await run('git', [
    ...['-c', 'advice.detachedHead=false', 'clone', '--quiet', '--depth', '1'],
    ...['--branch', source.tag, source.url, target],
  ]);
  if (result.code !== 0) {
    await rm(target, { recursive: true, force: true });
    throw new SetupError(
      `${name} could not be fetched:\n${indent(result.output)}`,
      `Check that git is installed and ${source.url} can be reached, then try again.`,
    );
  }
  return target;
}
