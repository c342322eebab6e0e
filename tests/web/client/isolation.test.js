// Getting headers from a service worker: when it is tried, and that it is tried once.

import { describe, expect, it, vi } from 'vitest';
import { isolate } from '../../../web/client/isolation.js';

function newWindow() {
  /** @type {Map<string, string>} */
  const stored = new Map();
  return /** @type {any} */ ({
    crossOriginIsolated: false,
    isSecureContext: true,
    navigator: { serviceWorker: { register: vi.fn(async () => {}), ready: Promise.resolve({}) } },
    sessionStorage: {
      getItem: (/** @type {string} */ key) => stored.get(key) ?? null,
      setItem: (/** @type {string} */ key, /** @type {string} */ value) => stored.set(key, value),
    },
    location: { href: 'https://example.org/anneal/', reload: vi.fn() },
  });
}

describe('isolation', () => {
  it('registers the worker beside the page and loads the page anew, once', async () => {
    const window = newWindow();
    expect(await isolate(window)).toBe(true);
    const [address] = window.navigator.serviceWorker.register.mock.calls[0];
    expect(String(address)).toBe('https://example.org/anneal/isolate.js');
    expect(window.location.reload).toHaveBeenCalledTimes(1);
    expect(await isolate(window)).toBe(false);
    expect(window.location.reload).toHaveBeenCalledTimes(1);
  });

  it('does not wait for a worker that the browser holds back', async () => {
    vi.useFakeTimers();
    const window = newWindow();
    window.navigator.serviceWorker.register = () => new Promise(() => {});
    const result = isolate(window);
    await vi.advanceTimersByTimeAsync(5000);
    expect(await result).toBe(false);
    vi.useRealTimers();
  });

  it('is left alone where it is there, or cannot be had', async () => {
    for (const change of [
      { crossOriginIsolated: true },
      { isSecureContext: false },
      { navigator: {} },
      {
        sessionStorage: {
          getItem: () => {
            throw new Error('denied');
          },
        },
      },
    ]) {
      const window = { ...newWindow(), ...change };
      expect(await isolate(window)).toBe(false);
      expect(window.location.reload).not.toHaveBeenCalled();
    }
  });
});
