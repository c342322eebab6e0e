// `npm run bench:data`: images a second of each generator, in the WebAssembly build on one thread. A
// generator runs when a session opens: the time of a session with few images is subtracted from that of
// one with many, and the median of several such differences counts.

import { loadAnneal } from '../../bindings/api/index.js';

const images = 8000;
const rounds = 9;

const sources = [
  { name: 'glyphs 28 x 28 x 1', data: { source: 'glyphs' }, input: [28, 28, 1] },
  { name: 'shapes 32 x 32 x 3', data: { source: 'shapes' }, input: [32, 32, 3] },
];

const anneal = await loadAnneal();
anneal.threads = 1;

/**
 * @param {{data: object, input: number[]}} source
 * @param {number} count
 * @param {number} seed
 * @returns {Promise<number>} milliseconds
 */
async function timeToOpen({ data, input }, count, seed) {
  const document = {
    version: 1,
    seed,
    data: { ...data, train: count, validation: 0 },
    network: { input, layers: [{ type: 'flatten' }, { type: 'dense', units: 10 }] },
  };
  const start = performance.now();
  const session = await anneal.createSession(document);
  const milliseconds = performance.now() - start;
  session.dispose();
  return milliseconds;
}

for (const source of sources) {
  const speeds = [];
  for (let round = 0; round <= rounds; round++) {
    const few = await timeToOpen(source, 10, round);
    const many = await timeToOpen(source, 10 + images, round);
    if (round > 0) speeds.push((images / (many - few)) * 1000); // the first warms up
  }
  speeds.sort((a, b) => a - b);
  const shown = [speeds[0], speeds[(rounds - 1) / 2], speeds[rounds - 1]].map((speed) =>
    Math.round(speed).toLocaleString('en').padStart(7),
  );
  console.log(`${source.name}: ${shown[1]} images/s (median; ${shown[0]} to ${shown[2]})`);
}
