// The rules of the house that no compiler knows: which part may depend on which, where a few
// delicate names may stand, what lies at the top, and how long a file may be. Reads text only; what
// is in it is found by pattern, so a dependency hidden in a macro or a built-up path is not seen.

import path from 'node:path';

/** Parts of the core, and beside themselves what they may include. */
const coreParts = /** @type {Record<string, string[]>} */ ({
  tensor: ['xtensor', 'xtl'],
  kernels: ['parallel', 'xsimd'],
  parallel: [],
  layers: ['tensor', 'kernels'],
  losses: ['tensor', 'kernels'],
  optim: ['tensor', 'kernels'],
  schedules: [],
  data: ['tensor'],
  textbook: ['tensor'],
  train: [
    ...['tensor', 'kernels', 'parallel', 'layers', 'losses', 'optim', 'schedules', 'data'],
    'nlohmann',
  ],
});

/** Libraries that only the parts above, which name them, may include. */
const libraries = ['xtensor', 'xtl', 'xsimd', 'nlohmann', 'emscripten'];

const bindingsMayInclude = [
  ...['train', 'data', 'tensor', 'schedules', 'textbook', 'bindings', 'emscripten', 'nlohmann'],
];

/** Folders of JavaScript, the longest that fits counts, and beside themselves what they import. */
const scriptParts = /** @type {Record<string, string[]>} */ ({
  bindings: ['web/generated'],
  'bindings/toolchain': [],
  web: [
    'web/client',
    'web/protocol',
    'web/state',
    'web/plot',
    'web/views',
    'web/locales',
    'web/styles',
  ],
  'web/worker': ['bindings', 'web/protocol'],
  'web/client': ['web/protocol'],
  'web/views': ['web/state', 'web/plot', 'web/locales', 'web/styles'],
  'web/state': ['web/protocol'],
  'web/protocol': [],
  'web/plot': [],
  'web/locales': [],
  'web/styles': [],
  'web/public': [],
  'web/generated': [],
});

/** Names of types vanish when the page runs, so every part of the page may speak of these. */
const sharedTypes = 'web/protocol/';
const typeImport = /^\s*(\/\*)?\*.*\bimport\(/;

const topLevel = [
  ...['core', 'bindings', 'web', 'tests', 'CMakeLists.txt', 'package.json', 'README.md'],
  ...['package-lock.json', 'LICENSE'],
];

/** Delicate names: the pattern, which files are looked at, where it may stand, and the reason. */
const places = [
  {
    pattern: /__EMSCRIPTEN__|emscripten\.h/,
    files: /^core\//,
    allowed: /^$/,
    reason: 'the core knows no Emscripten',
  },
  {
    pattern: /\btyped_memory_view\b/,
    files: /^(core|bindings)\/.*\.(cpp|h)$/,
    allowed: /^bindings\/convert\.cpp$/,
    reason: 'memory views never leave bindings/convert.cpp',
  },
  {
    pattern: /\bpostMessage\s*\(/,
    files: /^(web|bindings)\/.*\.jsx?$/,
    allowed: /^web\/(protocol|client|worker)\//,
    reason: 'messages go through web/protocol',
  },
];

const maxLines = 300;
const maxKernelLines = 400;

/**
 * @param {Map<string, string>} sources path from the root -> text (empty for what is not a source)
 * @returns {string[]} one line a violation
 */
export function findViolations(sources) {
  const violations = [];
  for (const [file, text] of sources) {
    violations.push(...checkPlace(file), ...checkSize(file, text), ...checkNames(file, text));
    if (/\.(cpp|h)$/.test(file)) violations.push(...checkIncludes(file, text));
    if (/\.jsx?$/.test(file)) violations.push(...checkImports(file, text));
  }
  return violations;
}

/** @param {string} file */
function checkPlace(file) {
  const top = file.split('/')[0];
  if (top.startsWith('.') || topLevel.includes(top)) return [];
  return [`${file}: nothing else may lie at the top level`];
}

/**
 * @param {string} file
 * @param {string} text
 */
function checkSize(file, text) {
  const lines = text.split('\n').length - 1;
  const limit = file.startsWith('core/kernels/') ? maxKernelLines : maxLines;
  return lines > limit ? [`${file}: ${lines} lines, at most ${limit}`] : [];
}

/**
 * @param {string} file
 * @param {string} text
 */
function checkNames(file, text) {
  return places
    .filter((place) => place.files.test(file) && !place.allowed.test(file))
    .flatMap((place) =>
      matchingLines(text, place.pattern).map(({ line }) => `${file}:${line}: ${place.reason}`),
    );
}

/**
 * @param {string} file
 * @param {string} text
 */
function checkIncludes(file, text) {
  const [top, part] = file.split('/');
  const inCore = top === 'core';
  if (!inCore && top !== 'bindings') return [];
  if (inCore && !(part in coreParts)) return [`${file}: core/${part} is no part of the core`];
  const allowed = inCore ? [part, ...coreParts[part]] : bindingsMayInclude;
  return matchingLines(text, /^\s*#\s*include\s*[<"]([^>"]+)[>"]/)
    .map(({ line, match }) => ({ line, target: match[1].replace(/^(\.\.?\/)+/, '').split('/')[0] }))
    .filter(({ target }) => target in coreParts || libraries.includes(target) || target === 'tests')
    .filter(({ target }) => !allowed.includes(target))
    .map(({ line, target }) =>
      violation(file, line, inCore ? `core/${part}` : top, target, allowed),
    );
}

/**
 * @param {string} file
 * @param {string} text
 */
function checkImports(file, text) {
  const part = scriptPart(file);
  if (!part) return file.startsWith('tests/') ? [] : [`${file}: no part of the house for scripts`];
  const allowed = [part, ...scriptParts[part]];
  return matchingLines(text, /(?:\bfrom\s+|\bimport\s*\(?\s*)(['"])(\.[^'"]*)\1/)
    .map(({ line, match }) => ({
      line,
      target: path.posix.join(path.posix.dirname(file), match[2]),
      isType: typeImport.test(match.input),
    }))
    .filter(
      ({ target, isType }) =>
        !(isType && target.startsWith(sharedTypes) && file.startsWith('web/')),
    )
    .map(({ line, target }) => ({ line, target, part: scriptPart(target) ?? target }))
    .filter(({ part: targetPart }) => !allowed.includes(targetPart))
    .map(({ line, target }) => violation(file, line, part, target, allowed));
}

/** @param {string} file */
function scriptPart(file) {
  return Object.keys(scriptParts)
    .filter((part) => file.startsWith(`${part}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/**
 * @param {string} file
 * @param {number} line
 * @param {string} part
 * @param {string} target
 * @param {string[]} allowed
 */
function violation(file, line, part, target, allowed) {
  return `${file}:${line}: ${part} may not use ${target}, only ${allowed.join(', ')}`;
}

/**
 * @param {string} text
 * @param {RegExp} pattern
 */
function matchingLines(text, pattern) {
  return text.split('\n').flatMap((content, index) => {
    const match = pattern.exec(content);
    return match ? [{ line: index + 1, match }] : [];
  });
}
