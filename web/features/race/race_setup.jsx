// The setup of a race: schedules, seeds, epochs, and the number of lanes to train in parallel.

import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { format, t } from '../../locales/index.js';
import { MIN_ENTRIES, MAX_ENTRIES, MAX_SEEDS, presetEntries, seedsFrom } from './race_schedules.js';
import { workersFor } from './races.js';
import { useStore } from '../../ui/context.js';
import { problemMessage } from '../experiment/index.js';
import { entryName } from './race_labels.js';
import { scheduleSummary } from '../schedule/index.js';

/** @typedef {import('./race_schedules.js').Entry} Entry */

/** Selected first, together with the current schedule, except one of the same type. */
const FIRST_RIVALS = ['cosine', 'one_cycle', 'constant'];
const FIRST_CHOICE = 3;
const FIRST_SEEDS = 3;
/** Maximum number of earlier runs to choose from, newest first. */
const MAX_EARLIER = 6;

/** @param {number} epochs @returns {{entry: Entry, name: string}[]} */
function useOffers(epochs) {
  const { experiment, plannedRates, runs } = useStore();
  const { schedule } = experiment.good.value;
  const { stepsPerEpoch } = plannedRates.length.value;
  const presets = presetEntries(schedule, { epochs, stepsPerEpoch }).map((entry) => ({
    entry,
    name: entryName(entry),
  }));
  const earlier = runs.ordered.value.slice(0, MAX_EARLIER).map((run) => ({
    entry: { id: `run-${run.id}`, schedule: run.schedule },
    name: t('race.ofRun', { number: run.number }),
  }));
  return [{ entry: { id: 'current', schedule }, name: t('race.current') }, ...presets, ...earlier];
}

export function RaceSetup() {
  const { experiment, races } = useStore();
  const { seed, schedule, training } = experiment.good.value;
  const chosen = useSignal(
    ['current', ...FIRST_RIVALS.filter((type) => type !== schedule.type)].slice(0, FIRST_CHOICE),
  );
  const seeds = useSignal(String(FIRST_SEEDS));
  const epochs = useSignal(/** @type {string | null} */ (null));
  const cores = workersFor(navigator.hardwareConcurrency ?? 1);
  const workers = useSignal(cores);
  const length = Number(epochs.value ?? training.epochs);
  const offers = useOffers(length > 0 ? length : training.epochs);
  const entries = offers.map(({ entry }) => entry).filter(({ id }) => chosen.value.includes(id));
  const count = Number(seeds.value);
  const counted = Number.isInteger(count) && count >= 1 && count <= MAX_SEEDS;

  const begin = (/** @type {Event} */ event) => {
    event.preventDefault();
    void races.start({ entries, seeds: count, epochs: length, workers: workers.value });
  };

  return (
    <form class="race-setup" onSubmit={begin}>
      <Offers offers={offers} chosen={chosen} />
      <div class="race-numbers">
        <Count part="seeds" value={seeds.value} onInput={(text) => (seeds.value = text)}>
          {counted
            ? t('race.seeds.which', { seeds: format.list(seedsFrom(seed, count)) })
            : t('race.seeds.range', { most: MAX_SEEDS })}
        </Count>
        <Count
          part="epochs"
          value={epochs.value ?? String(training.epochs)}
          onInput={(text) => (epochs.value = text)}
        >
          {t('race.epochs.hint')}
        </Count>
        <label class="field">
          <span>{t('race.workers')}</span>
          <span class="select">
            <select
              value={workers.value}
              onChange={({ currentTarget }) => (workers.value = Number(currentTarget.value))}
            >
              {Array.from({ length: 4 }, (_, index) => (
                <option key={index} value={index + 1}>
                  {index + 1}
                </option>
              ))}
            </select>
          </span>
          <span class="note">{t('race.workers.hint', { count: cores })}</span>
        </label>
      </div>
      <Problem />
      <button type="submit" class="start-race">
        {t('race.start', {
          lanes: format.count(counted ? entries.length * count : undefined),
          epochs: format.count(length),
        })}
      </button>
    </form>
  );
}

/**
 * @param {object} props
 * @param {{entry: Entry, name: string}[]} props.offers
 * @param {import('@preact/signals').Signal<string[]>} props.chosen
 */
function Offers({ offers, chosen }) {
  const { problem } = useStore().races;
  const full = chosen.value.length >= MAX_ENTRIES;
  return (
    <fieldset class="offers">
      <legend>{t('race.schedules', { most: MAX_ENTRIES })}</legend>
      {offers.map(({ entry, name }) => {
        const on = chosen.value.includes(entry.id);
        return (
          <label key={entry.id} class="offer">
            <input
              type="checkbox"
              value={entry.id}
              checked={on}
              disabled={!on && full}
              onChange={() => {
                if (problem.value?.part === 'schedules') problem.value = null;
                chosen.value = on
                  ? chosen.value.filter((id) => id !== entry.id)
                  : [...chosen.value, entry.id];
              }}
            />
            <span>
              {name}
              <span class="choice-about">{scheduleSummary(entry.schedule)}</span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

/**
 * @param {object} props
 * @param {'seeds' | 'epochs'} props.part
 * @param {string} props.value
 * @param {(text: string) => void} props.onInput
 * @param {import('preact').ComponentChildren} props.children the description
 */
function Count({ part, value, onInput, children }) {
  const { problem } = useStore().races;
  const id = useId();
  const wrong = problem.value?.part === part;
  return (
    <div class="field">
      <label for={id}>{t(part === 'seeds' ? 'race.seeds' : 'race.epochs')}</label>
      <input
        id={id}
        class="number"
        type="text"
        inputMode="numeric"
        autocomplete="off"
        aria-describedby={`${id}-note`}
        aria-invalid={wrong}
        value={value}
        onInput={({ currentTarget }) => {
          if (wrong) problem.value = null;
          onInput(currentTarget.value);
        }}
      />
      <p
        id={`${id}-note`}
        class={wrong ? 'race-problem' : 'note'}
        role={wrong ? 'alert' : undefined}
      >
        {wrong ? wrongCount(part, value) : children}
      </p>
    </div>
  );
}

/** @param {'seeds' | 'epochs'} part @param {string} value */
const wrongCount = (part, value) =>
  part === 'seeds'
    ? t('race.problem.seeds', { most: MAX_SEEDS, value })
    : t('race.problem.epochs', { value });

/** An error of the race as a whole, beside the start button. */
function Problem() {
  const { problem } = useStore().races;
  const wrong = problem.value;
  if (wrong?.part === 'schedules') {
    const range = { least: MIN_ENTRIES, most: MAX_ENTRIES };
    return <Alert>{t('race.problem.schedules', range)}</Alert>;
  }
  if (wrong?.part !== 'core') return null;
  return <Alert>{problemMessage(wrong.problem)}</Alert>;
}

/** @param {{children: import('preact').ComponentChildren}} props */
const Alert = ({ children }) => (
  <p class="race-problem" role="alert">
    {children}
  </p>
);
