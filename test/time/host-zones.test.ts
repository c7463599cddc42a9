/** Wherever the machine is that it runs on, and whatever its clocks do, other zones are read as they are. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const program = join(import.meta.dirname, '../helpers/zones-on-host.ts');

test.each(['UTC', 'America/St_Johns', 'America/New_York', 'Pacific/Kiritimati'])('on a machine in %s', async (TZ) => {
  const { stdout } = await run(process.execPath, [program], { env: { ...process.env, TZ } });
  expect(JSON.parse(stdout)).toEqual({ host: TZ, differences: [], count: 0 });
});
