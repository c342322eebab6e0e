// A setting of the schedule as a slider and a number input, with its symbol in the formula. Dragging shows a
// preview; releasing the slider applies the value to the run.

import { useId } from 'preact/hooks';
import { getAt } from '../../protocol/paths.js';
import { nudge, sliderScales } from '../../ui/slider_scales.js';
import { useStore } from '../../ui/context.js';
import { NumberInput, useProblem, written } from './field.jsx';
import { rangeText } from './schema.js';
import { Symbol } from './symbol.jsx';

const POSITIONS = 1000;
const KEY_STEPS = /** @type {Record<string, number>} */ ({
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 50,
  PageDown: -50,
});

/**
 * @param {object} props
 * @param {string} props.path
 * @param {string} props.label
 * @param {string} props.hint
 * @param {import('../schedule/schedule_keys.js').Key} props.range
 * @param {import('./schema.js').Key} [props.field] the key in the schema
 * @param {number} props.total length of the run in the unit of the schedule
 * @param {number} [props.missing] default of an optional setting; undefined if it is required
 * @param {() => void} props.onCommit
 */
export function SliderField({ path, label, hint, range, field, total, missing, onCommit }) {
  const { experiment } = useStore();
  const id = useId();
  const problem = useProblem(path);
  const { scale: scaleName = 'linear', min = 0 } = range;
  const scale = sliderScales[scaleName];
  const max = range.max === 'total' ? Math.max(min + 1, total) : (range.max ?? 1);
  const placeholder = missing === undefined ? undefined : written(missing);
  const value = experiment.value(path);
  const good = getAt(experiment.good.value, path);
  const shown = [value, missing, good].find((number) => typeof number === 'number') ?? max;
  const position = scale.toPosition(shown, min, max);

  const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
    const steps = KEY_STEPS[event.key];
    if (!steps) return;
    event.preventDefault();
    void experiment.edit(path, nudge(scale, shown, min, max, steps));
    onCommit();
  };

  return (
    <div
      class="slider-field"
      data-invalid={problem !== ''}
      data-kind={range.kind}
      title={field && rangeText(field)}
    >
      <label for={id}>
        {label} {range.symbol && <Symbol text={range.symbol} />}
      </label>
      <NumberInput
        id={id}
        path={path}
        optional={missing !== undefined}
        placeholder={placeholder}
        invalid={problem !== ''}
        describedBy={`${id}-note`}
        onCommit={onCommit}
      />
      <input
        class="slider"
        type="range"
        min={0}
        max={POSITIONS}
        step={1}
        aria-label={label}
        aria-valuetext={written(value) || placeholder}
        value={Math.round(position * POSITIONS)}
        style={{ '--position': `${position * 100}%` }}
        onKeyDown={onKeyDown}
        onInput={({ currentTarget }) =>
          void experiment.edit(
            path,
            scale.fromPosition(Number(currentTarget.value) / POSITIONS, min, max),
          )
        }
        onChange={onCommit}
      />
      <p id={`${id}-note`} class="note" role={problem ? 'alert' : undefined}>
        {problem || hint}
      </p>
    </div>
  );
}
