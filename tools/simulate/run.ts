/**
 * `npm run simulate -- --seed N --seeds K --weeks W`: made-up weeks of a small company, with faults, each from a seed. `--planted` plants five
 * bugs, one after the other, and sees that they are found.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

/** Of a week, on average: a third of the steps let time pass. */
const stepsOfWeek = 44;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    weeks: { type: 'string', default: '2' },
    planted: { type: 'boolean', default: false },
  },
});
const numbers = Object.entries({ seed: values.seed, seeds: values.seeds, weeks: values.weeks });
const wrong = numbers.find(([, value]) => !/^\d+$/u.test(value) || Number(value) < 1);
if (wrong !== undefined) {
  process.stderr.write(`--${wrong[0]} must be a whole number from 1 on.\n`);
  process.exit(1);
}
const environment = {
  ...process.env,
  SIM_SEED: values.seed,
  SIM_SEEDS: values.seeds,
  SIM_STEPS: String(Number(values.weeks) * stepsOfWeek),
  ...(values.planted && { SIM_PLANTED: '1' }),
};
const file = `test/simulator/${values.planted ? 'planted' : 'simulator'}.test.ts`;
const { status } = spawnSync('npx', ['vitest', 'run', file], { stdio: 'inherit', env: environment });
process.exitCode = status ?? 1;
