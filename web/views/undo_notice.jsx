// Says what was deleted, and brings it back for as long as it is in sight: some seconds, and while the
// pointer or the keyboard is on it.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../locales/index.js';
import { useStore } from './context.js';
import { runName } from './words.js';

const SHOWN_MILLISECONDS = 8000;

export function UndoNotice() {
  const { runs } = useStore();
  const deleted = runs.deleted.value;
  const held = useSignal(false);
  useEffect(() => {
    if (deleted.length === 0 || held.value) return undefined;
    const timer = setTimeout(runs.letGo, SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [deleted, held.value]);

  const [first, ...more] = deleted;
  return (
    <div class="undo" role="status">
      {first && (
        <p
          onPointerEnter={() => (held.value = true)}
          onPointerLeave={() => (held.value = false)}
          onFocusIn={() => (held.value = true)}
          onFocusOut={() => (held.value = false)}
        >
          <span>
            {more.length > 0
              ? t('runs.deleted', { count: deleted.length })
              : t('runs.deleted.one', { number: first.number, name: runName(first) })}
          </span>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              held.value = false;
              runs.restore();
            }}
          >
            {t('runs.undo')}
          </button>
        </p>
      )}
    </div>
  );
}
