import { expect, test } from 'vitest';
import { findUnorderedDraws } from './random_draws.js';

/** @param {string} body of a function with a random source */
const find = (body) => findUnorderedDraws('a.cpp', `void f(Random& random) {\n${body}\n}\n`);

test('two draws in one argument list are found, with their line', () => {
  const found = ['a.cpp:2: two draws whose order the compiler may choose'];
  expect(find('g(bell(random), bell(random));')).toEqual(found);
  expect(find('return Point{g(bell(random), bell(random)), 0};')).toEqual(found);
  expect(find('fill(random.chance(0.4) ? vivid : dull, between(random, 0.35, 0.95));')).toEqual(
    found,
  );
  expect(find('g(1,\n random.uniform(),\n random.uniform());')[0]).toContain('a.cpp:4');
});

test('two draws on both sides of an operator are found', () => {
  expect(find('const double x = random.uniform() - random.uniform();')).toHaveLength(1);
  expect(find('return 2 * (bell(random) + bell(random));')).toHaveLength(1);
});

test('draws behind a lambda are found', () => {
  const lambda = 'const auto across = [&](double most) { return most * random.uniform(); };';
  expect(find(`${lambda}\ng(across(1), across(2));`)).toHaveLength(1);
  expect(find(`${lambda}\ng(across(1));`)).toEqual([]);
});

test('what has an order, or draws from two sources, is not found', () => {
  expect(find('const Point p{bell(random), bell(random)};')).toEqual([]);
  expect(find('const float x = bell(random), y = bell(random);')).toEqual([]);
  expect(find('if (random.chance(0.5) && random.chance(0.5)) g(random);')).toEqual([]);
  expect(find('if (random.chance(0.5)) { g(random); } else { h(random); }')).toEqual([]);
  expect(find('const int x = random.chance(0.5) ? bell(random) : g(random);')).toEqual([]);
  expect(find('draw(random, shape(random), 1);')).toEqual([]);
  expect(find('Random other(1);\ng(random.next(), other.next());')).toEqual([]);
  expect(find('// bell(random) + bell(random)\ng("random random");')).toEqual([]);
});
