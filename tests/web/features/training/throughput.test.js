// How fast a run goes and how long it will take.

import { describe, expect, it } from 'vitest';
import { createThroughput } from '../../../../web/features/training/throughput.js';
import { metrics } from '../../fakes.js';

describe('the meter', () => {
  it('gives images a second, operations and time left', () => {
    let now = 0;
    const throughput = createThroughput(() => now);
    throughput.begin(1e6);
    for (const step of [2, 4, 6, 8, 10]) {
      now += 300;
      throughput.add(/** @type {any} */ (metrics(1, [step - 1])));
    }
    expect(throughput.imagesPerSecond.value).toBeCloseTo(3200);
    expect(throughput.gigaflops.value).toBeCloseTo((3200 * 6e6) / 1e9);
    expect(throughput.secondsLeft.value).toBeCloseTo(10 / (2 / 0.3));
  });

  it('does not count a pause', () => {
    let now = 0;
    const throughput = createThroughput(() => now);
    throughput.begin(1);
    throughput.add(/** @type {any} */ (metrics(1, [1])));
    now = 60_000;
    throughput.interrupt();
    throughput.add(/** @type {any} */ (metrics(1, [2])));
    now += 500;
    throughput.add(/** @type {any} */ (metrics(1, [4])));
    expect(throughput.secondsLeft.value).toBeCloseTo((20 - 5) / (2 / 0.5));
  });
});
