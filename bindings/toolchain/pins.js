// Every version that this project pins outside package.json, in one place: the compiler, the C++
// headers, the Debian packages that carry them, and the public sources for machines that are not
// Debian. It names no mirror: that comes from the machine's own configuration.

/** Oldest Emscripten that is accepted; also the one that Debian's packages bring. */
export const emscriptenVersion = '3.1.69';

/** Debian suite that ships the pinned versions. */
export const debianSuite = 'trixie';

/** C++ headers and test sources; needed whatever compiler is used. */
const headerPackages = [
  'libxtensor-dev',
  'xtl-dev',
  'libxsimd-dev',
  'nlohmann-json3-dev',
  'googletest',
];

/** Small tools, with the libraries that let a newer Debian's programs run on an older system. */
const toolPackages = [
  'patchelf',
  'ninja-build',
  'clang-format-19',
  'libllvm19',
  'libclang-cpp19',
  'libc6',
  'libstdc++6',
  'libgcc-s1',
  'zlib1g',
  'libzstd1',
  'libxml2',
  'libicu76',
  'liblzma5',
  'libedit2',
  'libbsd0',
  'libmd0',
  'libtinfo6',
  'libffi8',
  'libz3-4',
];

const emscriptenPackages = [
  'emscripten',
  'binaryen',
  'clang-19',
  'lld-19',
  'llvm-19',
  'llvm-19-linker-tools',
  'libclang-common-19-dev',
  'libgmp10',
  'node-acorn',
];

/** What `npm run check` needs beside these: clang-tidy, and the headers of its own compiler. */
export const lintPackages = ['clang-tidy-19', 'libclang-common-19-dev'];

/** Bytes that unpacking these takes, rounded up. */
export const lintBytes = 50_000_000;

/**
 * @param {boolean} withEmscripten
 * @returns {string[]}
 */
export function debianPackages(withEmscripten) {
  return [...headerPackages, ...toolPackages, ...(withEmscripten ? emscriptenPackages : [])];
}

/** Bytes that unpacking takes, rounded up; checked before anything is written. */
export function unpackedBytes(/** @type {boolean} */ withEmscripten) {
  return withEmscripten ? 700_000_000 : 350_000_000;
}

/**
 * What is left out while unpacking (tar patterns): documentation, tests, and the variants of
 * Emscripten's system libraries that no build of ours links. They are three quarters of its size.
 */
export const leftOut = [
  './usr/share/doc',
  './usr/share/man',
  './usr/share/lintian',
  './usr/share/locale',
  './usr/share/emscripten/test',
  './usr/share/emscripten/docs',
  '*/wasm32-emscripten/lto',
  '*/wasm32-emscripten/lto-pic',
  '*/wasm32-emscripten/pic',
  '*/wasm64-emscripten',
  '*/wasm32-emscripten/*asan*',
  '*/wasm32-emscripten/*lsan*',
  '*/wasm32-emscripten/*ubsan*',
  '*/wasm32-emscripten/libsanitizer*',
  '*/wasm32-emscripten/libwasmfs*',
  './usr/lib/llvm-19/bin/llvm-exegesis',
  './usr/lib/x86_64-linux-gnu/gconv',
];

/** Public sources, used with git where Debian's packages are not to be had. */
export const publicSources = {
  emsdk: { url: 'https://github.com/emscripten-core/emsdk.git', tag: '3.1.69' },
  headers: [
    { url: 'https://github.com/xtensor-stack/xtl.git', tag: '0.7.7', from: 'include/xtl' },
    { url: 'https://github.com/xtensor-stack/xsimd.git', tag: '13.2.0', from: 'include/xsimd' },
    { url: 'https://github.com/xtensor-stack/xtensor.git', tag: '0.25.0', from: 'include/xtensor' },
    { url: 'https://github.com/nlohmann/json.git', tag: 'v3.11.3', from: 'include/nlohmann' },
  ],
  googletest: { url: 'https://github.com/google/googletest.git', tag: 'v1.16.0' },
};
