// Files may be dropped anywhere on the page. What was understood is said where they were dropped.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../locales/index.js';
import { itemsOfDrop } from '../../ui/dropped_items.js';
import { useStore } from '../../ui/context.js';
import { Understood } from './detected_format.jsx';

const SAID_MILLISECONDS = 8000;

export function DropZone() {
  const { importExport, dataFiles } = useStore();
  const over = useSignal(false);
  /** For a while after the decision, too. */
  const said = useSignal(false);

  useEffect(() => {
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let quiet;
    const bearsFiles = (/** @type {DragEvent} */ event) =>
      event.dataTransfer?.types.includes('Files') ?? false;
    const onOver = (/** @type {DragEvent} */ event) => {
      if (!bearsFiles(event)) return;
      event.preventDefault();
      over.value = true;
    };
    const onLeave = (/** @type {DragEvent} */ event) => {
      if (event.relatedTarget === null) over.value = false;
    };
    const take = async (/** @type {import('../../ui/dropped_items.js').Item[]} */ items) => {
      if (!(await importExport.take(items))) return;
      said.value = true;
      clearTimeout(quiet);
      quiet = setTimeout(() => (said.value = false), SAID_MILLISECONDS);
    };
    const onDrop = (/** @type {DragEvent} */ event) => {
      over.value = false;
      if (!bearsFiles(event)) return;
      event.preventDefault();
      void itemsOfDrop(event.dataTransfer).then(take);
    };
    document.addEventListener('dragover', onOver);
    document.addEventListener('dragleave', onLeave);
    document.addEventListener('drop', onDrop);
    return () => {
      clearTimeout(quiet);
      document.removeEventListener('dragover', onOver);
      document.removeEventListener('dragleave', onLeave);
      document.removeEventListener('drop', onDrop);
    };
  }, []);

  const undecided =
    dataFiles.offer.value !== null || dataFiles.reading.value || dataFiles.progress.value !== null;
  return (
    <>
      {over.value && <div class="drop-zone">{t('data.dropNow')}</div>}
      {(said.value || undecided) && !dataFiles.inMenu.value && (
        <div class="drop-said">
          <Understood />
        </div>
      )}
    </>
  );
}
