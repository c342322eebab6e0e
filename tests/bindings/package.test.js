// The npm package as somebody else has it: packed, installed into an empty folder, used from there.

import { execFile } from 'node:child_process';
import { access, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wasmBuilds } from '../../bindings/toolchain/builds.js';
import { generatedFolder, root } from '../../bindings/toolchain/paths.js';
import { small } from './documents.js';

const run = promisify(execFile);
const typescript = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');

/** @type {string} */
let folder;
/** @type {string[]} of the package, by paths in it */
let packed;

/** @param {string} name @param {unknown} content */
const write = (name, content) =>
  writeFile(
    path.join(folder, name),
    typeof content === 'string' ? content : JSON.stringify(content),
  );

/** @param {string} source @returns {Promise<{filename: string, files: {path: string}[]}>} */
async function pack(source) {
  const options = ['--json', '--ignore-scripts', '--pack-destination', folder];
  const { stdout } = await run('npm', ['pack', source, ...options], { cwd: folder });
  return JSON.parse(stdout)[0];
}

// As `npm pack` does it, without compiling the modules again: they are there when tests run.
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'anneal-package-'));
  await run(process.execPath, ['bindings/toolchain/declarations.js'], { cwd: root });
  const { dependencies } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const sources = Object.keys(dependencies).map((name) => path.join(root, 'node_modules', name));
  const [own, ...others] = await Promise.all([root, ...sources].map(pack));
  packed = own.files.map((file) => file.path);
  await write('package.json', { name: 'empty', private: true, type: 'module' });
  const files = [own, ...others].map(({ filename }) => `./${filename}`);
  const options = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save'];
  await run('npm', ['install', ...options, ...files], { cwd: folder });
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the package', () => {
  test('holds the API, the command line and every module, and nothing else', async () => {
    for (const { name } of wasmBuilds) {
      expect(packed).toContain(`web/generated/${name}/anneal.js`);
      const module = `web/generated/${name}/anneal.wasm`;
      const isCompiled = await access(path.join(generatedFolder, name, 'anneal.wasm')).then(
        () => true,
        () => false,
      );
      expect(packed.includes(module)).toBe(isCompiled);
    }
    const allowed =
      /^(package\.json|README\.md|LICENSE|bindings\/(error|(api|cli|formats)\/\w+)\.js|bindings\/types\/.*\.d\.ts|web\/generated\/[\w-]+\/anneal\.(js|wasm))$/;
    expect(packed.filter((file) => !allowed.test(file))).toEqual([]);
  });

  test('installs nothing of the page', async () => {
    const { dependencies } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
    const installed = (await readdir(path.join(folder, 'node_modules'))).filter(
      (name) => !name.startsWith('.'),
    );
    expect(installed.sort()).toEqual(['anneal', ...Object.keys(dependencies)].sort());
  });

  test('trains in Node', async () => {
    await write(
      'train.js',
      `import { loadAnneal } from 'anneal';
      const anneal = await loadAnneal();
      const session = await anneal.createSession(${JSON.stringify(small)});
      for await (const { epochs } of session.train()) console.log(epochs.epoch.length);
      console.log(session.history().epochs.validation_accuracy.length);
      session.dispose();`,
    );
    const { stdout } = await run(process.execPath, ['train.js'], { cwd: folder });
    expect(stdout.trim().split('\n').at(-1)).toBe('3');
  });

  test('trains from the command line', async () => {
    await write('experiment.json', small);
    const words = ['--no-install', 'anneal', 'experiment.json', '--out', 'history.json'];
    const { stderr } = await run('npx', words, { cwd: folder });
    expect(stderr).toContain('15 steps, held-out accuracy');
    const { steps } = JSON.parse(await readFile(path.join(folder, 'history.json'), 'utf8'));
    expect(steps.step).toHaveLength(15);
  });

  test('has types: right code compiles in strict TypeScript and wrong code does not', async () => {
    await write(
      'use.ts',
      `import { type Anneal, AnnealError, type History, type Slice, loadAnneal } from 'anneal';

      const anneal: Anneal = await loadAnneal({ build: 'simd' });
      const files = new Map([['images', new Uint8Array(16)]]);
      const session = await anneal.createSession({ version: 1 }, { files });
      const rows: number[] = [];
      for await (const slice of session.train({ milliseconds: 20 })) {
        const { epochs, status }: Slice = slice;
        rows.push(epochs.epoch.length, status.step);
      }
      const history: History = session.history();
      const accuracies: (number | null)[] = history.epochs.validation_accuracy;
      const weights: Uint8Array = session.weights();
      try {
        session.run({ steps: 1 });
      } catch (error) {
        if (error instanceof AnnealError) console.log(error.kind, error.path, accuracies, weights);
      }

      // @ts-expect-error there is no such build
      await loadAnneal({ build: 'simd128' });
      // @ts-expect-error a session needs a document
      await anneal.createSession();
      // @ts-expect-error steps are a number
      session.run({ steps: '1' });
      // @ts-expect-error there is no such method
      session.start();
      // @ts-expect-error an accuracy may be null
      const least: number = accuracies[0];
      console.log(least);`,
    );
    const options = { strict: true, noEmit: true, target: 'ES2022', types: [] };
    await write('tsconfig.json', {
      compilerOptions: { ...options, module: 'NodeNext' },
      files: ['use.ts'],
    });
    const { stdout } = await run(process.execPath, [typescript, '--pretty', 'false'], {
      cwd: folder,
    }).catch((error) => error);
    expect(stdout).toBe('');
  });
});
