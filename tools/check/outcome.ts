import { readFileSync } from 'node:fs';

/** What came out of a check: `name` is that of its script in package.json. */
export interface Outcome {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/**
 * What came out of a run of tests.
 * @param path of Vitest's JSON report
 * @param hasEndedWell whether Vitest itself was content: a report can be green where the run broke off
 */
export function outcomeOfTests(name: string, path: string, hasEndedWell: boolean): Outcome {
  const report = readReport(path);
  if (report === undefined) return { name, passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, testResults } = report;
  // A file that couldn't be loaded has no tests to fail: it counts as one.
  const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failed = numFailedTests + unloaded.length;
  return { name, passed: numPassedTests, failed: failed === 0 && !hasEndedWell ? 1 : failed };
}

/** Undefined where the run broke off before it could write what came out, or wrote it elsewhere. */
function readReport(path: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}

/** What failed, by name, and all of it in one line. */
export function summary(outcomes: readonly Outcome[]): { readonly failed: number; readonly lines: readonly string[] } {
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  const wrong = outcomes.filter((outcome) => outcome.failed > 0).map((outcome) => `npm run ${outcome.name}`);
  const count = `${passed} passed, ${failed} failed`;
  return { failed, lines: wrong.length > 0 ? [`Failed: ${wrong.join(', ')}`, count] : [count] };
}
