// `npm run check:cpp`: clang-tidy over core/ and bindings/embind/ (tidy.js).

import { runMain, say } from '../../../bindings/toolchain/report.js';
import { prepare } from '../../../bindings/toolchain/setup.js';
import { checkClangTidy } from './tidy.js';

await runMain(async () => {
  const findings = await checkClangTidy(await prepare());
  say(findings || 'clang-tidy finds nothing');
  process.exitCode = findings ? 1 : 0;
});
