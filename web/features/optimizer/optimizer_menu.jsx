// Which update rule, and its settings.

import { t, tName } from '../../locales/index.js';
import { optimizerOf, optimizers, withOptimizer } from './optimizers.js';
import { withHeight } from '../schedule/index.js';
import { useStore } from '../../ui/context.js';
import { ChoiceField, Choices, Menu, NumberField, SwitchField } from '../experiment/index.js';
import { optimizerName } from './optimizer_labels.js';

export function OptimizerMenu() {
  const { experiment } = useStore();
  const { optimizer } = experiment.draft.value;
  return (
    <Menu
      name="optimizer"
      label={t('menu.optimizer')}
      value={optimizerName(optimizer)}
      path="optimizer"
    >
      {() => <OptimizerPanel />}
    </Menu>
  );
}

function OptimizerPanel() {
  const { experiment } = useStore();
  const draft = experiment.draft.value;
  const entry = optimizerOf(draft.optimizer);

  /** Another kind of update rule wants another rate; a run that is going on keeps its own. */
  const choose = (/** @type {string} */ id) => {
    const optimizer = withOptimizer(draft.optimizer, id);
    const chosen = optimizers.find((candidate) => candidate.id === id);
    const fresh = optimizer.type !== draft.optimizer.type && chosen;
    const schedule = fresh ? withHeight(draft.schedule, chosen.rate) : draft.schedule;
    void experiment.replace({ ...draft, optimizer, schedule });
  };

  return (
    <>
      <Choices
        name="optimizer-kind"
        label={t('menu.optimizer')}
        chosen={entry?.id}
        onChoose={choose}
        choices={optimizers.map(({ id }) => ({
          id,
          text: tName('optimizer.names', id),
          about: tName('optimizer.names', `${id}.about`),
        }))}
      />
      <div class="field-grid">
        {entry?.keys.map(({ key, control, choices }) => (
          <OptimizerField key={key} name={key} control={control} choices={choices} />
        ))}
      </div>
    </>
  );
}

/** @param {{name: string, control: string, choices?: string[]}} props */
function OptimizerField({ name, control, choices = [] }) {
  const path = `optimizer.${name}`;
  const label = tName('optimizer.keys', name);
  if (control === 'switch') return <SwitchField path={path} label={label} />;
  if (control === 'choice') {
    const named = choices.map((value) => ({ value, text: tName('optimizer.choices', value) }));
    return <ChoiceField path={path} label={label} choices={named} />;
  }
  return <NumberField path={path} label={label} hint={tName('optimizer.keys', `${name}.hint`)} />;
}
