// Range minimum and maximum queries on a column, by a hierarchy of blocks. Appending costs only the new rows.
//
// Values that are not finite are ignored. For logarithmic axes it also finds the smallest positive value.

/** Rows or blocks per block, as a power of two. */
const SHIFT = 4;
const BLOCK = 1 << SHIFT;

/** @typedef {{low: number, high: number, positive: number}} Extent low > high if empty */

/** @returns {Extent} */
export function emptyExtent() {
  return { low: Infinity, high: -Infinity, positive: Infinity };
}

/**
 * @param {Extent} extent
 * @param {number} value
 */
function widen(extent, value) {
  if (!Number.isFinite(value)) return;
  if (value < extent.low) extent.low = value;
  if (value > extent.high) extent.high = value;
  if (value > 0 && value < extent.positive) extent.positive = value;
}

/**
 * Widens an extent by rows of a column without index.
 *
 * @param {ArrayLike<number>} column
 * @param {Extent} extent is widened
 * @param {{from?: number, to?: number}} [rows] half open
 */
export function widenBy(column, extent, { from = 0, to = column.length } = {}) {
  for (let row = from; row < to; row++) widen(extent, column[row]);
}

/** Extremes of whole blocks. */
class Level {
  length = 0;
  low = new Float64Array(64);
  high = new Float64Array(64);
  positive = new Float64Array(64);

  /** @param {Extent} extent */
  push({ low, high, positive }) {
    if (this.length === this.low.length) this.#grow();
    this.low[this.length] = low;
    this.high[this.length] = high;
    this.positive[this.length] = positive;
    this.length++;
  }

  /** @param {Extent} extent @param {number} block */
  widen(extent, block) {
    if (this.low[block] < extent.low) extent.low = this.low[block];
    if (this.high[block] > extent.high) extent.high = this.high[block];
    if (this.positive[block] < extent.positive) extent.positive = this.positive[block];
  }

  #grow() {
    for (const key of /** @type {const} */ (['low', 'high', 'positive'])) {
      const larger = new Float64Array(2 * this.length);
      larger.set(this[key]);
      this[key] = larger;
    }
  }
}

export class RangeIndex {
  /** @type {Level[]} */
  #levels = [];
  /** @type {ArrayLike<number>} */
  #column = [];
  #revision = Number.NaN;
  /** Number of rows and blocks read so far, for tests. */
  visited = 0;

  /**
   * @param {ArrayLike<number>} column the same column, possibly with appended rows
   * @param {number} [revision] a changed revision means that earlier rows have changed
   */
  update(column, revision = 0) {
    if (revision !== this.#revision || column.length < this.#column.length) this.#levels = [];
    this.#revision = revision;
    this.#column = column;
    this.#fill(0, column.length >> SHIFT, (extent, from, to) => {
      for (let row = from; row < to; row++) widen(extent, column[row]);
    });
    return this;
  }

  /**
   * @param {number} number of the level
   * @param {number} blocks number of complete blocks
   * @param {(extent: Extent, from: number, to: number) => void} look
   */
  #fill(number, blocks, look) {
    if (blocks === 0) return;
    const level = (this.#levels[number] ??= new Level());
    for (let block = level.length; block < blocks; block++) {
      const extent = emptyExtent();
      look(extent, block << SHIFT, (block + 1) << SHIFT);
      this.visited += BLOCK;
      level.push(extent);
    }
    this.#fill(number + 1, blocks >> SHIFT, (extent, from, to) => {
      for (let block = from; block < to; block++) level.widen(extent, block);
    });
  }

  /**
   * @param {number} from
   * @param {number} to half open
   * @param {Extent} extent is widened
   */
  widen(from, to, extent) {
    const levels = this.#levels;
    let row = from;
    while (row < to) {
      // The largest complete block that begins here and ends within the range.
      let number = -1;
      let shift = 0;
      for (let larger = SHIFT; number + 1 < levels.length; larger += SHIFT) {
        const size = 1 << larger;
        if (row % size !== 0 || row + size > to) break;
        if (row / size >= levels[number + 1].length) break;
        number++;
        shift = larger;
      }
      const size = 1 << shift;
      if (number < 0) widen(extent, this.#column[row]);
      else levels[number].widen(extent, row / size);
      this.visited++;
      row += size;
    }
  }
}
