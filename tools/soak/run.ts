/** `npm run soak -- --minutes 10 --seed 1`: load, faults and restarts at once. Ends with 1 where something is lost or doubled. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isClean, linesOf } from './print.ts';
import { soak } from './soak.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    managers: { type: 'string', default: '10' },
    rate: { type: 'string', default: '4' },
  },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** @throws Error for what isn't a number above 0 */
function numberOf(name: keyof typeof values): number {
  const value = Number(values[name]);
  if (value > 0 && Number.isFinite(value)) return value;
  process.stderr.write(`--${name} must be a number above 0.\n`);
  process.exit(1);
}

const [minutes, seed, managers] = [numberOf('minutes'), numberOf('seed'), numberOf('managers')];
const actsPerSecond = numberOf('rate');
const folder = mkdtempSync(join(tmpdir(), 'firstline-soak-'));
try {
  const report = await soak({ minutes, seed, managers, actsPerSecond, hangs: true, folder, say });
  for (const line of linesOf(report)) say(line);
  process.exitCode = isClean(report) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
