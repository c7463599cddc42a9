import { defineConfig } from 'vitest/config';

/** The tests that mutants of decisions, of the outbox and of delivery have to get past: theirs, but for three that take half a minute. */
export default defineConfig({
  test: {
    include: [
      'test/leading/**/*.test.ts',
      'test/time/work*.test.ts',
      'test/store/outbox*.test.ts',
      'test/jobs/{deliver,deliver-to-channel,held-messages,slack-errors,working-time}.test.ts',
    ],
    exclude: ['test/leading/plan-{cadence,properties,properties-of-more-teams}.test.ts'],
    env: { TEST_MUTANTS: '1' },
    testTimeout: 30_000,
  },
});
