// What other parts of the page use of this feature.

export { createExperiment } from './experiment.js';
export {
  ChoiceField,
  NumberField,
  NumberInput,
  parseNumber,
  SwitchField,
  useProblem,
  written,
} from './field.jsx';
export { Choices, Menu } from './menu.jsx';
export { pairText, parsePair } from './pair_values.js';
export { getAt, segmentsOf, setAt } from '../../protocol/paths.js';
export { problemMessage, sentence } from './problem_labels.js';
export { SliderField } from './slider_field.jsx';
export { canBeOff, defaultsOf, emptySchema, keysOf, plainSymbol, rangeText } from './schema.js';
export { SchemaForm } from './schema_form.jsx';
export { inputTypes, SchemaInput } from './schema_input.jsx';
export { createUndo } from './undo.js';
export { UndoButtons } from './undo_buttons.jsx';
