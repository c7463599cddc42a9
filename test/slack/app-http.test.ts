import { beforeEach, expect, test } from 'vitest';
import type { Clock } from '../../src/clock.ts';
import type { RunningSandbox } from '@firstline/slack-sandbox';
import { interactionsBetween } from '../../src/store/interactions.ts';
import { startBot } from '../helpers/bot.ts';
import type { TestBot } from '../helpers/bot.ts';
import { slackIdOf } from '../helpers/people.ts';
import { callsOf, postsTo } from '../helpers/posts.ts';
import { freePort } from '../helpers/free-port.ts';
import { sendSigned } from '../helpers/requests.ts';
import { openSandbox, teamId, testClock } from '../helpers/sandbox.ts';

let clock: Clock;
let sandbox: RunningSandbox;
let bot: TestBot;
let port: number;
const dana = slackIdOf('dana');

beforeEach(async () => {
  clock = testClock();
  port = await freePort();
  sandbox = await openSandbox({ clock, requestUrl: `http://127.0.0.1:${port}/slack/events` });
  bot = await startBot({ sandbox, clock, httpPort: port });
});

const noted = async () => (await interactionsBetween(bot.store, { limit: 99 })).length;

test('by signed requests the bot works as it does by socket', async () => {
  expect(await sandbox.verifyRequestUrl()).toBe(true);
  await sandbox.as(dana).command('/coach', '@priya asked a question and waited for the answer');
  await sandbox.until('the note', () => sandbox.as(dana).messages().length > 0);
  expect(await noted()).toBe(1);
  clock.moveTo(new Date('2026-11-23T09:00:30Z'));
  await bot.tick();
  expect(postsTo(sandbox, dana).filter((text) => text.startsWith('This week'))).toHaveLength(1);
  await sandbox.as(dana).openHome();
  await sandbox.until('Home', () => sandbox.as(dana).home());
});

test('health and metrics are answered on the same port', async () => {
  expect(await (await fetch(`http://127.0.0.1:${port}/healthz`)).json()).toMatchObject({
    ok: true,
    slack: { mode: 'http', state: 'listening' },
  });
  expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(200);
  expect((await fetch(`http://127.0.0.1:${port}/elsewhere`)).status).toBe(404);
});

test('a stop waits for what is being handled', async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  sandbox.script('views.open', { kind: 'wait', release: released });
  const priya = sandbox.as(slackIdOf('priya'));
  await priya.command('/ask');
  await sandbox.until('the form on its way', () => callsOf(sandbox, 'views.open').length === 1);
  let isStopped = false;
  const stopped = bot.stop().then(() => {
    isStopped = true;
  });
  await fetch(`${sandbox.url}/sandbox/traffic?after=0`);
  expect(isStopped).toBe(false);
  release();
  await stopped;
  expect(priya.modal()).toBeDefined();
});

test('a person’s own token that is revoked stops nothing; the bot’s stops sending', async () => {
  const revoked = (tokens: object) =>
    sendSigned(bot.port ?? 0, {
      type: 'application/json',
      body: JSON.stringify({ type: 'event_callback', team_id: teamId, event: { type: 'tokens_revoked', tokens } }),
    });
  expect((await revoked({ oauth: ['U0DANA'] })).status).toBe(200);
  expect((await revoked({ oauth: [], bot: ['U0ANOTHERBOT'] })).status).toBe(200);
  await sandbox.as('U0DANA').command('/firstline', 'help');
  await sandbox.until('help', () => sandbox.as('U0DANA').messages().length > 0);
  expect((await bot.health()).sending.state).toBe('running');
  expect((await revoked({ bot: [sandbox.botUserId] })).status).toBe(200);
  await expect.poll(async () => (await bot.health()).sending).toEqual({ state: 'stopped', problem: 'tokens_revoked' });
});
