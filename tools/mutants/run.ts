/** `npm run mutants -- --mutate FILES --testFiles TESTS`: installs what that needs at its first run, apart from everybody else's, and runs it. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folder = import.meta.dirname;
const shell = process.platform === 'win32';
const stryker = join(folder, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');

if (!existsSync(stryker)) {
  process.stderr.write('Installing what finds mutants…\n');
  const { status } = spawnSync('npm', ['ci', '--no-audit'], { cwd: folder, stdio: 'inherit', shell });
  if (status !== 0) process.exit(status ?? 1);
}
const { status } = spawnSync(
  process.execPath,
  [stryker, 'run', join(folder, 'stryker.config.json'), ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
