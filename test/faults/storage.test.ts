import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import type { Clock } from '../../src/clock.ts';
import type { RunningSandbox } from '@firstline/slack-sandbox';
import { interactionsBetween } from '../../src/store/interactions.ts';
import { startBot } from '../helpers/bot.ts';
import type { TestBot } from '../helpers/bot.ts';
import { slackIdOf } from '../helpers/people.ts';
import { postsTo } from '../helpers/posts.ts';
import { emptyFolder } from '../helpers/process.ts';
import { commandBody, freePort, sendSigned } from '../helpers/requests.ts';
import { openSandbox, testClock } from '../helpers/sandbox.ts';

let clock: Clock;
let sandbox: RunningSandbox;
const dana = slackIdOf('dana');

beforeEach(async () => {
  clock = testClock();
  sandbox = await openSandbox({ clock });
});

const logged = async (bot: TestBot) => (await interactionsBetween(bot.store, { limit: 999 })).length;

/** As if the disk held no more than the database has now; 0 lifts it. */
async function fillDisk(bot: TestBot, isFull: boolean): Promise<void> {
  const pages = isFull ? 1 : 1_000_000;
  await sql`pragma max_page_count = ${sql.raw(String(pages))}`.execute(bot.store.database);
}

test('on a full disk the person hears it, nothing is half saved, and the bot goes on afterwards', async () => {
  const bot = await startBot({ sandbox, clock, databasePath: join(emptyFolder(), 'firstline.db') });
  await fillDisk(bot, true);
  const note = 'x'.repeat(2_900);
  for (let command = 0; command < 40 && !isTold(); command += 1)
    await sandbox.as(dana).command('/coach', `@priya ${note}`);
  await sandbox.until('the sentence', isTold);
  const before = await logged(bot);
  clock.moveTo(new Date('2026-11-23T09:00:30Z'));
  await bot.tick();
  await fillDisk(bot, false);
  await bot.tick();
  await sandbox.as(dana).command('/coach', '@priya back again');
  await expect.poll(() => logged(bot)).toBe(before + 1);
  expect(postsTo(sandbox, dana).filter((text) => text.startsWith('This week'))).toHaveLength(1);
});

function isTold(): boolean {
  return sandbox
    .as(dana)
    .messages()
    .some((message) => message.text.includes('went wrong'));
}

test('the same command three times, once after a restart, is one entry', async () => {
  const databasePath = join(emptyFolder(), 'firstline.db');
  const body = commandBody('/coach', `<@${slackIdOf('priya')}> once`, dana);
  const present = Math.floor(Date.now() / 1000);
  let port = await freePort();
  let bot = await startBot({ sandbox, clock, databasePath, httpPort: port });
  for (const seconds of [0, 1]) await sendSigned(port, { body, at: present - seconds });
  await bot.stop();
  port = await freePort();
  bot = await startBot({ sandbox, clock, databasePath, httpPort: port });
  await sendSigned(port, { body, at: present - 2 });
  expect(await logged(bot)).toBe(1);
});

/** Holds the write lock for half a second, from another process. */
const holder = `
  const SQLite = require('better-sqlite3');
  const database = new SQLite(process.argv[1]);
  database.exec('begin immediate');
  console.log('held');
  setTimeout(() => database.exec('commit'), 500);
`;

test('another writer that holds the database for a moment costs no write', async () => {
  const databasePath = join(emptyFolder(), 'firstline.db');
  const bot = await startBot({ sandbox, clock, databasePath });
  const other = spawn(process.execPath, ['-e', holder, databasePath], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(other, 'close');
  await once(other.stdout, 'data');
  await sandbox.as(dana).command('/coach', '@priya in spite of it');
  await closed;
  await expect.poll(() => logged(bot)).toBe(1);
});
