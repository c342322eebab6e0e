// Makes the unpacked programs run where they lie, on a system whose C library may be older: each is
// bound to the loader and libraries beside it. Writes Emscripten's configuration, which holds
// absolute paths, so this runs again when the folder has moved.

import { mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { indent } from './apt.js';
import { exists, run } from './process.js';
import { SetupError } from './report.js';

/** Where Debian puts the loader and the libraries, by Node's name of the processor. */
const machines = /** @type {Record<string, {loader: string, libraries: string}>} */ ({
  x64: { loader: 'usr/lib64/ld-linux-x86-64.so.2', libraries: 'usr/lib/x86_64-linux-gnu' },
  arm64: { loader: 'usr/lib/ld-linux-aarch64.so.1', libraries: 'usr/lib/aarch64-linux-gnu' },
});

const llvmPrograms = [
  'clang',
  'lld',
  'llvm-ar',
  'llvm-nm',
  'llvm-objcopy',
  'llvm-objdump',
  'llvm-dwarfdump',
  'clang-format',
];

/** @param {string} folder the toolchain folder, holding `usr` */
export async function relocate(folder) {
  await bindPrograms(folder, await programs(folder));
  await configureEmscripten(folder);
}

/**
 * Binds programs to the loader and the libraries of the toolchain folder.
 * @param {string} folder the toolchain folder
 * @param {string[]} files the programs, which may lie elsewhere
 */
export async function bindPrograms(folder, files) {
  const machine = machines[process.arch];
  if (!machine) {
    throw new SetupError(
      `The toolchain cannot be installed on this processor (${process.arch}).`,
      'Install the emsdk and set EMSDK.',
    );
  }
  const loader = path.join(folder, machine.loader);
  const libraries = [machine.libraries, 'usr/lib/llvm-19/lib'].map((part) =>
    path.join(folder, part),
  );
  const patchelf = path.join(folder, 'usr/bin/patchelf');
  for (const program of files) {
    const arguments_ = ['--library-path', libraries.join(':'), patchelf];
    arguments_.push('--set-interpreter', loader, '--force-rpath');
    arguments_.push('--set-rpath', libraries.join(':'), program);
    const result = await run(loader, arguments_);
    if (result.code !== 0) {
      throw new SetupError(
        `${path.basename(program)} could not be made to run here:\n${indent(result.output)}`,
        `Delete ${folder}, then try again.`,
      );
    }
  }
}

/** @param {string} folder */
async function programs(folder) {
  const bin = path.join(folder, 'usr/bin');
  const wasmTools = (await readdir(bin)).filter((name) => /^wasm(-|2js)/.test(name));
  const all = [
    ...llvmPrograms.map((name) => path.join(folder, 'usr/lib/llvm-19/bin', name)),
    ...[...wasmTools.filter((name) => !/^wasm-ld/.test(name)), 'ninja'].map((name) =>
      path.join(bin, name),
    ),
  ];
  const there = await Promise.all(all.map(exists));
  return all.filter((_, index) => there[index]);
}

/** @param {string} folder */
async function configureEmscripten(folder) {
  const emscripten = path.join(folder, 'usr/share/emscripten');
  if (!(await exists(emscripten))) return;
  await writeFile(
    path.join(folder, 'emscripten.config'),
    [
      `LLVM_ROOT = ${JSON.stringify(path.join(folder, 'usr/lib/llvm-19/bin'))}`,
      `BINARYEN_ROOT = ${JSON.stringify(path.join(folder, 'usr'))}`,
      `NODE_JS = ${JSON.stringify(process.execPath)}`,
      'FROZEN_CACHE = True',
      '',
    ].join('\n'),
  );
  // Emscripten's scripts are CommonJS unless they say otherwise; our own package.json would make
  // them ES modules, since this folder lies below it.
  await writeFile(path.join(folder, 'package.json'), '{ "type": "commonjs" }\n');
  // Emscripten's optimizer imports acorn as a module; Debian keeps it elsewhere.
  const modules = path.join(emscripten, 'node_modules');
  await mkdir(modules, { recursive: true });
  await rm(path.join(modules, 'acorn'), { recursive: true, force: true });
  await symlink('../../nodejs/acorn', path.join(modules, 'acorn'));
}
