// Offers to resume an interrupted run; shown above the chart.

import { useSignal } from '@preact/signals';
import { format, t, tName } from '../../locales/index.js';
import { itemsOfFiles } from '../../ui/dropped_items.js';
import { useStore } from '../../ui/context.js';
import { FileButton } from '../../ui/file_button.jsx';

/** @typedef {import('../storage/database.js').StoredCheckpoint} StoredCheckpoint */

export function ResumeOffer() {
  const { persistence, trainingControls } = useStore();
  const refused = useSignal(/** @type {'elsewhere' | 'busy' | null} */ (null));
  const [offer, ...others] = persistence.offers.value;
  const phase = trainingControls.phase.value;
  if (phase === 'loading' || phase === 'broken') return null;
  if (!offer) return refused.value === 'elsewhere' ? <Elsewhere /> : null;
  const resume = async () => {
    refused.value = null;
    const how = await persistence.resume(offer);
    if (how === 'elsewhere' || how === 'busy') refused.value = how;
  };
  return (
    <section class="resume-offer" aria-label={t('storage.offer.label')}>
      <p>
        <Standing offer={offer} /> <BuildNote offer={offer} />
        {others.length > 0 && t('storage.offer.more', { count: format.count(others.length) })}
      </p>
      <Answers offer={offer} resume={resume} />
      {refused.value === 'elsewhere' && <Elsewhere />}
      {refused.value === 'busy' && <p role="alert">{t('storage.offer.busy')}</p>}
    </section>
  );
}

const Elsewhere = () => (
  <p class="resume-note" role="status">
    {t('storage.offer.elsewhere')}
  </p>
);

/** @param {{offer: StoredCheckpoint}} props */
function Standing({ offer: { id, number, name, step, totalSteps } }) {
  const run = useStore().runs.list.value.find((one) => one.id === id);
  const where = { step: format.count(step), total: format.count(totalSteps) };
  const called = run?.name.value ?? name;
  return (
    <b>
      {called === ''
        ? t('storage.offer', { number: run?.number ?? number, ...where })
        : t('storage.offer.named', { name: called, ...where })}
    </b>
  );
}

/** @param {{offer: StoredCheckpoint}} props */
function BuildNote({ offer: { build, version } }) {
  const here = useStore().speed.build.value;
  if (!here) return null;
  const names = { of: tName('speed.builds', build), here: tName('speed.builds', here.name) };
  if (version !== here.version)
    return t('storage.offer.version', { of: version, here: here.version });
  if (build === here.name) return null;
  const runs = here.choices.some(({ name, obstacle }) => name === build && obstacle === null);
  return runs ? t('storage.offer.build', names) : t('storage.offer.otherBuild', names);
}

/** @param {{offer: StoredCheckpoint, resume: () => unknown}} props */
function Answers({ offer, resume }) {
  const { persistence, dataFiles, trainingControls } = useStore();
  const missing = dataFiles.missingOf(offer.needs);
  const names = format.list(missing);
  return (
    <>
      {missing.length > 0 && <p class="resume-note">{t('storage.offer.needs', { names })}</p>}
      <div class="resume-answers">
        {missing.length > 0 ? (
          <FileButton
            label={t('storage.choose')}
            onFiles={(files) => dataFiles.restore(itemsOfFiles(files))}
          />
        ) : (
          <button
            type="button"
            class="solid"
            disabled={trainingControls.phase.value === 'preparing'}
            onClick={resume}
          >
            {t('storage.resume')}
          </button>
        )}
        <button
          type="button"
          class="quiet"
          title={t('storage.discard.title')}
          onClick={() => persistence.discard(offer)}
        >
          {t('storage.discard')}
        </button>
      </div>
    </>
  );
}
