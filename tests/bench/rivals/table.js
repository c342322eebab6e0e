// The comparison with other libraries as a Markdown table.

/**
 * @typedef {object} Row
 * @property {string} workload
 * @property {string} name
 * @property {number} threads
 * @property {number} batch
 * @property {number} rounds in which it was measured
 * @property {number} [milliseconds] of a step
 * @property {number} [imagesPerSecond]
 * @property {number} [gflops]
 * @property {number[]} [losses] of the first step and the last
 * @property {string} [problem] why there are no figures
 */

const columns = [
  ...['workload', 'library', 'threads', 'batch', 'step ms', 'images/s', 'GFLOP/s'],
  ...['Anneal is faster by', 'loss, first and last'],
];

/** @param {number} value with three significant digits or more */
const short = (value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/**
 * Speeds are compared with Anneal's on as many threads.
 *
 * @param {Row[]} rows
 */
export function rivalsTable(rows) {
  const cells = rows.map((row) => {
    const { workload, name, threads, batch, milliseconds, imagesPerSecond, gflops, losses } = row;
    const start = [workload, name, String(threads), String(batch)];
    if (!milliseconds || !imagesPerSecond || !gflops) {
      return [...start, '', '', '', '', row.problem ?? 'not measured'];
    }
    const own = rows.find(
      (other) =>
        other.name === 'Anneal' && other.workload === workload && other.threads === threads,
    );
    return [
      ...[...start, short(milliseconds), short(imagesPerSecond), short(gflops)],
      own?.imagesPerSecond && own !== row
        ? `${short(own.imagesPerSecond / imagesPerSecond)} x`
        : '',
      losses ? losses.map((loss) => loss.toPrecision(4)).join(' → ') : '',
    ];
  });
  return [columns, columns.map(() => '---'), ...cells]
    .map((line) => `| ${line.join(' | ')} |`)
    .join('\n');
}
