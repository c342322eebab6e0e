// The optimizers of the menu over the core's schema: which entry a document is, what choosing another
// one changes, and the update as a formula.

import katex from 'katex';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadAnneal } from '../../../../bindings/api/index.js';
import {
  optimizerOf,
  optimizers,
  withOptimizer,
} from '../../../../web/features/optimizer/optimizer_descriptors.js';
import { optimizerTex } from '../../../../web/features/optimizer/optimizer_formula.js';
import { optimizerName } from '../../../../web/features/optimizer/optimizer_labels.js';

/** @type {any} */
let anneal;
/** @type {import('../../../../web/protocol/schema.js').Schema} */
let schema;
beforeAll(async () => {
  anneal = await loadAnneal();
  schema = anneal.schema();
});

const sgd = { type: 'sgd', momentum: 0.9, weight_decay: 0.01, decay_mode: 'decoupled' };

describe('the entry of a document', () => {
  it('is told by type, momentum and kind of decay', () => {
    const idOf = (/** @type {any} */ optimizer) => optimizerOf(optimizer)?.id;
    expect(idOf({ type: 'sgd' })).toBe('sgd');
    expect(idOf({ type: 'sgd', momentum: 0.5 })).toBe('momentum');
    expect(idOf({ type: 'adam' })).toBe('adam');
    expect(idOf({ type: 'adam', decay_mode: 'decoupled' })).toBe('adamw');
    expect(idOf({ type: 'lion' })).toBe('lion');
    expect(optimizerName({ type: 'sgd', momentum: 0.5 })).toBe('SGD, momentum 0.5');
    expect(optimizerName({ type: 'adam', decay_mode: 'decoupled' })).toBe('AdamW');
  });

  it('exists for every optimizer of the core', () => {
    for (const { type } of schema.optimizers.kinds) {
      expect(optimizerOf({ type }), type).toBeDefined();
    }
  });

  it('is the one that was chosen, with settings that the core takes', () => {
    for (const { id } of optimizers) {
      const optimizer = withOptimizer(sgd, id, schema);
      expect(optimizerOf(optimizer)?.id).toBe(id);
      const document = { version: 1, optimizer };
      expect(() => anneal.completeExperiment(document), id).not.toThrow();
    }
  });
});

describe('choosing another optimizer', () => {
  it('keeps weight decay and clipping', () => {
    const kept = { weight_decay: 0.01, decay_mode: 'decoupled', clip_norm: 2 };
    const before = { ...sgd, ...kept };
    expect(withOptimizer(before, 'rmsprop', schema)).toMatchObject({ type: 'rmsprop', ...kept });
    expect(withOptimizer(before, 'rmsprop', schema)).toMatchObject({ momentum: 0 });
  });

  it('makes Adam and AdamW the kind of decay that they are named after', () => {
    expect(withOptimizer(sgd, 'adam', schema).decay_mode).toBe('coupled');
    const plain = { type: 'sgd', weight_decay: 0, decay_mode: 'coupled' };
    const adamw = withOptimizer(plain, 'adamw', schema);
    expect(adamw).toMatchObject({ decay_mode: 'decoupled', weight_decay: 0.01 });
  });
});

describe('the formula', () => {
  it('is one that KaTeX takes for every optimizer, with every setting in it as a number', () => {
    const common = { weight_decay: 0.01, l1: 0.001, clip_norm: 1, clip_value: 0.5 };
    for (const { id } of optimizers) {
      const optimizer = { ...withOptimizer(sgd, id, schema), ...common };
      const { symbols = '', numbers = '' } = optimizerTex({ optimizer, schema, rate: 0.003 }) ?? {};
      for (const tex of [symbols, numbers]) {
        expect(tex, id).not.toMatch(/\\key|\\rate|undefined|NaN|\?/);
        expect(
          () => katex.renderToString(tex, { strict: 'ignore', trust: true }),
          tex,
        ).not.toThrow();
      }
      expect(symbols, id).toContain(String.raw`\eta_t`);
      expect(numbers, id).toContain(String.raw`\htmlClass{now}{0.003}`);
    }
  });

  it('has the numbers of the document', () => {
    const optimizer = { type: 'sgd', momentum: 0.75 };
    const tex = optimizerTex({ optimizer, schema, rate: 0.1 });
    expect(tex?.symbols).toContain(String.raw`\mu`);
    expect(tex?.numbers).toContain('{0.75}');
  });

  it('has no words of a language in it', () => {
    for (const { id } of optimizers) {
      for (const on of [true, false]) {
        const optimizer = { ...withOptimizer(sgd, id, schema), nesterov: on, centered: on };
        expect(optimizerTex({ optimizer, schema, rate: 1 })?.symbols, id).not.toContain('text{');
      }
    }
  });

  it('follows the switches: Nesterov replaces the plain step', () => {
    const linesOf = (/** @type {boolean} */ nesterov) =>
      optimizerTex({ optimizer: { ...sgd, weight_decay: 0, nesterov }, schema, rate: 0.1 });
    expect(linesOf(false)?.symbols.split(String.raw`\\`)).toHaveLength(2);
    expect(linesOf(true)?.symbols.split(String.raw`\\`)).toHaveLength(2);
    expect(linesOf(true)?.symbols).not.toBe(linesOf(false)?.symbols);
  });
});
