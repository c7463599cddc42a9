/** On the wire: `/firstline thank`, bare and with somebody, and a question to a manager who has gone quiet. */
import { expect, test } from 'vitest';
import { interactionsBetween } from '../../../src/store/interactions.ts';
import { addDays } from '../../../src/time/zoned.ts';
import { buttonsOf, wordsOf } from '../../helpers/blocks.ts';
import { startBot } from '../../helpers/bot.ts';
import { isWeekend } from '../../helpers/days.ts';
import { slackIdOf } from '../../helpers/people.ts';
import { openSandbox, testClock } from '../../helpers/sandbox.ts';
import { logInteraction, personCalled } from '../../helpers/store.ts';

async function office(instant = '2026-11-27T08:30:00Z') {
  const clock = testClock(instant);
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock, logLevel: 'debug' });
  const [marco, tom, dana] = [
    await personCalled(bot.store, 'marco'),
    await personCalled(bot.store, 'tom'),
    await personCalled(bot.store, 'dana'),
  ];
  return { clock, sandbox, bot, marco, tom, dana, lee: sandbox.as(slackIdOf('lee')) };
}

async function rideAlong({ bot, marco, tom, clock }: Awaited<ReturnType<typeof office>>): Promise<void> {
  const ride = { behaviour: 'ride-along', managerId: marco.id, repId: tom.id, happenedOn: '2026-11-25' } as const;
  await logInteraction(bot.store, ride, clock.now());
}

test('bare, it names who deserves thanks with what they did, and one button opens the form', async () => {
  const at = await office();
  await rideAlong(at);
  const { sandbox, lee } = at;
  await lee.command('/firstline', 'thank');
  const answer = await sandbox.until('the answer', () => lee.messages().at(-1));
  expect(wordsOf(answer.blocks)).toBe(
    '*Who deserves thanks*\n*Marco Bianchi*\nThis week: went on a ride-along.\nThank\nOr type `/firstline thank @name` and why.',
  );
  await lee.press({ label: 'Thank', messageTs: answer.ts });
  const form = await sandbox.until('the form', () => lee.modal());
  expect(JSON.stringify(form)).toContain('This week you went on a ride-along.');
});

test('with a manager of theirs and a sentence, the form has both, and what is saved is thanks', async () => {
  const { sandbox, bot, lee, marco } = await office();
  await lee.command('/firstline', `thank <@${slackIdOf('marco')}> You made time for Tom in a rough week`);
  const form = await sandbox.until('the form', () => lee.modal());
  expect(JSON.stringify(form)).toContain('You made time for Tom in a rough week');
  expect(JSON.stringify(form)).toContain('Marco Bianchi');
  expect(await lee.submit()).toEqual({});
  const saved = () => interactionsBetween(bot.store, { limit: 5 });
  expect(await saved()).toMatchObject([{ behaviour: 'thank-manager', repId: marco.id }]);
});

test('of somebody who isn’t theirs it says so, and gives every word back', async () => {
  const { sandbox, lee } = await office();
  await lee.command('/firstline', `thank <@${slackIdOf('omar')}> You carried the quarter`);
  const answer = await sandbox.until('the answer', () => lee.messages().at(-1));
  const words = answer.text + wordsOf(answer.blocks);
  expect(words).toContain('Omar Haddad doesn’t report to you.');
  expect(words).toContain('You carried the quarter');
});

test('a manager who has gone quiet is written to from the digest: a draft to change, sent once, with a way to reply', async () => {
  const at = await office('2026-11-27T19:30:00Z');
  const { bot, sandbox, clock, lee, tom, marco } = at;
  const days = Array.from({ length: 30 }, (_, back) => addDays('2026-11-06', -back)).filter((day) => !isWeekend(day));
  const checkIn = { behaviour: 'check-in', managerId: marco.id, repId: tom.id };
  for (const happenedOn of days) await logInteraction(bot.store, { ...checkIn, happenedOn }, clock.now());
  await bot.tick();
  const digestOf = () => lee.messages().findLast(({ text }) => text.startsWith('Week ending'));
  clock.moveTo(new Date('2026-12-04T15:00:30Z'));
  await bot.tick();
  const digest = await sandbox.until('the digest', digestOf);
  expect(wordsOf(digest.blocks)).toMatch(/Ask Marco where the time is going\.|Second week: call Marco/u);
  expect(buttonsOf(digest.blocks)[0]).toBe('Write to Marco');
  await lee.press({ label: 'Write to Marco', messageTs: digest.ts });
  await sandbox.until('the draft', () => lee.modal());
  expect(JSON.stringify(lee.modal())).toContain('Marco, how are you doing? It looks like a full few weeks.');
  lee.fill({ text: 'Marco, what is eating your time? *Canary*' });
  expect(await lee.submit()).toEqual({});
  await sandbox.until('the digest to say so', () =>
    wordsOf(digestOf()?.blocks).includes('You wrote to Marco Bianchi.'),
  );
  expect(buttonsOf(digestOf()?.blocks)).not.toContain('Write to Marco');
  const got = await sandbox.until('the question', () =>
    sandbox
      .as(slackIdOf('marco'))
      .messages()
      .find(({ text }) => text.includes('A question from Lee')),
  );
  expect(wordsOf(got.blocks)).toContain('Marco, what is eating your time? *Canary*');
  expect(wordsOf(got.blocks)).toContain(`slack://user?team=T0FIRSTLINE&amp;id=${slackIdOf('lee')}|Reply to Lee`);
  expect(bot.logged.join('\n')).not.toContain('Canary');
});
