// The menu that saves the chart as an image, a vector graphic or CSV.

import { useId } from 'preact/hooks';
import { t } from '../../locales/index.js';
import { runsOnChart } from './chart_selectors.js';
import { useStore } from '../../ui/context.js';
import { ChevronIcon } from '../../ui/icons.jsx';
import { download } from '../../ui/save_file.js';
import { csvBlob, fileName, pngOf, svgOf } from './save_chart.js';
import { useDropdown } from '../../ui/use_dropdown.js';

export function SaveMenu() {
  const store = useStore();
  const { open, root, button, toggle, close, onKeyDown } = useDropdown();
  const id = useId();
  const empty = runsOnChart(store).length === 0;
  const choices = [
    { label: t('chart.save.png'), ending: '.png', make: () => pngOf(store) },
    { label: t('chart.save.svg'), ending: '.svg', make: () => svgOf(store) },
    { label: t('chart.save.steps'), ending: '-steps.csv', make: () => csvBlob(store, 'steps') },
    { label: t('chart.save.epochs'), ending: '-epochs.csv', make: () => csvBlob(store, 'epochs') },
  ];
  const save = async (/** @type {typeof choices[number]} */ { ending, make }) => {
    close();
    download({ name: fileName(store, ending), content: await make() });
  };
  return (
    <div class="save-menu" ref={root} onKeyDown={onKeyDown}>
      <button
        type="button"
        ref={button}
        aria-expanded={open.value}
        aria-controls={id}
        onClick={toggle}
      >
        {t('chart.save')}
        <ChevronIcon />
      </button>
      {open.value && (
        <div class="save-choices" id={id}>
          {choices.map((choice) => (
            <button
              key={choice.ending}
              type="button"
              disabled={empty && choice.ending.endsWith('csv')}
              onClick={() => void save(choice)}
            >
              {choice.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
