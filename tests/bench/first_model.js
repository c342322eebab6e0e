// `npm run bench:model`: what the first document's model costs in WebAssembly: the time until it is
// ready (nearly all of it the 44.8 million initial weights), its memory, and the time of a step.

import { loadAnneal } from '../../bindings/api/index.js';
import { firstModel } from '../bindings/first_model.js';
import { alignTable } from '../tools/table.js';

const steps = 4;

const anneal = await loadAnneal();
const before = performance.now();
const session = await anneal.createSession(firstModel(steps));
try {
  const ready = performance.now() - before;
  const started = performance.now();
  session.run();
  const step = (performance.now() - started) / steps;
  const { loss } = session.history().steps;
  const seconds = (/** @type {number} */ milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;
  console.log(
    alignTable([
      ['the first document’s model', anneal.build.name],
      ['ready: images, weights, optimizer', seconds(ready)],
      ['a step of 32 images', seconds(step)],
      ['memory in use', `${(anneal.allocatedBytes / 2 ** 30).toFixed(2)} GiB`],
      [`loss of steps 1 to ${steps}`, loss.map((value) => value?.toFixed(3)).join(' ')],
    ]),
  );
} finally {
  session.dispose();
}
