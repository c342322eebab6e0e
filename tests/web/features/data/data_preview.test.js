// What the page keeps of the images to look at, and what it asks for and when.

import { describe, expect, it } from 'vitest';
import { createDataPreview, EPOCHS, PAGE } from '../../../../web/features/data/data_preview.js';
import { createExperiment } from '../../../../web/features/experiment/experiment.js';
import { createReadings } from '../../../../web/worker/reading.js';
import { fakeService, settle } from '../../fakes.js';
import { defaultExperiment } from '../../../../web/app/default_experiment.js';

async function newPreview() {
  const { service, named } = fakeService();
  const experiment = createExperiment(service, defaultExperiment());
  const preview = createDataPreview({ service, experiment, files: () => new Map() });
  const stop = preview.watch();
  await settle();
  return { experiment, preview, named, stop };
}

describe('a preview', () => {
  it('opens the images, a page of them, and the first as training will see it', async () => {
    const { preview, named } = await newPreview();
    expect(named('openData')).toHaveLength(1);
    expect(preview.page.value.pictures).toHaveLength(PAGE);
    expect(preview.trained.value?.frames).toHaveLength(EPOCHS);
    expect(preview.chosen.value?.image).toBe(0);
    expect(named('dataStatistics')).toEqual([]);
  });

  it('opens the images again only if an edit changes them', async () => {
    const { experiment, preview, named } = await newPreview();
    await experiment.edit('data.augment.shift', 3);
    await settle();
    await experiment.edit('data.standardise', true);
    await settle();
    await experiment.edit('optimizer.momentum', 0);
    await settle();
    expect(named('openData')).toHaveLength(1);
    expect(named('dataAsTrained').at(-1)?.[1].data.augment.shift).toBe(3);
    expect(preview.statistics.value).toEqual({ mean: [0.5], deviation: [0.2] });
    await experiment.edit('data.noise', 0.2);
    await settle();
    expect(named('openData')).toHaveLength(2);
    await experiment.edit('seed', 2);
    await settle();
    expect(named('openData')).toHaveLength(3);
  });

  it('has pages by part and class, within bounds', async () => {
    const { preview, named } = await newPreview();
    preview.leaf(-1);
    preview.leaf(1);
    await settle();
    expect(preview.page.value.pictures[0].image).toBe(PAGE);
    preview.leaf(5);
    await settle();
    expect(preview.first.value).toBe(2 * PAGE);
    preview.showClass(1);
    await settle();
    expect(named('dataImages').at(-1)?.[1]).toEqual({
      ...{ part: 'train', first: 0, count: PAGE, label: 1 },
    });
    preview.showPart('validation');
    await settle();
    expect(preview.page.value.total).toBe(2);
    expect(preview.trained.value).toBeNull();
  });

  it('frees the images when it is not watched, and then sends no requests', async () => {
    const { experiment, named, stop } = await newPreview();
    stop();
    await experiment.edit('data.noise', 0.3);
    await settle();
    expect(named('openData')).toHaveLength(1);
    expect(named('closeData')).toHaveLength(1);
  });
});

describe('reading', () => {
  it('is reported a few times a second and can be cancelled', async () => {
    /** @type {any[]} */
    const events = [];
    let time = 0;
    const readings = createReadings(
      (event) => events.push(event),
      () => time,
    );
    const progress = { name: 'a', done: 1, total: 9, unit: /** @type {const} */ ('bytes') };
    const aborted = await readings.run(async ({ onProgress, signal }) => {
      for (let i = 0; i < 9; i++, time += 30) onProgress?.({ ...progress, done: i });
      readings.stop();
      return signal?.aborted;
    });
    expect(aborted).toBe(true);
    expect(events.map((event) => event.progress?.done ?? null)).toEqual([4, 8, null]);
  });
});
