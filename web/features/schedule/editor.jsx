// The controls of a schedule or of a part of a sequence: type, unit, settings, warm-up and floor.

import { useId } from 'preact/hooks';
import { t } from '../../locales/index.js';
import { localized } from '../../locales/pair.js';
import { useProblem } from '../experiment/index.js';
import { partTypes, withFamily, withUnit } from './schedule_changes.js';
import { familyOf } from './schedule_families.js';
import { familyTotal, findPlateau } from './schedule_timeline.js';
import { useStore } from '../../ui/context.js';
import { Segments } from '../../ui/segments.jsx';
import { FamilyMenu } from './family_menu.jsx';
import { KeyField } from './key_field.jsx';
import { Parts } from './parts.jsx';
import { inUnits, unitName } from './unit_labels.js';
import { useSchedule, useScheduleEdit } from './use_schedule.js';
import { Wrappers } from './wrappers.jsx';

/** @param {{path: string, depth?: number}} props */
export function ScheduleEditor({ path, depth = 0 }) {
  const { schedule, length } = useSchedule(path);
  const total = familyTotal(schedule, length);
  const family = familyOf(schedule.type);
  return (
    <>
      <Family path={path} depth={depth} />
      {!(family?.timeless && !schedule.warmup) && <UnitField path={path} />}
      {schedule.type === 'sequence' && <Parts path={path} depth={depth} Editor={ScheduleEditor} />}
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
  const { plannedRates } = useStore();
  const { edit } = useScheduleEdit();
  const { schedule, root, length } = useSchedule(path);
  const about = familyOf(schedule.type)?.about;
  const problem = useProblem(`${path}.type`);
  const plateau = findPlateau(root);
  const elsewhere = plateau !== undefined && !plateau.path.startsWith(path);
  const choose = (/** @type {string} */ type) => {
    const rates = plannedRates.rates.peek().subarray(length.start, length.start + length.steps);
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
        <p class="about">{about && inUnits(localized(about), schedule)}</p>
      )}
    </div>
  );
}

/** @param {{path: string}} props */
function UnitField({ path }) {
  const { edit } = useScheduleEdit();
  const { schedule, length } = useSchedule(path);
  const name = useId();
  const units = /** @type {const} */ (['epoch', 'step']);
  return (
    <Segments
      legend={t('schedule.unit')}
      name={name}
      choices={units.map((id) => ({ id, text: unitName({ type: '', unit: id }) }))}
      chosen={schedule.unit ?? 'step'}
      onChoose={(unit) => edit(path, withUnit(schedule, unit, length))}
    />
  );
}
