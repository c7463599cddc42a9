/** `npm run test:faults`: a line a fault, what went wrong below those that failed, and in the end how many passed. */
import type { Reporter, TestCase, TestModule } from 'vitest/node';

const signs = { passed: '✓', failed: '✗', skipped: '–', pending: '?' } as const;

export default class FaultReporter implements Reporter {
  onTestCaseResult(test: TestCase): void {
    const result = test.result();
    const seconds = (test.diagnostic()?.duration ?? 0) / 1000;
    process.stdout.write(`${signs[result.state]} ${test.name} (${seconds.toFixed(1)} s)\n`);
    for (const { stack, message } of result.errors ?? []) process.stdout.write(`${stack ?? message}\n`);
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly { readonly message: string }[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const rows = tests.filter(({ name }) => /^\d+ · /u.test(name));
    const troubles = [...modules.flatMap((module) => module.errors()), ...unhandled];
    for (const { message } of troubles) process.stdout.write(`✗ ${message}\n`);
    const skipped = count(rows, 'skipped');
    const failed = count(tests, 'failed') + troubles.length;
    const leftOut = skipped === 0 ? '' : `, ${skipped} left out`;
    process.stdout.write(`\n${count(rows, 'passed')} passed, ${failed} failed${leftOut}\n`);
  }
}

function count(tests: readonly TestCase[], state: keyof typeof signs): number {
  return tests.filter((test) => test.result().state === state).length;
}
