// The experiment document. Controls edit the draft; the core checks it. Refused settings are listed by path and
// replaced by their last accepted value, so that there is always a valid experiment.

import { batch, computed, signal } from '@preact/signals';
import { getAt, isWithin, setAt } from '../../protocol/paths.js';

/** @typedef {import('../../protocol/types.js').Experiment} Experiment */
/** @typedef {import('../../protocol/types.js').Problem} Problem */
/** @typedef {Pick<import('../../protocol/experiment.js').CheckContext, 'length' | 'plateau'>} RunContext */

/**
 * The rates of a schedule, with the inputs of their computation.
 *
 * @typedef {import('../../protocol/experiment.js').RunLength & {rates: Float64Array, schedule: Experiment['schedule'],
 *   plateau?: import('../../protocol/types.js').PlateauState | null}} Planned
 */

/** @typedef {(data: Experiment['data']) => import('../../protocol/network.js').Form | undefined} FindForm */

/**
 * @param {import('../../protocol/service.js').AnnealService} service
 * @param {Experiment} first the initial draft
 */
export function createExperiment(service, first) {
  /** The draft, which the controls show. @type {import('@preact/signals').Signal<Experiment>} */
  const draft = signal(first);
  /** The last accepted draft. */
  const good = signal(first);
  /** @type {import('@preact/signals').Signal<import('../../protocol/types.js').LayerInfo[]>} */
  const layers = signal([]);
  /** @type {import('@preact/signals').Signal<Problem[]>} */
  const problems = signal([]);
  /** Finds the shape of the images of a data section, if it is known. @type {import('@preact/signals').Signal<FindForm>} */
  const forms = signal(/** @type {FindForm} */ (() => undefined));
  /** Paths whose problems a visible control shows; other problems are shown in a notice. */
  const owners = signal(/** @type {string[]} */ ([]));

  /** Layers of the draft, valid or not. @type {import('@preact/signals').Signal<import('../../protocol/network.js').NetworkDescription | null>} */
  const sketch = signal(null);
  /** Rates of the last accepted experiment. @type {import('@preact/signals').Signal<Planned | null>} */
  const planned = signal(null);
  /** Length and plateau of the current run. @type {() => RunContext} */
  let runContext = () => ({});
  /** The image shape that the last check used. */
  let checkedForm = /** @type {string | undefined | null} */ (null);
  let latest = 0;
  /** @type {Promise<void>} */
  let settled = Promise.resolve();

  /** @param {Experiment} document */
  async function check(document) {
    const ticket = ++latest;
    const context = runContext();
    const formOf = forms.peek();
    const fallback = { document: good.peek(), form: formOf(good.peek().data) };
    const form = formOf(document.data);
    const result = await service.checkExperiment(document, { form, fallback, ...context });
    if (ticket !== latest) return;
    if (!result.ok) {
      problems.value = [result.problem];
      return;
    }
    const { accepted, problems: found, network } = result.value;
    batch(() => {
      problems.value = found;
      if (network) sketch.value = network;
      if (!accepted) return;
      good.value = accepted.replacement ?? document;
      layers.value = accepted.layers;
      const { schedule } = good.value;
      planned.value = accepted.planned && { ...accepted.planned, ...context, schedule };
    });
  }

  const replace = (/** @type {Experiment} */ document) => {
    checkedForm = JSON.stringify(forms.peek()(document.data));
    draft.value = document;
    settled = check(document);
    return settled;
  };

  return {
    draft,
    good,
    layers,
    sketch,
    planned,
    problems,
    owners,
    multiplyAdds: computed(() =>
      layers.value.reduce((sum, { multiplyAdds }) => sum + multiplyAdds, 0),
    ),
    unplaced: computed(() =>
      problems.value.filter(({ path }) => !owners.value.some((owner) => isWithin(path, owner))),
    ),

    /** The shape of the images, if it is known. @param {Experiment['data']} data */
    formOf: (data) => forms.value(data),

    /** Sets how the image shape is found if the document does not define it. @param {FindForm} find */
    knowForms(find) {
      forms.value = find;
    },

    /** Sets how checks obtain the length and the plateau of the current run. @param {() => RunContext} find */
    knowRun(find) {
      runContext = find;
    },

    /** Resolves when everything edited so far has been checked. */
    settled: () => settled,
    replace,

    /** Checks the draft again if the shape of its images has changed. */
    checkForm() {
      const form = JSON.stringify(forms.peek()(draft.peek().data));
      if (form !== checkedForm) void replace(draft.peek());
    },

    /**
     * @param {string} path
     * @param {any} value undefined removes the setting
     */
    edit: (path, value) => replace(setAt(draft.peek(), path, value)),

    /** @param {string} path @returns {Problem | undefined} */
    problemAt: (path) => problems.value.find((problem) => isWithin(problem.path, path)),

    /** @param {string} path */
    value: (path) => getAt(draft.value, path),

    /**
     * Registers a control that shows the problems of a path, until the returned function is called.
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
