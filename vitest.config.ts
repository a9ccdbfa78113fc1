import tsconfigPaths from 'vite-tsconfig-paths';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [tsconfigPaths()],
  test: {
    include: [
      'app/**/*.test.{ts,tsx}',
      'db/**/*.test.ts',
      'scripts/**/*.test.ts',
      'tests/routes/**/*.test.{ts,tsx}',
      'tests/{faults,hostile}/*.test.ts',
    ],
    env: { MASTER_KEY: '6d61696e737461792d746573742d6d61737465722d6b65792d33322d62797465' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    setupFiles: ['tests/end-of-file.ts'],
    globalSetup: ['tests/postgres-template.ts'],
  },
});
