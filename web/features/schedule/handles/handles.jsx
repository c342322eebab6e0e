// Handles on the future part of the rate curve, moved by pointer or keyboard. schedule_handles.js defines what
// each handle changes. A drag edits the schedule at most once per frame and is one undo step; a running
// training takes the change when the pointer is released.

import { useEffect, useRef } from 'preact/hooks';
import { format, t, tName } from '../../../locales/index.js';
import { withKnotAt } from './hand_drawing.js';
import { getAt, setAt } from '../../experiment/index.js';
import { nudge, sliderScales } from '../../../ui/slider_scales.js';
import { useStore } from '../../../ui/context.js';
import { useScales } from '../../../ui/use_scales.js';
import { unitName } from '../unit_labels.js';
import { pixelScale } from './pixel_scale.js';

/** @typedef {import('./schedule_handles.js').ScheduleHandle} ScheduleHandle */
/** @typedef {import('../../../plot/chart.js').Chart} Chart */

const LEAST = 1e-9;
const MOST = 100;

/** @param {{chart: Chart}} props */
export function ScheduleHandles({ chart }) {
  const store = useStore();
  const { handles, chartView } = store;
  // The time of future steps is unknown.
  if (handles.drawing.value || chartView.unit.value === 'seconds') return null;
  if (store.chartIsolation.value) return null;
  return (
    <>
      {handles.all.value.map((handle) => (
        <HandleButton key={handle.id} handle={handle} chart={chart} />
      ))}
    </>
  );
}

/** The schedule that a handle belongs to. @param {ScheduleHandle} handle */
function useOwner({ path }) {
  const { experiment } = useStore();
  return getAt(experiment.draft.value, path) ?? experiment.draft.value.schedule;
}

/** @param {{handle: ScheduleHandle, chart: Chart}} props */
function HandleButton({ handle, chart }) {
  const { handles } = useStore();
  const element = useRef(/** @type {HTMLButtonElement | null} */ (null));
  useScales(chart);
  const drag = useDrag(handle, chart);
  const onKeyDown = useKeys(handle);
  const owner = useOwner(handle);
  const name = t('handle.name', {
    name: tName('handle.names', handle.name),
    index: handle.index === undefined ? '' : format.count(handle.index),
  }).trim();

  useEffect(() => {
    if (handles.focusTarget.value !== handle.id) return;
    handles.focusTarget.value = null;
    element.current?.focus();
  }, [handles.focusTarget.value]);

  const { left, top, width, height } = chart.area('rate');
  const place = chart.toPixel('rate', handle.step, handle.rate);
  // Rates of zero or close to it are at the lower edge of the band.
  const y = Math.min(
    top + height,
    Math.max(top, Number.isFinite(place.y) ? place.y : top + height),
  );
  const inside = place.x >= left - 1 && place.x <= left + width + 1;
  if (!inside) return null;
  return (
    <button
      type="button"
      class="schedule-handle"
      role="slider"
      ref={element}
      data-handle={handle.name}
      data-axes={`${handle.time ? 'x' : ''}${handle.level ? 'y' : ''}`}
      style={{ transform: `translate(${place.x}px, ${y}px)` }}
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={1}
      aria-valuenow={handle.rate}
      aria-valuetext={t('handle.value', {
        rate: format.rate(handle.rate),
        unit: unitName(owner, true),
        time: format.count(Math.round(handle.step / handle.unit)),
      })}
      title={name}
      onKeyDown={onKeyDown}
      {...drag}
    />
  );
}

/**
 * Moves a handle, not before the next step.
 *
 * @returns {(from: import('../../../protocol/types.js').Schedule, handle: ScheduleHandle, step: number, rate: number) => void}
 */
function useMove() {
  const { experiment, handles } = useStore();
  return (from, handle, step, rate) => {
    const first =
      (handles.nextStep.peek() ?? 0) + (handle.time && (handles.nextStep.peek() ?? 0) > 0 ? 1 : 0);
    void experiment.edit('schedule', handle.change(from, Math.max(first, step), rate));
  };
}

/** @param {ScheduleHandle} handle @param {Chart} chart */
function useDrag(handle, chart) {
  const { experiment, trainingControls, undo } = useStore();
  const move = useMove();
  const state = useRef(
    /** @type {{handle: ScheduleHandle, from: any, scale: ReturnType<typeof pixelScale>, dx: number, dy: number, x: number, y: number, frame: number} | null} */ (
      null
    ),
  );
  const apply = () => {
    const now = state.current;
    if (!now) return;
    now.frame = 0;
    const { step, rate } = now.scale(now.x - now.dx, now.y - now.dy);
    move(now.from, now.handle, step, rate);
  };
  const end = () => {
    const now = state.current;
    if (!now) return;
    if (now.frame) {
      cancelAnimationFrame(now.frame);
      apply();
    }
    state.current = null;
    undo.release();
    void trainingControls.applySchedule();
  };
  return {
    onPointerDown: (/** @type {PointerEvent & {currentTarget: HTMLElement}} */ event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      event.stopPropagation();
      event.currentTarget.focus();
      event.currentTarget.setPointerCapture(event.pointerId);
      undo.hold();
      const box = /** @type {HTMLElement} */ (
        event.currentTarget.parentElement
      ).getBoundingClientRect();
      const place = chart.toPixel('rate', handle.step, handle.rate);
      const y = Number.isFinite(place.y) ? place.y : event.clientY - box.top;
      // The range of the band may change during a drag: the drag keeps the initial range.
      state.current = {
        ...{ handle, from: experiment.draft.peek().schedule, scale: pixelScale(chart), frame: 0 },
        ...{ dx: event.clientX - place.x, dy: event.clientY - y },
        ...{ x: event.clientX, y: event.clientY },
      };
    },
    onPointerMove: (/** @type {PointerEvent} */ event) => {
      const now = state.current;
      if (!now) return;
      now.x = event.clientX;
      now.y = event.clientY;
      now.frame ||= requestAnimationFrame(apply);
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}

/** Arrow keys change rate and time; Insert and Delete add and remove knots. @param {ScheduleHandle} handle */
function useKeys(handle) {
  const { experiment, trainingControls, handles, plannedRates } = useStore();
  const move = useMove();
  const owner = useOwner(handle);
  return (/** @type {KeyboardEvent} */ event) => {
    const times = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const levels = { ArrowUp: 2, ArrowDown: -2, PageUp: 50, PageDown: -50 }[event.key];
    const { schedule } = experiment.draft.peek();
    if (times) {
      const by = times * handle.unit * (event.shiftKey ? 10 : 1);
      if (handle.time) move(schedule, handle, handle.step + by, handle.rate);
    } else if (levels) {
      const from = Math.max(LEAST, handle.rate);
      if (handle.level) {
        move(schedule, handle, handle.step, nudge(sliderScales.log, from, LEAST, MOST, levels));
      }
    } else if (handle.name === 'knot' && (event.key === 'Insert' || event.key === 'Delete')) {
      const index = (handle.index ?? 1) - 1;
      const next =
        event.key === 'Insert'
          ? withKnotAfter(owner, index, plannedRates, handle)
          : withoutKnot(owner, index);
      if (next === owner) return;
      void experiment.replace(setAt(experiment.draft.peek(), handle.path, next));
      const at = event.key === 'Insert' ? index + 2 : Math.min(index + 1, next.knots.length);
      handles.focusTarget.value = `${handle.path}.knot.${at}`;
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    void trainingControls.applySchedule();
  };
}

/**
 * Adds a knot halfway to the next knot, or to the end of the run.
 *
 * @param {any} schedule
 * @param {number} index
 * @param {import('../planned_rates.js').PlannedRates} plannedRates
 * @param {ScheduleHandle} handle
 */
function withKnotAfter(schedule, index, plannedRates, handle) {
  const [time] = schedule.knots[index];
  const start = handle.step - time * handle.unit;
  const last = (plannedRates.length.peek().steps - start) / handle.unit;
  const t = Math.round((time + (schedule.knots[index + 1]?.[0] ?? Math.max(last, time + 2))) / 2);
  const rate =
    plannedRates.rates.peek()[
      Math.min(start + t * handle.unit, plannedRates.rates.peek().length - 1)
    ];
  return withKnotAt(schedule, t, rate);
}

/** @param {any} schedule @param {number} index */
function withoutKnot(schedule, index) {
  if (schedule.knots.length === 1) return schedule;
  return { ...schedule, knots: schedule.knots.toSpliced(index, 1) };
}
