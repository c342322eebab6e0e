// Measures the training speed of each build of the core, compared with the peak of the processor, and selects the
// build.

import { format, t, tCore, tName } from '../../../locales/index.js';
import { useStore } from '../../../ui/context.js';
import './speed.css';

/** @typedef {import('../../../protocol/types.js').BuildChoice} BuildChoice */

export function SpeedPanel() {
  const { speed } = useStore();
  const build = speed.build.value;
  if (!build) return null;
  const measuring = speed.measuring.value !== null;
  const name = tName('speed.builds', build.name);
  const chosen = build.name === speed.remembered();
  return (
    <div class="speed-panel">
      <p class="note">
        {chosen ? t('speed.why.chosen', { name }) : t('speed.why.fastest', { name })}
      </p>
      <div class="table-scroll">
        <table class="booktabs">
          <caption>{t('speed.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('speed.build')}</th>
              <th scope="col">{t('speed.threads')}</th>
              <th scope="col">{t('speed.images')}</th>
              <th scope="col">{t('speed.flops')}</th>
              <th scope="col" class="wide">
                {t('speed.peak')}
              </th>
              <th scope="col">{t('speed.share')}</th>
            </tr>
          </thead>
          <tbody>
            {build.choices.map((choice) => (
              <BuildRow key={choice.name} choice={choice} />
            ))}
          </tbody>
        </table>
      </div>
      <button
        type="button"
        class="quiet"
        onClick={() => void (measuring ? speed.stop() : speed.measure())}
      >
        {measuring ? t('speed.stop') : t('speed.measure')}
      </button>
      {speed.problem.value && (
        <p class="wrong" role="alert">
          {t('speed.refused', { message: tCore(speed.problem.value.message) })}
        </p>
      )}
      <p class="hidden" aria-live="polite">
        {speed.measuring.value &&
          t('speed.measuring', { name: tName('speed.builds', speed.measuring.value) })}
      </p>
    </div>
  );
}

/** @param {{choice: BuildChoice}} props */
function BuildRow({ choice: { name, obstacle } }) {
  const { speed } = useStore();
  const loaded = speed.build.value?.name === name;
  return (
    <tr data-build={name} data-current={loaded}>
      <th scope="row">
        <label class="build-choice">
          <input
            type="radio"
            name="build"
            checked={loaded}
            disabled={obstacle !== null || !speed.canChoose.value}
            onChange={() => void speed.use(name)}
          />
          {tName('speed.builds', name)}
        </label>
      </th>
      <BuildCells name={name} obstacle={obstacle} />
    </tr>
  );
}

/** @param {BuildChoice} choice */
function BuildCells({ name, obstacle }) {
  const { speed } = useStore();
  const result = speed.results.value[name];
  if (obstacle) return <NoteCell text={tName('speed.obstacles', obstacle)} />;
  if (speed.measuring.value === name) return <NoteCell text={t('speed.now')} />;
  if (!result) return <NoteCell text="" />;
  if ('kind' in result) return <NoteCell text={tCore(result.message)} />;
  return (
    <>
      <td>{format.count(result.threads)}</td>
      <td>{format.speed(result.imagesPerSecond)}</td>
      <td>{format.speed(result.gigaflops)}</td>
      <td class="wide">{format.speed(result.peakGigaflops)}</td>
      <td>{format.percent(result.gigaflops / (result.peakGigaflops * result.threads), 0)}</td>
    </>
  );
}

/** @param {{text: string}} props */
function NoteCell({ text }) {
  return (
    <td class="words" colSpan={5}>
      {text}
    </td>
  );
}
