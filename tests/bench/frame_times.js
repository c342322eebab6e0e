// Percentiles of frame times, as numbers and as text.

/**
 * @param {number[]} times
 * @param {number} share in [0, 1]
 */
export function percentile(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** @param {number[]} times milliseconds */
export function describeTimes(times) {
  const at = (/** @type {number} */ share) => percentile(times, share).toFixed(1).padStart(6);
  return `median ${at(0.5)} ms, 95th ${at(0.95)} ms, 99th ${at(0.99)} ms`;
}
