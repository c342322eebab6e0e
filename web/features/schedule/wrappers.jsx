// The optional warm-up and floor of a schedule.

import { t } from '../../locales/index.js';
import { localized } from '../../locales/pair.js';
import { useStore } from '../../ui/context.js';
import { firstFloor, firstWarmup } from './schedule_changes.js';
import { floor, warmupKeys } from './schedule_keys.js';
import { floorOf, totalOf, warmupOf } from './schedule_timeline.js';
import { defaultsOf, SliderField } from '../experiment/index.js';
import { ChoiceField } from './key_field.jsx';
import { inUnits } from './unit_labels.js';
import { useSchedule, useScheduleEdit } from './use_schedule.js';

/** @param {{path: string}} props */
export function Wrappers({ path }) {
  const { schedule, length } = useSchedule(path);
  const { edit, commit } = useScheduleEdit();
  const warmup = warmupOf(schedule);
  const low = floorOf(schedule);
  const { wrappers } = useStore().schema.value.schedules;
  const fields = wrappers.find(({ key }) => key === 'warmup')?.keys ?? [];
  const standards = defaultsOf(fields);
  return (
    <div class="wrappers">
      {schedule.type !== 'warmup_stable_decay' && (
        <Switch
          label={t('schedule.warmup')}
          on={warmup !== undefined}
          onChange={(on) => edit(`${path}.warmup`, on ? firstWarmup(schedule, length) : undefined)}
        />
      )}
      {warmup && (
        <div class="wrapped">
          <SliderField
            path={`${path}.warmup.length`}
            label={localized(warmupKeys.length.label)}
            hint={inUnits(localized(warmupKeys.length.hint), schedule)}
            range={warmupKeys.length}
            total={totalOf(schedule, length)}
            onCommit={commit}
          />
          <SliderField
            path={`${path}.warmup.from`}
            label={localized(warmupKeys.from.label)}
            hint={localized(warmupKeys.from.hint)}
            range={warmupKeys.from}
            total={1}
            missing={standards.from}
            onCommit={commit}
          />
          <ChoiceField
            range={warmupKeys.shape}
            path={`${path}.warmup.shape`}
            value={warmup.shape}
            choices={fields.find(({ key }) => key === 'shape')?.choices}
            missing={standards.shape}
          />
        </div>
      )}
      {schedule.type !== 'plateau' && (
        <Switch
          label={t('schedule.floor')}
          on={low !== undefined}
          onChange={(on) => edit(`${path}.min`, on ? firstFloor(schedule) : undefined)}
        />
      )}
      {low !== undefined && (
        <div class="wrapped">
          <SliderField
            path={`${path}.min`}
            label={localized(floor.label)}
            hint={localized(floor.hint)}
            range={floor}
            total={1}
            onCommit={commit}
          />
        </div>
      )}
    </div>
  );
}

/** @param {{label: string, on: boolean, onChange: (on: boolean) => void}} props */
function Switch({ label, on, onChange }) {
  return (
    <label class="switch">
      <input
        type="checkbox"
        checked={on}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
