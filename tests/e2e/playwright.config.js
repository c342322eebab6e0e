// Browser tests against the site as it ships: `npm run build`, served with COOP and COEP headers.
// The browser is the system's; the runner (npm run test:e2e) finds it and a free port.

import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const port = Number(process.env.ANNEAL_E2E_PORT ?? 5199);
const address = `http://127.0.0.1:${port}`;
const reports = fileURLToPath(new URL('../reports', import.meta.url));

export default defineConfig({
  testDir: '.',
  outputDir: `${reports}/e2e`,
  timeout: 120_000,
  // A machine that does other things besides is slower than a page should be.
  expect: { timeout: 15_000 },
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json']],
  use: {
    baseURL: address,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --config web/vite.config.js --port ${port} --strictPort`,
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    url: address,
    reuseExistingServer: false,
  },
});
