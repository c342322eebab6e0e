// The worker's service over a stand-in for the bridge: nothing but values leaves it.

import { describe, expect, it, vi } from 'vitest';
import { createService, toProblem } from '../../web/worker/service.js';
import { hasSimd } from '../../web/worker/features.js';
import { fakeSession } from './fakes.js';

class CoreError extends Error {
  kind = 'experiment';
  path = 'seed';
}

function newService() {
  const session = Object.assign(fakeSession(), {
    experiment: { training: { batch_size: 10 } },
    dispose: vi.fn(),
    setSchedule: vi.fn(),
    history: () => ({ steps: {} }),
  });
  const bridge = {
    build: { name: 'simd' },
    completeExperiment: (/** @type {any} */ document) => {
      if (document.seed < 0) throw new CoreError('seed: expected a count, got -1');
      return document;
    },
    describeNetwork: () => [],
    rates: () => Float64Array.of(1),
    createSession: vi.fn(async () => session),
  };
  return { session, bridge, service: createService(async () => bridge) };
}

describe('the service', () => {
  it('answers with values, and with what was wrong, its path apart', async () => {
    const { service } = newService();
    expect(await service.start(() => {})).toMatchObject({ ok: true, value: { name: 'simd' } });
    expect(await service.check({ seed: 1 })).toMatchObject({ ok: true });
    expect(await service.check({ seed: -1 })).toEqual({
      ok: false,
      problem: { kind: 'experiment', path: 'seed', message: 'expected a count, got -1' },
    });
  });

  it('says that the module did not come', async () => {
    const service = createService(async () => {
      throw new TypeError('Failed to fetch');
    });
    expect(await service.start(() => {})).toMatchObject({ ok: false, problem: { kind: 'load' } });
  });

  it('says that SIMD is missing, and fetches nothing', async () => {
    const validate = vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
    const load = vi.fn();
    expect(await createService(load).start(() => {})).toMatchObject({ problem: { kind: 'simd' } });
    expect(load).not.toHaveBeenCalled();
    validate.mockRestore();
    expect(hasSimd()).toBe(true);
  });

  it('trains, and reports to the listener', async () => {
    const { service } = newService();
    /** @type {any[]} */
    const events = [];
    await service.start((event) => events.push(event));
    const files = new Map();
    expect(await service.open(3, {}, files)).toMatchObject({
      ok: true,
      value: { status: { step: 0 } },
    });
    await service.run('end');
    await vi.waitFor(() =>
      expect(events.at(-1)).toMatchObject({ type: 'stopped', finished: true }),
    );
    expect(events[0]).toMatchObject({ type: 'metrics', run: 3 });
  });

  it('disposes of a session when another is opened, and at the close', async () => {
    const { service, session } = newService();
    await service.start(() => {});
    await service.open(1, {}, new Map());
    await service.open(2, {}, new Map());
    expect(session.dispose).toHaveBeenCalledTimes(1);
    await service.close();
    expect(session.dispose).toHaveBeenCalledTimes(2);
  });

  it('refuses what needs a run when there is none', async () => {
    const { service } = newService();
    await service.start(() => {});
    for (const answer of [
      service.run('end'),
      service.pause(),
      service.history(),
      service.setSchedule({}),
    ]) {
      expect(await answer).toMatchObject({ ok: false, problem: { kind: 'state' } });
    }
  });
});

describe('toProblem', () => {
  it('tells a refusal from a module that has given up', () => {
    expect(toProblem(new WebAssembly.RuntimeError('unreachable'))).toEqual({
      kind: 'lost',
      path: '',
      message: 'unreachable',
    });
    expect(toProblem('text', 'load')).toMatchObject({ kind: 'load', message: 'text' });
  });
});
