// Growable columns of numbers: one typed array per column, whose capacity doubles when full, so that
// appending takes amortized constant time.

/** @template {string} Key */
export class Columns {
  /** @type {Record<Key, Float64Array>} */
  #store;
  #length = 0;
  /** Incremented when existing rows change, so that derived values are recomputed. */
  revision = 0;
  #capacity;

  /**
   * @param {readonly Key[]} keys
   * @param {number} [capacity]
   */
  constructor(keys, capacity = 1024) {
    this.keys = keys;
    this.#capacity = capacity;
    this.#store = /** @type {Record<Key, Float64Array>} */ (
      Object.fromEntries(keys.map((key) => [key, new Float64Array(capacity)]))
    );
  }

  get length() {
    return this.#length;
  }

  /**
   * The filled part of a column. The view is valid until the next append.
   *
   * @param {Key} key
   * @returns {Float64Array}
   */
  column(key) {
    return this.#store[key].subarray(0, this.#length);
  }

  /**
   * @param {Key} key
   * @param {number} row negative counts from the end
   * @returns {number | undefined}
   */
  at(key, row) {
    const index = row < 0 ? this.#length + row : row;
    return index >= 0 && index < this.#length ? this.#store[key][index] : undefined;
  }

  /** @param {Record<Key, ArrayLike<number>>} rows columns of one length */
  append(rows) {
    const added = rows[this.keys[0]].length;
    this.#grow(this.#length + added);
    for (const key of this.keys) this.#store[key].set(rows[key], this.#length);
    this.#length += added;
  }

  /** Removes the rows from `length` on. @param {number} length */
  truncate(length) {
    if (length >= this.#length) return;
    this.#length = length;
    this.revision++;
  }

  /**
   * Replaces the values of columns, for all rows.
   *
   * @param {Partial<Record<Key, ArrayLike<number>>>} columns
   */
  rewrite(columns) {
    for (const [key, values] of Object.entries(columns)) {
      this.#store[/** @type {Key} */ (key)].set(/** @type {ArrayLike<number>} */ (values));
    }
    this.revision++;
  }

  /** @param {number} needed */
  #grow(needed) {
    if (needed <= this.#capacity) return;
    while (this.#capacity < needed) this.#capacity *= 2;
    for (const key of this.keys) {
      const larger = new Float64Array(this.#capacity);
      larger.set(this.#store[key].subarray(0, this.#length));
      this.#store[key] = larger;
    }
  }
}

/**
 * The last row whose value is at most the given one, in a non-decreasing column. Binary search.
 *
 * @param {ArrayLike<number>} column
 * @param {number} value
 * @returns {number} -1 if every value is larger
 */
export function lastRowUpTo(column, value) {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (column[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
