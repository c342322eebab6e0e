// Configures and compiles with CMake, with progress, and installs a finished module where page,
// worker and Node load it. What is compiled is in CMakeLists.txt.

import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { declaringBuild, nativeBuilds, wasmBuilds } from './builds.js';
import { buildFolder, generatedFolder, root } from './paths.js';
import { exists, run } from './process.js';
import { SetupError, progress } from './report.js';

/** @typedef {import('./toolchain.js').Toolchain} Toolchain */

/** Shows the compiler's errors as they are, below what failed. */
export class CompileError extends SetupError {
  /**
   * @param {string} title
   * @param {string} output
   */
  constructor(title, output) {
    super(`${title} failed:\n${output}`, 'Mend the errors above, then run the command again.');
  }
}

/**
 * A program compiled for this machine; assertions are kept in every build.
 * @param {Toolchain} toolchain
 * @param {import('./builds.js').NativeBuild} build
 * @param {'anneal_tests' | 'anneal_bench'} target
 * @returns {Promise<string>} its path
 */
async function buildNative(toolchain, build, target) {
  const folder = path.join(buildFolder, `native-${build.name}`);
  const settings = [
    `-DCMAKE_BUILD_TYPE=${build.type}`,
    `-DANNEAL_BUILD_COMPILE=${build.compile.join(' ')}`,
    '-DANNEAL_ASSERTIONS=ON',
  ];
  await configure(folder, toolchain, settings, process.env);
  const what = target === 'anneal_tests' ? 'the core and its tests' : 'the benchmark';
  await compile(folder, target, `Compiling ${what} natively (${build.name})`, process.env);
  return path.join(folder, target);
}

/**
 * The native test binary.
 * @param {Toolchain} toolchain
 * @param {import('./builds.js').NativeBuild} [build]
 * @returns {Promise<string>} its path
 */
export function buildNativeTests(toolchain, build = nativeBuilds[0]) {
  return buildNative(toolchain, build, 'anneal_tests');
}

/**
 * The native benchmark.
 * @param {Toolchain} toolchain
 * @returns {Promise<string>} its path
 */
export function buildNativeBench(toolchain) {
  return buildNative(toolchain, nativeBuilds[0], 'anneal_bench');
}

/**
 * The benchmark of one WebAssembly build.
 * @param {Toolchain} toolchain
 * @param {import('./builds.js').WasmBuild} build
 * @returns {Promise<string>} the folder of anneal_bench.mjs
 */
export async function buildWasmBench(toolchain, build) {
  const { folder, env } = await configureWasm(toolchain, build);
  await compile(folder, 'anneal_bench', `Compiling the benchmark as wasm (${build.name})`, env);
  return folder;
}

/**
 * The test binary of one WebAssembly build, for Node.
 * @param {Toolchain} toolchain
 * @param {import('./builds.js').WasmBuild} build
 */
export async function buildWasmTests(toolchain, build) {
  const { folder, env } = await configureWasm(toolchain, build);
  await compile(folder, 'anneal_tests', `Compiling the tests as wasm (${build.name})`, env);
  return path.join(folder, 'anneal_tests.js');
}

/**
 * The module of one WebAssembly build, in its build folder.
 * @param {Toolchain} toolchain
 * @param {import('./builds.js').WasmBuild} build
 * @returns {Promise<string>} the folder of anneal.js and anneal.wasm
 */
export async function buildModule(toolchain, build) {
  const { folder, env } = await configureWasm(toolchain, build);
  await compile(folder, 'anneal_module', `Compiling the core as wasm (${build.name})`, env);
  return path.join(folder, 'module');
}

/**
 * WebAssembly modules, into web/generated/.
 * @param {Toolchain} toolchain
 * @param {readonly import('./builds.js').WasmBuild[]} builds
 * @returns {Promise<boolean>} whether any module is new
 */
export async function buildModules(toolchain, builds) {
  let changed = false;
  for (const build of builds) {
    const module = await buildModule(toolchain, build);
    const target = path.join(generatedFolder, build.name);
    const declarations = path.join(buildFolder, `wasm-${declaringBuild}`, 'module', 'anneal.d.ts');
    changed = (await installModule(module, declarations, target)) || changed;
  }
  return changed;
}

/** Where a module is not compiled yet, a script that gives the one of the declaring build. */
export async function standInForMissingModules() {
  for (const { name } of wasmBuilds) {
    const script = path.join(generatedFolder, name, 'anneal.js');
    if (await exists(script)) continue;
    await mkdir(path.dirname(script), { recursive: true });
    const other = JSON.stringify(path.posix.join('..', declaringBuild, 'anneal.js'));
    await writeFile(script, `export { default } from ${other};\n`);
  }
}

/**
 * @param {Toolchain} toolchain
 * @param {import('./builds.js').WasmBuild} build
 */
async function configureWasm(toolchain, build) {
  const { emscripten } = toolchain;
  const env = {
    ...process.env,
    ...emscripten.env,
    // --emit-tsd calls tsc from PATH.
    PATH: [path.join(root, 'node_modules', '.bin'), process.env.PATH].join(path.delimiter),
  };
  const platform = path.join(emscripten.root, 'cmake/Modules/Platform/Emscripten.cmake');
  const folder = path.join(buildFolder, `wasm-${build.name}`);
  const settings = [
    `-DCMAKE_TOOLCHAIN_FILE=${platform}`,
    `-DCMAKE_BUILD_TYPE=${build.type ?? 'Release'}`,
    `-DANNEAL_BUILD_NAME=${build.name}`,
    `-DANNEAL_BUILD_COMPILE=${build.compile.join(' ')}`,
    `-DANNEAL_BUILD_LINK=${build.link.join(' ')}`,
    `-DANNEAL_BUILD_DECLARATIONS=${build.name === declaringBuild ? 'ON' : 'OFF'}`,
  ];
  await configure(folder, toolchain, settings, env);
  return { folder, env };
}

/**
 * Configures anew only where the settings are not those of the last time.
 * @param {string} folder
 * @param {Toolchain} toolchain
 * @param {string[]} settings
 * @param {NodeJS.ProcessEnv} env
 */
async function configure(folder, toolchain, settings, env) {
  const all = [
    ...(toolchain.ninja ? ['-G', 'Ninja', `-DCMAKE_MAKE_PROGRAM=${toolchain.ninja}`] : []),
    `-DANNEAL_INCLUDE_DIR=${toolchain.include}`,
    `-DANNEAL_GOOGLETEST_DIR=${toolchain.googletest}`,
    ...settings,
  ];
  const record = path.join(folder, 'settings.json');
  const wanted = JSON.stringify([root, toolchain.emscripten.version, ...all]);
  const last = await readFile(record, 'utf8').catch(() => '');
  if (last === wanted) return;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const result = await run('cmake', ['-S', root, '-B', folder, ...all], { env });
  if (result.code !== 0) throw new CompileError('Configuring with CMake', result.output.trim());
  await writeFile(record, wanted);
}

/**
 * @param {string} folder
 * @param {string} target
 * @param {string} title
 * @param {NodeJS.ProcessEnv} env
 */
async function compile(folder, target, title, env) {
  const bar = progress(title);
  let shown = false;
  const onLine = (/** @type {string} */ line) => {
    const step = /^\[\s*(\d+)(?:\/(\d+)\]|%\]) (.*)/.exec(line);
    if (!step || /Re-checking|Re-running/.test(step[3])) return;
    shown = true;
    bar.update(step[2] ? `${step[1]} of ${step[2]}` : `${step[1]} %`);
  };
  const jobs = process.env.ANNEAL_JOBS ?? String(availableParallelism());
  const result = await run('cmake', ['--build', folder, '--target', target, '-j', jobs], {
    env,
    onLine,
  });
  if (result.code === 0) {
    if (shown) bar.done('done');
    return;
  }
  bar.stop();
  throw new CompileError(title, compilerErrors(result.output));
}

/**
 * The part of a build's output that a person needs: from the first failure on, without commands.
 * @param {string} output
 */
export function compilerErrors(output) {
  const lines = output.split('\n');
  const first = lines.findIndex((line) => line.startsWith('FAILED: '));
  return lines
    .slice(Math.max(first, 0))
    .filter((line, index, rest) => !(index > 0 && rest[index - 1].startsWith('FAILED: ')))
    .filter((line) => !/^\[\d+\/\d+\]|^-- |^ninja: build stopped/.test(line))
    .join('\n')
    .trim();
}

/**
 * A script with threads starts its workers by its own file name, which a bundler changes, in a way
 * that bundlers do not follow: by its own address it finds itself under any name.
 * @param {Buffer} content
 * @param {string} file
 */
function findableByBundlers(content, file) {
  if (!file.endsWith('.js')) return content;
  const own = 'new Worker(new URL("anneal.js",import.meta.url),';
  const [before, after, ...more] = content.toString().split(own);
  if (after === undefined) return content;
  if (more.length > 0) throw new SetupError(`${file} starts workers in several places.`, '');
  return Buffer.from(`${before}new Worker(new URL(import.meta.url),${after}`);
}

/**
 * Copies a finished module, each file aside and then renamed, so that no reader sees half a file.
 * @param {string} from
 * @param {string} declarations
 * @param {string} to
 * @returns {Promise<boolean>} whether anything is new
 */
async function installModule(from, declarations, to) {
  await mkdir(to, { recursive: true });
  let changed = false;
  // The script last: it is what a watching page reacts to.
  const sources = [declarations, path.join(from, 'anneal.wasm'), path.join(from, 'anneal.js')];
  for (const source of sources) {
    const target = path.join(to, path.basename(source));
    const content = findableByBundlers(await readFile(source), source);
    if ((await exists(target)) && content.equals(await readFile(target))) continue;
    await writeFile(`${target}.new`, content);
    await rename(`${target}.new`, target);
    changed = true;
  }
  return changed;
}
