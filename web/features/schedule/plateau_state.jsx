// The state of reduce on plateau, updated after every epoch of the run.

import { format, t } from '../../locales/index.js';
import { familyOf, valuesOf } from './schedule_families.js';
import { choiceLabel } from './schedule_labels.js';
import { findPlateau } from './schedule_timeline.js';
import { useStore } from '../../ui/context.js';

export function PlateauState() {
  const { experiment, schema, trainingControls } = useStore();
  const found = findPlateau(experiment.good.value.schedule);
  if (!found) return null;
  const values = valuesOf(found.schedule, 1, schema.value);
  const metric = familyOf('plateau')?.keys.find(({ key }) => key === 'metric');
  const counted = trainingControls.plateau.value;
  const accuracy = String(values.metric).endsWith('accuracy');
  const best = accuracy ? format.percent(counted?.best) : format.loss(counted?.best);
  const of = (/** @type {number | undefined} */ done, /** @type {number} */ total) =>
    t('progress.of', { done: format.count(done), total: format.count(total) });
  return (
    <section class="plateau" aria-label={t('plateau.label')}>
      <dl>
        <Figure name={t('plateau.rate')} value={format.rate(counted?.rate)} kind="rate" />
        <Figure
          name={t('plateau.best', { metric: choiceLabel(metric, values.metric) })}
          value={best}
          kind="best"
        />
        <Figure name={t('plateau.bad')} value={of(counted?.bad, values.patience)} kind="bad" />
        <Figure
          name={t('plateau.cooldown')}
          value={of(counted?.cooldown_left, values.cooldown)}
          kind="cooldown"
        />
      </dl>
    </section>
  );
}

/** @param {{name: string, value: string, kind: string}} props */
function Figure({ name, value, kind }) {
  return (
    <div data-kind={kind}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
