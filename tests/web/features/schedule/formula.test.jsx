// @vitest-environment happy-dom
// The formula with current numbers: updated at a readable rate during a run, and at once when the run is
// paused or the schedule changes.

import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { defaultExperiment } from '../../../../web/app/default_experiment.js';
import { StoreContext } from '../../../../web/ui/context.js';
import { emptySchema } from '../../../../web/features/experiment/schema.js';
import { Formula } from '../../../../web/features/schedule/formula/formula.jsx';

/** @type {HTMLElement} */
let place;

// KaTeX asks whether the document is a modern one, which this one does not say of itself; and it is there
// before the tests, so that what it draws comes while they run.
beforeAll(async () => {
  Object.defineProperty(document, 'compatMode', { value: 'CSS1Compat' });
  await import('katex');
});

beforeEach(() => {
  vi.useFakeTimers();
  place = document.createElement('div');
});

afterEach(() => {
  render(null, place);
  vi.useRealTimers();
});

const ratesOf = (/** @type {number} */ steps) => new Float64Array(steps).fill(0.1);

async function mount() {
  const run = { status: { step: 0 } };
  const { schedule } = defaultExperiment();
  const trainingControls = { current: signal(run), pulse: signal(0), phase: signal('running') };
  const plannedRates = {
    length: signal({ steps: 3750, stepsPerEpoch: 125 }),
    rates: signal(ratesOf(3750)),
  };
  const store = /** @type {any} */ ({
    experiment: { good: signal({ schedule }) },
    trainingControls,
    plannedRates,
    schema: signal(emptySchema),
  });
  await act(() =>
    render(
      <StoreContext.Provider value={store}>
        <Formula />
      </StoreContext.Provider>,
      place,
    ),
  );
  return {
    trainingControls,
    plannedRates,
    drawn: () => place.querySelector('.katex annotation')?.textContent,
    said: () => place.querySelector('[role=math]')?.getAttribute('aria-label'),
    advance: (/** @type {number} */ step) =>
      act(() => {
        run.status.step = step;
        trainingControls.pulse.value++;
      }),
  };
}

it('is updated twice a second during a run', async () => {
  const { said, advance } = await mount();
  const seen = new Set();
  for (let epoch = 1; epoch <= 20; epoch++) {
    vi.advanceTimersByTime(100);
    await advance(125 * epoch);
    seen.add(said());
  }
  expect(seen.size).toBeGreaterThanOrEqual(4);
  expect(seen.size).toBeLessThanOrEqual(5);
});

it('is rendered with numbers', async () => {
  const { drawn } = await mount();
  await vi.waitFor(() => expect(drawn()).toContain('0.1'));
});

it('shows the last step while the run is paused', async () => {
  const { said, advance, trainingControls } = await mount();
  await advance(125);
  const before = said();
  await advance(250);
  expect(said()).toBe(before);
  await act(() => void (trainingControls.phase.value = 'paused'));
  expect(said()).not.toBe(before);
});

it('is updated at once when the schedule changes', async () => {
  const { said, advance, plannedRates } = await mount();
  await advance(250);
  const before = said();
  await act(() => void (plannedRates.rates.value = ratesOf(7500)));
  expect(said()).not.toBe(before);
});
