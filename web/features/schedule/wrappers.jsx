// What can be wrapped around a family: a warm-up in front of it, and a floor under it.

import { useId } from 'preact/hooks';
import { t, tName } from '../../locales/index.js';
import { firstFloor, firstWarmup } from './schedule_changes.js';
import { floor, warmupKeys } from './schedule_keys.js';
import { floorOf, totalOf, warmupOf } from './schedule_timeline.js';
import { SliderField, useProblem } from '../experiment/index.js';
import { inUnits } from './unit_labels.js';
import { useSchedule, useScheduleEdit } from './use_schedule.js';

/** @param {{path: string}} props */
export function Wrappers({ path }) {
  const { schedule, length } = useSchedule(path);
  const { edit, commit } = useScheduleEdit();
  const warmup = warmupOf(schedule);
  const low = floorOf(schedule);
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
            label={t('schedule.warmup.length')}
            hint={inUnits(t('schedule.warmup.length.hint'), schedule)}
            range={warmupKeys.length}
            total={totalOf(schedule, length)}
            onCommit={commit}
          />
          <SliderField
            path={`${path}.warmup.from`}
            label={t('schedule.warmup.from')}
            hint={t('schedule.warmup.from.hint')}
            range={warmupKeys.from}
            total={1}
            missing={0}
            onCommit={commit}
          />
          <ShapeField path={`${path}.warmup.shape`} shape={warmup.shape ?? 'linear'} />
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
            label={t('schedule.floor.rate')}
            hint={t('schedule.floor.hint')}
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

/** @param {{path: string, shape: string}} props */
function ShapeField({ path, shape }) {
  const { edit } = useScheduleEdit();
  const id = useId();
  useProblem(path);
  return (
    <div class="choice-field">
      <label for={id}>{tName('schedule.keys', 'shape')}</label>
      <div class="select">
        <select
          id={id}
          value={shape}
          onChange={({ currentTarget }) => edit(path, currentTarget.value)}
        >
          {['linear', 'exponential'].map((value) => (
            <option key={value} value={value}>
              {tName('schedule.choices', value)}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
