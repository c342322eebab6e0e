// Checks experiments. After an edit one request returns everything that the page shows: refused settings,
// the experiment without them, its layers, memory and planned rates, and the layers of the edited network.

import { MAX_PLANNED_STEPS } from '../protocol/experiment.js';
import { getAt, isWithin, parentOf, setAt } from '../protocol/paths.js';
import { layerDescriptions, toDescription } from './network.js';
import { toResult, toProblem } from './results.js';

/** @typedef {import('../protocol/types.js').Experiment} Experiment */
/** @typedef {import('../protocol/types.js').Problem} Problem */
/** @typedef {import('../protocol/types.js').Schedule} Schedule */
/** @typedef {import('../protocol/experiment.js').Checked} Checked */
/** @typedef {import('../protocol/experiment.js').CheckContext} CheckContext */
/** @typedef {import('../protocol/experiment.js').RunLength} RunLength */

/** Maximum number of refused settings that are replaced. */
const MAX_PROBLEMS = 12;

/** Data settings that define the shape and the number of classes of the images. */
const FORM_KEYS = ['source', 'size', 'classes', 'channels', 'images', 'labels', 'file', 'files'];

/**
 * @param {() => any} core the loaded Anneal
 * @returns {import('../protocol/experiment.js').ExperimentService}
 */
export function experimentRequests(core) {
  return {
    check: (document, form) => toResult(() => examine(core(), document, form)),
    checkExperiment: (document, context) =>
      toResult(() => {
        const anneal = core();
        const { trial, checked, problems } = accept(anneal, document, context);
        return {
          accepted: checked && {
            ...checked,
            replacement: problems.length > 0 ? trial : null,
            planned: planRates(anneal, trial, context),
          },
          problems,
          network: describeLayers(
            anneal,
            document,
            context.form,
            problems.length > 0 ? null : checked,
          ),
        };
      }),
    rates: (schedule, length, plateau) =>
      toResult(() => core().rates(continued(/** @type {Schedule} */ (schedule), plateau), length)),
  };
}

/**
 * @param {any} anneal
 * @param {unknown} document
 * @param {import('../protocol/network.js').Form} [form]
 * @returns {Checked}
 */
function examine(anneal, document, form) {
  const { experiment, layers, requiredBytes } = anneal.checkExperiment(document, form);
  return { experiment, layers, memory: requiredBytes };
}

/**
 * The result of a call into the core, or the problem that it reports. Other errors are thrown.
 *
 * @template T
 * @param {() => T} work
 * @returns {{value: T, problem: null} | {value: null, problem: Problem}}
 */
function attempt(work) {
  try {
    return { value: work(), problem: null };
  } catch (error) {
    if (/** @type {Partial<Problem>} */ (error).kind === undefined) throw error;
    return { value: null, problem: toProblem(error) };
  }
}

/**
 * Replaces refused settings by those of the fallback until the core accepts the document.
 *
 * @param {any} anneal
 * @param {Experiment} document
 * @param {CheckContext} context
 * @returns {{trial: Experiment, checked: Checked | null, problems: Problem[]}}
 */
function accept(anneal, document, { form, fallback }) {
  const formOf = (/** @type {Experiment} */ trial) => {
    if (sameForm(trial, document)) return form;
    return fallback && sameForm(trial, fallback.document) ? fallback.form : undefined;
  };
  /** @type {Problem[]} */
  const problems = [];
  let trial = document;
  for (;;) {
    const { value, problem } = attempt(() => examine(anneal, trial, formOf(trial)));
    if (!problem) return { trial, checked: value, problems };
    problems.push(problem);
    const repaired = fallback && restore(trial, fallback.document, problem.path);
    if (repaired === undefined || problems.length > MAX_PROBLEMS) {
      return { trial, checked: null, problems: problems.slice(0, MAX_PROBLEMS) };
    }
    trial = repaired;
  }
}

/** @param {Experiment} a @param {Experiment} b */
const sameForm = (a, b) => JSON.stringify(a.data, FORM_KEYS) === JSON.stringify(b.data, FORM_KEYS);

/**
 * The draft with the refused setting as it last was, or, if that does not help, with what contains it.
 *
 * @param {any} draft
 * @param {any} good
 * @param {string} path
 * @returns {any} undefined if nothing is left to restore
 */
export function restore(draft, good, path) {
  if (isWithin(path, 'network.layers') && typesOf(draft) !== typesOf(good)) {
    // Layer 3 of one list is not layer 3 of the other: the last accepted network is restored as a whole,
    // with its images if they have another form.
    const { network, data } = good;
    const same = JSON.stringify(network.input) === JSON.stringify(draft.network.input);
    return { ...draft, network, data: same ? draft.data : data };
  }
  for (let at = path; at !== ''; at = parentOf(at)) {
    const before = getAt(good, at);
    const exists = before !== undefined || getAt(draft, at) !== undefined;
    const differs = JSON.stringify(before) !== JSON.stringify(getAt(draft, at));
    // A missing key is restored with what contains it: alone it may belong to another type.
    if (exists && differs && before !== undefined) return setAt(draft, at, before);
  }
  return JSON.stringify(draft) === JSON.stringify(good) ? undefined : good;
}

/** @param {Experiment} document @returns {string} */
const typesOf = ({ network }) => JSON.stringify(network, ['layers', 'type']);

/**
 * The layers of the edited network, which may be invalid.
 *
 * @param {any} anneal
 * @param {Experiment} document
 * @param {import('../protocol/network.js').Form | undefined} form
 * @param {Checked | null} checked null if the core refused the document
 * @returns {import('../protocol/network.js').NetworkDescription | null}
 */
function describeLayers(anneal, document, form, checked) {
  if (checked)
    return { layers: checked.layers.map(toDescription), fit: null, memory: checked.memory };
  if (!Array.isArray(document.network?.layers)) return null;
  const layers = attempt(() => layerDescriptions(anneal, document)).value;
  if (!layers) return null;
  const works = layers.every(({ info }) => info !== null);
  const fit = works && form ? attempt(() => anneal.checkFit(document, form)).problem : null;
  const memory = works ? attempt(() => anneal.requiredBytes(document)).value : null;
  return { layers, fit, memory };
}

/**
 * @param {any} anneal
 * @param {Experiment} document
 * @param {CheckContext} context
 */
function planRates(anneal, { schedule, data, training }, { length, plateau }) {
  const stepsPerEpoch = Math.max(1, Math.ceil(data.train / training.batch_size));
  const own = length ?? { steps: stepsPerEpoch * training.epochs, stepsPerEpoch };
  if (own.steps > MAX_PLANNED_STEPS) return null;
  const rates = attempt(() => anneal.rates(continued(schedule, plateau), own)).value;
  return rates && { ...own, rates };
}

/**
 * The schedule with its plateau starting at the rate that it has reached in the run.
 *
 * @param {Schedule} schedule
 * @param {import('../protocol/types.js').PlateauState | null} [plateau]
 * @returns {Schedule} the same object if it has no plateau
 */
export function continued(schedule, plateau) {
  if (!plateau) return schedule;
  if (schedule.type === 'plateau') return { ...schedule, initial: plateau.rate };
  if (schedule.type !== 'sequence' || !Array.isArray(schedule.parts)) return schedule;
  const parts = schedule.parts.map((part) => {
    const inner = part?.schedule && continued(part.schedule, plateau);
    return inner === part?.schedule ? part : { ...part, schedule: inner };
  });
  return parts.every((part, index) => part === schedule.parts[index])
    ? schedule
    : { ...schedule, parts };
}
