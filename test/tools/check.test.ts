import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { outcomeOfTests, summary } from '../../tools/check/outcome.ts';
import { emptyFolder } from '../helpers/process.ts';

function reportWith(report: unknown): string {
  const path = join(emptyFolder(), 'tests.json');
  writeFileSync(path, JSON.stringify(report));
  return path;
}

test('a file that couldn’t be loaded counts as a failure', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
  ];
  const path = reportWith({ numPassedTests: 7, numFailedTests: 1, testResults });
  expect(outcomeOfTests('test', path, false)).toEqual({ name: 'test', passed: 7, failed: 2 });
});

test('a run that breaks off is never green', () => {
  expect(outcomeOfTests('test', '/nowhere/tests.json', false)).toMatchObject({ failed: 1 });
  const path = reportWith({ numPassedTests: 7, numFailedTests: 0, testResults: [] });
  expect(outcomeOfTests('test', path, false)).toMatchObject({ passed: 7, failed: 1 });
});

test('the last line counts everything, and the one before names what failed', () => {
  const types = { name: 'types', passed: 0, failed: 1 };
  const tests = { name: 'test', passed: 12, failed: 0 };
  expect(summary([types, tests])).toEqual({ failed: 1, lines: ['Failed: npm run types', '12 passed, 1 failed'] });
  expect(summary([{ ...types, passed: 1, failed: 0 }, tests]).lines).toEqual(['13 passed, 0 failed']);
});
