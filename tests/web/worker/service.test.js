// The worker's service over a stand-in for the bridge: nothing but values leaves it.

import { describe, expect, it, vi } from 'vitest';
import { toProblem } from '../../../web/worker/results.js';
import { createService } from '../../../web/worker/service.js';
import { bestBuild, findBuilds } from '../../../web/worker/builds.js';
import { fakeSession } from '../fakes.js';

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
    memory: 1000,
    requiredBytes: () => 500,
    measureSpeed: () => ({ gigaflops: 1 }),
    evaluation: () => null,
    dispose: vi.fn(),
    checkExperiment: (/** @type {any} */ document) => {
      if (document.seed < 0) throw new CoreError('seed: expected a count, got -1');
      return { experiment: document, layers: [], requiredBytes: 500 };
    },
    describeNetwork: () => [{ parameterBytes: 100 }],
    rates: () => Float64Array.of(1),
    createSession: vi.fn(async () => session),
  };
  const load = vi.fn(async (/** @type {any} */ options) => {
    bridge.build = { name: options.build };
    return bridge;
  });
  return { session, bridge, load, service: createService({ load, findBuilds }) };
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
    const service = createService({
      findBuilds,
      load: async () => {
        throw new TypeError('Failed to fetch');
      },
    });
    expect(await service.start(() => {})).toMatchObject({ ok: false, problem: { kind: 'load' } });
  });

  it('loads the wanted build where it runs, and another when it is asked to', async () => {
    const { service, load, bridge } = newService();
    await service.start(() => {}, 'scalar');
    expect(load).toHaveBeenLastCalledWith(expect.objectContaining({ build: 'scalar' }));
    expect(await service.useBuild('simd')).toMatchObject({ ok: true, value: { name: 'simd' } });
    expect(bridge.dispose).toHaveBeenCalledTimes(1);
  });

  it('makes a memory that cannot grow anew where it is too small', async () => {
    const { service, load, bridge } = newService();
    await service.start(() => {});
    await service.open(1, {}, new Map());
    expect(load).toHaveBeenCalledTimes(1);
    await service.open(2, {}, new Map([['a', new Uint8Array(100)]]));
    expect(load).toHaveBeenLastCalledWith(expect.objectContaining({ memory: 1300 }));
    expect(bridge.dispose).toHaveBeenCalledTimes(1);
  });

  it('goes on without threads where there is no room for a shared memory', async () => {
    const { load, bridge } = newService();
    load.mockImplementation(async ({ build }) => {
      if (build.endsWith('-threads')) throw new RangeError('could not allocate memory');
      bridge.build = { name: build };
      return bridge;
    });
    const choices = [{ name: 'relaxed-threads', obstacle: null }];
    const service = createService({ load, findBuilds: async () => /** @type {any} */ (choices) });
    expect(await service.start(() => {}, 'relaxed-threads')).toMatchObject({
      ok: true,
      value: { name: 'relaxed' },
    });
  });

  it('measures a build and lets it go', async () => {
    const { service, load, bridge } = newService();
    await service.start(() => {});
    const toResult = await service.measureSpeed('scalar', {}, { milliseconds: 1 });
    expect(toResult).toEqual({ ok: true, value: { gigaflops: 1 } });
    expect(load).toHaveBeenLastCalledWith({ build: 'scalar', memory: 500 });
    expect(bridge.dispose).toHaveBeenCalledTimes(1);
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

  it('gives up the reading of a run that is closed while it opens, and what comes of it', async () => {
    const { service, bridge, session } = newService();
    await service.start(() => {});
    /** @type {() => void} */
    let finish = () => {};
    const read = new Promise((resolve) => (finish = () => resolve(null)));
    /** @type {any} */
    let given;
    const createSession = /** @type {import('vitest').Mock} */ (bridge.createSession);
    createSession.mockImplementation(async (_, { reading }) => {
      given = reading.signal;
      await read;
      return session;
    });
    const opening = service.open(1, {}, new Map());
    await vi.waitFor(() => expect(given).toBeDefined());
    expect(given.aborted).toBe(false);
    await service.close();
    expect(given.aborted).toBe(true);
    finish();
    expect(await opening).toMatchObject({ ok: false, problem: { kind: 'state' } });
    expect(session.dispose).toHaveBeenCalledTimes(1);
    expect(await service.run('end')).toMatchObject({ ok: false, problem: { kind: 'state' } });
  });

  it('refuses what needs a run when there is none', async () => {
    const { service } = newService();
    await service.start(() => {});
    for (const toResult of [
      service.run('end'),
      service.pause(),
      service.history(),
      service.evaluation(),
      service.setSchedule({}),
    ]) {
      expect(await toResult).toMatchObject({ ok: false, problem: { kind: 'state' } });
    }
  });
});

describe('builds', () => {
  const able = (/** @type {any[]} */ names) => names.map((name) => ({ name, obstacle: null }));

  it('that need what is missing here say what it is', async () => {
    const found = Object.fromEntries((await findBuilds()).map((row) => [row.name, row.obstacle]));
    expect(found.scalar).toBe(null);
    expect(found.simd).toBe(null);
    expect(found['simd-threads']).toBe('not_isolated'); // Node is no page
    const validate = vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
    const old = Object.fromEntries((await findBuilds()).map((row) => [row.name, row.obstacle]));
    validate.mockRestore();
    expect(old).toMatchObject({ scalar: null, simd: 'no_simd', relaxed: 'no_simd' });
  });

  it('are taken by speed, unless another is wanted', () => {
    const all = able(['relaxed-threads', 'relaxed', 'simd', 'scalar']);
    expect(bestBuild(all, undefined, 4)).toBe('relaxed-threads');
    expect(bestBuild(all, undefined, 1)).toBe('relaxed');
    expect(bestBuild(all, 'scalar', 4)).toBe('scalar');
    expect(
      bestBuild([{ name: 'relaxed', obstacle: 'no_simd' }, ...able(['scalar'])], 'relaxed', 4),
    ).toBe('scalar');
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
