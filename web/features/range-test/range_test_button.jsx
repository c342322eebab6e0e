// Opens the learning-rate range test.

import { useSignal } from '@preact/signals';
import { t } from '../../locales/index.js';
import { RangeTestDialog } from './range_test_dialog.jsx';

export function RangeTestButton() {
  const open = useSignal(false);
  return (
    <>
      <button
        type="button"
        class="quiet"
        aria-haspopup="dialog"
        onClick={() => (open.value = true)}
      >
        {t('range.button')}
      </button>
      {open.value && <RangeTestDialog onClose={() => (open.value = false)} />}
    </>
  );
}
