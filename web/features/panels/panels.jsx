// The panels below the chart, one at a time: a row of tabs, and what the chosen one shows. A panel's
// code is fetched when it is first opened.

import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t, tName } from '../../locales/index.js';
import { useStore } from '../../ui/context.js';

/** @typedef {() => Promise<import('preact').ComponentType>} Load */

/**
 * A panel's title is the label `panel.<id>` in its folder.
 *
 * @type {readonly (readonly [id: string, load: Load])[]}
 */
const panels = [
  ['network', async () => (await import('./network/panel.jsx')).NetworkPanel],
  ['data', async () => (await import('./data/panel.jsx')).DataPanel],
  ['filters', async () => (await import('./filters/panel.jsx')).FiltersPanel],
  ['features', async () => (await import('./feature-maps/panel.jsx')).FeaturesPanel],
  ['confusion', async () => (await import('./confusion/panel.jsx')).ConfusionPanel],
  ['mistakes', async () => (await import('./mistakes/panel.jsx')).MistakesPanel],
  ['draw', async () => (await import('./draw/panel.jsx')).DrawPanel],
  ['histograms', async () => (await import('./histograms/panel.jsx')).HistogramsPanel],
  ['speed', async () => (await import('./speed/panel.jsx')).SpeedPanel],
];

export function Panels() {
  const { panel: chosen } = useStore().panelSelection;
  const loaded = useSignal(/** @type {Record<string, import('preact').ComponentType>} */ ({}));
  const tabs = useRef(/** @type {(HTMLButtonElement | null)[]} */ ([]));
  const id = useId();

  const open = (/** @type {string} */ panel) => {
    chosen.value = chosen.value === panel ? null : panel;
  };

  // A panel may be opened from within another; what was pressed there is gone then.
  useEffect(() => {
    const index = panels.findIndex(([panel]) => panel === chosen.value);
    if (index < 0) return;
    if (document.activeElement === document.body) tabs.current[index]?.focus();
    void fetchPanel(...panels[index]);
  }, [chosen.value]);

  const fetchPanel = async (/** @type {string} */ panel, /** @type {Load} */ load) => {
    if (loaded.value[panel]) return;
    const view = await load();
    loaded.value = { ...loaded.value, [panel]: view };
  };

  const onKeyDown = (/** @type {KeyboardEvent} */ event, /** @type {number} */ index) => {
    const moves = /** @type {Record<string, number>} */ ({
      ...{ ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: panels.length - 1 },
    });
    if (!(event.key in moves)) return;
    event.preventDefault();
    event.stopPropagation();
    tabs.current[(moves[event.key] + panels.length) % panels.length]?.focus();
  };

  const View = chosen.value === null ? undefined : loaded.value[chosen.value];
  const first = panels.findIndex(([panel]) => panel === chosen.value);
  return (
    <section class="panels">
      <div class="tabs" role="tablist" aria-label={t('panel.label')}>
        {panels.map(([panel], index) => (
          <button
            key={panel}
            type="button"
            class="tab"
            role="tab"
            id={`${id}-${panel}`}
            aria-selected={panel === chosen.value}
            aria-controls={panel === chosen.value ? `${id}-panel` : undefined}
            tabIndex={index === Math.max(first, 0) ? 0 : -1}
            ref={(element) => void (tabs.current[index] = element)}
            onClick={() => open(panel)}
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            {tName('panel', panel)}
          </button>
        ))}
      </div>
      {chosen.value !== null && (
        <div
          class="panel"
          role="tabpanel"
          id={`${id}-panel`}
          aria-labelledby={`${id}-${chosen.value}`}
        >
          {View && <View />}
        </div>
      )}
    </section>
  );
}
