// What a benchmark program measured, as a table for people. Ratios are within one run; absolute
// figures differ from machine to machine.

import { writeFile } from 'node:fs/promises';
import { scaling } from './scaling.js';

/**
 * @typedef {object} LayerTime
 * @property {string} name "layers.0 conv2d"
 * @property {number} forward_milliseconds
 * @property {number} backward_milliseconds
 */

/**
 * One workload. A product of matrices has no more than the first three.
 *
 * @typedef {object} Result
 * @property {string} workload
 * @property {number} milliseconds a step, the median
 * @property {number} gflops of 2 x 3 x the multiply-adds of a forward pass; 2 x for a product
 * @property {number} [images_per_second]
 * @property {number} [batch]
 * @property {number} [multiply_adds] of a forward pass, for one image
 * @property {number} [allocations] of a steady step
 * @property {number} [bytes] that network and optimizer hold
 * @property {number} [needed_bytes] parameters, gradients, optimizer state, activations
 * @property {LayerTime[]} [layers]
 * @property {number} [gradient_norm_milliseconds]
 * @property {number} [update_milliseconds]
 */

/**
 * One run of a benchmark program.
 *
 * @typedef {object} Run
 * @property {string} build
 * @property {number} threads
 * @property {number} vector_bytes
 * @property {number} register_peak_gflops of one thread
 * @property {Result[]} results
 * @property {import('./scaling.js').Batches[]} batches
 */

const columns = [
  ...['workload', 'build', 'threads', 'step ms', 'images/s', 'GFLOP/s', 'of peak', 'memory'],
  'allocated',
];

/** @param {Run} run @returns {string[][]} */
function rows({ build, threads, register_peak_gflops: peak, results }) {
  return results.map((result) => {
    const { workload, milliseconds, images_per_second: images, gflops, allocations } = result;
    return [
      ...[workload, build, String(threads), milliseconds.toFixed(2), images?.toFixed(0) ?? ''],
      ...[gflops.toFixed(1), `${((100 * gflops) / (peak * threads)).toFixed(0)} %`],
      result.bytes ? `${(result.bytes / (result.needed_bytes ?? 1)).toFixed(2)} x` : '',
      allocations === undefined ? '' : String(allocations),
    ];
  });
}

/**
 * A Markdown table of all runs, then where a step's time goes.
 *
 * @param {Run[]} runs
 */
export function table(runs) {
  const peaks = runs.map(
    ({ build, threads, register_peak_gflops: peak }) =>
      `- ${build}, ${threads} thread(s): register peak of one ${peak.toFixed(1)} GFLOP/s`,
  );
  const lines = [columns, columns.map(() => '---'), ...runs.flatMap(rows)];
  return [
    ...[...peaks, ''],
    ...lines.map((cells) => `| ${cells.join(' | ')} |`),
    ...scaling(runs),
    ...runs.flatMap((run) => run.results.flatMap((result) => parts(run, result))),
  ].join('\n');
}

/**
 * @param {Run} run
 * @param {Result} result
 */
function parts({ build, threads }, result) {
  if (!result.layers) return [];
  const cell = (/** @type {number} */ value) => value.toFixed(3);
  return [
    ...['', `${result.workload}, ${build}, ${threads} thread(s), milliseconds`, ''],
    ...['| | forward | backward |', '| --- | --- | --- |'],
    ...result.layers.map(
      ({ name, forward_milliseconds, backward_milliseconds }) =>
        `| ${name} | ${cell(forward_milliseconds)} | ${cell(backward_milliseconds)} |`,
    ),
    `| norm of the gradients | | ${cell(result.gradient_norm_milliseconds ?? 0)} |`,
    `| update | | ${cell(result.update_milliseconds ?? 0)} |`,
  ];
}

/**
 * What `--json FILE` names; the rest of the arguments.
 *
 * @param {string[]} args
 * @returns {{json: string | undefined, workloads: string[]}}
 */
export function readArguments(args) {
  const at = args.indexOf('--json');
  if (at < 0) return { json: undefined, workloads: args };
  if (at + 1 === args.length) throw new Error('--json: expected a file, got nothing');
  return { json: args[at + 1], workloads: [...args.slice(0, at), ...args.slice(at + 2)] };
}

/**
 * Prints the runs and writes them where --json says.
 *
 * @param {Run[]} runs
 * @param {string | undefined} json
 */
export async function report(runs, json) {
  console.log(table(runs));
  if (json) await writeFile(json, `${JSON.stringify(runs, undefined, 1)}\n`);
}
