import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

// `JOURNEYS_AT=http://localhost:3000` walks a portal that runs already and holds a fresh demo: then those that only look go first.
const running = process.env['JOURNEYS_AT'];
const inTurn = running === undefined ? {} : { dependencies: ['looking'], workers: 1 };
const chromium = process.env['CHROMIUM'] ?? usualBrowser();
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: '**/*.journey.ts',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 2,
  ...(running === undefined && { globalSetup: './tests/journeys/load-demo.ts' }),
  projects: [
    { name: 'looking', testMatch: '**/appearance.journey.ts', fullyParallel: true },
    { name: 'doing', testIgnore: '**/appearance.journey.ts', ...inTurn },
  ],
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    locale: 'en-GB',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium !== undefined && { executablePath: chromium }),
      args: [...sandbox, '--disable-quic', '--disable-background-networking'],
    },
  },
});

/** The system's own browser; undefined leaves the choice to Playwright. */
function usualBrowser(): string | undefined {
  return ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((file) => existsSync(file));
}
