// A page of images with labels, of all classes or one. One image is selected, by pointer or arrow keys, for the
// preview of augmentation.

import { useId, useRef } from 'preact/hooks';
import { format, t, tName } from '../../../locales/index.js';
import { PAGE } from '../../data/index.js';
import { useStore } from '../../../ui/context.js';
import { Segments } from '../../../ui/segments.jsx';
import { ImageCanvas } from './image_canvas.jsx';

/** @typedef {import('../../data/data_preview.js').Picture} Picture */
/** @typedef {import('../../../protocol/data.js').DataSummary} DataSummary */

const PARTS = /** @type {const} */ (['train', 'validation']);

/** Images above this width have larger tiles. */
const SMALL_SIDE = 64;

/** @param {{summary: DataSummary}} props */
export function PictureGrid({ summary }) {
  const { preview } = useStore();
  const grid = useRef(/** @type {HTMLDivElement | null} */ (null));
  const { pictures } = preview.page.value;

  const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
    const tiles = [...(grid.current?.querySelectorAll('button') ?? [])];
    const at = tiles.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    const top = tiles[0]?.offsetTop;
    const across = tiles.filter((tile) => tile.offsetTop === top).length;
    const moves = /** @type {Record<string, number>} */ ({
      ...{ ArrowRight: at + 1, ArrowLeft: at - 1, ArrowDown: at + across, ArrowUp: at - across },
      ...{ Home: 0, End: tiles.length - 1 },
    });
    const next = tiles[moves[event.key]];
    if (!(event.key in moves) || at < 0) return;
    event.preventDefault();
    event.stopPropagation();
    if (!next) return;
    next.focus();
    preview.chosen.value = pictures[moves[event.key]];
  };

  return (
    <>
      <GridControls summary={summary} />
      <div
        class="picture-grid"
        role="group"
        aria-label={t('data.images')}
        aria-busy={preview.busy.value}
        ref={grid}
        data-large={summary.shape[1] > SMALL_SIDE}
        onKeyDown={onKeyDown}
      >
        {pictures.map((picture) => (
          <Tile key={picture.image} picture={picture} summary={summary} />
        ))}
        {pictures.length === 0 && <p class="note">{t('data.none')}</p>}
      </div>
    </>
  );
}

/** @param {{picture: Picture, summary: DataSummary}} props */
function Tile({ picture, summary }) {
  const { preview } = useStore();
  const { image, label, truth, pixels } = picture;
  const chosen = preview.chosen.value?.image === image;
  const wrong = label !== truth;
  const values = {
    number: format.count(image),
    label: summary.classes[label] ?? '',
    truth: summary.classes[truth] ?? '',
  };
  return (
    <button
      type="button"
      class="picture"
      data-wrong={wrong}
      aria-pressed={chosen}
      aria-label={wrong ? t('data.image.wrong', values) : t('data.image', values)}
      tabIndex={chosen ? 0 : -1}
      onClick={() => (preview.chosen.value = picture)}
    >
      <ImageCanvas pixels={pixels} shape={summary.shape} />
      <span class="picture-label">
        {wrong ? (
          <>
            <s>{values.truth}</s> {values.label}
          </>
        ) : (
          values.label
        )}
      </span>
    </button>
  );
}

/** @param {{summary: DataSummary}} props */
function GridControls({ summary }) {
  const { preview } = useStore();
  const { total, pictures } = preview.page.value;
  const first = preview.first.value;
  const last = first + pictures.length;
  return (
    <div class="grid-controls">
      <Segments
        legend={t('data.part')}
        legendHidden
        name="data-part"
        choices={PARTS.map((id) => ({ id, text: tName('data.parts', id) }))}
        chosen={preview.part.value}
        onChoose={preview.showPart}
      />
      <ClassFilter classes={summary.classes} />
      <span class="pager">
        <button type="button" class="quiet" disabled={first === 0} onClick={() => preview.leaf(-1)}>
          {t('data.back')}
        </button>
        <output>
          {t('data.range', {
            first: format.count(Math.min(first + 1, last)),
            last: format.count(last),
            total: format.count(total),
          })}
        </output>
        <button
          type="button"
          class="quiet"
          disabled={first + PAGE >= total}
          onClick={() => preview.leaf(1)}
        >
          {t('data.forth')}
        </button>
      </span>
    </div>
  );
}

/** @param {{classes: string[]}} props */
function ClassFilter({ classes }) {
  const { preview } = useStore();
  const id = useId();
  return (
    <span class="class-filter">
      <label for={id}>{t('data.class')}</label>
      <span class="select">
        <select
          id={id}
          value={String(preview.label.value ?? '')}
          onChange={({ currentTarget: { value } }) =>
            preview.showClass(value === '' ? null : Number(value))
          }
        >
          <option value="">{t('data.allClasses')}</option>
          {classes.map((name, index) => (
            <option key={index} value={String(index)}>
              {name}
            </option>
          ))}
        </select>
      </span>
    </span>
  );
}
