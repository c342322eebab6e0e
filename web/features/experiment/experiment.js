// The experiment document: the page's one truth about what is to be trained. Controls edit the draft;
// the core judges it; what it refuses is kept apart by path, and the last good value stands in for it,
// so that there is always an experiment that runs.

import { computed, signal } from '@preact/signals';
import { getAt, isWithin, parentOf, setAt } from './paths.js';

/** @typedef {import('../../protocol/types.js').Experiment} Experiment */
/** @typedef {import('../../protocol/types.js').Problem} Problem */
/** @typedef {(data: Experiment['data']) => import('../../protocol/network.js').Form | undefined} FindForm */

/** More refused settings than this are not looked for. */
const MOST_PROBLEMS = 12;

/**
 * The draft with the refused setting as it last was, or, where that is no help, what holds it.
 *
 * @param {any} draft
 * @param {any} good
 * @param {string} path
 * @returns {any} undefined where nothing is left to restore
 */
export function restore(draft, good, path) {
  if (isWithin(path, 'network.layers') && typesOf(draft) !== typesOf(good)) {
    // Layer 3 of one list is not layer 3 of the other: the last good network comes back as a whole,
    // and, where it was made for images of another form, with its images.
    const { network, data } = good;
    const same = JSON.stringify(network.input) === JSON.stringify(draft.network.input);
    return { ...draft, network, data: same ? draft.data : data };
  }
  for (let at = path; at !== ''; at = parentOf(at)) {
    const before = getAt(good, at);
    const exists = before !== undefined || getAt(draft, at) !== undefined;
    const differs = JSON.stringify(before) !== JSON.stringify(getAt(draft, at));
    // A missing key is put back with what holds it: alone it may belong to another type.
    if (exists && differs && before !== undefined) return setAt(draft, at, before);
  }
  return JSON.stringify(draft) === JSON.stringify(good) ? undefined : good;
}

/** @param {Experiment} document @returns {string} */
const typesOf = ({ network }) => JSON.stringify(network, ['layers', 'type']);

/**
 * @param {import('../../protocol/service.js').AnnealService} service
 * @param {Experiment} first what the controls show before anything is edited
 */
export function createExperiment(service, first) {
  /** What the controls show. @type {import('@preact/signals').Signal<Experiment>} */
  const draft = signal(first);
  /** The last that the core took, as the controls say it. */
  const good = signal(first);
  /** @type {import('@preact/signals').Signal<import('../../protocol/types.js').LayerInfo[]>} */
  const layers = signal([]);
  /** @type {import('@preact/signals').Signal<Problem[]>} */
  const problems = signal([]);
  /** The form of the images that a data section stands for, where it is known. @type {import('@preact/signals').Signal<FindForm>} */
  const forms = signal(/** @type {FindForm} */ (() => undefined));
  /** Paths that a control in sight answers for; problems elsewhere are said in a notice. */
  const owners = signal(/** @type {string[]} */ ([]));

  let latest = 0;
  /** @type {Promise<void>} */
  let settled = Promise.resolve();

  /** @param {Experiment} candidate */
  async function judge(candidate) {
    const ticket = ++latest;
    /** @type {Problem[]} */
    const found = [];
    let trial = candidate;
    const check = () => service.check(trial, forms.peek()(trial.data));
    let answer = await check();
    while (!answer.ok && found.length < MOST_PROBLEMS) {
      found.push(answer.problem);
      const repaired = restore(trial, good.peek(), answer.problem.path);
      if (repaired === undefined) break;
      trial = repaired;
      answer = await check();
    }
    if (ticket !== latest) return;
    problems.value = found;
    if (!answer.ok) return;
    good.value = trial;
    layers.value = answer.value.layers;
  }

  const replace = (/** @type {Experiment} */ document) => {
    draft.value = document;
    settled = judge(document);
    return settled;
  };

  return {
    draft,
    good,
    layers,
    problems,
    owners,
    multiplyAdds: computed(() =>
      layers.value.reduce((sum, { multiplyAdds }) => sum + multiplyAdds, 0),
    ),
    unplaced: computed(() =>
      problems.value.filter(({ path }) => !owners.value.some((owner) => isWithin(path, owner))),
    ),

    /** The form of the images, where it is known. @param {Experiment['data']} data */
    formOf: (data) => forms.value(data),

    /** Says how the form is found where the document alone does not tell. @param {FindForm} find */
    knowForms(find) {
      forms.value = find;
    },

    /** Resolves when everything edited so far has been judged. */
    settled: () => settled,
    replace,

    /**
     * @param {string} path
     * @param {any} value undefined takes the setting out
     */
    edit: (path, value) => replace(setAt(draft.peek(), path, value)),

    /** @param {string} path @returns {Problem | undefined} */
    problemAt: (path) => problems.value.find((problem) => isWithin(problem.path, path)),

    /** @param {string} path */
    value: (path) => getAt(draft.value, path),

    /**
     * A control says that it shows the problems of a path, until it calls what it gets back.
     *
     * @param {string} path
     */
    own(path) {
      owners.value = [...owners.peek(), path];
      return () => {
        const index = owners.peek().indexOf(path);
        owners.value = owners.peek().filter((_, at) => at !== index);
      };
    },
  };
}

/** @typedef {ReturnType<typeof createExperiment>} ExperimentStore */
