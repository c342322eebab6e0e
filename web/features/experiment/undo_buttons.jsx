// Undo and redo: two buttons, keyboard shortcuts, and an announcement of what was undone.

import { useEffect } from 'preact/hooks';
import { t, tName } from '../../locales/index.js';
import { segmentsOf } from '../../protocol/paths.js';
import { useStore } from '../../ui/context.js';
import { RedoIcon, UndoIcon } from '../../ui/icons.jsx';

/**
 * Returns the label of a key; undefined if it has none.
 *
 * @typedef {(section: string, keys: string[]) => string | undefined} KeyName `keys`: the path from the
 *   section of the document to the key
 */

/** @param {{keyName: KeyName}} props */
export function UndoButtons({ keyName }) {
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
              what: settingName(said.path, keyName),
            })}
          </span>
        )}
      </p>
    </div>
  );
}

/**
 * The label of a setting, or else of its section.
 *
 * @param {string} path
 * @param {KeyName} keyName
 */
export function settingName(path, keyName) {
  const [section, ...rest] = segmentsOf(path);
  if (typeof section !== 'string') return t('undo.what.document');
  return keyName(section, rest.map(String)) ?? tName('undo.what', section);
}

/**
 * Stays focusable when there is nothing left to undo, so that the focus is not lost.
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
      // In a text input the browser undoes the typing.
      const typing = 'input:not([type=range], [type=checkbox], [type=radio]), textarea';
      if (/** @type {Element} */ (event.target).closest(`${typing}, [contenteditable]`)) return;
      event.preventDefault();
      void (key === 'z' && !event.shiftKey ? undo.undo() : undo.redo());
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
