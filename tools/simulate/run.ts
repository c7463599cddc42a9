/**
 * `npm run simulate -- --seed N --seeds K --weeks W`: made-up weeks of a small company, with faults, each from a seed. `--several` lets two
 * instances share a PostgreSQL server; `--replay STEPS` plays what another run has printed; `--planted` plants five bugs, one after the
 * other, and sees that they are found.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** Of a week, on average: a third of the steps let time pass. */
const stepsOfWeek = 44;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    weeks: { type: 'string', default: '2' },
    replay: { type: 'string' },
    several: { type: 'boolean', default: false },
    planted: { type: 'boolean', default: false },
  },
});
const numbers = Object.entries({ seed: values.seed, seeds: values.seeds, weeks: values.weeks });
const wrong = numbers.find(([, value]) => !/^\d+$/u.test(value) || Number(value) < 1);
if (wrong !== undefined) {
  process.stderr.write(`--${wrong[0]} must be a whole number from 1 on.\n`);
  process.exit(1);
}
const seeds = {
  SIM_SEED: values.seed,
  SIM_SEEDS: values.seeds,
  SIM_STEPS: String(Number(values.weeks) * stepsOfWeek),
};
const environment = {
  ...process.env,
  ...(values.planted && { SIM_PLANTED: '1' }),
  ...(values.replay === undefined ? !values.planted && seeds : { SIM_REPLAY: values.replay }),
  ...(values.several && { SIM_SEVERAL: '1' }),
};
const command = ['npx', 'vitest', 'run', `test/simulator/${values.planted ? 'planted' : 'simulator'}.test.ts`];
const onServer = values.several && process.env['TEST_POSTGRES'] === undefined;
const [program = '', ...words] = onServer
  ? [join(import.meta.dirname, '../check/with-postgres.sh'), ...command]
  : command;
const shell = process.platform === 'win32';
const { status } = spawnSync(program, words, { stdio: 'inherit', env: environment, shell });
process.exitCode = status ?? 1;
