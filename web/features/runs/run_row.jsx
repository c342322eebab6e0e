// A row of the list of runs: line style, name, results and actions.

import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { format, t } from '../../locales/index.js';
import { styleOf } from './comparison.js';
import { ActionMenu } from '../../ui/action_menu.jsx';
import { useStore } from '../../ui/context.js';
import { PinIcon } from '../../ui/icons.jsx';
import { download } from '../../ui/save_file.js';
import { scheduleSummary } from '../schedule/index.js';
import { Swatch } from './swatch.jsx';
import { deleteWithFocus } from '../../ui/undo_notice.jsx';
import { networkName } from '../network/index.js';
import { optimizerName } from '../optimizer/index.js';
import { runName } from './run_labels.js';

/** @typedef {import('../training/run.js').Run} Run */

/** @param {{run: Run}} props */
export function RunRow({ run }) {
  const { trainingControls, comparison } = useStore();
  const renaming = useSignal(false);
  const current = run === trainingControls.current.value;
  if (current) void trainingControls.pulse.value;
  const { experiment } = run;
  return (
    <tr data-current={current} data-run={run.number}>
      <th scope="row">
        {comparison.on.value ? <Chosen run={run} /> : <Shown run={run} current={current} />}
      </th>
      <td class="words name">
        {renaming.value ? (
          <NameInput run={run} onEnd={() => (renaming.value = false)} />
        ) : (
          <Name run={run} onRename={() => (renaming.value = true)} />
        )}
      </td>
      <td class="words wide">{networkName(experiment.network)}</td>
      <td class="words wide">{optimizerName(experiment.optimizer)}</td>
      <td class="wide">{format.rate(run.rateNow)}</td>
      <td data-value="last">{format.percent(run.lastHeldOut)}</td>
      <td data-value="best">{format.percent(run.bestHeldOut)}</td>
      <td class="actions">
        <ActionMenu
          label={t('runs.actionsOf', { number: run.number })}
          actions={useActions(run, () => (renaming.value = true))}
        />
      </td>
    </tr>
  );
}

/** @param {{run: Run, current: boolean}} props */
function Shown({ run, current }) {
  return (
    <label class="run-key">
      <input
        type="checkbox"
        class="hidden"
        aria-label={t('runs.show', { number: run.number })}
        checked={current || run.visible.value}
        disabled={current}
        onChange={({ currentTarget }) => (run.visible.value = currentTarget.checked)}
      />
      <Swatch style={current ? undefined : styleOf(run.number)} plain />
      {run.number}
    </label>
  );
}

/** @param {{run: Run}} props */
function Chosen({ run }) {
  const { comparison } = useStore();
  const style = comparison.styles.value.get(run);
  return (
    <label class="run-key">
      <input
        type="checkbox"
        aria-label={t('compare.choose', { number: run.number })}
        checked={style !== undefined}
        disabled={style === undefined && comparison.full.value}
        onChange={() => comparison.toggle(run)}
      />
      {run.number}
    </label>
  );
}

/** @param {{run: Run, onRename: () => void}} props */
function Name({ run, onRename }) {
  const { edits, experiment } = run;
  const edited =
    edits.length === 1 ? t('runs.edited.one') : t('runs.edited', { count: edits.length });
  return (
    <div title={experiment.name || undefined} onDblClick={onRename}>
      {run.pinned.value && (
        <span class="pinned" role="img" aria-label={t('runs.pinned')}>
          <PinIcon />
        </span>
      )}
      <span class="run-name">{runName(run)}</span>
      {run.name.value && <span class="edited"> {scheduleSummary(run.schedule)}</span>}
      {edits.length > 0 && <span class="edited"> {edited}</span>}
      {run.divergence && <span class="edited"> {t('runs.diverged')}</span>}
    </div>
  );
}

/**
 * Enter and blur accept the text, Escape discards it; an empty text restores the name of the schedule.
 *
 * @param {{run: Run, onEnd: () => void}} props
 */
function NameInput({ run, onEnd }) {
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  const abandoned = useRef(false);
  // Focused before the next key, which could otherwise be a shortcut of training.
  useLayoutEffect(() => input.current?.select(), []);
  const keep = () => {
    if (abandoned.current) return;
    const written = input.current?.value.trim() ?? '';
    run.name.value = written === scheduleSummary(run.schedule) ? '' : written;
  };
  const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
    event.stopPropagation();
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    // The same key must not press the button that gets the focus.
    event.preventDefault();
    abandoned.current = event.key === 'Escape';
    const more = input.current?.closest('tr')?.querySelector('.more');
    input.current?.blur();
    /** @type {HTMLElement | null | undefined} */ (more)?.focus();
  };
  return (
    <input
      ref={input}
      class="number rename"
      type="text"
      maxLength={80}
      autocomplete="off"
      spellcheck={false}
      aria-label={t('runs.rename.label', { number: run.number })}
      value={runName(run)}
      onKeyDown={onKeyDown}
      onBlur={() => {
        keep();
        onEnd();
      }}
    />
  );
}

/**
 * @param {Run} run
 * @param {() => void} rename
 * @returns {import('../../ui/action_menu.jsx').Action[]}
 */
function useActions(run, rename) {
  const { importExport, experiment, runs, trainingControls } = useStore();
  const current = run === trainingControls.current.value;
  const ended =
    trainingControls.phase.value === 'finished' || trainingControls.phase.value === 'failed';
  const remove = async () => {
    // A deleted run must not continue to train.
    if (run === trainingControls.current.peek()) await trainingControls.reset();
    deleteWithFocus(() => runs.delete(run));
  };
  return [
    { id: 'rename', text: t('runs.rename'), act: rename },
    {
      id: 'pin',
      text: t(run.pinned.value ? 'runs.unpin' : 'runs.pin'),
      act: () => (run.pinned.value = !run.pinned.peek()),
    },
    ...(current
      ? []
      : [
          {
            id: 'hide',
            text: t(run.visible.value ? 'runs.hide' : 'runs.unhide'),
            act: () => (run.visible.value = !run.visible.peek()),
          },
        ]),
    {
      id: 'again',
      text: t('runs.again'),
      act: () => experiment.replace({ ...run.experiment, schedule: run.schedule }),
    },
    {
      id: 'save',
      text: t('files.save.history'),
      act: async () => download(await importExport.historyFile(run)),
    },
    {
      id: 'delete',
      text: t(current && !ended ? 'runs.delete.active' : 'runs.delete'),
      act: remove,
    },
  ];
}
