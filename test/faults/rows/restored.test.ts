/** A database that was damaged, or comes from yesterday. */
import { copyFileSync, existsSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { row } from '../../helpers/fault-rows.ts';
import { filledPlace, kill, leaders } from '../../helpers/instances.ts';
import { slackIdOf } from '../../helpers/people.ts';
import { postsTo } from '../../helpers/posts.ts';
import { emptyFolder } from '../../helpers/process.ts';
import { openSandbox, testClock } from '../../helpers/sandbox.ts';

const minute = 60_000;
const onFile = 'a server has its own log and backups';

/** Writes nonsense over a part of a file. */
function damage(path: string, from: number, length: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(length, 0xa5), 0, length, from);
}

row(
  24,
  async () => {
    const sandbox = await openSandbox({ clock: testClock() });
    for (const which of ['page', 'log']) {
      const place = await filledPlace();
      if (which === 'log') {
        const bot = place.start(sandbox);
        await place.untilSent();
        await kill(bot);
        const log = `${place.address}-wal`;
        expect(statSync(log).size).toBeGreaterThan(40_000);
        damage(log, 20_000, 4_096);
      } else damage(place.address, 0, 8_192);
      const before = readFileSync(place.address);
      const posts = sandbox.traffic.length;
      const bot = place.start(sandbox);
      expect([which, await bot.exited]).toEqual([which, 1]);
      expect(bot.output()).toMatch(/damaged[\s\S]*backup/u);
      expect(existsSync(place.address) && readFileSync(place.address).equals(before)).toBe(true);
      expect(sandbox.traffic.slice(posts).filter(({ name }) => name === 'chat.postMessage')).toEqual([]);
    }
  },
  { onFile, milliseconds: 60_000 },
);

row(
  27,
  async () => {
    const sandbox = await openSandbox({ clock: testClock() });
    const sunday = new Date('2026-11-22T15:00:00Z');
    const place = await filledPlace(sunday);
    const early = place.start(sandbox);
    await early.says('Firstline is at work');
    early.child.kill('SIGTERM');
    expect(await early.exited).toBe(0);
    const backup = join(emptyFolder(), 'backup.db');
    copyFileSync(place.address, backup);
    const monday = new Date('2026-11-23T15:00:00Z');
    const first = place.start(sandbox, undefined, monday);
    await place.untilSent();
    first.child.kill('SIGTERM');
    expect(await first.exited).toBe(0);
    const counts = () => leaders.map((leader) => postsTo(sandbox, leader).length);
    const sent = counts();
    copyFileSync(backup, place.address);
    const restored = place.start(sandbox, undefined, new Date(monday.getTime() + 10 * minute));
    await restored.says('Firstline is at work');
    // What is asked for now is answered after what was due has been looked at.
    await sandbox.as(slackIdOf('sam')).command('/firstline', 'help');
    await sandbox.until('help', () => sandbox.as(slackIdOf('sam')).messages().length > 0, 60_000);
    await expect
      .poll(() => restored.output(), { timeout: 30_000 })
      .toMatch(/older than what was sent|restored|backup/u);
    expect(counts()).toEqual(sent);
    await kill(restored);
  },
  { onFile },
);
