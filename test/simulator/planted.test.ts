/** Tests of the simulation: bugs that are planted in a copy of the source, one at a time, and found. By hand: `npm run simulate -- --planted`. */
import { spawn } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder } from '../helpers/process.ts';

interface Planted {
  readonly path: string;
  readonly from: string;
  readonly to: string;
  /** The rule that finds it. */
  readonly foundBy: string;
}

const bugs: Readonly<Record<string, Planted>> = {
  'a message is posted twice': {
    path: 'src/jobs/deliver.ts',
    from: '  let posted = await post();',
    to: '  await post();\n  let posted = await post();',
    foundBy: 'nothing comes twice',
  },
  'an ask is lost': {
    path: 'src/acts/ask.ts',
    from: '    const managerId = await managerToAsk(store, acting, input.text);',
    to: '    const managerId = await managerToAsk(store, acting, input.text);\n    if (now.getUTCHours() >= 12) return [acting.id];',
    foundBy: 'no ask is lost',
  },
  'a private note is told': {
    path: 'src/slack/opening/coach-note.ts',
    from: '    shared: false,',
    to: '    shared: true,',
    foundBy: 'nobody reads what isn’t theirs',
  },
  'a week asks for one thing more': {
    path: 'src/leading/week-budget.ts',
    from: 'thinned === undefined ? policy.weekThings :',
    to: 'thinned === undefined ? policy.weekThings + 1 :',
    foundBy: 'a week asks for no more than it may',
  },
  'a day begins a day early': {
    path: 'src/time/zoned.ts',
    from: 'return wallClockOf(instant, timeZone).slice(0, 10) as LocalDate;',
    to: 'return wallClockOf(new Date(instant.getTime() + 86_400_000), timeZone).slice(0, 10) as LocalDate;',
    foundBy: 'has a',
  },
};

const root = join(import.meta.dirname, '../..');

/** What a run in a copy with this bug says. */
function simulateWith({ path, from, to }: Planted): Promise<string> {
  const folder = emptyFolder();
  const copied = [
    'src',
    'migrations',
    'test',
    'packages',
    'tools',
    'bin',
    'package.json',
    'tsconfig.json',
    'vitest.config.ts',
    'manifest.yml',
  ];
  for (const each of copied) cpSync(join(root, each), join(folder, each), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const parts = readFileSync(join(folder, path), 'utf8').split(from);
  if (parts.length !== 2) throw new Error(`${path} has ${parts.length - 1} times: ${from}`);
  writeFileSync(join(folder, path), parts.join(to));
  const child = spawn('npx', ['vitest', 'run', 'test/simulator/simulator.test.ts'], {
    cwd: folder,
    env: { ...process.env, SIM_PLANTED: undefined, SIM_SEEDS: '60', SIM_STEPS: '25', SIM_SHRINK: '0', NO_COLOR: '1' },
  });
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve(said));
  });
}

describe.skipIf(process.env['SIM_PLANTED'] === undefined)(
  'planted bugs are found (by hand: npm run simulate -- --planted)',
  () => {
    test.each(Object.entries(bugs))('%s', { timeout: 3_600_000 }, async (_name, bug) => {
      const said = await simulateWith(bug);
      expect(said).toContain('breaks something');
      expect(said).toContain(bug.foundBy);
    });
  },
);
