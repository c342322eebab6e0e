// Settings that are lists: the milestones of multi_step and the knots of piecewise. Entries can be edited and
// removed; a new one is inserted in the widest gap.

import { useEffect, useRef } from 'preact/hooks';
import { format, t } from '../../locales/index.js';
import { localized } from '../../locales/pair.js';
import { withKnot, withMilestone } from './schedule_lists.js';
import { NumberInput, useProblem } from '../experiment/index.js';
import { CrossIcon, PlusIcon } from '../../ui/icons.jsx';
import { inUnits, unitName } from './unit_labels.js';
import { useScheduleEdit } from './use_schedule.js';

/** @typedef {import('./key_field.jsx').KeyFieldProps} KeyFieldProps */

/**
 * Keeps the focus at its position in the list after an entry is added or removed.
 *
 * @param {number} count
 */
function useListFocus(count) {
  const list = useRef(/** @type {HTMLElement | null} */ (null));
  const wanted = useRef(/** @type {number | null} */ (null));
  useEffect(() => {
    if (wanted.current === null) return;
    const inputs = list.current?.querySelectorAll('[data-first] input');
    const at = Math.min(wanted.current, (inputs?.length ?? 0) - 1);
    /** @type {HTMLElement | undefined} */ (inputs?.[at])?.focus();
    wanted.current = null;
  }, [count]);
  return { list, focusNext: (/** @type {number} */ index) => (wanted.current = index) };
}

/** @param {KeyFieldProps} props */
export function MilestonesField({ range, path, schedule, total }) {
  const { edit, commit } = useScheduleEdit();
  const own = `${path}.milestones`;
  const problem = useProblem(own);
  const milestones = /** @type {number[]} */ (schedule.milestones ?? []);
  const { list, focusNext } = useListFocus(milestones.length);
  return (
    <fieldset class="list-field" data-invalid={problem !== ''}>
      <legend>
        {localized(range.label)} <i class="symbol">{range.symbol}</i>
      </legend>
      <ul class="milestones" ref={(element) => void (list.current = element)}>
        {milestones.map((_, index) => (
          <li key={index} data-first>
            <NumberInput
              path={`${own}[${index}]`}
              label={t('schedule.milestone', { index: index + 1, unit: unitName(schedule, true) })}
              arrow={1}
              onCommit={commit}
            />
            <RemoveButton
              name={t('schedule.milestone.remove', { index: index + 1 })}
              onRemove={() => {
                focusNext(index);
                edit(own, milestones.toSpliced(index, 1));
              }}
            />
          </li>
        ))}
        <li>
          <AddButton
            name={t('schedule.milestone.add')}
            onAdd={() => {
              const { milestones: more, index } = withMilestone(milestones, total);
              focusNext(index);
              edit(own, more);
            }}
          />
        </li>
      </ul>
      <p class="note" role={problem ? 'alert' : undefined}>
        {problem || inUnits(localized(range.hint), schedule)}
      </p>
    </fieldset>
  );
}

/** @param {KeyFieldProps} props */
export function KnotsField({ path, schedule, total }) {
  const { edit, commit } = useScheduleEdit();
  const own = `${path}.knots`;
  const problem = useProblem(own);
  const knots = /** @type {[number, number][]} */ (schedule.knots ?? []);
  const { list, focusNext } = useListFocus(knots.length);
  return (
    <fieldset class="list-field" data-invalid={problem !== ''}>
      <legend>{t('schedule.knots', { count: format.count(knots.length) })}</legend>
      <div class="knots" ref={(element) => void (list.current = element)}>
        <p class="knot-head" aria-hidden="true">
          <span>{unitName(schedule, true)}</span>
          <span>{t('schedule.knots.rate')}</span>
        </p>
        {knots.map((_, index) => (
          <div class="knot" key={index} data-first>
            <NumberInput
              path={`${own}[${index}][0]`}
              label={t('schedule.knot.time', { index: index + 1, unit: unitName(schedule, true) })}
              onCommit={commit}
            />
            <NumberInput
              path={`${own}[${index}][1]`}
              label={t('schedule.knot.rate', { index: index + 1 })}
              onCommit={commit}
            />
            <RemoveButton
              disabled={knots.length === 1}
              name={t('schedule.knot.remove', { index: index + 1 })}
              onRemove={() => {
                focusNext(index);
                edit(own, knots.toSpliced(index, 1));
              }}
            />
          </div>
        ))}
      </div>
      <AddButton
        name={t('schedule.knot.add')}
        onAdd={() => {
          const { knots: more, index } = withKnot(knots, total);
          focusNext(index);
          edit(own, more);
        }}
      />
      {problem && (
        <p class="note" role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}

/** @param {{name: string, disabled?: boolean, onRemove: () => void}} props */
function RemoveButton({ name, disabled = false, onRemove }) {
  return (
    <button
      type="button"
      class="small-button"
      aria-label={name}
      title={name}
      disabled={disabled}
      onClick={onRemove}
    >
      <CrossIcon />
    </button>
  );
}

/** @param {{name: string, onAdd: () => void}} props */
function AddButton({ name, onAdd }) {
  return (
    <button type="button" class="small-button" aria-label={name} title={name} onClick={onAdd}>
      <PlusIcon />
    </button>
  );
}
