/** Clocks that jump, days that aren't like others, and people who travel. */
import { expect } from 'vitest';
import { startBot } from '../../helpers/bot.ts';
import { row } from '../../helpers/fault-rows.ts';
import { filledPlace, kill, patience } from '../../helpers/instances.ts';
import { slackIdOf } from '../../helpers/people.ts';
import { callsOf, postsTo } from '../../helpers/posts.ts';
import { openSandbox, testClock } from '../../helpers/sandbox.ts';
import { changePerson } from '../../../src/store/people.ts';
import { deliveriesIn } from '../../../src/store/outbox.ts';
import { writeSetting } from '../../../src/store/settings.ts';
import { instantOf } from '../../../src/time/zoned.ts';
import { personCalled } from '../../helpers/store.ts';

const dana = slackIdOf('dana');
const lee = slackIdOf('lee');
const minute = 60_000;

async function work(from?: string) {
  const clock = testClock(from);
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock });
  const at = async (instant: string | Date): Promise<void> => {
    clock.moveTo(new Date(instant));
    await bot.tick();
  };
  const plans = () => postsTo(sandbox, dana).length;
  const weekly = () => postsTo(sandbox, dana).filter((text) => text.startsWith('This week')).length;
  return { clock, sandbox, bot, at, plans, weekly };
}

row(17, async () => {
  const sandbox = await openSandbox({ clock: testClock() });
  const place = await filledPlace(new Date('2026-11-20T15:00:00Z'));
  // The digest and the recap of Friday at 15:00, the plan of Monday at 9:00.
  const before = place.start(sandbox, undefined, new Date('2026-11-26T15:30:00Z'));
  await before.says('Firstline is at work');
  await place.untilSent(3);
  await kill(before);
  const told = (id: string) => postsTo(sandbox, id).length;
  const thursday = [told(dana), told(lee)];
  const monday = new Date('2026-11-30T15:30:00Z');
  const back = place.start(sandbox, undefined, monday);
  await place.untilSent(6);
  await kill(back);
  const again = place.start(sandbox, undefined, new Date(monday.getTime() + minute));
  await again.says('Firstline is at work');
  await sandbox.until('the socket', () => sandbox.socket.connections === 1, patience);
  // What is asked for now is answered after all that was due.
  await sandbox.as(dana).command('/firstline', 'help');
  await sandbox.until(
    'help',
    () =>
      sandbox
        .as(dana)
        .messages()
        .some(({ ephemeral }) => ephemeral),
    patience,
  );
  await kill(again);
  expect([told(dana), told(lee)]).toEqual(thursday.map((count) => count + 1));
  const skipped = await place.look((store) => deliveriesIn(store, ['skipped']));
  expect(skipped.length).toBeLessThan(3);
});

row(18, async () => {
  const { sandbox, at, plans } = await work();
  await at('2026-11-23T10:00:00Z');
  expect(plans()).toBe(1);
  await at('2026-11-23T08:00:00Z');
  await at('2026-11-23T09:30:00Z');
  expect(plans()).toBe(1);
  const before = callsOf(sandbox, 'chat.postMessage').length;
  await at('2027-11-22T10:00:00Z');
  expect(plans()).toBe(2);
  expect(callsOf(sandbox, 'chat.postMessage').length - before).toBeLessThan(12);
});

/** The days on which clocks change, all of them Sundays; and in which zone. */
const changes = [
  ['America/New_York', '2026-11-01'],
  ['America/New_York', '2027-03-14'],
  ['Europe/Berlin', '2026-10-25'],
  ['Europe/Berlin', '2027-03-28'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['Australia/Lord_Howe', '2027-04-04'],
] as const;

row(
  19,
  async () => {
    for (const [zone, day] of changes)
      for (const time of ['01:30', '02:30']) {
        const due = instantOf(day, time, zone).getTime();
        const { sandbox, bot, at, weekly } = await work(new Date(due - 26 * 60 * minute).toISOString());
        const { id } = await personCalled(bot.store, 'dana');
        await sandbox.as(dana).setTimeZone(zone);
        await expect.poll(async () => (await personCalled(bot.store, 'dana')).timeZone).toBe(zone);
        const own = { workingDays: [1, 2, 3, 4, 5, 6, 7], workingFrom: '00:00', workingUntil: '23:30', planDay: 7 };
        const now = bot.context.clock();
        for (const [key, value] of Object.entries({ ...own, planAt: time }))
          await writeSetting(bot.store, `person:${id}`, key, value, now);
        await changePerson(bot.store, id, { timeZone: zone });
        for (let at10 = -150; at10 <= 150; at10 += 30) await at(new Date(due + at10 * minute));
        expect(`${zone} ${day} ${time}: ${weekly()}`).toBe(`${zone} ${day} ${time}: 1`);
        await bot.stop();
        await sandbox.stop();
      }
  },
  { milliseconds: 300_000 },
);

row(20, async () => {
  // A plan a week, named after the Monday that the week holds, whatever the month or the year; and the month's recap on its first Friday.
  const weeks = [
    ['2028-02-28', '2028-02-29', '2028-03-01', '2028-03-06'],
    ['2026-08-31', '2026-09-01', '2026-09-04', '2026-09-07'],
    ['2026-12-28', '2026-12-31', '2027-01-01', '2027-01-04'],
  ];
  for (const [monday = '', ...days] of weeks) {
    const { at, plans } = await work(`${monday}T07:00:00Z`);
    await at(`${monday}T09:30:00Z`);
    expect([monday, plans()]).toEqual([monday, 1]);
    const last = days.pop() ?? '';
    for (const day of days) await at(`${day}T09:30:00Z`);
    expect([monday, plans()]).toEqual([monday, 1]);
    await at(`${last}T09:30:00Z`);
    expect([last, plans()]).toEqual([last, 2]);
  }
  // The recap of a month with 29 days comes on the first Friday of the next, and once.
  const { sandbox, at } = await work('2028-02-28T07:00:00Z');
  await sandbox.as(dana).command('/coach', '@priya A month with a 29th');
  await sandbox.until('the note', () => sandbox.as(dana).messages().length > 0);
  await sandbox.as(dana).press({ label: 'Share with Priya' });
  const recaps = () => postsTo(sandbox, slackIdOf('priya')).filter((text) => text.includes('February')).length;
  for (const day of ['2028-02-29', '2028-03-01', '2028-03-02']) await at(`${day}T15:30:00Z`);
  expect(recaps()).toBe(0);
  for (const day of ['2028-03-03', '2028-03-06', '2028-03-10', '2028-03-31']) await at(`${day}T15:30:00Z`);
  expect(recaps()).toBe(1);
});

row(21, async () => {
  const { sandbox, bot, at, plans } = await work();
  await sandbox.as(dana).setTimeZone('Pacific/Auckland');
  await bot.tick();
  // Monday 09:30 in Auckland is still Sunday in London.
  await at('2026-11-22T20:30:00Z');
  expect(plans()).toBe(1);
  await sandbox.as(dana).setTimeZone('America/New_York');
  await at('2026-11-23T14:30:00Z');
  expect(plans()).toBe(1);
  await at('2026-11-30T14:30:00Z');
  expect(plans()).toBe(2);
});
