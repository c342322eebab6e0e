// @vitest-environment happy-dom
// The formula with today's numbers: set anew as often as it can be read while a run goes on, and at once
// where it stands still or the plan is another one.

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
    goOn: (/** @type {number} */ step) =>
      act(() => {
        run.status.step = step;
        trainingControls.pulse.value++;
      }),
  };
}

it('changes twice a second while the run goes on', async () => {
  const { said, goOn } = await mount();
  const seen = new Set();
  for (let epoch = 1; epoch <= 20; epoch++) {
    vi.advanceTimersByTime(100);
    await goOn(125 * epoch);
    seen.add(said());
  }
  expect(seen.size).toBeGreaterThanOrEqual(4);
  expect(seen.size).toBeLessThanOrEqual(5);
});

it('is drawn with its numbers', async () => {
  const { drawn } = await mount();
  await vi.waitFor(() => expect(drawn()).toContain('0.1'));
});

it('is that of the last step where the run stands still', async () => {
  const { said, goOn, trainingControls } = await mount();
  await goOn(125);
  const before = said();
  await goOn(250);
  expect(said()).toBe(before);
  await act(() => void (trainingControls.phase.value = 'paused'));
  expect(said()).not.toBe(before);
});

it('is another one at once where the plan is', async () => {
  const { said, goOn, plannedRates } = await mount();
  await goOn(250);
  const before = said();
  await act(() => void (plannedRates.rates.value = ratesOf(7500)));
  expect(said()).not.toBe(before);
});
