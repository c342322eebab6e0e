// Drawing the schedule by hand over the future part of the rate band. Pressed by keyboard, the button converts
// the schedule to knots and focuses the first, which keys can move.

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../locales/index.js';
import { scheduleFromStroke, withKnotAt } from './hand_drawing.js';
import { withFamily } from '../schedule_changes.js';
import { useStore } from '../../../ui/context.js';
import { PencilIcon } from '../../../ui/icons.jsx';
import { useScales } from '../../../ui/use_scales.js';
import { useScheduleEdit } from '../use_schedule.js';
import { pixelScale } from './pixel_scale.js';

export function PencilButton() {
  const store = useStore();
  const { handles, experiment, plannedRates } = store;
  const { edit } = useScheduleEdit();
  const hidden = store.chartIsolation.value !== null;
  const out = hidden || handles.nextStep.value === null || plannedRates.rates.value.length === 0;
  const toKnots = () => {
    const { schedule } = experiment.draft.peek();
    edit(
      'schedule',
      withFamily(schedule, 'piecewise', plannedRates.length.peek(), plannedRates.rates.peek()),
    );
    const firstKnot = handles.all.peek().find(({ name }) => name === 'knot');
    handles.focusTarget.value = firstKnot?.id ?? null;
  };
  return (
    <button
      type="button"
      class="quiet pencil"
      aria-pressed={handles.drawing.value}
      disabled={out}
      title={t(hidden ? 'pencil.hidden' : 'pencil.title')}
      onClick={(event) => {
        if (event.detail === 0) return toKnots();
        handles.drawing.value = !handles.drawing.value;
        if (handles.drawing.value) {
          document.querySelector('.chart-panel')?.scrollIntoView({ block: 'nearest' });
        }
      }}
    >
      <PencilIcon />
      {t('pencil.button')}
    </button>
  );
}

/** @param {{chart: import('../../../plot/chart.js').Chart}} props */
export function DrawingLayer({ chart }) {
  return useStore().chartIsolation.value ? null : <ActiveDrawingLayer chart={chart} />;
}

/** @param {{chart: import('../../../plot/chart.js').Chart}} props */
function ActiveDrawingLayer({ chart }) {
  const { handles } = useStore();
  useDoubleClick(chart);
  return handles.drawing.value ? <DrawingArea chart={chart} /> : null;
}

/** @param {{chart: import('../../../plot/chart.js').Chart}} props */
function DrawingArea({ chart }) {
  const { handles, plannedRates } = useStore();
  const { edit } = useScheduleEdit();
  /** In pixels of the band. */
  const stroke = useSignal(/** @type {[number, number][]} */ ([]));
  const drawingNow = useRef(false);
  useScales(chart);

  useEffect(() => {
    const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
      if (event.key === 'Escape') handles.drawing.value = false;
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  const { left, top, width, height } = chart.area('rate');
  const from = Math.max(left, chart.toPixel('rate', handles.nextStep.value ?? 0, 1).x);
  const add = (/** @type {PointerEvent & {currentTarget: HTMLElement}} */ event) => {
    const box = event.currentTarget.getBoundingClientRect();
    const events = event.getCoalescedEvents?.() ?? [];
    const points = (events.length > 0 ? events : [event]).map(
      ({ clientX, clientY }) =>
        /** @type {[number, number]} */ ([
          Math.min(left + width, Math.max(from, clientX - box.left + from)),
          Math.min(top + height - 1, Math.max(top, clientY - box.top + top)),
        ]),
    );
    stroke.value = [...stroke.value, ...points];
  };
  const finish = () => {
    if (!drawingNow.current) return;
    drawingNow.current = false;
    const scale = pixelScale(chart);
    const points = stroke.value.map(([x, y]) => {
      const { step, rate } = scale(x, y);
      return /** @type {[number, number]} */ ([step, rate]);
    });
    stroke.value = [];
    const next = scheduleFromStroke(points, {
      rates: plannedRates.rates.peek(),
      now: handles.nextStep.peek() ?? 0,
    });
    if (!next) return;
    handles.drawing.value = false;
    edit('schedule', next);
  };
  return (
    <>
      <svg class="stroke" aria-hidden="true">
        <polyline points={stroke.value.map(([x, y]) => `${x},${y}`).join(' ')} />
      </svg>
      <div
        class="drawing-layer"
        role="group"
        aria-label={t('pencil.here')}
        style={{
          left: `${from}px`,
          top: `${top}px`,
          width: `${left + width - from}px`,
          height: `${height}px`,
        }}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.preventDefault();
          event.currentTarget.setPointerCapture(event.pointerId);
          drawingNow.current = true;
          add(event);
        }}
        onPointerMove={(event) => drawingNow.current && add(event)}
        onPointerUp={finish}
        onPointerCancel={finish}
      >
        {stroke.value.length === 0 && <p>{t('pencil.here')}</p>}
      </div>
    </>
  );
}

/** A double click on the band adds a knot to a piecewise schedule. @param {import('../../../plot/chart.js').Chart} chart */
function useDoubleClick(chart) {
  const { experiment, trainingControls, handles, plannedRates } = useStore();
  useEffect(() => {
    // The chart captures the pointer, so that the target of a click is always the whole chart.
    const bands = document.querySelector('.bands');
    const band = bands?.querySelector('[data-band=rate]');
    const onDoubleClick = (/** @type {Event} */ event) => {
      const { schedule } = experiment.draft.peek();
      const now = handles.nextStep.peek();
      if (schedule.type !== 'piecewise' || now === null || !band) return;
      const { clientX, clientY } = /** @type {MouseEvent} */ (event);
      const box = band.getBoundingClientRect();
      const { step, rate } = pixelScale(chart)(clientX - box.left, clientY - box.top);
      const inside = clientY >= box.top && clientY <= box.bottom;
      if (!inside || step <= now || step > plannedRates.length.peek().steps) return;
      event.stopImmediatePropagation();
      const unit = schedule.unit === 'epoch' ? plannedRates.length.peek().stepsPerEpoch : 1;
      const start = (schedule.warmup?.length ?? 0) * unit;
      void experiment.edit('schedule', withKnotAt(schedule, (step - start) / unit, rate));
      void trainingControls.applySchedule();
    };
    bands?.addEventListener('dblclick', onDoubleClick, { capture: true });
    return () => bands?.removeEventListener('dblclick', onDoubleClick, { capture: true });
  }, [chart]);
}
