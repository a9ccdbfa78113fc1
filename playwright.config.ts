import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

// The runner's workers read this file too: port and folder are found once and handed down.
const port = (process.env['JOURNEYS_PORT'] ??= freePort());
const folder = (process.env['JOURNEYS_FOLDER'] ??= mkdtempSync(
  join(tmpdir(), 'mainstay-journeys-'),
));
// `JOURNEYS_AT=http://localhost:3000` walks a portal that runs already and holds a fresh demo.
const running = process.env['JOURNEYS_AT'];
const address = running ?? `http://localhost:${port}`;
const chromium = process.env['CHROMIUM'] ?? usualBrowser();
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: '**/*.journey.ts',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 2,
  projects: [
    // Only looks: from two places at once, and before anything is changed.
    { name: 'looking', testMatch: '**/appearance.journey.ts', fullyParallel: true },
    {
      name: 'doing',
      testIgnore: '**/appearance.journey.ts',
      workers: 1,
      dependencies: ['looking'],
    },
  ],
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: address,
    locale: 'en-GB',
    timezoneId: 'UTC',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium !== undefined && { executablePath: chromium }),
      args: [...sandbox, '--disable-quic', '--disable-background-networking'],
    },
  },
  ...(running === undefined && {
    webServer: {
      command: `exec "${process.execPath}" scripts/start.mjs`,
      url: `${address}/healthz`,
      timeout: 300_000,
      stdout: 'ignore',
      stderr: 'pipe',
      gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
      env: {
        PORT: port,
        DATABASE_FILE: join(folder, 'store.sqlite'),
        UPLOADS_FOLDER: join(folder, 'uploads'),
        LOG_LEVEL: 'warn',
      },
    },
  }),
});

/** The system's own browser; undefined leaves the choice to Playwright. */
function usualBrowser(): string | undefined {
  return ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((file) => existsSync(file));
}

function freePort(): string {
  const ask =
    "const s=require('node:net').createServer().listen(0,'127.0.0.1',()=>{console.log(s.address().port);s.close()})";
  return execFileSync(process.execPath, ['-e', ask], { encoding: 'utf8' }).trim();
}
