// Fetches Debian packages without root and without touching the system: apt works on a state of its
// own (sources, lists, cache, an empty status file) below our folder. The mirror is the machine's.
// Unpacking is in unpack.js; which packages there are is in pins.js.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { debianSuite } from './pins.js';
import { exists, run } from './process.js';
import { SetupError, megabytes, progress, say } from './report.js';

/** @typedef {{name: string, size: number, hash: string}} Archive */

/** Debian proper; its relatives have mirrors that do not carry the suite. */
export async function isDebian() {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return /^ID="?debian"?$/m.test(release);
}

/**
 * The address of a Debian mirror, from the machine's own apt configuration. apt knows its index
 * targets only after an update, so without lists it is asked what an update would fetch.
 * @param {string[]} privateOptions
 */
async function findMirror(privateOptions) {
  const format = '$(CREATED_BY) $(COMPONENT) $(RELEASE) $(REPO_URI)';
  const targets = await run('apt-get', ['indextargets', '--format', format]);
  const mirrors = targets.stdout
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([kind, part, suite]) => kind === 'Packages' && part === 'main' && plain(suite))
    .map((words) => words[3]);
  if (mirrors.length === 0) {
    const planned = await run('apt-get', [...privateOptions, 'update', '--print-uris']);
    for (const match of planned.stdout.matchAll(/^'(\S+\/)dists\/([^/]+)\/InRelease'/gm)) {
      if (plain(match[2])) mirrors.push(match[1]);
    }
  }
  if (mirrors.length > 0) return mirrors[0];
  throw new SetupError(
    'apt-get names no Debian mirror to fetch the toolchain from.',
    'Put a Debian mirror into /etc/apt/sources.list, or install the emsdk and set EMSDK.',
  );
}

/** Security and update suites are kept apart from the main archive. */
function plain(/** @type {string} */ suite) {
  return /^[a-z]+$/.test(suite);
}

/**
 * @param {string} folder
 * @returns {Promise<string[]>} apt-get's options for the private state
 */
async function preparePrivateState(folder) {
  const lists = path.join(folder, 'lists');
  await mkdir(path.join(lists, 'partial'), { recursive: true });
  await mkdir(path.join(folder, 'cache', 'archives', 'partial'), { recursive: true });
  await writeFile(path.join(folder, 'status'), '');
  return [
    `Dir::State::Lists=${lists}`,
    `Dir::State::status=${path.join(folder, 'status')}`,
    `Dir::Cache=${path.join(folder, 'cache')}`,
    'Acquire::Languages=none',
    'Acquire::Retries=3',
    ...(process.getuid?.() === 0 ? ['APT::Sandbox::User=root'] : []),
  ].flatMap((option) => ['-o', option]);
}

/**
 * Reads the suite's index; tries again with Debian's keyring where apt's own keys do not suffice.
 * @param {string} folder
 * @returns {Promise<string[]>} apt-get's options for the suite
 */
async function openSuite(folder) {
  const options = await preparePrivateState(folder);
  const mirror = await findMirror(options);
  const list = path.join(folder, 'sources.list');
  const ours = [
    ...options,
    ...['-o', `Dir::Etc::sourcelist=${list}`, '-o', 'Dir::Etc::sourceparts=/dev/null'],
  ];
  const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
  const signers = ['', ...((await exists(keyring)) ? [`[signed-by=${keyring}] `] : [])];
  let output = '';
  for (const signer of signers) {
    await writeFile(list, `deb ${signer}${mirror} ${debianSuite} main\n`);
    const result = await run('apt-get', [...ours, 'update', '--error-on=any']);
    if (result.code === 0) return ours;
    output = result.output;
  }
  throw new SetupError(
    `The package index of Debian ${debianSuite} could not be read:\n${indent(output)}`,
    `Check the network and that the mirror in /etc/apt carries ${debianSuite}, then try again.`,
  );
}

/**
 * Brings the packages into `folder`/archives. Archives that an earlier try left are kept if size
 * and hash are right, so that a broken download goes on where it stopped.
 * @param {string[]} packages
 * @param {string} folder
 * @param {(bytes: number) => Promise<void>} beforeDownload gets the size of the download; may throw
 * @returns {Promise<string[]>} paths of the archives
 */
export async function fetchPackages(packages, folder, beforeDownload) {
  const archives = path.join(folder, 'archives');
  await mkdir(archives, { recursive: true });
  say(`Reading the package index of Debian ${debianSuite}`);
  const options = await openSuite(folder);
  const planned = await run('apt-get', [...options, 'download', '--print-uris', ...packages]);
  /** @type {Archive[]} */
  const wanted = [...planned.stdout.matchAll(/^'\S+' (\S+) (\d+) SHA256:(\w+)$/gm)].map(
    ([, name, size, hash]) => ({ name, size: Number(size), hash }),
  );
  if (planned.code !== 0 || wanted.length < packages.length) {
    throw new SetupError(
      `Debian ${debianSuite} does not offer all packages of the toolchain:\n${indent(planned.output)}`,
      'Check that the mirror in /etc/apt is complete, or install the emsdk and set EMSDK.',
    );
  }
  const total = sum(wanted);
  const missing = await notYetThere(wanted, archives);
  await beforeDownload(sum(missing));
  if (missing.length > 0) await download(options, packages, wanted, total, folder);
  const bad = await notYetThere(wanted, archives);
  if (bad.length > 0) {
    throw new SetupError(
      `The download is incomplete: ${bad.map((archive) => archive.name).join(', ')}`,
      'Try again: what has arrived is kept.',
    );
  }
  return wanted.map((archive) => path.join(archives, archive.name));
}

/**
 * @param {string[]} options
 * @param {string[]} packages
 * @param {Archive[]} wanted
 * @param {number} total
 * @param {string} folder
 */
async function download(options, packages, wanted, total, folder) {
  const archives = path.join(folder, 'archives');
  const bar = progress(`Downloading ${wanted.length} packages`);
  const show = async () => {
    const bytes = (await folderBytes(archives)) + (await folderBytes(path.join(folder, 'cache')));
    bar.update(`${megabytes(Math.min(bytes, total))} of ${megabytes(total)}`);
  };
  const timer = setInterval(() => void show().catch(() => {}), 500);
  const result = await run('apt-get', [...options, 'download', ...packages], { cwd: archives });
  clearInterval(timer);
  if (result.code !== 0) {
    bar.stop();
    const full = /no space left/i.test(result.output);
    throw new SetupError(
      `The toolchain could not be downloaded:\n${indent(result.output)}`,
      full
        ? 'Free some disk space, then try again: what has arrived is kept.'
        : 'Check the network, then try again: what has arrived is kept.',
    );
  }
  bar.done(`${megabytes(total)}, done`);
}

/**
 * @param {Archive[]} wanted
 * @param {string} archives
 */
async function notYetThere(wanted, archives) {
  const checks = wanted.map(async (archive) => {
    const file = path.join(archives, archive.name);
    const size = await stat(file).then(
      (found) => found.size,
      () => -1,
    );
    return size === archive.size && (await sha256(file)) === archive.hash;
  });
  const there = await Promise.all(checks);
  return wanted.filter((_, index) => !there[index]);
}

/** @param {string} file */
async function sha256(file) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}

/** @param {Archive[]} archives */
function sum(archives) {
  return archives.reduce((bytes, archive) => bytes + archive.size, 0);
}

/** @param {string} folder */
async function folderBytes(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const sizes = entries
    .filter((entry) => entry.name.endsWith('.deb') || entry.parentPath.endsWith('partial'))
    .filter((entry) => entry.isFile())
    .map((entry) =>
      stat(path.join(entry.parentPath, entry.name)).then(
        (found) => found.size,
        () => 0,
      ),
    );
  return (await Promise.all(sizes)).reduce((all, size) => all + size, 0);
}

/** The last lines of a program's output, set in below our own message. */
export function indent(/** @type {string} */ output) {
  return output
    .trim()
    .split('\n')
    .slice(-8)
    .map((line) => `    ${line}`)
    .join('\n');
}
