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
  outcomes.push(outcomeOfTests('test', report, isPassed));
  if (process.env['TEST_POSTGRES'] === undefined)
    process.stdout.write('\nWithout PostgreSQL: nothing was tested on it.\n');
  else outcomes.push(testOnPostgres());
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const { lines, failed } = summary(outcomes);
process.stdout.write(`\n${lines.join('\n')}\n`);
process.exitCode = failed === 0 ? 0 : 1;

/** What reads and writes, tested once more with each test's database on the server. */
function testOnPostgres(): Outcome {
  const jobs = ['plan', 'reconcile', 'retention', 'settle'];
  // Who may see and do what, through the whole bot.
  const access = ['home-of-now', 'organisation', 'rights-follow-slack', 'listeners/asks', 'listeners/line-claims'];
  const folders = [
    'test/store',
    'test/acts',
    ...jobs.map((name) => `test/jobs/${name}.test.ts`),
    'test/faults/pulse-attacks-by-people.test.ts',
    ...[...access, 'listeners/my-data', 'listeners/pulse'].map((name) => `test/slack/${name}.test.ts`),
  ];
  // Hundreds of made-up stories: the longest, and least about where rows are kept.
  const stories = ['ask-machine', 'right-people', 'line-claims.property', 'departures-property'];
  // Little that is written: the rest of the acts write the same tables.
  const small = [
    'change-settings',
    'idle-deal',
    'leave-on-last-day',
    'part-time',
    'put-right',
    'slack-person',
    'who-may-log',
  ];
  const others = [...stories, ...small].map((name) => `--exclude=test/acts/${name}.test.ts`);
  const onServer = join(folder, 'on-postgres.json');
  const words = ['--', ...folders, ...others, '--reporter=dot', '--reporter=json', `--outputFile.json=${onServer}`];
  return outcomeOfTests('test on PostgreSQL', onServer, run('test', words, { TEST_ON: 'postgres' }));
}

/** Runs a script of package.json, and lets it say what it has to say. */
function run(script: string, words: readonly string[] = [], more: Readonly<Record<string, string>> = {}): boolean {
  process.stdout.write(`\n> ${script}\n`);
  const shell = process.platform === 'win32';
  const env = { ...process.env, ...more };
  return spawnSync('npm', ['run', '--silent', script, ...words], { stdio: 'inherit', shell, env }).status === 0;
}
