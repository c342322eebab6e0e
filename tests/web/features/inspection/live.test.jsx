// @vitest-environment happy-dom
// What panels show of a run: asked again only when something is new, and never faster than it is read.

import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StoreContext } from '../../../../web/ui/context.js';
import { everyEpoch, useLive } from '../../../../web/features/inspection/live.js';
import { PAUSE_MILLISECONDS, createPoller } from '../../../../web/features/inspection/poller.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** A question whose answers come when they are told to. */
function question() {
  /** @type {((answer: any) => void)[]} */
  const waiting = [];
  const ask = vi.fn(() => new Promise((resolve) => waiting.push(resolve)));
  const result = async (/** @type {any} */ value) => {
    waiting.shift()?.(value);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { ask, result };
}

describe('a poller', () => {
  it('asks at once, then after a pause, and only when something is new', async () => {
    const { ask, result } = question();
    const take = vi.fn();
    const poller = createPoller({ ask, take });
    await vi.advanceTimersByTimeAsync(10 * PAUSE_MILLISECONDS);
    expect(ask).toHaveBeenCalledTimes(0);
    poller.poke();
    expect(ask).toHaveBeenCalledTimes(1);
    await result('a');
    expect(take).toHaveBeenLastCalledWith('a');
    await vi.advanceTimersByTimeAsync(10 * PAUSE_MILLISECONDS);
    expect(ask).toHaveBeenCalledTimes(1);
    for (let i = 0; i < 60; i++) {
      poller.poke();
      await result('b');
      await vi.advanceTimersByTimeAsync(1000 / 60);
    }
    expect(ask.mock.calls.length).toBeGreaterThanOrEqual(4);
    expect(ask.mock.calls.length).toBeLessThanOrEqual(6);
  });

  it('has one question under way at once, and puts a new one as soon as that is answered', async () => {
    const { ask, result } = question();
    const poller = createPoller({ ask, take: () => {} });
    poller.poke();
    poller.hurry();
    poller.poke();
    await vi.advanceTimersByTimeAsync(4 * PAUSE_MILLISECONDS);
    expect(ask).toHaveBeenCalledTimes(1);
    await result('a');
    expect(ask).toHaveBeenCalledTimes(2);
    poller.hurry();
    await result('b');
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it('waits while nobody sees it, and takes nothing once it is stopped', async () => {
    const { ask, result } = question();
    const take = vi.fn();
    let seen = false;
    const poller = createPoller({ ask, take, visible: () => seen });
    poller.poke();
    expect(ask).toHaveBeenCalledTimes(0);
    seen = true;
    poller.look();
    expect(ask).toHaveBeenCalledTimes(1);
    poller.poke();
    poller.stop();
    await result('late');
    await vi.advanceTimersByTimeAsync(4 * PAUSE_MILLISECONDS);
    expect(take).toHaveBeenCalledTimes(0);
    expect(ask).toHaveBeenCalledTimes(1);
  });
});

describe('useLive', () => {
  const newRun = () => ({ version: signal(0), steps: { length: 0 }, epochs: { length: 0 } });

  /** @param {(run: any) => unknown} [newWhen] */
  async function mount(newWhen) {
    const { ask, result } = question();
    const current = signal(/** @type {any} */ (null));
    const key = signal(1);
    /** @type {any} */
    let seen;
    let draws = 0;
    const Panel = () => {
      draws++;
      seen = useLive(/** @type {any} */ (ask), [key.value], newWhen);
      return null;
    };
    const store = /** @type {any} */ ({ trainingControls: { current } });
    const place = document.createElement('div');
    const show = (/** @type {boolean} */ open) =>
      act(() =>
        render(
          <StoreContext.Provider value={store}>{open && <Panel />}</StoreContext.Provider>,
          place,
        ),
      );
    await show(true);
    const reply = (/** @type {any} */ value) => act(() => result({ ok: true, value }));
    return { ask, reply, result, current, key, show, seen: () => seen, draws: () => draws };
  }

  it('asks nothing without a run, and forgets the answers of another', async () => {
    const { ask, reply, current, seen } = await mount();
    expect(ask).toHaveBeenCalledTimes(0);
    expect(seen()).toEqual({});
    await act(() => void (current.value = newRun()));
    expect(ask).toHaveBeenCalledTimes(1);
    await reply('first');
    expect(seen()).toEqual({ value: 'first' });
    await act(() => void (current.value = newRun()));
    expect(seen()).toEqual({});
    expect(ask).toHaveBeenCalledTimes(2);
    await act(() => void (current.value = null));
    await reply('of a run that is gone');
    expect(seen()).toEqual({});
  });

  it('draws nothing anew where the answer is the very one that is shown', async () => {
    const { result, current, seen, draws } = await mount();
    const run = newRun();
    await act(() => void (current.value = run));
    const same = { ok: true, value: 'a' };
    await act(() => result(same));
    const before = draws();
    run.steps.length = 5;
    run.version.value++;
    await vi.advanceTimersByTimeAsync(PAUSE_MILLISECONDS);
    await act(() => result(same));
    expect(draws()).toBe(before);
    expect(seen()).toEqual({ value: 'a' });
  });

  it('asks again when the run has gone on, or the question is another one, and else never', async () => {
    const { ask, reply, current, key, show } = await mount();
    const run = newRun();
    await act(() => void (current.value = run));
    await reply('a');
    await vi.advanceTimersByTimeAsync(10 * PAUSE_MILLISECONDS);
    run.version.value++; // another schedule: the weights are the same
    await vi.advanceTimersByTimeAsync(10 * PAUSE_MILLISECONDS);
    expect(ask).toHaveBeenCalledTimes(1);
    run.steps.length = 5;
    run.version.value++;
    expect(ask).toHaveBeenCalledTimes(2);
    await reply('b');
    await act(() => void (key.value = 2));
    expect(ask).toHaveBeenCalledTimes(3);
    await reply('c');
    await show(false);
    run.steps.length = 10;
    run.version.value++;
    await vi.advanceTimersByTimeAsync(10 * PAUSE_MILLISECONDS);
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it('of what changes by the epoch asks by the epoch', async () => {
    const { ask, reply, current } = await mount(everyEpoch);
    const run = newRun();
    await act(() => void (current.value = run));
    await reply('a');
    run.steps.length = 5;
    run.version.value++;
    await vi.advanceTimersByTimeAsync(10 * PAUSE_MILLISECONDS);
    expect(ask).toHaveBeenCalledTimes(1);
    run.epochs.length = 1;
    run.version.value++;
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('asks nothing while the page is hidden', async () => {
    const { ask, reply, current } = await mount();
    const run = newRun();
    await act(() => void (current.value = run));
    await reply('a');
    const state = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    run.steps.length = 5;
    run.version.value++;
    await vi.advanceTimersByTimeAsync(10 * PAUSE_MILLISECONDS);
    expect(ask).toHaveBeenCalledTimes(1);
    state.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('says what went wrong', async () => {
    const { result, current, seen } = await mount();
    await act(() => void (current.value = newRun()));
    const problem = { kind: 'memory', path: '', message: 'too little' };
    await act(() => result({ ok: false, problem }));
    expect(seen()).toEqual({ problem });
  });
});
