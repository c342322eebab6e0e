// The examples of the README work as they stand there: the document, the commands, the JavaScript.

import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadAnneal } from '../../bindings/api/index.js';
import { root } from '../../bindings/toolchain/paths.js';

const run = promisify(execFile);

/** @type {string} */
let readme;
/** @type {string} the home folder of the commands, in which they run */
let folder;

beforeAll(async () => {
  readme = await readFile(path.join(root, 'README.md'), 'utf8');
  folder = await mkdtemp(path.join(tmpdir(), 'anneal-readme-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** @param {string} language @param {string} heading in front of it */
function block(language, heading) {
  const section = readme.slice(readme.indexOf(`${heading}\n`));
  const found = new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(section);
  if (!found) throw new Error(`README.md has no ${language} block below "${heading}"`);
  return found[1];
}

/** As in files of MNIST: `count` images of 28 x 28, each of one grey, and labels. @param {number} count */
function mnistFiles(count) {
  const size = [0, 0, count >> 8, count & 255];
  const images = new Uint8Array(16 + count * 784).map((_, i) => Math.floor(i / 784));
  images.set([0, 0, 8, 3, ...size, 0, 0, 0, 28, 0, 0, 0, 28]);
  const labels = Array.from({ length: count }, (_, i) => i % 10);
  return { images, labels: Uint8Array.from([0, 0, 8, 1, ...size, ...labels]) };
}

describe('the README', () => {
  test('shows a document that trains by the commands that it shows', async () => {
    const document = JSON.parse(block('json', '## An experiment is one JSON document'));
    const anneal = await loadAnneal();
    expect(anneal.completeExperiment(document)).toMatchObject(document);
    const { images, labels } = mnistFiles(60);
    await mkdir(path.join(folder, 'mnist'));
    await writeFile(path.join(folder, 'mnist', document.data.images), gzipSync(images));
    await writeFile(path.join(folder, 'mnist', document.data.labels), gzipSync(labels));
    // Less of the same, for time.
    Object.assign(document.data, { train: 40, validation: 20 });
    document.training.epochs = 2;
    await writeFile(path.join(folder, 'experiment.json'), JSON.stringify(document));
    const program = `"${process.execPath}" "${path.join(root, 'bindings', 'cli', 'main.js')}"`;
    const commands = block('sh', '### From the command line').trim().split('\n');
    for (const command of commands) {
      expect(command).toMatch(/^npx anneal /);
      const ours = command.replace('npx anneal', program);
      await run('sh', ['-c', ours], { cwd: folder, env: { ...process.env, HOME: folder } });
    }
    const written = commands.flatMap((command) =>
      [...command.matchAll(/--(?:out|save|checkpoint) (\S+)/g)].map((match) => match[1]),
    );
    expect(written).toHaveLength(4);
    for (const file of written) await access(path.join(folder, file));
  });

  test('shows JavaScript that trains and yields between slices', async () => {
    const code = block('js', '### From JavaScript');
    // A timer that fires during the run shows that the loop lets the event loop turn.
    const watched = `const timer = setInterval(() => console.log('tick'), 1);\n${code}\nclearInterval(timer);`;
    const words = ['--input-type=module', '--eval', watched];
    const { stdout } = await run(process.execPath, words, { cwd: root });
    const lines = stdout.trim().split('\n');
    const steps = lines.filter((line) => /^step \d+ of \d+$/.test(line));
    expect(steps.at(-1)).toMatch(/^step (\d+) of \1$/);
    expect(lines.slice(0, lines.lastIndexOf(steps[steps.length - 1]))).toContain('tick');
    expect(stdout).toMatch(/\[\s*0\.\d+,\s*0\.\d+,\s*0\.\d+\s*\]\s*(tick\s*)?$/);
  });
});
