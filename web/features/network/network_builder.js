// The state of the network builder: the description of each layer of the draft by the core, explanations of
// invalid layers, and the actions of the builder, each a single edit of the experiment.

import { computed, effect, signal, untracked } from '@preact/signals';
import {
  duplicateLayer,
  insertLayer,
  layersAt,
  moveLayer,
  pathOf,
  removeLayer,
} from './layer_edits.js';
import { explainLayer, explainOutputs } from './layer_problems.js';
import { freshLayer, settingsOf } from './layer_descriptors.js';
import { classesOf, networkOf, networkScenes, presetOf } from './presets.js';
import { setAt } from '../experiment/index.js';

/** @typedef {import('../../protocol/network.js').LayerDescription} LayerDescription */
/** @typedef {import('../../protocol/types.js').Experiment} Experiment */
/** @typedef {import('./layer_edits.js').Place} Place */
/** @typedef {import('./layer_problems.js').Explanation} Explanation */
/** @typedef {import('./layer_problems.js').Repair} Repair */

/** The last action, for the announcement to screen readers. @typedef {{act: 'added' | 'removed' | 'moved' | 'duplicated' | 'repaired', type: string, number: number, of: number}} Said */

export const LIST = 'network.layers';

/** @type {import('../../protocol/network.js').NetworkDescription} */
const EMPTY_SKETCH = { layers: [], fit: null, memory: null };

/** @type {LayerDescription} */
const nothingKnown = { info: null, problem: null, layers: [] };

/**
 * @param {object} options
 * @param {import('../experiment/experiment.js').ExperimentStore} options.experiment
 * @param {(images: {size: number, classes: number}, before: Experiment['data']) => Experiment['data']} options.shapesData
 *   returns the data section for the images of a scene
 * @param {import('@preact/signals').Signal<import('../../protocol/schema.js').Schema>} options.schema
 */
export function createNetworkBuilder({ experiment, shapesData, schema }) {
  const sketch = computed(() => experiment.sketch.value ?? EMPTY_SKETCH);
  /** @type {import('@preact/signals').Signal<Said | null>} */
  const said = signal(null);
  /** The place that gets the focus after an action. @type {import('@preact/signals').Signal<Place | null>} */
  const focus = signal(null);

  const form = computed(() => experiment.formOf(experiment.draft.value.data));

  /** @param {Place} place @returns {LayerDescription} */
  function sketchAt({ list, index }) {
    /** @type {LayerDescription[]} */
    let layers = sketch.value.layers;
    for (const [, number] of list.slice(LIST.length).matchAll(/\[(\d+)\]\.layers/g)) {
      layers = layers[Number(number)]?.layers ?? [];
    }
    return layers[index] ?? nothingKnown;
  }

  /** The input shape of a layer at that place, if it is known. @param {Place} place @returns {number[] | undefined} */
  function inputAt({ list, index }) {
    if (index > 0) return sketchAt({ list, index: index - 1 }).info?.output;
    if (list === LIST) return experiment.draft.value.network.input;
    const [, outer, number] = /^(.*)\[(\d+)\]\.layers$/.exec(list) ?? [];
    return inputAt({ list: outer, index: Number(number) });
  }

  /** @param {Place} place @returns {Explanation | undefined} why the layer is invalid; undefined if it is valid */
  function explanationAt(place) {
    const own = sketchAt(place);
    const siblings = layersAt(experiment.draft.value, place.list);
    if (own.problem) {
      const layer = settingsOf(siblings[place.index], schema.value);
      return explainLayer({ layer, sketch: own, input: inputAt(place), place, siblings });
    }
    const last = place.list === LIST && place.index === siblings.length - 1;
    if (!last || !own.info || !form.value) return undefined;
    const { output } = own.info;
    return explainOutputs({ layers: siblings, output, form: form.value, list: LIST });
  }

  /**
   * @param {Experiment} document
   * @param {Said['act']} act
   * @param {string} type
   * @param {Place | null} place its new place, which gets the focus
   */
  function apply(document, act, type, place) {
    const of = place ? layersAt(document, place.list).length : 0;
    said.value = { act, type, number: (place?.index ?? 0) + 1, of };
    focus.value = place;
    return experiment.replace(document);
  }

  const draft = () => experiment.draft.peek();
  /** @param {Place} place */
  const typeAt = ({ list, index }) => layersAt(draft(), list)[index].type;

  return {
    /** The preset or scene of the experiment; undefined for a custom network. */
    preset: computed(() => {
      const { data, network } = experiment.draft.value;
      const preset = presetOf(network);
      return (
        networkScenes.find((scene) => scene.preset === preset && shows(scene, data))?.id ?? preset
      );
    }),

    /** Applies a preset, fitted to the current images, or a scene with its own images. @param {string} id */
    choose(id) {
      const { data, network } = draft();
      const scene = networkScenes.find((candidate) => candidate.id === id);
      if (!scene) {
        const known = { input: network.input, classes: classesOf(network) ?? 10 };
        return experiment.edit('network', networkOf(id, form.peek() ?? known));
      }
      const { size, classes } = scene.images;
      return experiment.replace({
        ...draft(),
        data: shows(scene, data) ? data : shapesData(scene.images, data),
        network: networkOf(scene.preset, { input: [size, size, 3], classes }),
      });
    },

    sketch,
    said,
    focus,
    form,
    sketchAt,
    inputAt,
    explanationAt,

    /** Memory of the activations of a batch, and of the parameters with their gradients, in bytes. */
    totals: computed(() => {
      const infos = sketch.value.layers.flatMap(({ info }) => (info ? [info] : []));
      const sum = (
        /** @type {'parameters' | 'multiplyAdds' | 'parameterBytes' | 'activationBytes'} */ key,
      ) => infos.reduce((total, info) => total + info[key], 0);
      return {
        complete: infos.length === layersAt(experiment.draft.value, LIST).length,
        parameters: sum('parameters'),
        multiplyAdds: sum('multiplyAdds'),
        parameterBytes: sum('parameterBytes'),
        activationBytes: sum('activationBytes'),
      };
    }),

    /** Checks the network again when files change the image shape, until the returned function is called. */
    watch() {
      return effect(() => {
        void form.value;
        untracked(experiment.checkForm);
      });
    },

    /** @param {Place} place place of the new layer @param {string} type */
    add(place, type) {
      const layer = freshLayer(type, schema.peek(), inputAt(place));
      return apply(insertLayer(draft(), place, layer), 'added', type, place);
    },

    /** Removes a layer; the one that takes its place gets the focus. @param {Place} place */
    remove(place) {
      const type = typeAt(place);
      const document = removeLayer(draft(), place);
      const left = layersAt(document, place.list).length;
      const next = { ...place, index: Math.min(place.index, left - 1) };
      return apply(document, 'removed', type, left > 0 ? next : null);
    },

    /** @param {Place} place */
    duplicate(place) {
      const copy = { ...place, index: place.index + 1 };
      return apply(duplicateLayer(draft(), place), 'duplicated', typeAt(place), copy);
    },

    /** @param {Place} place @param {number} to its index in the list after the move */
    move(place, to) {
      const count = layersAt(draft(), place.list).length;
      if (to === place.index || to < 0 || to >= count) return Promise.resolve();
      const document = moveLayer(draft(), place, to);
      return apply(document, 'moved', typeAt(place), { ...place, index: to });
    },

    /** @param {Repair} repair */
    repair(repair) {
      const { place } = repair;
      const document = repaired(draft(), repair);
      const count = layersAt(document, place.list).length;
      const index = Math.min(repair.to ?? place.index, count - 1);
      const at = { ...place, index };
      return apply(document, 'repaired', layersAt(document, place.list)[index]?.type ?? '', at);
    },
  };
}

/**
 * Whether a data section has the images of a scene.
 *
 * @param {typeof networkScenes[number]} scene
 * @param {Experiment['data']} data
 */
const shows = ({ images }, { source, size = 32, classes = 10 }) =>
  source === 'shapes' && size === images.size && classes === images.classes;

/**
 * @param {Experiment} document
 * @param {Repair} repair
 * @returns {Experiment}
 */
function repaired(document, { kind, place, to = 0, units = 0, flatten = false }) {
  const set = (/** @type {string} */ key, /** @type {any} */ value) =>
    setAt(document, `${pathOf(place)}.${key}`, value);
  switch (kind) {
    case 'flatten':
      return insertLayer(document, place, { type: 'flatten' });
    case 'before':
      return moveLayer(document, place, to);
    case 'remove':
      return removeLayer(document, place);
    case 'same':
      return set('padding', 'same');
    case 'groups':
      return set('groups', 1);
    case 'projection':
      return set('projection', true);
    case 'units':
      return set('units', units);
    case 'dense': {
      const flat = flatten ? insertLayer(document, place, { type: 'flatten' }) : document;
      const end = { ...place, index: layersAt(flat, place.list).length };
      return insertLayer(flat, end, { type: 'dense', units });
    }
  }
}

/** @typedef {ReturnType<typeof createNetworkBuilder>} NetworkBuilder */
