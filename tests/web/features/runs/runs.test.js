// The list of runs: records, order, deletion and restoring.

import { describe, expect, it } from 'vitest';
import { Run } from '../../../../web/features/training/run.js';
import { createRuns } from '../../../../web/features/runs/runs.js';
import { STEP_KEYS, columns, runOf } from '../../fakes.js';

describe('the record of a run', () => {
  function filledRun() {
    const run = runOf(3);
    run.append({
      steps: columns(STEP_KEYS, [3, 4]),
      epochs: columns(run.epochs.keys.slice(), [0.25]),
      status: run.status,
    });
    run.setSchedule(2, { type: 'step', initial: 0.05 });
    run.divergence = /** @type {any} */ ({ step: 4, restored: 2 });
    run.name.value = 'the wild one';
    run.pinned.value = true;
    run.visible.value = false;
    return run;
  }

  it('restores an identical run that can continue', () => {
    const run = filledRun();
    const again = Run.fromRecord(run.toRecord());
    expect(again.toRecord()).toEqual(run.toRecord());
    expect(again.schedule).toEqual({ type: 'step', initial: 0.05 });
    const more = {
      steps: columns(STEP_KEYS, [5]),
      epochs: columns(run.epochs.keys.slice(), []),
    };
    for (const one of [run, again]) one.append({ ...more, status: one.status });
    expect([...again.steps.column('smoothLoss')]).toEqual([...run.steps.column('smoothLoss')]);
  });

  it('survives JSON, with null for NaN, and a column that is missing in older records', () => {
    const run = filledRun();
    run.append({
      steps: columns(STEP_KEYS, [Number.NaN]),
      epochs: columns(run.epochs.keys.slice(), []),
      status: run.status,
    });
    const record = run.toRecord();
    const plain = Object.fromEntries(
      Object.entries(record.steps).map(([key, column]) => [key, Array.from(column)]),
    );
    delete plain.gradient_norm;
    const again = Run.fromRecord(
      JSON.parse(JSON.stringify({ ...record, steps: plain, epochs: { step: [] } })),
    );
    expect([...again.steps.column('loss')]).toEqual([...run.steps.column('loss')]);
    expect([...again.steps.column('gradient_norm')]).toEqual(new Array(6).fill(Number.NaN));
    expect(again.epochs.length).toBe(0);
  });

  it('shares no column with the run', () => {
    const run = filledRun();
    const { steps } = run.toRecord();
    run.truncate(0);
    run.append({
      steps: columns(STEP_KEYS, [99]),
      epochs: columns(run.epochs.keys.slice(), []),
      status: run.status,
    });
    expect(steps.loss[0]).toBe(0);
  });
});

describe('the list of runs', () => {
  function threeRuns() {
    const runs = createRuns();
    const [first, second, third] = [1, 2, 3].map(() => runOf(runs.reserve()));
    for (const run of [first, second, third]) runs.begin(run);
    return { runs, first, second, third };
  }
  const numbers = (/** @type {Run[]} */ list) => list.map(({ number }) => number);

  it('lists pinned ones first, the newest first', () => {
    const { runs, first } = threeRuns();
    expect(numbers(runs.ordered.value)).toEqual([3, 2, 1]);
    first.pinned.value = true;
    expect(numbers(runs.ordered.value)).toEqual([1, 3, 2]);
  });

  it('deletes, and brings back to its place', () => {
    const { runs, second } = threeRuns();
    runs.delete(second);
    expect(numbers(runs.list.value)).toEqual([1, 3]);
    expect(runs.deleted.value).toEqual([second]);
    runs.restore();
    expect(numbers(runs.list.value)).toEqual([1, 2, 3]);
    expect(runs.deleted.value).toEqual([]);
  });

  it('clears all runs except pinned ones and the current one, and restores them', () => {
    const { runs, first, third } = threeRuns();
    first.pinned.value = true;
    runs.clear(third);
    expect(numbers(runs.list.value)).toEqual([1, 3]);
    runs.restore();
    expect(numbers(runs.list.value)).toEqual([1, 2, 3]);
    runs.clear();
    expect(numbers(runs.list.value)).toEqual([1]);
  });

  it('forgets a run in which nothing was trained when another begins', () => {
    const { runs } = threeRuns();
    runs.begin(runOf(runs.reserve(), { steps: [] }));
    runs.begin(runOf(runs.reserve()));
    expect(numbers(runs.list.value)).toEqual([1, 2, 3, 5]);
  });

  it('adds runs of another session by their start; no number is used twice', () => {
    const { runs, first } = threeRuns();
    runs.add(runOf(2, { began: 0 }), runOf(9, { began: 0.5 }), Run.fromRecord(first.toRecord()));
    expect(numbers(runs.list.value)).toEqual([4, 9, 1, 2, 3]);
    expect(runs.reserve()).toBe(10);
  });
});
