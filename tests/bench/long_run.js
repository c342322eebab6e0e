// `npm run bench:long [-- STEPS]`: whether a long run trains as fast at its end as at its beginning, in the
// page that ships. Steps a second of the clock, of each tenth of the run: the mean, and the fastest
// second, which can be compared even on a machine that is busy with other work.

import { runMain, say } from '../../bindings/toolchain/report.js';
import {
  STEPS_PER_EPOCH,
  median,
  nextFigure,
  pace,
  startTraining,
  withSite,
} from './page_training.js';

const STEPS = 60_000;
const TENTHS = 10;
const LOOK_MILLISECONDS = 1000;
/** The run is not over when its last tenth is measured. */
const SPARE = 1.1;

await runMain(async () => {
  const steps = Number(process.argv[2] ?? STEPS);
  await withSite(async (open) => {
    const page = await open();
    await startTraining(page, Math.ceil((SPARE * steps) / STEPS_PER_EPOCH));
    /** @type {number[]} */
    const fastest = [];
    let now = await nextFigure(page);
    for (let tenth = 1; tenth <= TENTHS; tenth++) {
      const began = now;
      let best = 0;
      while (now.step < (tenth / TENTHS) * steps) {
        const before = now;
        await page.waitForTimeout(LOOK_MILLISECONDS);
        now = await nextFigure(page);
        best = Math.max(best, pace(before, now));
      }
      fastest.push(best);
      const whole = pace(began, now).toFixed(0);
      say(`until step ${now.step}: ${whole} steps/s, at its fastest ${best.toFixed(0)}`);
    }
    const ratio = median(fastest.slice(-3)) / median(fastest.slice(0, 3));
    say(`The last three tenths by the first three, at their fastest: ${ratio.toFixed(3)}`);
  });
});
