// The page's side of the worker: one that gets stuck while it loads is made anew, one that is only
// slow is waited for.

import * as Comlink from 'comlink';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectWorker } from '../../../web/client/client.js';

/** What each worker that is made does when it is started. @type {('answers' | 'sticks' | 'is slow')[]} */
let courses;
/** @type {FakeWorker[]} */
let made;

class FakeWorker {
  terminated = false;

  constructor() {
    made.push(this);
    const course = courses.shift() ?? 'sticks';
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    let stuck = false;
    Comlink.expose(
      {
        listening: () => (stuck ? new Promise(() => {}) : { ok: true, value: null }),
        start: async () => {
          // As the core's module is fetched before its threads are made.
          await new Promise((resolve) => setTimeout(resolve, 100));
          stuck = course === 'sticks';
          if (stuck) await new Promise(() => {});
          if (course === 'is slow') await new Promise((resolve) => setTimeout(resolve, 60_000));
          return { ok: true, value: course };
        },
        name: () => course,
      },
      port2,
    );
    port1.start();
  }

  /** @param {any} message @param {Transferable[]} moved */
  postMessage = (message, moved) => this.port.postMessage(message, moved);
  /** @param {string} type @param {any} listener */
  addEventListener = (type, listener) => this.port.addEventListener(type, listener);
  /** @param {string} type @param {any} listener */
  removeEventListener = (type, listener) => this.port.removeEventListener(type, listener);
  terminate() {
    this.terminated = true;
    this.port.close();
  }
}

/** Lets time pass in small pieces, between which messages travel. @param {number} seconds */
async function pass(seconds) {
  for (let i = 0; i < seconds * 2; i++) {
    await vi.advanceTimersByTimeAsync(500);
    for (let j = 0; j < 4; j++) await new Promise((resolve) => setImmediate(resolve));
  }
}

beforeEach(() => {
  made = [];
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('Worker', FakeWorker);
});

afterEach(() => {
  for (const worker of made) if (!worker.terminated) worker.terminate();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a connection to the worker', () => {
  it('makes one that is stuck while it loads anew, and speaks to the new one', async () => {
    courses = ['sticks', 'answers'];
    const { service } = connectWorker(() => {});
    const started = service.start(() => {});
    await pass(8);
    expect(await started).toEqual({ ok: true, value: 'answers' });
    expect(made.map(({ terminated }) => terminated)).toEqual([true, false]);
    expect(await /** @type {any} */ (service).name()).toBe('answers');
  });

  it('waits for one that is slow', async () => {
    courses = ['is slow'];
    const { service } = connectWorker(() => {});
    const started = service.start(() => {});
    await pass(70);
    expect(await started).toEqual({ ok: true, value: 'is slow' });
    expect(made).toHaveLength(1);
  });

  it('gives up after three', async () => {
    courses = ['sticks', 'sticks', 'sticks', 'answers'];
    const { service } = connectWorker(() => {});
    const started = service.start(() => {});
    await pass(30);
    expect(await started).toMatchObject({ ok: false, problem: { kind: 'lost' } });
    expect(made.map(({ terminated }) => terminated)).toEqual([true, true, true]);
  });

  it('makes no other once it is ended', async () => {
    courses = ['sticks'];
    const { service, end } = connectWorker(() => {});
    void service.start(() => {});
    await pass(1);
    end();
    await pass(20);
    expect(made).toHaveLength(1);
  });
});
