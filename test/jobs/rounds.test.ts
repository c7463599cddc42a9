/** What comes besides the plan, and what becomes of what was sent. */
import { beforeEach, expect, test } from 'vitest';
import { checkIn } from '../../src/behaviours/check-in.ts';
import { connect } from '../../src/behaviours/connect.ts';
import { rideAlong } from '../../src/behaviours/ride-along.ts';
import type { Clock } from '../../src/clock.ts';
import type { RunningSandbox } from '@firstline/slack-sandbox';
import { addAsk } from '../../src/store/asks.ts';
import { addBooking, settleBooking } from '../../src/store/bookings.ts';
import { readMark } from '../../src/store/marks.ts';
import { nudgesSince } from '../../src/store/nudges.ts';
import { deliveriesIn } from '../../src/store/outbox.ts';
import { startBot } from '../helpers/bot.ts';
import type { TestBot } from '../helpers/bot.ts';
import { slackIdOf } from '../helpers/people.ts';
import type { PersonKey } from '../helpers/people.ts';
import { callsOf, postsTo } from '../helpers/posts.ts';
import { openSandbox, testClock } from '../helpers/sandbox.ts';
import { logInteraction, personCalled } from '../helpers/store.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

let clock: Clock;
let sandbox: RunningSandbox;
let bot: TestBot;
const dana = slackIdOf('dana');
const lee = slackIdOf('lee');

beforeEach(async () => {
  clock = testClock();
  sandbox = await openSandbox({ clock });
  bot = await startBot({ sandbox, clock });
});

async function at(instant: string): Promise<void> {
  clock.moveTo(new Date(instant));
  await bot.tick();
}

const idOf = async (key: PersonKey) => (await personCalled(bot.store, key)).id;

async function blockDeal(key: PersonKey, askedOn: LocalDate): Promise<void> {
  await addAsk(
    bot.store,
    {
      repId: await idOf(key),
      managerId: await idOf('dana'),
      kind: 'blocked-deal',
      obstacle: 'company',
      dealId: null,
      neededBy: null,
      text: 'Legal is slow',
      askedOn,
    },
    new Date(`${askedOn}T08:30:00Z`),
  );
}

/** The kinds of the messages that Dana, or somebody else, got. */
async function kindsSent(to: PersonKey = 'dana'): Promise<string[]> {
  const id = await idOf(to);
  return (await deliveriesIn(bot.store, ['sent'])).flatMap(({ kind, recipientId }) => (recipientId === id ? kind : []));
}

test('what can’t wait is gathered into one message a day, in working time, and not on the day of the plan', async () => {
  await blockDeal('priya', '2026-11-20');
  await at('2026-11-23T09:00:30Z');
  expect(await kindsSent()).toEqual(['plan']);
  await blockDeal('sam', '2026-11-23');
  await blockDeal('nia', '2026-11-23');
  await at('2026-11-23T17:00:00Z');
  await at('2026-11-24T08:00:00Z');
  expect(await kindsSent()).toEqual(['plan']);
  await at('2026-11-24T09:10:00Z');
  expect(await kindsSent()).toEqual(['plan', 'between']);
  const told = (await nudgesSince(bot.store, await idOf('dana'), new Date(0))).filter((nudge) =>
    nudge.batch.startsWith('between'),
  );
  expect(new Set(told.map((nudge) => nudge.repId))).toEqual(new Set([await idOf('sam'), await idOf('nia')]));
  expect(told).toHaveLength(2);
  await at('2026-11-24T14:00:00Z');
  await at('2026-11-25T10:00:00Z');
  expect(await kindsSent()).toEqual(['plan', 'between']);
});

test('what was done meanwhile is closed, and its message is updated in place', async () => {
  await bot.stop();
  bot = await startBot({ sandbox, clock, behaviours: [rideAlong, checkIn, connect] });
  await at('2026-11-23T09:00:30Z');
  const managerId = await idOf('dana');
  const nudges = await nudgesSince(bot.store, managerId, new Date(0));
  for (const nudge of nudges)
    await logInteraction(
      bot.store,
      { behaviour: nudge.behaviour, managerId, repId: nudge.repId, happenedOn: '2026-11-23' },
      clock.now(),
    );
  bot.context.deliverSoon([managerId]);
  await expect
    .poll(async () => (await nudgesSince(bot.store, managerId, new Date(0))).map((nudge) => nudge.state))
    .toEqual(nudges.map(() => 'untrue'));
  await sandbox.until('the update', () => JSON.stringify(sandbox.as(dana).newest()?.blocks).includes('Already done: '));
  expect(postsTo(sandbox, dana)).toHaveLength(1);
});

test('a new plan takes the place of the old one, which says so', async () => {
  await at('2026-11-23T09:00:30Z');
  const managerId = await idOf('dana');
  await at('2026-11-30T09:00:30Z');
  const nudges = await nudgesSince(bot.store, managerId, new Date(0));
  const states = new Map(nudges.map((nudge) => [nudge.batch, nudge.state]));
  expect(Object.fromEntries(states)).toEqual({ 'plan:2026-11-23': 'ignored', 'plan:2026-11-30': 'open' });
  // Dana's and Lee's.
  expect(callsOf(sandbox, 'chat.update')).toHaveLength(2);
  expect(postsTo(sandbox, dana)).toHaveLength(2);
});

test('an update that doesn’t reach Slack is made later; one of a message that is gone is forgotten', async () => {
  await at('2026-11-23T09:00:30Z');
  sandbox.script('chat.update', { kind: 'http', status: 500 });
  await at('2026-11-30T09:00:30Z');
  expect(callsOf(sandbox, 'chat.update')).toHaveLength(1);
  sandbox.script('chat.update', { kind: 'error', error: 'message_not_found' });
  await bot.tick();
  expect(callsOf(sandbox, 'chat.update')).toHaveLength(1);
  await at('2026-11-30T09:00:46Z');
  // Lee's again, and Dana's.
  expect(callsOf(sandbox, 'chat.update')).toHaveLength(3);
  await bot.tick();
  expect(callsOf(sandbox, 'chat.update')).toHaveLength(3);
});

test('after a booking’s time the manager is asked once how it went, in working time', async () => {
  const booking = {
    managerId: await idOf('dana'),
    repId: await idOf('priya'),
    dealId: null,
    behaviour: 'ride-along',
    nudgeId: null,
    startsAt: new Date('2026-11-24T17:30:00Z'),
    minutes: 60,
  };
  await addBooking(bot.store, booking, clock.now());
  const cancelled = await addBooking(
    bot.store,
    { ...booking, startsAt: new Date('2026-11-24T10:00:00Z') },
    clock.now(),
  );
  await settleBooking(bot.store, cancelled, 'cancelled');
  await at('2026-11-24T18:29:00Z');
  await at('2026-11-24T18:31:00Z');
  expect(await kindsSent()).not.toContain('booking-follow-up');
  await at('2026-11-25T09:00:00Z');
  await at('2026-11-25T09:01:00Z');
  expect((await kindsSent()).filter((kind) => kind === 'booking-follow-up')).toHaveLength(1);
});

test('the lead gets one digest on Friday at 15:00, late in the same week if need be, and never in the next', async () => {
  const digests = async () => (await kindsSent('lee')).filter((kind) => kind === 'digest').length;
  await at('2026-11-27T14:59:00Z');
  expect(await digests()).toBe(0);
  await at('2026-11-27T17:59:00Z');
  await at('2026-11-27T17:59:30Z');
  expect(await digests()).toBe(1);
  await at('2026-12-05T12:00:00Z');
  await at('2026-12-07T10:00:00Z');
  expect(await digests()).toBe(1);
  expect(postsTo(sandbox, lee)).toHaveLength((await kindsSent('lee')).length);
});

test('a week in which nothing is due brings no message, and that is remembered', async () => {
  await bot.stop();
  bot = await startBot({ sandbox, clock, behaviours: [] });
  await at('2026-11-23T09:00:30Z');
  expect(postsTo(sandbox, dana)).toEqual([]);
  expect(await readMark(bot.store, `plan|${await idOf('dana')}|2026-11-23`)).toBeDefined();
});
