// Links that carry an experiment, and those that somebody made to do harm.

import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '../../../../web/app/default_experiment.js';
import { textOfLink, linkOf, longestLink } from '../../../../web/features/sharing/share_link.js';

const experiment = { ...defaultExperiment(), name: 'Schritt für Schritt, 步进 ✓', seed: 42 };

/**
 * A link as linkOf would make it of any text, the dictionary left unused.
 *
 * @param {Uint8Array} text
 */
function craft(text, format = 1) {
  let sum = 0x811c9dc5;
  for (const byte of text) sum = Math.imul(sum ^ byte, 0x01000193);
  const header = new Uint8Array(5);
  header[0] = format;
  new DataView(header.buffer).setUint32(1, sum >>> 0);
  return `#x=${Buffer.concat([header, deflateSync(text, { level: 9 })]).toString('base64url')}`;
}

describe('a link', () => {
  it('carries the whole experiment in few letters of every alphabet of addresses', () => {
    const link = /** @type {string} */ (linkOf(experiment));
    expect(textOfLink(link)).toEqual({ text: JSON.stringify(experiment) });
    expect(link).toMatch(/^#x=[\w-]+$/);
    expect(link.length).toBeLessThan(200);
    expect(/** @type {string} */ (linkOf(defaultExperiment())).length).toBeLessThan(60);
  });

  it('is none where the experiment is too large for one', () => {
    const layers = Array.from({ length: 900 }, (_, i) => ({
      type: 'dense',
      units: 1 + ((i * 7919) % 9973),
    }));
    expect(linkOf({ ...experiment, network: { input: [28, 28, 1], layers } })).toBeDefined();
    const noise = Array.from({ length: 9000 }, (_, i) =>
      String.fromCharCode(33 + ((i * i * 31) % 90)),
    );
    expect(
      linkOf({ ...experiment, name: noise.map((a, i) => a + Math.sin(i)).join('') }),
    ).toBeUndefined();
  });

  it('with any letter changed, or cut off, is damaged', () => {
    const link = /** @type {string} */ (linkOf(experiment));
    for (let at = 5; at < link.length; at++) {
      const other = link[at] === 'A' ? 'B' : 'A';
      const changed = textOfLink(link.slice(0, at) + other + link.slice(at + 1));
      // The last letter may hold bits that belong to no byte.
      if (changed && 'text' in changed)
        expect(changed).toEqual({ text: JSON.stringify(experiment) });
      else expect(changed).toHaveProperty('refusal');
      expect(textOfLink(link.slice(0, at))).toHaveProperty('refusal');
    }
    expect(textOfLink('#x=')).toEqual({ refusal: 'damaged' });
    expect(textOfLink('#x=<script>')).toEqual({ refusal: 'damaged' });
    expect(textOfLink('#chart-title')).toBeUndefined();
  });

  it('that unpacks to more than an experiment is, is refused', () => {
    const bomb = craft(new Uint8Array(5_000_000).fill(32));
    expect(bomb.length).toBeLessThan(longestLink);
    expect(textOfLink(bomb)).toEqual({ refusal: 'long' });
    expect(textOfLink(`#x=${'A'.repeat(longestLink + 1)}`)).toEqual({ refusal: 'long' });
  });

  it('of a newer Anneal says so, and what is no document is damaged', () => {
    expect(textOfLink(craft(strToU8('{"version":2}')))).toEqual({ refusal: 'newer' });
    expect(textOfLink(craft(strToU8('{"version":1}'), 2))).toEqual({ refusal: 'newer' });
    for (const text of ['[1]', 'null', '"x"', '7', '{', '', '['.repeat(100_000)]) {
      expect(textOfLink(craft(strToU8(text)))).toEqual({ refusal: 'damaged' });
    }
  });
});
