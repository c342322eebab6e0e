// Opens and closes the panel of fair races. Shows the progress of a race while the panel is closed.

import { format, t } from '../../locales/index.js';
import { useStore } from '../../ui/context.js';

export function RaceButton() {
  const { races } = useStore();
  const race = races.active.value;
  void race?.pulse.value;
  const open = races.open.value;
  return (
    <button
      type="button"
      class="quiet"
      aria-expanded={open}
      onClick={() => (races.open.value = !open)}
    >
      {race && !open
        ? t('race.button.active', { progress: format.percent(race.progress, 0) })
        : t(open ? 'race.button.close' : 'race.button')}
    </button>
  );
}
