// Reads and writes values of a document by path, such as `network.layers[2].filters`. Documents are immutable:
// a change returns a new document that shares the unchanged parts.

/**
 * @param {string} path
 * @returns {(string | number)[]}
 */
export function segmentsOf(path) {
  return [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, key, index]) =>
    index === undefined ? key : Number(index),
  );
}

/**
 * @param {any} document
 * @param {string} path
 * @returns {any} undefined if there is no such value
 */
export function getAt(document, path) {
  return segmentsOf(path).reduce((value, key) => value?.[key], document);
}

/**
 * @template T
 * @param {T} document
 * @param {string} path
 * @param {any} value undefined removes the key
 * @returns {T}
 */
export function setAt(document, path, value) {
  return change(document, segmentsOf(path), value);
}

/**
 * @param {any} document
 * @param {(string | number)[]} segments
 * @param {any} value
 * @returns {any}
 */
function change(document, [key, ...rest], value) {
  if (key === undefined) return value;
  const copy = Array.isArray(document) ? [...document] : { ...document };
  if (rest.length === 0 && value === undefined) delete copy[key];
  else copy[key] = change(document?.[key], rest, value);
  return copy;
}

/**
 * @param {string} path
 * @returns {string} the path of the containing value; empty for the document
 */
export function parentOf(path) {
  return path.replace(/(^|\.)[^.[\]]+$|\[\d+\]$/, '');
}

/**
 * @param {string} path
 * @param {string} owner
 * @returns {boolean} whether `path` equals `owner` or is inside it
 */
export function isWithin(path, owner) {
  return path === owner || path.startsWith(`${owner}.`) || path.startsWith(`${owner}[`);
}
