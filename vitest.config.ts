import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}', 'packages/*/test/**/*.test.{ts,tsx}'],
    globalSetup: 'test/helpers/server.ts',
    // Processes, not threads: better-sqlite3 and child processes are at home there. One more than the smallest machines have cores: a third of
    // the time a test waits, for a process that starts or an answer that is late on purpose.
    pool: 'forks',
    maxWorkers: 3,
    // Generous: a test that starts three processes has to pass beside other work on two cores.
    testTimeout: 90_000,
    hookTimeout: 60_000,
    teardownTimeout: 10_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
