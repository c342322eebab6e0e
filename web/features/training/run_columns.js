// The columns of metrics of a run, per step and per epoch, and their serialization.

export const STEP_KEYS = /** @type {const} */ ([
  'step',
  'epoch',
  'rate',
  'loss',
  'accuracy',
  'gradient_norm',
  'seconds',
  'smoothLoss',
  'smoothAccuracy',
  'smoothGradientNorm',
]);

/** Each smoothed column, and the column that it is computed from. */
export const SMOOTHED = /** @type {const} */ ({
  smoothLoss: 'loss',
  smoothAccuracy: 'accuracy',
  smoothGradientNorm: 'gradient_norm',
});

export const EPOCH_KEYS = /** @type {const} */ ([
  'epoch',
  'step',
  'rate',
  'train_loss',
  'train_accuracy',
  'validation_loss',
  'validation_accuracy',
  'validation_top_k_accuracy',
  'weight_norm',
  'seconds',
]);

/** Derived from other columns, so not part of a record. @type {readonly string[]} */
const DERIVED = Object.keys(SMOOTHED);

/**
 * @param {import('./columns.js').Columns<string>} columns
 * @returns {Record<string, Float64Array>}
 */
export function recorded(columns) {
  const kept = columns.keys.filter((key) => !DERIVED.includes(key));
  return Object.fromEntries(kept.map((key) => [key, columns.column(key).slice()]));
}

/**
 * @template {string} Key
 * @param {import('./columns.js').Columns<Key>} columns
 * @param {Record<string, ArrayLike<number | null>>} record from JSON, where null means NaN; a column
 *   that is missing in an older record is filled with NaN
 * @returns {Record<Key, Float64Array>}
 */
export function filled({ keys }, record) {
  const { length } = record.step;
  const column = (/** @type {string} */ key) =>
    key in record
      ? Float64Array.from(record[key], (value) => value ?? Number.NaN)
      : new Float64Array(length).fill(Number.NaN);
  return /** @type {Record<Key, Float64Array>} */ (
    Object.fromEntries(keys.map((key) => [key, column(key)]))
  );
}
