// The chart's parts that need no browser: jumps of the rate, what is in xAxis, the axis in steps, epochs
// and seconds, what is remembered, and what is saved.

import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { linearDomain } from '../../../../web/plot/scales.js';
import { visibleExtent } from '../../../../web/plot/visible_range.js';
import { svgPen } from '../../../../web/plot/svg.js';
import { moved, within, zoomed } from '../../../../web/plot/x_viewport.js';
import { createChartView } from '../../../../web/features/chart/chart_view.js';
import { csvOf } from '../../../../web/features/chart/chart_csv.js';
import { csvField } from '../../../../web/ui/csv.js';
import { rateJumps } from '../../../../web/features/training/rate_jumps.js';
import { downsampled } from '../../../../web/features/chart/downsampled.js';
import { chartAxis } from '../../../../web/features/chart/scene/chart_axis.js';
import { STEP_KEYS, columns, runOf } from '../../fakes.js';

/** @param {number} length @param {(step: number) => number} rate */
const rates = (length, rate) => Float64Array.from({ length }, (_, step) => rate(step));

describe('rateJumps', () => {
  it('finds steps, milestones, plateaus and restarts', () => {
    const decay = rates(30, (step) => 0.1 * 0.1 ** Math.floor(step / 10));
    expect(rateJumps(decay, 5)).toEqual([10, 20]);
    const milestones = rates(20, (step) => (step < 7 ? 1 : step < 9 ? 0.5 : 0.25));
    expect(rateJumps(milestones, 4)).toEqual([7, 9]);
    const restarts = rates(40, (step) => 0.5 + 0.5 * Math.cos((Math.PI * (step % 20)) / 20));
    expect(rateJumps(restarts, 5)).toEqual([20]);
    const byEpoch = rates(200, (step) => restarts[Math.floor(step / 5)]);
    expect(rateJumps(byEpoch, 5)).toEqual([100]);
  });

  it('finds nothing in a rate that changes smoothly, to zero or from it', () => {
    const smooth = [
      rates(100, (step) => 0.1 * 0.9 ** step),
      rates(100, (step) => 0.1 * (1 - step / 100)),
      rates(100, (step) => (step < 10 ? step / 100 : 0.1)),
      rates(100, (step) => 0.05 * (1 + Math.cos((Math.PI * step) / 100))),
      rates(100, (step) => 0.1 / Math.sqrt(step + 1)),
      rates(100, () => 0.1),
      rates(100, (step) => (step < 50 ? 0.1 : 0.099)),
    ];
    for (const one of smooth) {
      expect(rateJumps(one, 10)).toEqual([]);
      const byEpoch = rates(1000, (step) => one[Math.floor(step / 10)]);
      expect(rateJumps(byEpoch, 10)).toEqual([]);
    }
  });
});

describe('the visible range', () => {
  it('zooms about a place, moves, and stays within the whole', () => {
    expect(zoomed([0, 10], 0.5, 2)).toEqual([1, 6]);
    expect(moved([1, 6], 2)).toEqual([3, 8]);
    expect(within([-2, 3], [0, 10], 1)).toEqual([0, 5]);
    expect(within([7, 12], [0, 10], 1)).toEqual([5, 10]);
    expect(within([4.9, 5.1], [0, 10], 1)).toEqual([4.5, 5.5]);
    expect(within([-1, 11], [0, 10], 1)).toBe(null);
    expect(within([0, 10], [0, 10], 20)).toBe(null);
  });

  it('reaches as far as the values between its ends', () => {
    const x = [0, 10, 20, 30, 40];
    const lines = [{ x, y: [100, 5, 1, 3, 200] }];
    const xAxis = /** @type {const} */ ({
      visibleRange: [15, 25],
      across: { scale: 1, offset: 0 },
    });
    expect(visibleExtent({ ...xAxis, visibleRange: [15, 25] }, lines)).toMatchObject({
      low: 1,
      high: 5,
    });
    const area = { x, low: [0, 0, -4, 0, 0], high: [9, 9, 9, 9, 9], color: '' };
    const both = visibleExtent({ ...xAxis, visibleRange: [15, 25] }, lines, [area]);
    expect(both).toMatchObject({ low: -4, high: 9, positive: 1 });
  });

  it('has round ends on a plain axis, from zero where that is near', () => {
    expect(linearDomain({ low: 0.02, high: 0.1, positive: 0.02 }, [0, 1])).toEqual([0, 0.12]);
    const [low, high] = linearDomain({ low: 0.912, high: 0.953, positive: 0.912 }, [0, 1]);
    expect([low, high]).toEqual([0.905, 0.96]);
    expect(linearDomain({ low: Infinity, high: -Infinity, positive: Infinity }, [0, 1])).toEqual([
      0, 1,
    ]);
  });
});

/** A run of 20 steps in epochs of 5, of which ten took 100 ms and the rest are to come. */
function halfRun() {
  const run = runOf(1, { steps: [] });
  const steps = columns(STEP_KEYS, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  steps.milliseconds = new Float64Array(10).fill(100);
  const epochs = columns(run.epochs.keys.slice(), [5, 10]);
  run.append({ steps, epochs, status: { ...run.status, step: 10 } });
  return run;
}

describe('the x axis', () => {
  const length = { steps: 20, stepsPerEpoch: 5 };
  const common = { others: [], length, going: true, visibleRange: null, width: 640 };

  it('counts steps, epochs or seconds, and converts between them', () => {
    const current = halfRun();
    const [step, epoch, seconds] = /** @type {const} */ (['step', 'epoch', 'seconds']).map((unit) =>
      chartAxis({ ...common, unit, current }),
    );
    expect(step.whole).toEqual([0, 20]);
    expect(epoch.whole).toEqual([0, 4]);
    expect(epoch.toAxis(10)).toBe(2);
    expect(epoch.toStep(1.5)).toBe(7.5);
    expect(seconds.toAxis(4)).toBeCloseTo(0.5, 9);
    expect(seconds.toStep(seconds.toAxis(7))).toBeCloseTo(7, 9);
    // To come: at the mean pace of what is done.
    expect(seconds.toAxis(19)).toBeCloseTo(2, 9);
    expect(seconds.whole).toEqual([0, 2.5]);
  });

  it('puts runs of other batch sizes where their epochs and seconds are', () => {
    const run = halfRun();
    const slow = halfRun();
    slow.status = { ...slow.status, stepsPerEpoch: 10 };
    const axis = chartAxis({ ...common, unit: 'epoch', current: run, others: [slow] });
    expect(axis.place(slow, 'steps').across.scale).toBe(0.1);
    expect(axis.stepOf(slow, 0.5)).toBe(5);
    const timed = chartAxis({ ...common, unit: 'seconds', current: run, others: [slow] });
    expect(timed.stepOf(slow, 0.55)).toBe(4);
    expect(timed.stepOf(slow, 99)).toBe(Infinity);
  });

  it('says both units at each tick, and has no place for plans in seconds before the first step', () => {
    const axis = chartAxis({ ...common, unit: 'epoch', current: halfRun() });
    expect(axis.ticks.map(({ text, second }) => [text, second])).toContainEqual(['2', '10']);
    const none = chartAxis({ ...common, unit: 'seconds', current: null });
    expect(none.known).toBe(false);
  });

  it('keeps the visible range while the run grows', () => {
    const current = halfRun();
    const axis = () => chartAxis({ ...common, unit: 'step', current, visibleRange: [2, 8] });
    expect(axis().visibleRange).toEqual([2, 8]);
    current.status = { ...current.status, step: 15 };
    expect(axis().visibleRange).toEqual([2, 8]);
  });
});

describe('Run', () => {
  it('counts the seconds of training, and knows when an epoch was over', () => {
    const run = halfRun();
    expect(run.seconds).toBeCloseTo(1, 9);
    expect(run.at(4).seconds).toBeCloseTo(0.5, 9);
    expect([...run.epochs.column('seconds')].map((value) => value.toFixed(3))).toEqual([
      '0.500',
      '1.000',
    ]);
  });

  it('smooths anew with another weight', () => {
    const run = halfRun();
    run.smooth(0);
    expect([...run.steps.column('smoothLoss')]).toEqual([...run.steps.column('loss')]);
    const before = run.version.peek();
    run.smooth(0.5);
    expect(run.version.peek()).toBe(before + 1);
    expect(run.steps.at('smoothLoss', 1)).toBeCloseTo((1 * 1 + 0.5 * 0) / 1.5, 12);
  });
});

describe('the view of the chart', () => {
  function memoryOf(/** @type {string | undefined} */ text) {
    let kept = text;
    return {
      get: () => kept,
      set: (/** @type {string} */ _, /** @type {string} */ value) => void (kept = value),
      kept: () => JSON.parse(kept ?? 'null'),
    };
  }
  const runs = /** @type {any} */ ({ list: signal([]) });

  it('is remembered', () => {
    const preferences = memoryOf(undefined);
    const view = createChartView({ preferences, runs });
    view.unit.value = 'seconds';
    view.smoothing.value = 0.5;
    view.gradientNorm.value = true;
    const again = createChartView({
      preferences: memoryOf(JSON.stringify(preferences.kept())),
      runs,
    });
    expect(again.unit.value).toBe('seconds');
    expect(again.smoothing.value).toBe(0.5);
    expect([again.gradientNorm.value, again.weightNorm.value]).toEqual([true, false]);
  });

  it('is the usual one where what is kept makes no sense', () => {
    for (const text of ['{', '7', '{"unit":"miles","smoothing":3}', undefined]) {
      const view = createChartView({ preferences: memoryOf(text), runs });
      expect([view.unit.value, view.smoothing.value]).toEqual(['epoch', null]);
    }
  });
});

describe('what is saved', () => {
  it('is CSV with exact numbers, quotes where they are needed, and nothing for what is no number', () => {
    expect(['a,b', 'say "x"', 'two\nlines', 'plain'].map(csvField)).toEqual([
      ...['"a,b"', '"say ""x"""', '"two\nlines"', 'plain'],
    ]);
    expect([0.1 + 0.2, 1e-7, Number.NaN, -Infinity, null, undefined].map(csvField)).toEqual([
      ...['0.30000000000000004', '1e-7', '', '', '', ''],
    ]);
    const text = [...csvOf([{ run: halfRun(), name: 'step, 10' }], 'steps')].join('');
    const lines = text.split('\r\n');
    expect(lines[0]).toBe('run,name,step,epoch,rate,loss,accuracy,gradient_norm,seconds');
    expect(lines).toHaveLength(12);
    expect(lines[3]).toMatch(/^1,"step, 10",2,2,2,2,2,2,0\.3/);
    expect(lines[11]).toBe('');
  });

  it('is SVG with real lines and escaped words', () => {
    const pen = svgPen({ font: 'Some "Font"', measure: () => 10 });
    pen.clip({ left: 0, top: 0, width: 5, height: 5 }, () =>
      pen.stroke((sink) => (sink.moveTo(0, 1.239), sink.lineTo(2, 3)), {
        ...{ color: 'red', width: 2, dash: [1, 2], alpha: 0.5 },
      }),
    );
    pen.shift(3, 4, () => {});
    pen.text(1, 2, 'a < b & c', { size: 10, color: 'blue', align: 'right' });
    const text = pen.document(100, 50, 'T');
    expect(text).toContain('<path d="M0 1.24L2 3" fill="none" stroke="red"');
    expect(text).toContain('stroke-dasharray="1 2" stroke-opacity="0.5"');
    expect(text).toContain('>a &lt; b &amp; c</text>');
    expect(text).toContain('font-family="Some &quot;Font&quot;"');
    expect(text).toContain('<g transform="translate(3 4)">');
    expect(text.match(/<g /g)).toHaveLength(2);
  });

  it('as a table thins rows by round numbers, and keeps the last', () => {
    expect(downsampled(0, 4, 10)).toEqual({ rows: [0, 1, 2, 3, 4], every: 1 });
    const { rows, every } = downsampled(0, 99_999, 200);
    expect(every).toBe(500);
    expect(rows.slice(0, 3)).toEqual([0, 500, 1000]);
    expect(rows.at(-1)).toBe(99_999);
    expect(rows.length).toBeLessThanOrEqual(201);
    expect(downsampled(7, 11, 2).rows).toEqual([10, 11]);
    expect(downsampled(3, 2, 2).rows).toEqual([]);
  });
});
