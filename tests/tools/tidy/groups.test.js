import { expect, test } from 'vitest';
import { groupSources, ownNames } from './groups.js';
import { ownHeaders } from './includes.js';

/**
 * @param {string} file
 * @param {string} inside an anonymous namespace
 * @param {string} [headers]
 */
const source = (file, inside, headers = '') => ({
  file,
  headers,
  text: `namespace {\n\n${inside}\n\n}  // namespace\n`,
});

test('the names of an anonymous namespace, of using and of macros are found', () => {
  const text = [
    '#define LANES 4',
    'using schedules::Part;',
    'namespace {',
    'constexpr int kSide = 3;',
    'struct Place {',
    '  int x;',
    '};',
    'float half(float x) {',
    '  const float y = x / 2;',
    '  return y;',
    '}',
    '[[noreturn]] void fail(const char* message) { throw message; }',
    '}  // namespace',
    'int shared() { return 1; }',
  ].join('\n');
  expect(ownNames(text).sort()).toEqual(['LANES', 'Part', 'Place', 'fail', 'half', 'kSide']);
});

test('files that declare the same name are in different groups', () => {
  const sources = [source('a.cpp', 'int f() {\n}'), source('b.cpp', 'int g() {\n}')];
  expect(groupSources([...sources, source('c.cpp', 'int f() {\n}')], 100)).toEqual([
    ['a.cpp', 'b.cpp'],
    ['c.cpp'],
  ]);
});

test('a type of one file that another knows from a header keeps them apart', () => {
  const sources = [
    source('a.cpp', 'struct Part {\n};'),
    source('b.cpp', '', 'enum class Part {};'),
  ];
  expect(groupSources(sources, 100)).toHaveLength(2);
});

test('a group has no more lines than allowed, but for a single file', () => {
  const sources = [source('a.cpp', '\n'.repeat(60)), source('b.cpp', '\n'.repeat(60))];
  expect(groupSources(sources, 100)).toEqual([['a.cpp'], ['b.cpp']]);
});

test('headers are followed through headers, beside the file and from core/', () => {
  const sources = new Map([
    ['core/a/a.cpp', '#include "a.h"\n#include <vector>\n'],
    ['core/a/a.h', '#include "b/b.h"\n'],
    ['core/b/b.h', '#include "a/a.h"\n'],
    ['core/c/c.h', ''],
  ]);
  expect(ownHeaders('core/a/a.cpp', sources)).toEqual(['core/a/a.h', 'core/b/b.h']);
});
