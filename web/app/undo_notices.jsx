// Deleted runs and races, which can be restored for some seconds.

import { entryNames } from '../features/race/index.js';
import { runName } from '../features/runs/index.js';
import { format, t } from '../locales/index.js';
import { useStore } from '../ui/context.js';
import { UndoNotice } from '../ui/undo_notice.jsx';

export function UndoNotices() {
  const { runs, races } = useStore();
  const [first, ...more] = runs.deleted.value;
  const race = races.deleted.value;
  return (
    <div class="undo-notices" role="status">
      {first && (
        <UndoNotice
          undo={t('runs.undo')}
          of={runs.deleted.value}
          text={
            more.length > 0
              ? t('runs.deleted', { count: more.length + 1 })
              : t('runs.deleted.one', { number: first.number, name: runName(first) })
          }
          onExpire={runs.forgetDeleted}
          restore={runs.restore}
        />
      )}
      {race && (
        <UndoNotice
          undo={t('runs.undo')}
          of={race}
          text={t('race.deleted', { names: format.list(entryNames(race.entries)) })}
          onExpire={races.forgetDeleted}
          restore={races.restore}
        />
      )}
    </div>
  );
}
