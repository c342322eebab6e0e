// Writes the TypeScript declarations of the JavaScript API to bindings/types/, for the npm package:
// tsc derives them from the JSDoc; those of the compiled module come from the compiler and are copied.

import { copyFile, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { declaringBuild } from './builds.js';
import { generatedFolder, root } from './paths.js';
import { run } from './process.js';
import { SetupError, runMain } from './report.js';

const target = path.join(root, 'bindings', 'types');

const options = [
  ...['--allowJs', '--checkJs', '--strict', '--declaration', '--emitDeclarationOnly'],
  ...['--target', 'ES2023', '--module', 'ESNext', '--moduleResolution', 'bundler'],
  ...['--types', 'node', '--skipLibCheck', '--rootDir', '.', '--outDir', target],
];

await runMain(async () => {
  await rm(target, { recursive: true, force: true });
  const tsc = ['node_modules/typescript/bin/tsc', 'bindings/api/index.js', ...options];
  const { code, output } = await run(process.execPath, tsc, { cwd: root });
  if (code !== 0) {
    throw new SetupError(`tsc found errors:\n${output}`, 'Correct them, then try again.');
  }
  const module = path.join(declaringBuild, 'anneal.d.ts');
  const copy = path.join(target, 'web', 'generated', module);
  await mkdir(path.dirname(copy), { recursive: true });
  await copyFile(path.join(generatedFolder, module), copy);
});
