// What the command line shows of a run, on a terminal and elsewhere.

import { describe, expect, test } from 'vitest';
import { Progress, formatRate, formatTime } from '../../../bindings/cli/progress.js';

/**
 * @param {number} step
 * @param {{accuracy: number}} [epoch] that ended
 */
function slice(step, epoch) {
  const column = (/** @type {number[]} */ ...values) => new Float64Array(values);
  const rows = epoch ? [0.5] : [];
  return {
    steps: { rate: column(0.01), accuracy: column(0.875) },
    epochs: {
      epoch: column(...rows.map(() => 1)),
      rate: column(...rows.map(() => 3e-4)),
      train_loss: column(...rows),
      train_accuracy: column(...rows),
      validation_accuracy: column(...rows.map(() => epoch?.accuracy ?? NaN)),
    },
    status: {
      ...{ step, epoch: Math.floor(step / 100), totalSteps: 400, stepsPerEpoch: 100 },
      ...{ totalEpochs: 4, rate: 0.01, evaluating: false, finished: step === 400, diverged: false },
    },
  };
}

/** @param {{isTTY?: boolean, columns?: number}} [terminal] */
function record(terminal) {
  /** @type {string[]} */
  const written = [];
  const output = { ...terminal, write: (/** @type {string} */ text) => written.push(text) };
  const clock = { time: 0 };
  const progress = new Progress({ output, imagesPerStep: 32, now: () => clock.time });
  return { progress, written, clock };
}

describe('progress', () => {
  test('is a line an epoch where there is no terminal', () => {
    const { progress, written, clock } = record();
    clock.time = 2000;
    progress.update(slice(100));
    progress.update(slice(200, { accuracy: 0.9 }));
    progress.end();
    expect(written).toEqual([
      'epoch 2/4  rate 3e-4  loss 0.5000  accuracy 50.0 %  held out 90.0 %  1,600 images/s\n',
    ]);
  });

  test('without held-out images has no number for them', () => {
    const { progress, written } = record();
    progress.update(slice(200, { accuracy: NaN }));
    expect(written[0]).toContain('held out -');
  });

  test('is one line that is redrawn on a terminal', () => {
    const { progress, written, clock } = record({ isTTY: true });
    clock.time = 10_000;
    progress.update(slice(100));
    progress.update(slice(101)); // too soon to be drawn
    clock.time = 40_000;
    progress.update(slice(400));
    progress.end();
    expect(written).toEqual([
      '\r\u001b[2Kepoch 2/4  [#####---------------]  rate 0.01  accuracy 87.5 %  held out -  320 images/s  0:30 left',
      '\r\u001b[2Kepoch 4/4  [####################]  rate 0.01  accuracy 87.5 %  held out -  320 images/s  took 0:40',
      '\n',
    ]);
  });

  test('does not wrap in a narrow terminal', () => {
    const { progress, written } = record({ isTTY: true, columns: 30 });
    progress.update(slice(100));
    expect(written[0].replace('\r\u001b[2K', '')).toHaveLength(29);
  });

  test('writes rates as people do', () => {
    expect([0.1, 0.01, 0.05, 0.001, 0.0003, 1.25e-5, 0, 12345.6].map(formatRate)).toEqual([
      ...['0.1', '0.01', '0.05', '0.001', '3e-4', '1.25e-5', '0', '1.235e4'],
    ]);
  });

  test('writes times as clocks do', () => {
    expect([0, 7400, 750_000, 3_723_000].map(formatTime)).toEqual([
      ...['0:00', '0:07', '12:30', '1:02:03'],
    ]);
  });
});
