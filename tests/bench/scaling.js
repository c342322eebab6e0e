// How the time of a step grows with the batch and with a network's multiply-adds: a straight
// line if only arithmetic takes time.

/**
 * Steps of one workload at several batch sizes.
 *
 * @typedef {object} Batches
 * @property {string} workload
 * @property {{batch: number, milliseconds: number}[]} sizes
 */

/**
 * The straight line with the least sum of squares of relative errors, so that a small batch counts as
 * much as a large one, and its largest relative error.
 *
 * @param {Batches['sizes']} sizes
 */
export function fitLine(sizes) {
  let [ones, batches, squares, sums, products] = [0, 0, 0, 0, 0];
  for (const { batch, milliseconds } of sizes) {
    const weight = milliseconds ** -2;
    ones += weight;
    batches += weight * batch;
    squares += weight * batch ** 2;
    sums += weight * milliseconds;
    products += weight * batch * milliseconds;
  }
  const slope = (ones * products - batches * sums) / (ones * squares - batches ** 2);
  const start = (sums - slope * batches) / ones;
  const error = Math.max(
    ...sizes.map(({ batch, milliseconds }) => Math.abs((start + slope * batch) / milliseconds - 1)),
  );
  return { start, slope, error };
}

/**
 * Markdown: the time of an image at each batch size, and of a multiply-add in each network.
 *
 * @param {import('./report.js').Run[]} runs
 * @returns {string[]}
 */
export function scaling(runs) {
  const batches = runs.flatMap(({ build, threads, batches }) =>
    batches.map(({ workload, sizes }) => ({ build, threads, workload, sizes })),
  );
  if (batches.length === 0) return [];
  const sizes = batches[0].sizes.map(({ batch }) => batch);
  const head = ['workload', 'build', 'threads', ...sizes.map((batch) => `batch ${batch}`), 'fit'];
  const lines = batches.map(({ workload, build, threads, sizes }) => {
    const { start, slope, error } = fitLine(sizes);
    const fit = `${start.toFixed(3)} ms + ${(1e3 * slope).toFixed(1)} µs a picture, within ${(100 * error).toFixed(0)} %`;
    return [
      ...[workload, build, String(threads)],
      ...sizes.map(({ batch, milliseconds }) => ((1e3 * milliseconds) / batch).toFixed(1)),
      fit,
    ];
  });
  const works = runs.flatMap(({ build, threads, results }) => {
    const cells = results.flatMap(({ workload, milliseconds, batch, multiply_adds: work }) =>
      batch && work ? `${workload} ${((1e9 * milliseconds) / (batch * work)).toFixed(0)} ps` : [],
    );
    return cells.length > 1 ? [`- ${build}, ${threads} thread(s): ${cells.join(', ')}`] : [];
  });
  return [
    ...['', 'Microseconds a picture, by the size of the batch', ''],
    ...[head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`),
    ...(works.length > 0 ? ['', 'Time of a step for each multiply-add of a forward pass', ''] : []),
    ...works,
  ];
}
