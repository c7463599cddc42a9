/**
 * How many statements run on the database for a note, a tap and a look at an empty outbox. Everybody waits for them, so more are a
 * decision: whoever adds one sees the list and changes the number.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { createClock } from '../src/clock.ts';
import { notNow } from '../src/slack/routes/nudges.ts';
import { startBot } from './helpers/bot.ts';
import type { TestBot } from './helpers/bot.ts';
import { slackIdOf } from './helpers/people.ts';
import { freePort } from './helpers/free-port.ts';
import { commandBody, sendSigned } from './helpers/requests.ts';
import { openSandbox, teamId } from './helpers/sandbox.ts';
import { personCalled } from './helpers/store.ts';

const atWork = new Date('2026-11-23T10:00:00Z');
let bot: TestBot;
let port: number;
const heard: string[] = [];

beforeEach(async () => {
  const clock = createClock(() => atWork);
  const sandbox = await openSandbox({ clock });
  port = await freePort();
  bot = await startBot({ sandbox, clock, httpPort: port, onStatement: (text) => heard.push(text) });
  await bot.tick();
  await coach('1');
  await allIsDone();
  heard.length = 0;
});

/** The rep is known by now: nobody is welcomed. */
async function coach(trigger: string): Promise<void> {
  const text = `<@${slackIdOf('priya')}> Let the silence work after the price`;
  await sendSigned(port, { body: commandBody('/coach', text, slackIdOf('dana'), { trigger_id: trigger }) });
}

async function allIsDone(): Promise<void> {
  for (let before = -1; before !== heard.length;) {
    before = heard.length;
    for (let turns = 0; turns < 100; turns += 1) await turn();
  }
}

/** Shows the list where there are too many. */
function expectAtMost(most: number): void {
  expect(heard.length <= most, `${heard.length} statements, at most ${most}:\n${heard.join('\n')}`).toBe(true);
}

test('a note until Slack hears that it is stored, and until all is done', async () => {
  await coach('2');
  expect(heard.filter((text) => text === 'commit')).toHaveLength(1);
  expectAtMost(30);
  await allIsDone();
  expectAtMost(30);
});

test('a tap on a nudge until all is done', async () => {
  const dana = await personCalled(bot.store, 'dana');
  const [nudge] = await bot.store.database
    .selectFrom('nudge')
    .select('id')
    .where('personId', '=', dana.id)
    .where('state', '=', 'open')
    .orderBy('id')
    .execute();
  heard.length = 0;
  const payload = {
    type: 'block_actions',
    team: { id: teamId },
    user: { id: slackIdOf('dana'), team_id: teamId },
    api_app_id: 'A0FIRSTLINE',
    trigger_id: '3.4.tap',
    container: { type: 'message' },
    actions: [
      {
        type: 'static_select',
        action_id: notNow.id,
        block_id: 'a-block',
        action_ts: '1',
        selected_option: { value: notNow.encode({ nudge: nudge?.id ?? 0, answer: 'snooze' }) },
      },
    ],
  };
  await sendSigned(port, { body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString() });
  await allIsDone();
  expect(heard.filter((text) => text === 'commit').length).toBeLessThanOrEqual(3);
  expectAtMost(45);
});

test('a look at an empty outbox', async () => {
  bot.context.deliverSoon([]);
  await allIsDone();
  expectAtMost(2);
});
