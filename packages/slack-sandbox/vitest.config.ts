import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Generous: the tests start processes and a browser, on machines that do other work, too.
    testTimeout: 90_000,
    hookTimeout: 60_000,
  },
});
