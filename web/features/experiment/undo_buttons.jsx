// Undo and redo: two buttons, their keys, and what was undone in words.

import { useEffect } from 'preact/hooks';
import { t, tName } from '../../locales/index.js';
import { segmentsOf } from '../../protocol/paths.js';
import { useStore } from '../../ui/context.js';
import { RedoIcon, UndoIcon } from '../../ui/icons.jsx';

export function UndoButtons() {
  const { undo } = useStore();
  useKeys();
  const said = undo.said.value;
  return (
    <div class="undo" role="group" aria-label={t('undo.label')}>
      <Button
        name={t('undo.undo')}
        keys="Control+Z"
        out={undo.past.value.length === 0}
        onPress={undo.undo}
      >
        <UndoIcon />
      </Button>
      <Button
        name={t('undo.redo')}
        keys="Control+Shift+Z Control+Y"
        out={undo.future.value.length === 0}
        onPress={undo.redo}
      >
        <RedoIcon />
      </Button>
      <p class="hidden" role="status">
        {said && (
          <span key={said.count}>
            {t(said.kind === 'undone' ? 'undo.undone' : 'undo.redone', {
              what: settingName(said.path),
            })}
          </span>
        )}
      </p>
    </div>
  );
}

/**
 * What a setting is called: its own name where it has one, else that of its section.
 *
 * @param {string} path
 */
export function settingName(path) {
  const [section, ...rest] = segmentsOf(path);
  if (section === undefined) return t('undo.what.document');
  // A family's own key of that name is called much the same.
  if (section === 'schedule' && rest.includes('warmup')) return t('schedule.warmup');
  const keys = rest.map(String).reverse();
  const group = `${section}.keys`;
  const known = keys.find((key) => tName(group, key) !== key);
  return known === undefined ? tName('undo.what', String(section)) : tName(group, known);
}

/**
 * Stays focusable when there is nothing more to undo: the keyboard is not thrown off it.
 *
 * @param {object} props
 * @param {string} props.name
 * @param {string} props.keys
 * @param {boolean} props.out
 * @param {() => unknown} props.onPress
 * @param {import('preact').ComponentChildren} props.children
 */
function Button({ name, keys, out, onPress, children }) {
  return (
    <button
      type="button"
      class="bar-button"
      aria-label={name}
      title={name}
      aria-keyshortcuts={keys}
      aria-disabled={out}
      onClick={() => void onPress()}
    >
      {children}
    </button>
  );
}

function useKeys() {
  const { undo } = useStore();
  useEffect(() => {
    const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      // Where text is typed, what is undone is the typing.
      const typing = 'input:not([type=range], [type=checkbox], [type=radio]), textarea';
      if (/** @type {Element} */ (event.target).closest(`${typing}, [contenteditable]`)) return;
      event.preventDefault();
      void (key === 'z' && !event.shiftKey ? undo.undo() : undo.redo());
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
