/** The bot as a process that is ended in the middle. The oracle is what the sandbox has in each conversation. */
import { expect, test } from 'vitest';
import type { Fault, RunningSandbox } from '@firstline/slack-sandbox';
import { deliveriesIn } from '../../src/store/outbox.ts';
import type { Delivery } from '../../src/store/outbox.ts';
import { filledDatabase, inDatabase } from '../helpers/database.ts';
import { slackIdOf } from '../helpers/people.ts';
import { dice } from '../helpers/dice.ts';
import { callsOf, postsTo } from '../helpers/posts.ts';
import { startProcess } from '../helpers/process.ts';
import type { BotProcess } from '../helpers/process.ts';
import { appToken, botToken, openSandbox, testClock } from '../helpers/sandbox.ts';

/** The lead and both managers: each has a plan. */
const leaders = [slackIdOf('lee'), slackIdOf('dana'), slackIdOf('marco')];
const oneEach = leaders.map(() => 1);
/** 15:00 in London is 10:00 in New York: all plans are due. */
const due = Date.parse('2026-11-23T15:00:00Z');
/** After so long it is proven whether a message of unknown fate was posted. */
const settled = 90_000;
/** For a process to start, on a busy machine. */
const patience = 60_000;

function start(sandbox: RunningSandbox, database: string, at: number): BotProcess {
  return startProcess([], {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_API_URL: sandbox.apiUrl,
    FIRSTLINE_DB: database,
    FIRSTLINE_CLOCK: new Date(at).toISOString(),
  });
}

async function kill(bot: BotProcess): Promise<void> {
  bot.child.kill('SIGKILL');
  await bot.exited;
}

const isPlan = ({ kind }: Delivery): boolean => kind === 'plan';

/** Resolves when all plans are sent by the bot's own books; then the conversations are counted. */
async function untilSent(database: string, count = leaders.length): Promise<void> {
  await expect
    .poll(() => inDatabase(database, async (store) => (await deliveriesIn(store, ['sent'])).filter(isPlan).length), {
      timeout: patience,
      interval: 100,
    })
    .toBe(count);
}

const counts = (sandbox: RunningSandbox) => leaders.map((leader) => postsTo(sandbox, leader).length);

test.each<[string, string, Fault]>([
  ['after Slack accepted, before it was recorded', 'chat.postMessage', { kind: 'hang', afterAccepting: true }],
  ['after it was claimed, before the post', 'conversations.open', { kind: 'hang' }],
  ['while the post was on its way', 'chat.postMessage', { kind: 'hang' }],
])('killed %s: one post each, none lost', async (_when, method, fault) => {
  const sandbox = await openSandbox({ clock: testClock() });
  const database = await filledDatabase(new Date(due));
  leaders.forEach(() => sandbox.script(method, fault));
  const first = start(sandbox, database, due);
  await sandbox.until('all on their way', () => callsOf(sandbox, method).length === leaders.length, patience);
  await kill(first);
  const second = start(sandbox, database, due + settled);
  await untilSent(database);
  expect(counts(sandbox)).toEqual(oneEach);
  await kill(second);
});

const rounds = Number(process.env['FAULT_ROUNDS'] ?? 3);

test(
  `killed at ${rounds} seeded points: never two posts, none lost`,
  async () => {
    const next = dice(20_261_123);
    for (let round = 0; round < rounds; round += 1) {
      const sandbox = await openSandbox({ clock: testClock() });
      const database = await filledDatabase(new Date(due));
      let at = due;
      for (let kills = 0; kills < 2; kills += 1) {
        const bot = start(sandbox, database, at);
        await bot.says('Connected to Slack');
        await new Promise((resolve) => {
          setTimeout(resolve, next(120));
        });
        await kill(bot);
        at += settled;
      }
      const last = start(sandbox, database, at);
      await untilSent(database);
      expect(counts(sandbox), `round ${round}`).toEqual(oneEach);
      await kill(last);
      await sandbox.stop();
    }
  },
  60_000 + rounds * 60_000,
);

test('ended with SIGTERM in the middle of a delivery: the delivery is finished and recorded, exit 0', async () => {
  const sandbox = await openSandbox({ clock: testClock() });
  const database = await filledDatabase(new Date(due));
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  sandbox.script('chat.postMessage', { kind: 'wait', release: released });
  const bot = start(sandbox, database, due);
  await sandbox.until('a post on its way', () => callsOf(sandbox, 'chat.postMessage').length > 0, patience);
  bot.child.kill('SIGTERM');
  release();
  expect(await bot.exited).toBe(0);
  const open = await inDatabase(database, (store) => deliveriesIn(store, ['sending', 'uncertain']));
  expect(open).toEqual([]);
  const sent = await inDatabase(database, (store) => deliveriesIn(store, ['sent']));
  expect(sent).toHaveLength(counts(sandbox).reduce((sum, count) => sum + count));
});

test('two processes on one database: one refuses, and each plan is posted once', async () => {
  const sandbox = await openSandbox({ clock: testClock() });
  const database = await filledDatabase(new Date(due));
  const both = [start(sandbox, database, due), start(sandbox, database, due)];
  expect(await Promise.race(both.map((bot) => bot.exited))).toBe(1);
  await untilSent(database);
  expect(counts(sandbox)).toEqual(oneEach);
});

test('down for three days over a due time: one catch-up, and no more after another restart', async () => {
  const sandbox = await openSandbox({ clock: testClock() });
  const database = await filledDatabase(new Date(due));
  const early = start(sandbox, database, Date.parse('2026-11-22T15:00:00Z'));
  await early.says('Firstline is at work');
  await kill(early);
  const thursday = Date.parse('2026-11-26T15:00:00Z');
  const back = start(sandbox, database, thursday);
  await untilSent(database);
  await kill(back);
  const again = start(sandbox, database, thursday + 60_000);
  await again.says('Firstline is at work');
  await sandbox.until('the socket', () => sandbox.socket.connections === 1, patience);
  await kill(again);
  expect(counts(sandbox)).toEqual(oneEach);
});
