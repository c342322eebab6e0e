// Puts C++ sources together into translation units, so that clang-tidy reads the large headers of
// xtensor and xsimd once a group and not once a file. Two files cannot share one where both declare
// the same name for themselves, or one declares a type that the other knows from a header. Names are
// found by pattern; where the pattern misses one, the group does not compile and is halved (tidy.js).

/**
 * @typedef {object} Source
 * @property {string} file path from the root
 * @property {string} text
 * @property {string} headers the text of the project's headers that it includes
 */

/**
 * @typedef {object} Group
 * @property {string[]} files
 * @property {number} lines
 * @property {Set<string>} own
 * @property {Set<string>} known
 */

/**
 * @param {Source[]} sources
 * @param {number} mostLines of a group of several
 * @returns {string[][]} each group's files
 */
export function groupSources(sources, mostLines) {
  /** @type {Group[]} */
  const groups = [];
  for (const { file, text, headers } of sources) {
    const lines = text.split('\n').length;
    const own = ownNames(text);
    const known = new Set(`${headers}\n${text}`.match(/\b[A-Z]\w*/g));
    let group = groups.find((one) => one.lines + lines <= mostLines && fits(one, own, known));
    if (!group) groups.push((group = { files: [], lines: 0, own: new Set(), known: new Set() }));
    group.files.push(file);
    group.lines += lines;
    for (const name of own) group.own.add(name);
    for (const name of known) group.known.add(name);
  }
  return groups.map(({ files }) => files);
}

/**
 * @param {Group} group
 * @param {string[]} own
 * @param {Set<string>} known
 */
function fits(group, own, known) {
  if (own.some((name) => group.own.has(name) || group.known.has(name))) return false;
  return ![...group.own].some((name) => known.has(name));
}

/**
 * What a file declares for itself alone: in anonymous namespaces, by `using`, as a macro.
 * @param {string} text
 */
export function ownNames(text) {
  const names = [...text.matchAll(/^#define (\w+)|^using (?:\w+::)+(\w+);/gm)].map(
    ([, macro, name]) => macro ?? name,
  );
  for (const [, body] of text.matchAll(/^namespace \{$(.*?)^\} {2}\/\/ namespace$/gms)) {
    for (const line of body.split('\n')) {
      if (!/^[A-Za-z[]/.test(line)) continue;
      const type = /^(?:using|class|struct|enum class|enum) (\w+)/.exec(line);
      const other = /(\w+)(?:\[\w*\])?\s*[(={;]/.exec(line);
      const name = (type ?? other)?.[1];
      if (name) names.push(name);
    }
  }
  return [...new Set(names)];
}
