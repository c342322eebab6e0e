import { describe, expect, it } from 'vitest';
import { Checkpoints } from '../../../web/worker/checkpoints.js';
import { TrainLoop, concatColumns } from '../../../web/worker/train_loop.js';
import { fakeSession } from '../fakes.js';

/**
 * A loop whose clock and tasks are moved by hand.
 *
 * @param {Parameters<typeof fakeSession>[0]} [options]
 * @param {number} [milliseconds] that a call into the session takes
 * @param {number} [bytes] that a checkpoint takes, about
 */
function loopOver(options, milliseconds = 20, bytes = 1) {
  const session = fakeSession(options);
  const run = session.run;
  let now = 0;
  /** @type {(() => void)[]} */
  const tasks = [];
  /** @type {any[]} */
  const events = [];
  /** @type {any[]} */
  const checkpoints = [];
  const timed = {
    get status() {
      return session.status;
    },
    get divergence() {
      return session.divergence;
    },
    recover: session.recover,
    plateau: { rate: 0.1, best: null, bad: 1, cooldown_left: 0 },
    run: (/** @type {any} */ limit) => {
      now += milliseconds;
      return run(limit);
    },
  };
  const loop = new TrainLoop({
    session: timed,
    run: 1,
    batchSize: 10,
    checkpoints: new Checkpoints({ session, bytes, now: () => now }),
    post: (event) => (event.type === 'checkpoint' ? checkpoints : events).push(event),
    toProblem: (error) => ({ kind: 'state', path: '', message: String(error) }),
    now: () => now,
    later: (task) => tasks.push(task),
  });
  const turn = () => tasks.shift()?.();
  const drain = () => {
    while (tasks.length > 0) turn();
  };
  return { loop, session, timed, events, checkpoints, turn, drain };
}

const trained = (/** @type {any[]} */ events) =>
  events.filter(({ type }) => type === 'metrics').flatMap(({ steps }) => [...steps.step]);

describe('TrainLoop', () => {
  it('trains to the end in slices of time and says every step once', () => {
    const { loop, session, events, drain } = loopOver();
    loop.run('end');
    drain();
    expect(trained(events)).toEqual(Array.from({ length: 20 }, (_, step) => step));
    expect(events.at(-1)).toEqual({ type: 'stopped', run: 1, finished: true, divergence: null });
    expect(session.calls.every(({ milliseconds }) => (milliseconds ?? 0) > 0)).toBe(true);
    expect(loop.running).toBe(false);
  });

  it('reports at most once a frame, and leaves nothing out', () => {
    const { loop, events, drain } = loopOver({ slice: 1 }, 2);
    loop.run('end');
    drain();
    expect(events.filter(({ type }) => type === 'metrics').length).toBeLessThanOrEqual(5);
    expect(trained(events)).toHaveLength(20);
  });

  it('hears a pause between two slices', () => {
    const { loop, events, turn, drain } = loopOver();
    loop.run('end');
    turn();
    loop.pause();
    drain();
    expect(trained(events)).toEqual([0, 1, 2]);
    expect(events.at(-1)).toEqual({ type: 'stopped', run: 1, finished: false, divergence: null });
  });

  it('goes one step', () => {
    const { loop, session, events, drain } = loopOver();
    loop.run('step');
    drain();
    expect(trained(events)).toEqual([0]);
    expect(session.calls).toEqual([{ steps: 1 }]);
  });

  it('goes to the end of the epoch, not beyond, and waits for the held-out images', () => {
    const { loop, events, drain } = loopOver({ evaluations: 3 });
    loop.run('epoch');
    drain();
    expect(trained(events)).toEqual([0, 1, 2, 3, 4]);
    const rows = events
      .filter(({ type }) => type === 'metrics')
      .flatMap(({ epochs }) => [...epochs.step]);
    expect(rows).toEqual([5]);
    loop.run('epoch');
    drain();
    expect(trained(events)).toHaveLength(10);
  });

  it('takes another target while it trains', () => {
    const { loop, events, turn, drain } = loopOver();
    loop.run('end');
    turn();
    loop.run('epoch');
    drain();
    expect(trained(events)).toHaveLength(5);
  });

  it('does not count evaluation as training speed while there are other slices', () => {
    const { loop, events, drain } = loopOver({ evaluations: 2, stepsPerEpoch: 6 });
    loop.run('end');
    drain();
    const metrics = events.filter(({ type }) => type === 'metrics');
    const counted = metrics.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    const images = metrics.reduce((sum, event) => sum + event.images, 0);
    // Of each epoch the first slice is all training; the second runs into the evaluation.
    expect(images).toBe(3 * 10 * 3 + 2 * 10);
    expect(counted).toBe(4 * 20);
  });

  it('counts slices with evaluations once there have been no others for a while', () => {
    const { loop, events, drain } = loopOver({ stepsPerEpoch: 1, totalSteps: 200 });
    loop.run('end');
    drain();
    const images = events.reduce((sum, event) => sum + (event.images ?? 0), 0);
    expect(images).toBeGreaterThan(0);
  });

  it('says what a plateau has counted where an epoch has ended, and only there', () => {
    const { loop, events, drain } = loopOver();
    loop.run('epoch');
    drain();
    const metrics = events.filter(({ type }) => type === 'metrics');
    expect(metrics.length).toBeGreaterThan(1);
    for (const { epochs, plateau } of metrics) {
      expect(plateau?.bad).toBe(epochs.step.length > 0 ? 1 : undefined);
    }
  });

  it('says what was trained before a failure, then the failure', () => {
    const { loop, timed, events, turn, drain } = loopOver();
    loop.run('end');
    turn();
    timed.run = () => {
      throw new Error('no memory');
    };
    drain();
    expect(trained(events)).toEqual([0, 1, 2]);
    expect(events.at(-1)).toMatchObject({
      type: 'failed',
      problem: { message: 'Error: no memory' },
    });
    expect(loop.running).toBe(false);
  });

  it('stops where the run diverged, and goes on from its last good step', () => {
    const { loop, timed, events, drain } = loopOver({ divergesAt: 7 });
    loop.run('end');
    drain();
    expect(trained(events)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(events.at(-1)).toMatchObject({
      ...{ type: 'stopped', finished: false },
      divergence: { step: 7, restored: 2 },
    });
    events.length = 0;
    loop.run('end');
    drain();
    expect(events[0]).toEqual({ type: 'recovered', run: 1, step: 2, plateau: timed.plateau });
    expect(trained(events)[0]).toBe(2);
    expect(events.at(-1)).toMatchObject({ type: 'stopped', finished: true, divergence: null });
  });

  it('says nothing once it is disposed of', () => {
    const { loop, events, drain } = loopOver();
    loop.run('end');
    loop.dispose();
    drain();
    expect(events).toEqual([]);
  });
});

describe('concatColumns', () => {
  it('puts parts behind one another', () => {
    const parts = [
      { a: Float64Array.of(1, 2) },
      { a: Float64Array.of() },
      { a: Float64Array.of(3) },
    ];
    expect([...concatColumns(parts).a]).toEqual([1, 2, 3]);
  });
});

describe('checkpoints', () => {
  it('are made every ten seconds at the latest, after the rows they hold, and at a rest', () => {
    const { loop, events, checkpoints, turn, drain } = loopOver({ slice: 1 }, 3500);
    loop.run('end');
    for (let i = 0; i < 9; i++) turn();
    expect(checkpoints.map(({ step }) => step)).toEqual([2, 4, 6, 8]);
    expect(trained(events)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    loop.pause();
    drain();
    expect(checkpoints.at(-1)).toMatchObject({ run: 1, step: 9, content: expect.any(Blob) });
  });

  it('are none of a run that is over', () => {
    const { loop, checkpoints, drain } = loopOver({ totalSteps: 3 }, 1);
    loop.run('end');
    drain();
    expect(checkpoints).toEqual([]);
  });

  it('are made anew where the schedule of a run at rest is changed', () => {
    const { loop, checkpoints, drain } = loopOver();
    loop.run('step');
    drain();
    loop.changed();
    expect(checkpoints.map(({ step }) => step)).toEqual([1, 1]);
  });

  it('that would be too large are said once, and never made', () => {
    const { loop, session, checkpoints, drain } = loopOver({}, 20, 2e9);
    session.checkpoint = () => {
      throw new Error('was made');
    };
    loop.run('step');
    drain();
    loop.run('step');
    drain();
    expect(checkpoints).toMatchObject([{ content: null, bytes: 2e9 }]);
  });

  it('cost no more of the time than half a per cent, as far as ten seconds allow', () => {
    let now = 0;
    let cost = 30;
    const session = /** @type {any} */ ({
      status: { step: 1 },
      checkpoint: () => ((now += cost), new Uint8Array(1)),
    });
    const checkpoints = new Checkpoints({ session, bytes: 1, now: () => now });
    const pause = () => {
      const start = now;
      while (!checkpoints.due(0)) now += 10;
      return now - start;
    };
    expect(pause()).toBe(4000);
    checkpoints.make();
    expect(pause()).toBe(6000);
    cost = 500;
    checkpoints.make();
    expect(pause()).toBe(9000);
    checkpoints.make();
    now += 5000;
    expect(checkpoints.due(2000)).toBe(false);
    expect(checkpoints.due(5000)).toBe(true);
  });

  it('for which there is no memory leave the run alone', () => {
    const { loop, session, events, checkpoints, drain } = loopOver();
    session.checkpoint = () => {
      throw Object.assign(new Error('no room'), { kind: 'memory' });
    };
    loop.run('step');
    drain();
    expect(events.at(-1)).toMatchObject({ type: 'stopped' });
    expect(checkpoints).toMatchObject([{ content: null }]);
  });
});
