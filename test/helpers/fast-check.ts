/**
 * Properties with a seed that stands: a test that passed passes again. `TEST_SEED=7 npx vitest run …` hunts elsewhere.
 * The tests take fast-check from here; the linter holds them to it.
 */
import fc from 'fast-check';

fc.configureGlobal({
  seed: Number(process.env['TEST_SEED'] ?? 20_261_123),
  // Whoever looks for mutants wants to know that a test fails, and doesn't need its smallest example.
  endOnFailure: process.env['TEST_MUTANTS'] !== undefined,
});

export { fc };
