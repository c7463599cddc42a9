/**
 * `npm run check`: types, lint, format, dead code and tests, all of them whatever fails, and in the end one line for all:
 * "N passed, N failed". A check counts as one.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outcomeOfTests, summary } from './outcome.ts';
import type { Outcome } from './outcome.ts';

const checks = ['types', 'lint', 'format:check', 'dead-code'];
const folder = mkdtempSync(join(tmpdir(), 'firstline-check-'));
const report = join(folder, 'tests.json');

const outcomes: Outcome[] = [];
try {
  for (const name of checks) {
    const isPassed = run(name);
    outcomes.push({ name, passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1 });
  }
  const isPassed = run('test', ['--', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  outcomes.push(outcomeOfTests(report, isPassed));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const { lines, failed } = summary(outcomes);
process.stdout.write(`\n${lines.join('\n')}\n`);
process.exitCode = failed === 0 ? 0 : 1;

/** Runs a script of package.json, and lets it say what it has to say. */
function run(script: string, words: readonly string[] = []): boolean {
  process.stdout.write(`\n> ${script}\n`);
  const shell = process.platform === 'win32';
  return spawnSync('npm', ['run', '--silent', script, ...words], { stdio: 'inherit', shell }).status === 0;
}
