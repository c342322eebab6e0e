// Files can be dropped anywhere on the page. A notice shows their detected format.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../locales/index.js';
import { itemsOfDrop } from '../../ui/dropped_items.js';
import { useStore } from '../../ui/context.js';
import { DetectedFormat } from './detected_format.jsx';

const NOTICE_MILLISECONDS = 8000;

export function DropZone() {
  const { importExport, dataFiles } = useStore();
  const over = useSignal(false);
  /** The notice stays for a while after the decision. */
  const noticeOpen = useSignal(false);

  useEffect(() => {
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let quiet;
    const hasFiles = (/** @type {DragEvent} */ event) =>
      event.dataTransfer?.types.includes('Files') ?? false;
    const onOver = (/** @type {DragEvent} */ event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      over.value = true;
    };
    const onLeave = (/** @type {DragEvent} */ event) => {
      if (event.relatedTarget === null) over.value = false;
    };
    const take = async (/** @type {import('../../ui/dropped_items.js').Item[]} */ items) => {
      if (!(await importExport.take(items))) return;
      noticeOpen.value = true;
      clearTimeout(quiet);
      quiet = setTimeout(() => (noticeOpen.value = false), NOTICE_MILLISECONDS);
    };
    const onDrop = (/** @type {DragEvent} */ event) => {
      over.value = false;
      if (!hasFiles(event)) return;
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
      {(noticeOpen.value || undecided) && !dataFiles.inMenu.value && (
        <section class="drop-notice" aria-label={t('data.dropped')}>
          <DetectedFormat />
        </section>
      )}
    </>
  );
}
