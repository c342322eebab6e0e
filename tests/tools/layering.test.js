import { describe, expect, test } from 'vitest';
import { findViolations } from './layering.js';
import { readSources } from './sources.js';

/** @param {Record<string, string>} files */
const check = (files) => findViolations(new Map(Object.entries(files)));

describe('what is allowed', () => {
  test('each part may use itself, what is named for it, and the standard library', () => {
    expect(
      check({
        'core/kernels/gemm.cpp':
          '#include "kernels/gemm.h"\n#include <xsimd/xsimd.hpp>\n#include <vector>\n',
        'core/layers/dense.cpp': '#include "tensor/tensor.h"\n#include "kernels/gemm.h"\n',
        'core/train/trainer.cpp': '#include "optim/sgd.h"\n#include <nlohmann/json.hpp>\n',
        'bindings/session.cpp': '#include "train/trainer.h"\n#include <emscripten/val.h>\n',
        'web/main.js': "import { x } from './views/app.jsx';\nimport './styles/page.css';\n",
        'web/worker/worker.js': "import { loadAnneal } from '../../bindings/bridge.js';\n",
        'web/views/app.jsx':
          "import { h } from 'preact';\nimport { s } from '../state/store.js';\n",
        'tests/web/a.test.js': "import { s } from '../../web/state/store.js';\n",
        'README.md': '',
        '.ci/run': '',
      }),
    ).toEqual([]);
  });
});

test('types of the protocol may be named anywhere in the page, its code may not be used', () => {
  const comment = "/** @param {import('../protocol/types.js').Schedule} schedule */";
  expect(check({ 'web/views/a.jsx': comment })).toEqual([]);
  const code = "const types = await import('../protocol/types.js');";
  expect(check({ 'web/views/a.jsx': code })).toHaveLength(1);
  expect(check({ 'bindings/a.js': comment.replace('..', '../web') })).toHaveLength(1);
});

describe('what is forbidden', () => {
  /** @type {[string, string, string][]} */
  const cases = [
    ['kernels that know tensors', 'core/kernels/a.cpp', '#include "tensor/tensor.h"'],
    ['an optimizer that knows layers', 'core/optim/a.h', '#include "layers/dense.h"'],
    ['a schedule that knows anything', 'core/schedules/a.h', '#include "tensor/error.h"'],
    ['data that knows training', 'core/data/a.cpp', '#include "train/experiment.h"'],
    ['a layer that goes past tensor', 'core/layers/a.cpp', '#include <xtensor/xview.hpp>'],
    ['a path that climbs', 'core/data/a.cpp', '#include "../train/trainer.h"'],
    ['a core that knows Emscripten', 'core/data/a.cpp', '#include <emscripten/val.h>'],
    ['a conditional for Emscripten', 'core/parallel/a.cpp', '#ifdef __EMSCRIPTEN__'],
    ['a binding that knows layers', 'bindings/session.cpp', '#include "layers/network.h"'],
    ['a memory view elsewhere', 'bindings/session.cpp', 'return typed_memory_view(n, p);'],
    ['an unknown part of the core', 'core/utils/a.h', ''],
    ['a view that knows the client', 'web/views/a.jsx', "import { c } from '../client/client.js';"],
    ['state that knows a view', 'web/state/a.js', "const v = await import('../views/app.jsx');"],
    ['a page that loads the core', 'web/main.js', "import { a } from '../bindings/bridge.js';"],
    ['a bridge that knows the page', 'bindings/bridge.js', "import '../web/state/store.js';"],
    ['code that needs tests', 'web/state/a.js', "import { x } from '../../tests/web/x.js';"],
    ['a raw message', 'web/state/a.js', 'port.postMessage({ type: 1 });'],
    ['a stray file', 'notes.txt', ''],
    ['a file too long', 'web/plot/a.js', '\n'.repeat(301)],
    ['a kernel too long', 'core/kernels/a.cpp', '\n'.repeat(401)],
  ];
  test.each(cases)('%s', (_what, file, text) => {
    const found = check({ [file]: text });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(file);
  });

  test('a violation names the line and what would be allowed', () => {
    expect(check({ 'core/kernels/a.cpp': '\n#include "tensor/tensor.h"\n' })).toEqual([
      'core/kernels/a.cpp:2: core/kernels may not use tensor, only kernels, parallel, xsimd',
    ]);
  });
});

test('the sources are found and read', async () => {
  const sources = await readSources();
  expect(sources.get('tests/tools/layering.js')).toContain('findViolations');
});
