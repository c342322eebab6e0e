// Hooks of the schedule controls: the schedule at a path, and its edits.

import { getAt } from '../experiment/index.js';
import { lengthAt } from './schedule_timeline.js';
import { useStore } from '../../ui/context.js';

/**
 * Edits the draft and applies the schedule to the current run.
 *
 * @returns {{edit: (path: string, value: any) => void, commit: () => void}} `edit` with both at once
 */
export function useScheduleEdit() {
  const { experiment, trainingControls } = useStore();
  const commit = () => void trainingControls.applySchedule();
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
  const { experiment, plannedRates } = useStore();
  const root = experiment.draft.value.schedule;
  const length = lengthAt(root, path, plannedRates.length.value);
  return { root, length, schedule: getAt({ schedule: root }, path) };
}
