// Undo and redo over a service that takes everything.

import { describe, expect, it, vi } from 'vitest';
import { createExperiment } from '../../../../web/features/experiment/experiment.js';
import { changedPath, createUndo } from '../../../../web/features/experiment/undo.js';
import { keyName } from '../../../../web/app/setting_names.js';
import { settingName as nameOf } from '../../../../web/features/experiment/undo_buttons.jsx';
import { fakeService } from '../../fakes.js';
import { defaultExperiment } from '../../../../web/app/default_experiment.js';

const settingName = (/** @type {string} */ path) => nameOf(path, keyName);

function newUndo() {
  const { service } = fakeService();
  const experiment = createExperiment(service, defaultExperiment());
  const apply = vi.fn();
  let time = 0;
  const undo = createUndo({ experiment, apply, now: () => time });
  const later = (milliseconds = 5000) => (time += milliseconds);
  return { experiment, undo, apply, later };
}

describe('the setting that changed', () => {
  it('is the innermost that holds every difference', () => {
    const before = { a: { b: [1, 2, { c: 3 }], d: 1 }, e: 1 };
    expect(changedPath(before, before)).toBeUndefined();
    expect(changedPath(before, structuredClone(before))).toBeUndefined();
    expect(changedPath(before, { ...before, e: 2 })).toBe('e');
    expect(changedPath(before, { ...before, a: { ...before.a, b: [1, 2, { c: 4 }] } })).toBe(
      'a.b[2].c',
    );
    expect(changedPath(before, { ...before, a: { b: [1], d: 2 } })).toBe('a');
    expect(changedPath(before, { a: before.a })).toBe('e');
    expect(changedPath(before, { a: 1, e: 2 })).toBe('');
  });

  it('has a label', () => {
    expect(settingName('schedule.parts[1].schedule.gamma')).toBe('Decay factor');
    expect(settingName('schedule.warmup.length')).toBe('Warm-up');
    expect(settingName('schedule.knots[2][1]')).toBe('schedule');
    expect(settingName('network.layers[0].filters')).toBe('network');
    expect(settingName('seed')).toBe('seed');
    expect(settingName('')).toBe('the experiment');
  });
});

describe('undo and redo', () => {
  it('go back and forth through the whole document', async () => {
    const { experiment, undo, later } = newUndo();
    const first = experiment.draft.value;
    await experiment.edit('seed', 5);
    later();
    await experiment.edit('network.layers[0].filters', 12);
    later();
    await undo.undo();
    expect(experiment.draft.value).toEqual({ ...first, seed: 5 });
    expect(undo.said.value).toMatchObject({ kind: 'undone', path: 'network.layers[0].filters' });
    await undo.undo();
    expect(experiment.draft.value).toEqual(first);
    expect(experiment.good.value).toEqual(first);
    await undo.undo();
    expect(experiment.draft.value).toEqual(first);
    await undo.redo();
    await undo.redo();
    expect(experiment.value('network.layers[0].filters')).toBe(12);
    await undo.redo();
    expect(undo.said.value).toMatchObject({ kind: 'redone', count: 4 });
  });

  it('take edits of one control in quick succession as one, and others apart', async () => {
    const { experiment, undo, later } = newUndo();
    for (const rate of [0.09, 0.08, 0.07]) {
      await experiment.edit('schedule.initial', rate);
      later(200);
    }
    await experiment.edit('schedule.factor', 0.5);
    later(1500);
    await experiment.edit('schedule.factor', 0.6);
    expect(undo.past.value).toHaveLength(3);
    await undo.undo();
    expect(experiment.value('schedule.factor')).toBe(0.5);
    await undo.undo();
    expect(experiment.value('schedule')).toMatchObject({ initial: 0.07, factor: 0.1 });
    await undo.undo();
    expect(experiment.value('schedule.initial')).toBe(0.1);
  });

  it('count a gesture as one edit, whatever its duration and changes', async () => {
    const { experiment, undo, later } = newUndo();
    undo.hold();
    await experiment.edit('schedule.initial', 0.2);
    later();
    await experiment.edit('schedule.every', 5);
    undo.release();
    await experiment.edit('schedule.every', 6);
    expect(undo.past.value).toHaveLength(2);
    await undo.undo();
    await undo.undo();
    expect(experiment.value('schedule')).toMatchObject({ initial: 0.1, every: 10 });
  });

  it('forget what was undone once something else is edited', async () => {
    const { experiment, undo } = newUndo();
    await experiment.edit('seed', 5);
    await undo.undo();
    await experiment.edit('seed', 6);
    expect(undo.future.value).toEqual([]);
    await undo.undo();
    expect(experiment.value('seed')).toBe(1);
  });

  it('are no edits themselves, and nor is the same again', async () => {
    const { experiment, undo, apply } = newUndo();
    await experiment.replace(structuredClone(experiment.draft.value));
    expect(undo.past.value).toEqual([]);
    await experiment.edit('seed', 5);
    await undo.undo();
    expect(undo.past.value).toEqual([]);
    expect(apply).toHaveBeenCalledOnce();
  });
});
