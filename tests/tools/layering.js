// The rules of structure that no compiler checks: which part may depend on which, where a few names
// may be used, what may lie at the top level, how long a file and how full a folder may be. Reads text
// only and finds dependencies by pattern: one in a macro or in a computed path is not seen.

import path from 'node:path';
import { featureCircles, fileCircles } from './import_circles.js';
import { featureOf, importsOf, matchingLines } from './imports.js';

/** Parts of the core, and beside themselves what they may include. */
const coreParts = /** @type {Record<string, string[]>} */ ({
  base: ['nlohmann'],
  tensor: ['base', 'xtensor', 'xtl'],
  parallel: [],
  kernels: ['parallel', 'xsimd'],
  layers: ['base', 'tensor', 'kernels'],
  losses: ['base', 'tensor', 'kernels'],
  optim: ['base', 'tensor', 'kernels'],
  schedules: ['base'],
  data: ['base', 'tensor'],
  formats: ['base', 'tensor', 'data'],
  textbook: ['base', 'tensor'],
  experiment: ['base', 'tensor', 'layers', 'losses', 'optim', 'schedules', 'data', 'formats'],
  recording: ['base', 'tensor', 'kernels', 'layers', 'losses'],
  training: [
    ...['base', 'tensor', 'kernels', 'parallel', 'layers', 'losses', 'optim', 'schedules'],
    ...['data', 'formats', 'experiment', 'recording'],
  ],
  inspection: [
    ...['base', 'tensor', 'kernels', 'layers', 'losses', 'data', 'experiment', 'recording'],
    'training',
  ],
});

/** Libraries that only the parts above, which name them, may include. */
const libraries = ['xtensor', 'xtl', 'xsimd', 'nlohmann', 'emscripten'];

const bindingsMayInclude = [
  ...['base', 'tensor', 'schedules', 'data', 'formats', 'textbook', 'experiment', 'recording'],
  ...['training', 'inspection', 'bindings', 'emscripten', 'nlohmann'],
];

/**
 * Folders of JavaScript, the longest that fits counts, and beside themselves what they may import. What
 * a feature of the page may import of another is below.
 */
const scriptParts = /** @type {Record<string, string[]>} */ ({
  bindings: ['web/generated'],
  'bindings/api': ['bindings', 'bindings/formats', 'web/generated'],
  'bindings/formats': ['bindings'],
  'bindings/cli': ['bindings', 'bindings/api', 'bindings/formats'],
  'bindings/toolchain': [],
  web: ['web/app', 'web/features', 'web/ui', 'web/client', 'web/locales'],
  'web/app': ['web/features', 'web/ui', 'web/plot', 'web/locales', 'web/protocol'],
  'web/features': ['web/ui', 'web/plot', 'web/locales', 'web/protocol', 'web/client'],
  'web/ui': [],
  'web/plot': [],
  'web/locales': [],
  'web/client': ['web/protocol'],
  'web/worker': ['bindings', 'bindings/api', 'bindings/formats', 'web/protocol'],
  'web/protocol': [],
  'web/public': [],
  'web/generated': [],
});

const topLevel = [
  ...['core', 'bindings', 'web', 'tests', 'CMakeLists.txt', 'package.json', 'README.md'],
  ...['package-lock.json', 'LICENSE'],
];

/** Names that only some files may use: the pattern, the files checked, those allowed, the reason. */
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
    allowed: /^bindings\/embind\/convert\.cpp$/,
    reason: 'memory views never leave bindings/embind/convert.cpp',
  },
  {
    pattern: /\bpostMessage\s*\(/,
    files: /^(web|bindings)\/.*\.jsx?$/,
    allowed: /^web\/(protocol|client|worker)\//,
    reason: 'messages go through web/protocol',
  },
];

const maxFiles = 31;
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
  return [
    ...violations,
    ...featureCircles(sources),
    ...fileCircles(sources),
    ...checkFolders(sources),
  ];
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
  if (!part)
    return file.startsWith('tests/') ? [] : [`${file}: no part of the project holds scripts here`];
  const allowed = [part, ...scriptParts[part]];
  return importsOf(file, text)
    .filter(({ target, isType }) => !(isType && isOfPage(file) && hasSharedTypes(target)))
    .flatMap(({ line, target }) => {
      const targetPart = scriptPart(target) ?? target;
      if (!allowed.includes(targetPart)) return [violation(file, line, part, target, allowed)];
      return [...checkFeature(file, line, target), ...checkView(file, line, target)];
    });
}

/** @param {string} file */
const isOfPage = (file) => file.startsWith('web/');

/** Types of the page itself and of the JavaScript API. @param {string} file */
const hasSharedTypes = (file) => isOfPage(file) || file.startsWith('bindings/api/');

/**
 * Of a feature only its index.js is for others; the list of panels alone fetches a panel's panel.jsx.
 *
 * @param {string} file
 * @param {number} line
 * @param {string} target
 */
function checkFeature(file, line, target) {
  const feature = featureOf(target);
  if (!feature || feature === featureOf(file) || target === `${feature}/index.js`) return [];
  if (file.startsWith('web/features/panels/') && target === `${feature}/panel.jsx`) return [];
  return [`${file}:${line}: of ${feature} only its index.js may be used, not ${target}`];
}

/**
 * Within a feature views (.jsx) use state (.js), never the other way.
 *
 * @param {string} file
 * @param {number} line
 * @param {string} target
 */
function checkView(file, line, target) {
  const isState = /^web\/features\/.*\.js$/.test(file) && !file.endsWith('/index.js');
  if (!isState || !target.endsWith('.jsx') || target.endsWith('/panel.jsx')) return [];
  return [`${file}:${line}: state may not use the view ${target}`];
}

/** @param {Map<string, string>} sources */
function checkFolders(sources) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const file of sources.keys()) {
    const folder = path.posix.dirname(file);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .filter(([folder, count]) => folder !== '.' && count > maxFiles)
    .map(([folder, count]) => `${folder}: ${count} files, at most ${maxFiles}`);
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
