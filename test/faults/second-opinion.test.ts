/** Against a Slack Web API by others (package emulate): our sandbox and our bot could share a mistake. */
import { createEmulator } from 'emulate';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { WebClient } from '@slack/web-api';
import { createClock } from '../../src/clock.ts';
import type { Clock } from '../../src/clock.ts';
import { interactionsBetween } from '../../src/store/interactions.ts';
import { deliveriesIn } from '../../src/store/outbox.ts';
import { countLinesAsTold } from '../../src/store/line-tellings.ts';
import { addPerson } from '../../src/store/people.ts';
import { setManager } from '../../src/store/reporting-lines.ts';
import { startBot } from '../helpers/bot.ts';
import type { TestBot } from '../helpers/bot.ts';
import { freePort } from '../helpers/free-port.ts';
import { commandBody, sendSigned } from '../helpers/requests.ts';
import { mondayMorning } from '../helpers/sandbox.ts';

const token = 'xoxb-emulated';

interface Member {
  readonly id: string;
  readonly email: string;
}

let clock: Clock;
let bot: TestBot;
let port: number;
let slack: WebClient;
let manager: Member;
let rep: Member;
let teamId: string;

beforeEach(async () => {
  const emulator = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: {
      slack: {
        team: { name: 'Emulated', domain: 'emulated' },
        users: [
          { name: 'firstline', real_name: 'Firstline', email: 'bot@example.com' },
          { name: 'dana', real_name: 'Dana Osei', email: 'dana@example.com' },
          { name: 'priya', real_name: 'Priya Nair', email: 'priya@example.com' },
        ],
        tokens: [{ token, user: 'firstline', scopes: ['chat:write', 'im:write', 'im:history', 'users:read'] }],
      },
    },
  });
  onTestFinished(() => emulator.close());
  const apiUrl = `${emulator.url}/api/`;
  slack = new WebClient(token, { slackApiUrl: apiUrl });
  teamId = (await slack.auth.test()).team_id ?? '';
  const members = (await slack.users.list({})).members ?? [];
  const member = (name: string): Member => {
    const found = members.find((one) => one.name === name);
    return { id: found?.id ?? '', email: found?.profile?.email ?? '' };
  };
  [manager, rep] = [member('dana'), member('priya')];
  clock = createClock(() => new Date(), new Date(mondayMorning));
  port = await freePort();
  bot = await startBot({
    sandbox: { apiUrl },
    clock,
    botToken: token,
    httpPort: port,
    fill: async (store, now) => {
      const managerId = await addPerson(
        store,
        { name: 'Dana Osei', slackUserId: manager.id, timeZone: 'Europe/London' },
        now,
      );
      const repId = await addPerson(store, { name: 'Priya Nair', slackUserId: rep.id, timeZone: 'Europe/London' }, now);
      await setManager(store, repId, managerId, '2026-01-05');
      await countLinesAsTold(store);
    },
  });
});

test('the plan arrives in the manager’s conversation after hello, once, with its blocks', async () => {
  clock.moveTo(new Date('2026-11-23T09:00:30Z'));
  await bot.tick();
  await bot.tick();
  const sent = await deliveriesIn(bot.store, ['sent']);
  expect(sent.map(({ kind }) => kind)).toEqual(['greeting', 'plan']);
  const { messages = [] } = await slack.conversations.history({ channel: sent[1]?.channel ?? '' });
  expect(messages).toHaveLength(2);
  const [plan] = messages;
  expect(plan?.text).toContain('Priya');
  expect(plan?.text).toContain('This week');
  expect(plan?.blocks?.length).toBeGreaterThan(1);
});

test('a signed command is answered and its effect stored', async () => {
  const note = commandBody('/coach', `<@${rep.id}> waited for the answer`, manager.id, { team_id: teamId });
  expect((await sendSigned(port, { body: note })).status).toBe(200);
  expect(await interactionsBetween(bot.store, { limit: 9 })).toHaveLength(1);
});

test('a look at Home publishes it', async () => {
  const body = JSON.stringify({
    type: 'event_callback',
    event_id: 'Ev1',
    team_id: teamId,
    api_app_id: 'A1',
    event: { type: 'app_home_opened', user: manager.id, channel: 'D1', tab: 'home', event_ts: '1.1' },
  });
  expect((await sendSigned(port, { body, type: 'application/json' })).status).toBe(200);
  await bot.stop();
  expect(bot.logged.filter((line) => line.includes('"level":50'))).toEqual([]);
});

test('methods that it lacks cost a feature, never the bot', async () => {
  const ask = commandBody('/ask', 'help', rep.id, { team_id: teamId });
  expect((await sendSigned(port, { body: ask })).status).toBe(200);
  expect((await bot.health()).ok).toBe(true);
});
