// Selects the image that panels inspect: by number, next, random, by class, only misclassified, or the drawing.

import { useSignal } from '@preact/signals';
import { format, t } from '../../locales/index.js';
import { useStore } from '../../ui/context.js';
import { Segments } from '../../ui/segments.jsx';

/** @typedef {import('../../protocol/inspection.js').Inspected} Inspected */
/** @typedef {import('../../protocol/inspection.js').Part} Part */

const ALL = 2 ** 32 - 1;

/** @param {{inspected: Inspected}} props */
export function SamplePicker({ inspected }) {
  const { panelSelection } = useStore();
  const choice = panelSelection.choice.value;
  const parts = /** @type {Part[]} */ (['validation', 'train']).filter((part) => inspected[part]);
  const titles = {
    validation: t('sample.validation'),
    train: t('sample.train'),
    drawing: t('sample.drawing'),
  };
  return (
    <div class="sample-picker">
      <Segments
        legend={t('sample.of')}
        legendHidden
        name="sample-part"
        choices={[...parts, /** @type {const} */ ('drawing')].map((id) => ({
          id,
          text: titles[id],
        }))}
        chosen={choice === 'drawing' ? choice : choice.part}
        onChoose={(id) =>
          (panelSelection.choice.value = id === 'drawing' ? id : { part: id, index: 0 })
        }
      />
      {choice === 'drawing' ? (
        <button type="button" class="quiet" onClick={() => (panelSelection.panel.value = 'draw')}>
          {t('sample.draw')}
        </button>
      ) : (
        <Stepper inspected={inspected} part={choice.part} index={choice.index} />
      )}
    </div>
  );
}

/** @param {{inspected: Inspected, part: Part, index: number}} props */
function Stepper({ inspected, part, index }) {
  const { inspection, panelSelection } = useStore();
  const label = useSignal(/** @type {number | null} */ (null));
  const wrong = useSignal(false);
  const none = useSignal(false);
  const count = inspected[part];
  const go = (/** @type {number} */ to) => (panelSelection.choice.value = { part, index: to });

  /** The image numbers that match the filter, in increasing order. */
  const candidates = async () => {
    if (part === 'train' || (label.value === null && !wrong.value)) {
      return Array.from({ length: count }, (_, i) => i);
    }
    const found = await inspection.findSamples({ label: label.value, wrong: wrong.value }, ALL);
    return found.ok ? Array.from(found.value.index).sort((a, b) => a - b) : [];
  };
  const pick = async (/** @type {(list: number[]) => number | undefined} */ choose) => {
    const list = await candidates();
    const to = list.length > 0 ? choose(list) : undefined;
    none.value = to === undefined;
    if (to !== undefined) go(to);
  };
  const next = () => pick((list) => list.find((i) => i > index) ?? list[0]);
  const previous = () => pick((list) => list.findLast((i) => i < index) ?? list.at(-1));
  const any = () => pick((list) => list[Math.floor(Math.random() * list.length)]);
  const first = () => pick((list) => (list.includes(index) ? index : list[0]));

  return (
    <>
      <span class="stepper">
        <button type="button" onClick={previous} aria-label={t('sample.previous')}>
          ‹
        </button>
        <label class="picker">
          <span class="hidden">{t('sample.index')}</span>
          <input
            type="number"
            class="number"
            min={0}
            max={count - 1}
            value={index}
            onInput={({ currentTarget: { valueAsNumber } }) => {
              if (valueAsNumber >= 0 && valueAsNumber < count) go(Math.floor(valueAsNumber));
            }}
          />
          <span class="of">{t('sample.count', { count: format.count(count) })}</span>
        </label>
        <button type="button" onClick={next} aria-label={t('sample.next')}>
          ›
        </button>
        <button type="button" class="quiet" onClick={any}>
          {t('sample.random')}
        </button>
      </span>
      {part === 'validation' && (
        <span class="sample-filter">
          <ClassSelect
            classes={inspected.classes}
            label={label.value}
            onChange={(value) => {
              label.value = value;
              void first();
            }}
          />
          <label class="switch">
            <input
              type="checkbox"
              checked={wrong.value}
              onChange={({ currentTarget }) => {
                wrong.value = currentTarget.checked;
                void first();
              }}
            />
            {t('sample.wrong')}
          </label>
        </span>
      )}
      <span class="note" role="status">
        {none.value ? t('sample.none') : ''}
      </span>
    </>
  );
}

/**
 * @param {{classes: string[], label: number | null, onChange: (label: number | null) => void}} props
 */
function ClassSelect({ classes, label, onChange }) {
  return (
    <span class="select">
      <select
        aria-label={t('sample.class')}
        value={label ?? ''}
        onChange={({ currentTarget: { value } }) => onChange(value === '' ? null : Number(value))}
      >
        <option value="">{t('sample.every')}</option>
        {classes.map((name, index) => (
          <option key={name} value={index}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}
