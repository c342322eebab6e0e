// The misclassified held-out images of the last evaluation, sorted by loss.

import { useSignal } from '@preact/signals';
import { format, t } from '../../../locales/index.js';
import { useStore } from '../../../ui/context.js';
import {
  everyEpoch,
  NoRun,
  Refused,
  SampleGrid,
  useInspected,
  useLive,
} from '../../inspection/index.js';

/** Number of images per page. */
const MORE = 24;

export function MistakesPanel() {
  const { inspection, trainingControls } = useStore();
  const most = useSignal(MORE);
  const { value: inspected } = useInspected();
  const { value: images, problem } = useLive(
    () => inspection.sampleImages({ wrong: true }, most.value),
    [most.value],
    everyEpoch,
  );
  if (problem) return <Refused problem={problem} />;
  if (!inspected || !images) return <NoRun text={t('mistakes.empty')} />;
  const { epoch, index } = images.samples;
  if (epoch === null) {
    const resumed = (trainingControls.current.value?.epochs.length ?? 0) > 0;
    return <p class="note">{resumed ? t('confusion.unknown') : t('mistakes.empty')}</p>;
  }
  const values = { epoch: format.count(epoch + 1) };
  if (index.length === 0) return <p class="note">{t('mistakes.none', values)}</p>;
  return (
    <div class="inspection">
      <p class="note">{t('mistakes.caption', values)}</p>
      <SampleGrid label={t('panel.mistakes')} images={images} classes={inspected.classes} />
      {index.length === most.value && (
        <button type="button" class="quiet" onClick={() => (most.value += MORE)}>
          {t('mistakes.more')}
        </button>
      )}
    </div>
  );
}
