import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}', 'packages/*/test/**/*.test.{ts,tsx}'],
    globalSetup: 'test/helpers/server.ts',
    // Processes, not threads: better-sqlite3 and child processes are at home there. Two, as on the smallest machines.
    pool: 'forks',
    maxWorkers: 2,
    // Generous: a test that starts three processes has to pass beside other work on two cores.
    testTimeout: 90_000,
    hookTimeout: 60_000,
    teardownTimeout: 10_000,
  },
});
