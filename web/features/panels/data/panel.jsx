// The images of the experiment: pages of images with labels, class balance, difficulty and augmentation.

import { useEffect } from 'preact/hooks';
import { format, t } from '../../../locales/index.js';
import { useStore } from '../../../ui/context.js';
import { AsTrained, Standardisation } from './as_trained.jsx';
import { ClassBalance } from './class_balance.jsx';
import { Augmentation, dataName, Difficulty } from '../../data/index.js';
import { PictureGrid } from './picture_grid.jsx';
import { sentence, SwitchField } from '../../experiment/index.js';
import './data.css';

export function DataPanel() {
  const { preview, experiment, dataFiles } = useStore();
  useEffect(() => preview.watch(), []);
  const given = dataFiles.given.value;
  useEffect(() => {
    if (preview.problem.peek()) preview.retry();
  }, [given]);
  const summary = preview.summary.value;
  const problem = preview.problem.value;
  return (
    <div class="data-panel">
      <div class="data-images">
        {problem && (
          <p class="wrong" role="alert">
            {problem.kind === 'cancelled' ? t('data.stopped') : `${sentence(problem.message)} `}
            <button type="button" class="quiet" onClick={() => preview.retry()}>
              {t('data.retry')}
            </button>
          </p>
        )}
        {summary && (
          <>
            <p class="note">
              <b>{dataName(experiment.good.value.data)}</b>{' '}
              {t('data.about', {
                shape: summary.shape.join(' × '),
                classes: format.count(summary.classes.length),
              })}{' '}
              {summary.wrong_labels > 0 &&
                t('data.wrongLabels', { count: format.count(summary.wrong_labels) })}
            </p>
            <PictureGrid summary={summary} />
          </>
        )}
        {!summary && !problem && <p class="note">{t('data.reading')}</p>}
      </div>
      <div class="data-side">{summary && <ClassBalance summary={summary} />}</div>
      <div class="data-training">
        <div class="data-settings">
          <Difficulty />
          <Augmentation />
          <SwitchField path="data.standardise" label={t('data.standardise')} />
          <Standardisation />
        </div>
        {summary && <AsTrained summary={summary} />}
      </div>
    </div>
  );
}
