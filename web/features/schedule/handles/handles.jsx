// Handles on the part of the rate that is to come, to drag by pointer or to move by key: what each one
// sets is in state/schedule_handles.js. An edit is made once a frame at most; a drag is one undo step,
// and a run that goes on takes it when it is let go.

import { useEffect, useRef } from 'preact/hooks';
import { format, t, tName } from '../../../locales/index.js';
import { withKnotAt } from './hand_drawing.js';
import { getAt, setAt } from '../../experiment/index.js';
import { nudge, sliderScales } from '../../../ui/slider_scales.js';
import { useStore } from '../../../ui/context.js';
import { useScales } from '../../../ui/use_scales.js';
import { unitName } from '../unit_labels.js';
import { pixelScale } from './pixel_scale.js';

/** @typedef {import('./schedule_handles.js').Grip} Grip */
/** @typedef {import('../../../plot/chart.js').Chart} Chart */

const LEAST = 1e-9;
const MOST = 100;

/** @param {{chart: Chart}} props */
export function Grips({ chart }) {
  const store = useStore();
  const { handles, chartView } = store;
  // How many seconds a step to come will take is not known.
  if (handles.armed.value || chartView.unit.value === 'seconds') return null;
  if (store.chartFocus.value) return null;
  return (
    <>
      {handles.grips.value.map((grip) => (
        <GripButton key={grip.id} grip={grip} chart={chart} />
      ))}
    </>
  );
}

/** The schedule that a grip belongs to. @param {Grip} grip */
function useOwner({ path }) {
  const { experiment } = useStore();
  return getAt(experiment.draft.value, path) ?? experiment.draft.value.schedule;
}

/** @param {{grip: Grip, chart: Chart}} props */
function GripButton({ grip, chart }) {
  const { handles } = useStore();
  const element = useRef(/** @type {HTMLButtonElement | null} */ (null));
  useScales(chart);
  const drag = useDrag(grip, chart);
  const onKeyDown = useKeys(grip);
  const owner = useOwner(grip);
  const name = t('handle.name', {
    name: tName('handle.names', grip.name),
    index: grip.index === undefined ? '' : format.count(grip.index),
  }).trim();

  useEffect(() => {
    if (handles.wanted.value !== grip.id) return;
    handles.wanted.value = null;
    element.current?.focus();
  }, [handles.wanted.value]);

  const { left, top, width, height } = chart.area('rate');
  const place = chart.toPixel('rate', grip.step, grip.rate);
  // A rate of zero, or of next to nothing, lies on the floor of the band.
  const y = Math.min(
    top + height,
    Math.max(top, Number.isFinite(place.y) ? place.y : top + height),
  );
  const inside = place.x >= left - 1 && place.x <= left + width + 1;
  if (!inside) return null;
  return (
    <button
      type="button"
      class="grip"
      role="slider"
      ref={element}
      data-grip={grip.name}
      data-axes={`${grip.time ? 'x' : ''}${grip.level ? 'y' : ''}`}
      style={{ transform: `translate(${place.x}px, ${y}px)` }}
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={1}
      aria-valuenow={grip.rate}
      aria-valuetext={t('handle.value', {
        rate: format.rate(grip.rate),
        unit: unitName(owner, true),
        time: format.count(Math.round(grip.step / grip.unit)),
      })}
      title={name}
      onKeyDown={onKeyDown}
      {...drag}
    />
  );
}

/**
 * Moves a grip, behind the step that is next.
 *
 * @returns {(from: import('../../../protocol/types.js').Schedule, grip: Grip, step: number, rate: number) => void}
 */
function useMove() {
  const { experiment, handles } = useStore();
  return (from, grip, step, rate) => {
    const first = (handles.now.peek() ?? 0) + (grip.time && (handles.now.peek() ?? 0) > 0 ? 1 : 0);
    void experiment.edit('schedule', grip.change(from, Math.max(first, step), rate));
  };
}

/** @param {Grip} grip @param {Chart} chart */
function useDrag(grip, chart) {
  const { experiment, trainingControls, undo } = useStore();
  const move = useMove();
  const state = useRef(
    /** @type {{grip: Grip, from: any, scale: ReturnType<typeof pixelScale>, dx: number, dy: number, x: number, y: number, frame: number} | null} */ (
      null
    ),
  );
  const apply = () => {
    const now = state.current;
    if (!now) return;
    now.frame = 0;
    const { step, rate } = now.scale(now.x - now.dx, now.y - now.dy);
    move(now.from, now.grip, step, rate);
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
      const place = chart.toPixel('rate', grip.step, grip.rate);
      const y = Number.isFinite(place.y) ? place.y : event.clientY - box.top;
      // The range of the band may change under the pointer: a drag keeps the one it began with.
      state.current = {
        ...{ grip, from: experiment.draft.peek().schedule, scale: pixelScale(chart), frame: 0 },
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

/** Arrows move a grip, up and down in rate, left and right in time; a knot can go and come. @param {Grip} grip */
function useKeys(grip) {
  const { experiment, trainingControls, handles, plannedRates } = useStore();
  const move = useMove();
  const owner = useOwner(grip);
  return (/** @type {KeyboardEvent} */ event) => {
    const times = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const levels = { ArrowUp: 2, ArrowDown: -2, PageUp: 50, PageDown: -50 }[event.key];
    const { schedule } = experiment.draft.peek();
    if (times) {
      const by = times * grip.unit * (event.shiftKey ? 10 : 1);
      if (grip.time) move(schedule, grip, grip.step + by, grip.rate);
    } else if (levels) {
      const from = Math.max(LEAST, grip.rate);
      if (grip.level) {
        move(schedule, grip, grip.step, nudge(sliderScales.log, from, LEAST, MOST, levels));
      }
    } else if (grip.name === 'knot' && (event.key === 'Insert' || event.key === 'Delete')) {
      const index = (grip.index ?? 1) - 1;
      const next =
        event.key === 'Insert'
          ? knotAfter(owner, index, plannedRates, grip)
          : knotGone(owner, index);
      if (next === owner) return;
      void experiment.replace(setAt(experiment.draft.peek(), grip.path, next));
      const at = event.key === 'Insert' ? index + 2 : Math.min(index + 1, next.knots.length);
      handles.wanted.value = `${grip.path}.knot.${at}`;
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    void trainingControls.applySchedule();
  };
}

/**
 * Halfway to the next knot, or to the end of the run.
 *
 * @param {any} schedule
 * @param {number} index
 * @param {import('../planned_rates.js').PlannedRates} plannedRates
 * @param {Grip} grip
 */
function knotAfter(schedule, index, plannedRates, grip) {
  const [time] = schedule.knots[index];
  const start = grip.step - time * grip.unit;
  const last = (plannedRates.length.peek().steps - start) / grip.unit;
  const t = Math.round((time + (schedule.knots[index + 1]?.[0] ?? Math.max(last, time + 2))) / 2);
  const rate =
    plannedRates.rates.peek()[
      Math.min(start + t * grip.unit, plannedRates.rates.peek().length - 1)
    ];
  return withKnotAt(schedule, t, rate);
}

/** @param {any} schedule @param {number} index */
function knotGone(schedule, index) {
  if (schedule.knots.length === 1) return schedule;
  return { ...schedule, knots: schedule.knots.toSpliced(index, 1) };
}
