// The controls of one schedule, whether it is the whole or a part of a sequence: family, unit, the
// family's quantities, what is wrapped around it.

import { useId } from 'preact/hooks';
import { format, t, tName } from '../../locales/index.js';
import { getAt, useProblem } from '../experiment/index.js';
import { partTypes, withFamily, withUnit } from './schedule_changes.js';
import { familyOf } from './schedule_families.js';
import { familyTotal, findPlateau, lengthAt } from './schedule_timeline.js';
import { useStore } from '../../ui/context.js';
import { FamilyMenu } from './family_menu.jsx';
import { KeyField } from './key_field.jsx';
import { Parts } from './parts.jsx';
import { Wrappers } from './wrappers.jsx';

/**
 * Edits the document, and gives the run that is going on what is meant.
 *
 * @returns {{edit: (path: string, value: any) => void, commit: () => void}} `edit` with both at once
 */
export function useScheduleEdit() {
  const { experiment, transport } = useStore();
  const commit = () => void transport.applySchedule();
  return {
    commit,
    edit: (path, value) => {
      void experiment.edit(path, value);
      commit();
    },
  };
}

/** The schedule at a path, and how long it is in force. @param {string} path */
export function useSchedule(path) {
  const { experiment, plan } = useStore();
  const root = experiment.draft.value.schedule;
  const length = lengthAt(root, path, plan.length.value);
  return { root, length, schedule: getAt({ schedule: root }, path) };
}

/** @param {{path: string, depth?: number}} props */
export function ScheduleEditor({ path, depth = 0 }) {
  const { schedule, length } = useSchedule(path);
  const total = familyTotal(schedule, length);
  const family = familyOf(schedule.type);
  return (
    <>
      <Family path={path} depth={depth} />
      {!(family?.timeless && !schedule.warmup) && <UnitField path={path} />}
      {schedule.type === 'sequence' && <Parts path={path} depth={depth} />}
      {family?.keys
        .filter(({ shown }) => shown?.(schedule) ?? true)
        .map((key) => (
          <KeyField
            key={`${schedule.type}.${key.key}`}
            range={key}
            path={path}
            schedule={schedule}
            total={total}
          />
        ))}
      <Wrappers path={path} />
    </>
  );
}

/** @param {{path: string, depth: number}} props */
function Family({ path, depth }) {
  const { plan } = useStore();
  const { edit } = useScheduleEdit();
  const { schedule, root, length } = useSchedule(path);
  const problem = useProblem(`${path}.type`);
  const plateau = findPlateau(root);
  const elsewhere = plateau !== undefined && !plateau.path.startsWith(path);
  const choose = (/** @type {string} */ type) => {
    const rates = plan.rates.peek().subarray(length.start, length.start + length.steps);
    edit(path, withFamily(schedule, type, length, rates));
  };
  return (
    <div class="family">
      <FamilyMenu
        type={schedule.type}
        types={partTypes(elsewhere, depth)}
        invalid={problem !== ''}
        onChoose={choose}
      />
      {problem ? (
        <p class="note" role="alert">
          {problem}
        </p>
      ) : (
        <p class="about">
          {inUnits(tName('schedule.families', `${schedule.type}.about`), schedule)}
        </p>
      )}
    </div>
  );
}

/**
 * @param {import('../../protocol/types.js').Schedule} schedule
 * @param {boolean} [one]
 */
export function unitName(schedule, one = false) {
  if (schedule.unit === 'epoch') return t(one ? 'schedule.unit.epoch.one' : 'schedule.unit.epoch');
  return t(one ? 'schedule.unit.step.one' : 'schedule.unit.step');
}

/**
 * Words with {unit} and {units} in them.
 *
 * @param {string} words
 * @param {import('../../protocol/types.js').Schedule} schedule
 */
export function inUnits(words, schedule) {
  return words
    .replaceAll('{unit}', unitName(schedule, true))
    .replaceAll('{units}', unitName(schedule));
}

/** @param {{path: string}} props */
function UnitField({ path }) {
  const { edit } = useScheduleEdit();
  const { schedule, length } = useSchedule(path);
  const name = useId();
  const units = /** @type {const} */ (['epoch', 'step']);
  return (
    <fieldset class="segments">
      <legend>{t('schedule.unit')}</legend>
      {units.map((unit) => (
        <label key={unit}>
          <input
            type="radio"
            name={name}
            value={unit}
            checked={(schedule.unit ?? 'step') === unit}
            onChange={() => edit(path, withUnit(schedule, unit, length))}
          />
          <span>{unitName({ type: '', unit })}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** A length in words: 10 epochs. @param {number} count @param {import('../../protocol/types.js').Schedule} schedule */
export function lengthWords(count, schedule) {
  return t('schedule.length', {
    count: format.count(count),
    unit: unitName(schedule, count === 1),
  });
}
