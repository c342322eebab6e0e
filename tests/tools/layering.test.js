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
        'core/training/trainer.cpp': '#include "optim/sgd.h"\n#include "base/json.h"\n',
        'core/base/json.h': '#include <nlohmann/json.hpp>\n',
        'bindings/embind/session.cpp':
          '#include "training/trainer.h"\n#include <emscripten/val.h>\n',
        'web/main.jsx': "import { x } from './app/app.jsx';\nimport './app/styles.css';\n",
        'web/worker/worker.js': "import { loadAnneal } from '../../bindings/api/index.js';\n",
        'web/app/app.jsx': "import { s } from '../features/runs/index.js';\n",
        'web/features/runs/runs_panel.jsx':
          "import { h } from 'preact';\nimport { s } from './runs.js';\n",
        'web/features/runs/index.js': "export { RunsPanel } from './runs_panel.jsx';\n",
        'web/features/panels/panels.jsx': "const p = await import('./speed/panel.jsx');\n",
        'tests/web/a.test.js': "import { s } from '../../web/app/store.js';\n",
        'README.md': '',
        '.ci/run': '',
      }),
    ).toEqual([]);
  });
});

test('files may name types of each other, and fetch each other later', () => {
  expect(
    check({
      'web/ui/a.jsx': "import { b } from './b.jsx';",
      'web/ui/b.jsx': "/** @typedef {import('./a.jsx').A} A */",
      'web/ui/c.js': "export const d = () => import('./d.js');",
      'web/ui/d.js': "import { c } from './c.js';",
    }),
  ).toEqual([]);
});

test('types of the page may be named anywhere in it, code may not be used so', () => {
  const comment = "/** @param {import('../../app/store.js').Store} store */";
  expect(check({ 'web/features/runs/a.jsx': comment })).toEqual([]);
  const cast = "const a = /** @type {import('../../app/store.js').Store} */ (b);";
  expect(check({ 'web/features/runs/a.jsx': cast })).toEqual([]);
  const code = "const types = await import('../../app/store.js');";
  expect(check({ 'web/features/runs/a.jsx': code })).toHaveLength(1);
  expect(check({ 'bindings/api/a.js': comment.replace('app', 'web/app') })).toHaveLength(1);
});

describe('what is forbidden', () => {
  /** @type {[string, string, string][]} */
  const cases = [
    ['kernels that know tensors', 'core/kernels/a.cpp', '#include "tensor/tensor.h"'],
    ['an optimizer that knows layers', 'core/optim/a.h', '#include "layers/dense.h"'],
    ['a schedule that knows tensors', 'core/schedules/a.h', '#include "tensor/shape.h"'],
    ['data that knows training', 'core/data/a.cpp', '#include "training/trainer.h"'],
    ['a layer that goes past tensor', 'core/layers/a.cpp', '#include <xtensor/xview.hpp>'],
    ['a path that climbs', 'core/data/a.cpp', '#include "../training/trainer.h"'],
    ['a core that knows Emscripten', 'core/data/a.cpp', '#include <emscripten/val.h>'],
    ['a conditional for Emscripten', 'core/parallel/a.cpp', '#ifdef __EMSCRIPTEN__'],
    ['a binding that knows layers', 'bindings/embind/session.cpp', '#include "layers/network.h"'],
    ['a memory view elsewhere', 'bindings/embind/session.cpp', 'return typed_memory_view(n, p);'],
    ['an unknown part of the core', 'core/utils/a.h', ''],
    ['a view that knows the worker', 'web/features/runs/a.jsx', "import '../../worker/a.js';"],
    ['state that knows a view', 'web/features/runs/a.js', "import { R } from './a.jsx';"],
    ['the inside of another feature', 'web/features/runs/a.js', "import '../race/race.js';"],
    ['plots that know the page', 'web/plot/a.js', "import '../features/race/index.js';"],
    ['a page that loads the core', 'web/main.jsx', "import '../bindings/api/index.js';"],
    ['an API that knows the page', 'bindings/api/index.js', "import '../../web/app/store.js';"],
    ['code that needs tests', 'web/app/a.js', "import { x } from '../../tests/web/x.js';"],
    ['a raw message', 'web/app/a.js', 'port.postMessage({ type: 1 });'],
    ['a stray file', 'notes.txt', ''],
    ['a file too long', 'web/plot/a.js', '\n'.repeat(301)],
    ['a kernel too long', 'core/kernels/a.cpp', '\n'.repeat(401)],
  ];
  test.each(cases)('%s', (_what, file, text) => {
    const found = check({ [file]: text });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(file);
  });

  test('features that use each other in a circle', () => {
    const found = check({
      'web/features/runs/a.js': "import '../race/index.js';",
      'web/features/race/b.js': "import '../chart/index.js';",
      'web/features/chart/c.js': "import '../runs/index.js';",
    });
    expect(found).toHaveLength(3);
    expect(found[0]).toContain('web/features/chart -> web/features/runs');
  });

  test('files that import each other in a circle', () => {
    const found = check({
      'web/ui/a.jsx': "import { b } from './b.jsx';",
      'web/ui/b.jsx': "import {\n  c,\n} from './c.js';",
      'web/ui/c.js': "import './a.jsx';",
      'bindings/formats/d.js': "export { e } from './e.js';",
      'bindings/formats/e.js': "import { d } from './d.js';",
    });
    expect(found).toHaveLength(5);
    expect(found[0]).toBe(
      'bindings/formats/d.js: files that import each other: bindings/formats/d.js -> ' +
        'bindings/formats/e.js -> bindings/formats/d.js',
    );
    expect(found[2]).toContain('web/ui/a.jsx -> web/ui/b.jsx -> web/ui/c.js -> web/ui/a.jsx');
  });

  test('a folder too full', () => {
    const names = Array.from({ length: 40 }, (_, index) => [`web/plot/${index}.js`, '']);
    expect(check(Object.fromEntries(names))).toEqual(['web/plot: 40 files, at most 31']);
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
