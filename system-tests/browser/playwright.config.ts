import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const portal = process.env.GUILDHALL_URL ?? 'http://localhost:8080';

/** Playwright's own browsers come from a host that may be closed: the browser that is installed does as well. */
const installed = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path) => path !== undefined && existsSync(path),
);
const channel = process.platform === 'win32' ? 'msedge' : 'chrome';

export default defineConfig({
  testDir: '.',
  outputDir: '../target/browser',
  // One product serves all the tests, and they tell one story: in order, one at a time.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    baseURL: portal,
    actionTimeout: 20_000,
    ...(installed ? {} : { channel }),
    launchOptions: {
      ...(installed ? { executablePath: installed } : {}),
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    locale: 'en-GB',
    timezoneId: 'UTC',
  },
});
