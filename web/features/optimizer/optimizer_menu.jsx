// The menu of optimizer and loss, with their settings and the formula of the update.

import { t } from '../../locales/index.js';
import { localized } from '../../locales/pair.js';
import { useStore } from '../../ui/context.js';
import { Typeset } from '../../ui/typeset.jsx';
import { Choices, keysOf, Menu, SchemaForm } from '../experiment/index.js';
import { useReadableStep, withHeight } from '../schedule/index.js';
import { lossKeyLabels, losses } from './loss_descriptors.js';
import {
  optimizerKeyLabels,
  optimizerOf,
  optimizers,
  withOptimizer,
} from './optimizer_descriptors.js';
import { optimizerTex } from './optimizer_formula.js';
import { optimizerName } from './optimizer_labels.js';
import './optimizer.css';

/** @typedef {import('../experiment/schema.js').KeyLabels} KeyLabels */

export function OptimizerMenu() {
  const { experiment } = useStore();
  const { optimizer } = experiment.draft.value;
  return (
    <Menu
      name="optimizer"
      label={t('menu.optimizer')}
      value={optimizerName(optimizer)}
      path={['optimizer', 'loss']}
    >
      {() => (
        <>
          <OptimizerChoices />
          <RuleForm />
          <CommonForm />
          <LossForm />
        </>
      )}
    </Menu>
  );
}

/** Labels of a key; a key without labels is shown by its name. @param {string} key @returns {KeyLabels} */
const unnamed = (key) => ({ label: { en: key, zh: key } });

function OptimizerChoices() {
  const { experiment, schema } = useStore();
  const draft = experiment.draft.value;
  const entry = optimizerOf(draft.optimizer);

  /** Selects an optimizer and its initial learning rate. The current run keeps its rate. */
  const choose = (/** @type {string} */ id) => {
    const optimizer = withOptimizer(draft.optimizer, id, schema.value);
    const chosen = optimizers.find((candidate) => candidate.id === id);
    const other = optimizer.type !== draft.optimizer.type && chosen;
    const schedule = other ? withHeight(draft.schedule, chosen.rate) : draft.schedule;
    void experiment.replace({ ...draft, optimizer, schedule });
  };

  return (
    <div class="optimizer-choices">
      <Choices
        name="optimizer-kind"
        label={t('optimizer.kind')}
        chosen={entry?.id}
        onChoose={choose}
        choices={optimizers.map(({ id, label }) => ({ id, text: localized(label) }))}
      />
      {entry && <p class="note">{localized(entry.about)}</p>}
    </div>
  );
}

/** The settings of the optimizer and its formula. */
function RuleForm() {
  const { experiment, schema } = useStore();
  const { type } = experiment.draft.value.optimizer;
  const { kinds } = schema.value.optimizers;
  const keys = kinds.find((kind) => kind.type === type)?.keys ?? [];
  return (
    <div>
      <SchemaForm
        keys={keys}
        path="optimizer"
        labelsOf={(key) => optimizerKeyLabels(type, key) ?? unnamed(key)}
      />
      <UpdateFormula />
    </div>
  );
}

function UpdateFormula() {
  const { experiment, schema, plannedRates } = useStore();
  const rates = plannedRates.rates.value;
  const step = useReadableStep(rates);
  const { optimizer } = experiment.good.value;
  const rate = rates[Math.min(step, rates.length - 1)];
  const formula = optimizerTex({ optimizer, schema: schema.value, rate });
  if (!formula) return null;
  return (
    <div class="formula" tabIndex={0} role="group" aria-label={t('optimizer.formula')}>
      <Typeset tex={formula.symbols} label={t('optimizer.formula.symbols')} />
      <Typeset tex={formula.numbers} label={t('optimizer.formula.numbers')} />
    </div>
  );
}

/** Settings of every optimizer: weight decay, L1, clipping. */
function CommonForm() {
  const { experiment, schema } = useStore();
  const { type } = experiment.draft.value.optimizer;
  return (
    <fieldset class="form-part">
      <legend>{t('optimizer.common')}</legend>
      <SchemaForm
        keys={schema.value.optimizers.common ?? []}
        path="optimizer"
        labelsOf={(key) => optimizerKeyLabels(type, key) ?? unnamed(key)}
      />
    </fieldset>
  );
}

function LossForm() {
  const { experiment, schema } = useStore();
  const { type = losses[0].type } = experiment.draft.value.loss ?? {};
  const loss = losses.find((candidate) => candidate.type === type);
  return (
    <fieldset class="form-part">
      <legend>{t('optimizer.loss')}</legend>
      <Choices
        name="loss-kind"
        label={t('optimizer.loss')}
        chosen={type}
        onChoose={(id) => void experiment.edit('loss.type', id)}
        choices={losses.map(({ type: id, label }) => ({ id, text: localized(label) }))}
      />
      {loss && <p class="note">{localized(loss.about)}</p>}
      <SchemaForm
        keys={keysOf(schema.value.losses, type)}
        path="loss"
        labelsOf={(key) => lossKeyLabels(key) ?? unnamed(key)}
      />
    </fieldset>
  );
}
