// What the core is meant to reach, beside what one run of the benchmark and of the comparison with
// other libraries measured.

/** @typedef {import('./report.js').Run} Run */
/** @typedef {import('./rivals/table.js').Row} Row */

/** @param {Run[]} runs @param {string} build @param {number} threads @param {string} workload */
function gflops(runs, build, threads, workload) {
  const run = runs.find((one) => one.build === build && one.threads === threads);
  return run?.results.find((result) => result.workload === workload)?.gflops ?? NaN;
}

/**
 * Of its register peak: the best that any run of a build with the same instructions saw, for the
 * engine does not compile the loops alike each time.
 *
 * @param {Run[]} runs
 * @param {string} build
 * @param {string} workload
 */
function shareOfPeak(runs, build, workload) {
  const peaks = runs.filter((run) => run.build === build || run.build === `${build}-threads`);
  const peak = Math.max(...peaks.map((run) => run.register_peak_gflops));
  return gflops(runs, build, 1, workload) / peak;
}

/** @param {Run[]} runs @param {string} workload */
const twoThreads = (runs, workload) =>
  gflops(runs, 'relaxed-threads', 2, workload) / gflops(runs, 'relaxed-threads', 1, workload);

/** How much faster than the best of PyTorch. @param {Row[]} rows @param {number} threads @param {string} workload */
function overPyTorch(rows, threads, workload) {
  const speeds = (/** @type {(name: string) => boolean} */ is) =>
    rows
      .filter((row) => row.workload === workload && row.threads === threads && is(row.name))
      .map((row) => row.imagesPerSecond ?? NaN);
  const [own] = speeds((name) => name === 'Anneal');
  return own / Math.max(...speeds((name) => name.startsWith('PyTorch')));
}

/**
 * @param {Run[]} runs
 * @param {Row[]} rows
 * @returns {string} a Markdown table
 */
export function targetsTable(runs, rows) {
  const ratio = (/** @type {number} */ value) => `${value.toFixed(2)} x`;
  const share = (/** @type {number} */ value) => `${(100 * value).toFixed(0)} %`;
  const memory = (/** @type {string} */ workload) => {
    const run = runs.find(({ build }) => build === 'relaxed');
    const result = run?.results.find((one) => one.workload === workload);
    return (result?.bytes ?? NaN) / (result?.needed_bytes ?? NaN);
  };
  const pyTorch = (/** @type {string} */ workload, /** @type {number} */ threads, least = 1) => ({
    what: `${workload}, ${threads === 1 ? 'one thread' : 'two threads'}, over the best PyTorch on as many`,
    ...{ value: overPyTorch(rows, threads, workload), target: least, text: ratio },
  });
  const scaled = (/** @type {string} */ workload, /** @type {number} */ target) => ({
    what: `${workload}, two threads over one`,
    ...{ value: twoThreads(runs, workload), target, text: ratio },
  });
  const peak = (
    /** @type {string} */ build,
    /** @type {string} */ workload,
    /** @type {number} */ target,
  ) => ({
    what: `${workload}, ${build}, of the register peak`,
    ...{ value: shareOfPeak(runs, build, workload), target, text: share },
  });
  const held = (/** @type {string} */ workload) => ({
    what: `${workload}, memory over what is needed, at most`,
    ...{ value: memory(workload), target: 1.3, text: ratio, most: true },
  });
  const lines = [
    ...[pyTorch('lenet', 1), pyTorch('seed-32', 1, 1.05), pyTorch('seed-224', 1, 1.2)],
    ...[pyTorch('seed-32', 2, 1.4), pyTorch('seed-224', 2, 1.2)],
    ...[scaled('lenet', 1.5), scaled('seed-32', 1.8)],
    ...[scaled('gemm-512', 1.9), scaled('gemm-1024', 1.9)],
    ...[peak('relaxed', 'gemm-512', 0.9), peak('relaxed', 'gemm-1024', 0.9)],
    ...['gemm-512', 'gemm-1024', 'lenet', 'seed-32'].map((name) => peak('simd', name, 0.8)),
    ...[held('lenet'), held('seed-32'), held('seed-224')],
  ].map(({ what, value, target, text, ...rest }) => {
    const met = 'most' in rest ? value <= target : value >= target;
    return [what, text(target), text(value), met ? 'met' : 'missed'];
  });
  return [['', 'target', 'measured', ''], ['---', '---', '---', '---'], ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
