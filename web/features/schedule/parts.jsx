// The parts of a sequence: each is a schedule with the same controls, and a length. One part is open at a time.

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../locales/index.js';
import { localized } from '../../locales/pair.js';
import { withLengths, withPartAdded } from './schedule_changes.js';
import { partLength } from './schedule_keys.js';
import { familyLabel } from './schedule_labels.js';
import { familyTotal, lengthAt, totalOf } from './schedule_timeline.js';
import { useStore } from '../../ui/context.js';
import { SliderField, useProblem } from '../experiment/index.js';
import { ChevronIcon, CrossIcon, DownIcon, PlusIcon, UpIcon } from '../../ui/icons.jsx';
import { inUnits, lengthLabel } from './unit_labels.js';
import { useSchedule, useScheduleEdit } from './use_schedule.js';

/** @typedef {import('./schedule_changes.js').Part} Part */
/** @typedef {import('preact').ComponentType<{path: string, depth?: number}>} Editor */

/**
 * @param {object} props
 * @param {string} props.path of the sequence
 * @param {number} props.depth
 * @param {Editor} props.Editor component for the schedule of a part
 */
export function Parts({ path, depth, Editor }) {
  const { edit } = useScheduleEdit();
  const { schedule, length } = useSchedule(path);
  const problem = useProblem(`${path}.parts`);
  const open = useSignal(-1);
  const list = useRef(/** @type {HTMLOListElement | null} */ (null));
  /** The button that gets the focus after the next render. */
  const wanted = useRef('');
  const parts = /** @type {Part[]} */ (schedule.parts ?? []);
  const total = familyTotal(schedule, length);

  useEffect(() => {
    if (!wanted.current) return;
    /** @type {HTMLElement | null | undefined} */ (
      list.current?.querySelector(wanted.current)
    )?.focus();
    wanted.current = '';
  }, [parts]);

  const change = (/** @type {Part[]} */ next, /** @type {string} */ focus) => {
    wanted.current = focus;
    edit(`${path}.parts`, withLengths(next, total));
  };
  const move = (/** @type {number} */ from, /** @type {number} */ to) => {
    if (to < 0 || to >= parts.length) return;
    if (open.value === from) open.value = to;
    else if (open.value === to) open.value = from;
    change(
      parts.toSpliced(from, 1).toSpliced(to, 0, parts[from]),
      `[data-part="${to}"] .part-name`,
    );
  };

  return (
    <div class="parts" data-invalid={problem !== ''}>
      <ol ref={list} aria-label={t('schedule.parts')}>
        {parts.map((_, index) => (
          <PartRow
            key={index}
            path={path}
            depth={depth}
            Editor={Editor}
            index={index}
            last={index === parts.length - 1}
            open={open.value === index}
            onToggle={() => (open.value = open.value === index ? -1 : index)}
            onMove={(to) => move(index, to)}
            onRemove={() => {
              if (open.value >= index) open.value = -1;
              const next = Math.min(index, parts.length - 2);
              change(parts.toSpliced(index, 1), `[data-part="${next}"] .part-name`);
            }}
          />
        ))}
      </ol>
      <button
        type="button"
        class="quiet"
        onClick={() => {
          open.value = parts.length;
          const more = withPartAdded(parts, total, schedule.unit);
          change(more, `[data-part="${parts.length}"] .part-name`);
        }}
      >
        <PlusIcon />
        {t('schedule.part.add')}
      </button>
      {problem && (
        <p class="note" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

/**
 * @param {object} props
 * @param {string} props.path of the sequence
 * @param {number} props.depth
 * @param {Editor} props.Editor
 * @param {number} props.index
 * @param {boolean} props.last
 * @param {boolean} props.open
 * @param {() => void} props.onToggle
 * @param {(to: number) => void} props.onMove
 * @param {() => void} props.onRemove
 */
function PartRow({ path, depth, Editor, index, last, open, onToggle, onMove, onRemove }) {
  const { plannedRates, experiment } = useStore();
  const { commit } = useScheduleEdit();
  const { schedule, root } = useSchedule(path);
  const part = /** @type {Part} */ (schedule.parts[index]);
  const own = `${path}.parts[${index}]`;
  const length = lengthAt(root, `${own}.schedule`, plannedRates.length.value);
  const count = part.length ?? totalOf(schedule, length);
  const name = familyLabel(part.schedule.type);
  const wrong = experiment.problemAt(own) !== undefined;
  const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!by || !event.altKey) return;
    event.preventDefault();
    onMove(index + by);
  };
  return (
    <li data-part={index} data-invalid={wrong}>
      <div class="part-head">
        <button
          type="button"
          class="part-name"
          aria-expanded={open}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          onClick={onToggle}
          onKeyDown={onKeyDown}
        >
          <ChevronIcon />
          <span class="part-family">{name}</span>
          <span class="part-length">{lengthLabel(count, schedule)}</span>
        </button>
        <PartButton
          name={t('schedule.part.up', { index: index + 1 })}
          disabled={index === 0}
          onPress={() => onMove(index - 1)}
        >
          <UpIcon />
        </PartButton>
        <PartButton
          name={t('schedule.part.down', { index: index + 1 })}
          disabled={last}
          onPress={() => onMove(index + 1)}
        >
          <DownIcon />
        </PartButton>
        <PartButton
          name={t('schedule.part.remove', { index: index + 1 })}
          disabled={schedule.parts.length === 1}
          onPress={onRemove}
        >
          <CrossIcon />
        </PartButton>
      </div>
      {open && (
        <div class="part-body">
          <Editor path={`${own}.schedule`} depth={depth + 1} />
          <SliderField
            path={`${own}.length`}
            label={localized(partLength.label)}
            hint={inUnits(
              last ? t('schedule.part.length.last') : localized(partLength.hint),
              schedule,
            )}
            range={partLength}
            total={totalOf(schedule, plannedRates.length.value)}
            missing={last ? count : undefined}
            onCommit={commit}
          />
        </div>
      )}
    </li>
  );
}

/**
 * @param {object} props
 * @param {string} props.name
 * @param {boolean} props.disabled
 * @param {() => void} props.onPress
 * @param {import('preact').ComponentChildren} props.children
 */
function PartButton({ name, disabled, onPress, children }) {
  return (
    <button
      type="button"
      class="small-button"
      aria-label={name}
      title={name}
      disabled={disabled}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
