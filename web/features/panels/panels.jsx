// The panels below the chart, one at a time: a row of tabs, and what the chosen one shows. A panel's
// code is fetched when it is first opened.

import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../../locales/index.js';
import { useStore } from '../../ui/context.js';

/**
 * @typedef {object} Panel
 * @property {string} id
 * @property {() => string} title
 * @property {() => Promise<import('preact').ComponentType>} load
 */

/** @type {readonly Panel[]} */
const panels = [
  {
    id: 'network',
    title: () => t('panel.network'),
    load: async () => (await import('./network/panel.jsx')).NetworkPanel,
  },
  {
    id: 'data',
    title: () => t('panel.data'),
    load: async () => (await import('./data/panel.jsx')).DataPanel,
  },
  {
    id: 'filters',
    title: () => t('panel.filters'),
    load: async () => (await import('./filters/panel.jsx')).FiltersPanel,
  },
  {
    id: 'features',
    title: () => t('panel.features'),
    load: async () => (await import('./feature-maps/panel.jsx')).FeaturesPanel,
  },
  {
    id: 'confusion',
    title: () => t('panel.confusion'),
    load: async () => (await import('./confusion/panel.jsx')).ConfusionPanel,
  },
  {
    id: 'mistakes',
    title: () => t('panel.mistakes'),
    load: async () => (await import('./mistakes/panel.jsx')).MistakesPanel,
  },
  {
    id: 'draw',
    title: () => t('panel.draw'),
    load: async () => (await import('./draw/panel.jsx')).DrawPanel,
  },
  {
    id: 'histograms',
    title: () => t('panel.histograms'),
    load: async () => (await import('./histograms/panel.jsx')).HistogramsPanel,
  },
  {
    id: 'speed',
    title: () => t('panel.speed'),
    load: async () => (await import('./speed/panel.jsx')).SpeedPanel,
  },
];

export function Panels() {
  const { panel: chosen } = useStore().looking;
  const loaded = useSignal(/** @type {Record<string, import('preact').ComponentType>} */ ({}));
  const tabs = useRef(/** @type {(HTMLButtonElement | null)[]} */ ([]));
  const id = useId();

  const open = (/** @type {Panel} */ panel) => {
    chosen.value = chosen.value === panel.id ? null : panel.id;
  };

  // A panel may be opened from within another; what was pressed there is gone then.
  useEffect(() => {
    const index = panels.findIndex((panel) => panel.id === chosen.value);
    if (index < 0) return;
    if (document.activeElement === document.body) tabs.current[index]?.focus();
    void load(panels[index]);
  }, [chosen.value]);

  const load = async (/** @type {Panel} */ panel) => {
    if (loaded.value[panel.id]) return;
    const view = await panel.load();
    loaded.value = { ...loaded.value, [panel.id]: view };
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
  const first = panels.findIndex((panel) => panel.id === chosen.value);
  return (
    <section class="panels">
      <div class="tabs" role="tablist" aria-label={t('panel.label')}>
        {panels.map((panel, index) => (
          <button
            key={panel.id}
            type="button"
            class="tab"
            role="tab"
            id={`${id}-${panel.id}`}
            aria-selected={panel.id === chosen.value}
            aria-controls={panel.id === chosen.value ? `${id}-panel` : undefined}
            tabIndex={index === Math.max(first, 0) ? 0 : -1}
            ref={(element) => void (tabs.current[index] = element)}
            onClick={() => open(panel)}
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            {panel.title()}
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
