// Installs the toolchain alone: `node bindings/toolchain/install.js`.

import { requireTools } from './find.js';
import { withLock } from './lock.js';
import { runMain, say } from './report.js';
import { ensureToolchain } from './toolchain.js';

await runMain(async () => {
  await requireTools();
  const toolchain = await withLock(ensureToolchain);
  say(`Emscripten ${toolchain.emscripten.version} is at ${toolchain.emscripten.root}`);
});
