import { beforeAll, describe, expect, it } from 'vitest';
import { speak, tCore } from '../../../web/locales/index.js';
import { createTranslator } from '../../../web/locales/sentences.js';
import { core } from '../../../web/locales/core_messages/core.zh.js';
import { translate as chinese } from '../../../web/locales/zh.js';
import { MARK, sentencesIn, sentencesOf } from './sentences.js';

const found = {
  core: sentencesOf(['core'], /\.(cpp|h)$/),
  bridge: sentencesOf(['bindings'], /^(embind|api|formats)\/[^/]+\.(cpp|js)$/),
  page: sentencesOf(['web/worker', 'web/app', 'web/features', 'web/client'], /\.js$/),
};

/** What may stand in front of, and behind, what the sources do not say in place. */
const BEGINNINGS = [MARK, 'network.layers[0]', 'tensor "x": ', '"x" '];
const ENDS = [MARK, 'missing'];

/** @param {string} sentence as it was read, with MARK for values */
function instances(sentence) {
  const starts = BEGINNINGS.map((start) =>
    sentence.replace(/^(?:data\.)?\uE000(?:\.\uE000)?/, () => start),
  );
  return starts.flatMap((text) => ENDS.map((end) => text.replace(/: \uE000$/, `: ${end}`)));
}

/** Words that both languages write alike: names of settings, types, formats and units. */
const SHARED =
  /^(x_train|data|source|network|layers|missing|x|true|false|same|valid|top|bottom|left|right|height|width|channels|rows|columns|inputs|rate|projection|plateau|sequence|optimizer|clip_norm|training|loss_limit|version|steps|runs|weights|gradients|updates|validation|train|part|parts|index|indices|image|images|labels|epoch|quantity|milliseconds|experiment|descr|fortran_order|shape|use_momentum|data_offsets|object|gzip|zip|zip64|npz|npy|deflate|safetensors|dense|conv2d|flatten|padding|global_avg_pool2d|NUMPY|ANNEALCP|Anneal|JSON|IDX|PNG|JPEG|WebP|GIF|BMP|AVIF|CIFAR|False|F32|u1|x93NUMPY)$/;

describe('every sentence of the sources', () => {
  it('is found', () => {
    expect(found.core.length).toBeGreaterThan(150);
    expect(found.bridge.length).toBeGreaterThan(40);
    expect(found.page.length).toBeGreaterThan(15);
    const fixed = sentencesIn(
      'const std::string where = "at \\"" + name + "\\": ";\n' +
        'fail_file(where + (cut ? "cut off" : "too long") + ", got " + std::to_string(n));',
    );
    expect(fixed).toEqual([
      `at "${MARK}": cut off, got ${MARK}`,
      `at "${MARK}": too long, got ${MARK}`,
    ]);
    const script =
      'const range = `${A} to ${B}`;\nreturn refuse(path, `expected ${range} of them`);';
    expect(sentencesIn(script)).toEqual([`expected ${MARK} to ${MARK} of them`]);
  });

  const all = [...found.core, ...found.bridge, ...found.page];
  it.each(all)('$file: $sentence', ({ sentence }) => {
    const said = instances(sentence)
      .map((text) => ({ text, said: chinese(text) }))
      .find((one) => one.said !== one.text)?.said;
    expect(said, 'no pattern in web/locales/core_messages/').toBeDefined();
    expect(said).toMatch(/\p{Script=Han}/u);
    const english = said?.match(/[A-Za-z]\w{2,}/g)?.filter((word) => !SHARED.test(word)) ?? [];
    expect(english, said).toEqual([]);
  });
});

describe('a sentence', () => {
  beforeAll(() => speak('zh-Hans'));

  it.each([
    ['expected a positive integer, got -3', '应为正整数，实际为 -3'],
    ['expected a number in (0, 1], got "a, got b"', '应为区间 (0, 1] 内的数，实际为 "a, got b"'],
    [
      'expected "sgd", "adam" or "lion", got "adm"; did you mean "adam"?',
      '应为 "sgd"、"adam" 或 "lion"，实际为 "adm"；是否想写 "adam"？',
    ],
    [
      'network.layers[2].kernel: expected an integer from 1 to 7, got 9',
      'network.layers[2].kernel：应为 1 到 7 之间的整数，实际为 9',
    ],
    [
      'x_train of "my file.npz" is <f4 [3, 28]: expected one image at least',
      '"my file.npz" 的 x_train 为 <f4 [3, 28]：至少应有一张图像',
    ],
    [
      '"runs.json", runs[2]: experiment: seed: expected a positive integer, got 0',
      '"runs.json"，runs[2]：experiment：seed：应为正整数，实际为 0',
    ],
    [
      'the run diverged at step 7: the loss is infinite. Weights and optimizer are back as they were at step 0. Try a lower learning rate (it was 9, a third would be 3), a warm-up, or gradient clipping (optimizer.clip_norm)',
      '运行在第 7 步发散：损失为无穷大。权重和优化器已恢复到第 0 步的状态。请调低学习率（原为 9，三分之一为 3），或加上预热、梯度裁剪（optimizer.clip_norm）',
    ],
  ])('%s', (english, said) => expect(tCore(english)).toBe(said));

  it('that is in no catalogue is left as it is, whole', () => {
    for (const text of [
      '',
      'something new',
      'expected a new thing, got 3',
      'seed: something new',
    ]) {
      expect(chinese(text)).toBe(text);
    }
  });

  it('is English in English', async () => {
    await speak('en');
    expect(tCore('expected a positive integer, got 0')).toBe('expected a positive integer, got 0');
    await speak('zh-Hans');
  });

  it('within more sentences than ours ever are is left as it is', () => {
    const nested = `${'a: '.repeat(600)}expected a number, got 1`;
    expect(chinese(nested)).toBe(nested);
  });
});

describe('patterns', () => {
  const pairs = [...core.sentences, ...core.things];

  it('are there once, and say what stands at every place', () => {
    const english = pairs.map(([text]) => text);
    expect(english.filter((text, i) => english.indexOf(text) !== i)).toEqual([]);
    for (const [text, said] of pairs) {
      const places = [...text.matchAll(/\{(\w+)(?::\w+)?\}/g)].map(([, name]) => name);
      for (const [, name] of said.matchAll(/\{(\w+)\}/g)) expect(places, text).toContain(name);
    }
  });

  it('of the most literals come first, whatever their order', () => {
    const translate = createTranslator(
      {
        things: [],
        sentences: [
          ['got {n}', 'A{n}'],
          ['got {n} bytes', 'B{n}'],
        ],
      },
      'or',
    );
    expect([translate('got 3 bytes'), translate('got 3')]).toEqual(['B3', 'A3']);
  });
});
