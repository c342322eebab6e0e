// Says what was deleted, and brings it back for as long as it is in sight: some seconds, and while the
// pointer or the keyboard is on it.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { format, t } from '../locales/index.js';
import { useStore } from './context.js';
import { entryNames } from './race_words.js';
import { runName } from './words.js';

const SHOWN_MILLISECONDS = 8000;

export function UndoNotices() {
  const { runs, races } = useStore();
  const [first, ...more] = runs.deleted.value;
  const race = races.deleted.value;
  return (
    <div class="undo-notices" role="status">
      {first && (
        <Notice
          of={runs.deleted.value}
          text={
            more.length > 0
              ? t('runs.deleted', { count: more.length + 1 })
              : t('runs.deleted.one', { number: first.number, name: runName(first) })
          }
          letGo={runs.letGo}
          restore={runs.restore}
        />
      )}
      {race && (
        <Notice
          of={race}
          text={t('race.deleted', { names: format.list(entryNames(race.entries)) })}
          letGo={races.letGo}
          restore={races.restore}
        />
      )}
    </div>
  );
}

/**
 * What was deleted takes the focus with it: by keyboard the way on leads to where it can be brought back.
 *
 * @param {() => void} remove
 */
export function deleteWithFocus(remove) {
  const byKey = document.activeElement?.matches(':focus-visible');
  remove();
  if (byKey) focusSoon('.undo-notice:last-child button');
}

/** Once it is drawn. @param {string} selector */
const focusSoon = (selector) =>
  requestAnimationFrame(() =>
    /** @type {HTMLElement} */ (document.querySelector(selector))?.focus(),
  );

/**
 * @param {object} props
 * @param {unknown} props.of what was deleted
 * @param {string} props.text
 * @param {() => void} props.letGo
 * @param {() => void} props.restore
 */
function Notice({ of, text, letGo, restore }) {
  const held = useSignal(false);
  useEffect(() => {
    if (held.value) return undefined;
    const timer = setTimeout(letGo, SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [of, held.value]);
  return (
    <p
      class="undo-notice"
      onPointerEnter={() => (held.value = true)}
      onPointerLeave={() => (held.value = false)}
      onFocusIn={() => (held.value = true)}
      onFocusOut={() => (held.value = false)}
    >
      <span>{text}</span>
      <button
        type="button"
        class="quiet"
        onClick={() => {
          restore();
          focusSoon('#runs-title');
        }}
      >
        {t('runs.undo')}
      </button>
    </p>
  );
}
