/** On the wire: who was announced is named, a week made thin, and silence that is asked about. */
import { beforeEach, expect, test } from 'vitest';
import { book } from '../../src/acts/book.ts';
import type { Clock } from '../../src/clock.ts';
import type { RunningSandbox } from '@firstline/slack-sandbox';
import { nudgesSince } from '../../src/store/nudges.ts';
import type { Nudge } from '../../src/store/nudges.ts';
import { deliveriesIn } from '../../src/store/outbox.ts';
import { wordsOf } from '../helpers/blocks.ts';
import { startBot } from '../helpers/bot.ts';
import type { TestBot } from '../helpers/bot.ts';
import { slackIdOf } from '../helpers/people.ts';
import { openSandbox, testClock } from '../helpers/sandbox.ts';
import { fillStore, logInteraction, personCalled } from '../helpers/store.ts';

let clock: Clock;
let sandbox: RunningSandbox;
let bot: TestBot;

/** Nia is missed most: the others had a check-in on Friday. */
beforeEach(async () => {
  clock = testClock();
  sandbox = await openSandbox({ clock });
  bot = await startBot({
    sandbox,
    clock,
    fill: async (store, now) => {
      await fillStore(store, now);
      const managerId = (await personCalled(store, 'dana')).id;
      for (const key of ['priya', 'sam'] as const) {
        const repId = (await personCalled(store, key)).id;
        await logInteraction(store, { behaviour: 'check-in', managerId, repId, happenedOn: '2026-11-20' }, now);
      }
    },
  });
});

const dana = () => sandbox.as(slackIdOf('dana'));
const newest = () => dana().newest()?.ts ?? '';

async function at(instant: string): Promise<void> {
  clock.moveTo(new Date(instant));
  await bot.tick();
}

async function nudgesOf(batch: string): Promise<Nudge[]> {
  const { id } = await personCalled(bot.store, 'dana');
  const nudges = (await nudgesSince(bot.store, id, new Date(0))).filter((nudge) => nudge.batch === batch);
  return nudges.toSorted((one, other) => one.position - other.position);
}

const statesOf = async (batch: string) => (await nudgesOf(batch)).map(({ state }) => state);

test('whoever was booked and didn’t happen is announced on Friday, and named on Monday with another act', async () => {
  await at('2026-11-23T09:00:30Z');
  const nia = await personCalled(bot.store, 'nia');
  const [first] = await nudgesOf('plan:2026-11-23');
  expect(first?.repId).toBe(nia.id);
  const appointment = { date: '2026-11-25', time: '10:00', minutes: 30 } as const;
  await book(bot.context, await personCalled(bot.store, 'dana'), {
    subject: { nudgeId: first?.id ?? 0 },
    appointment,
    once: 'book',
  });
  await at('2026-11-25T10:45:00Z');
  await dana().press({ label: 'It didn’t happen', messageTs: newest() });
  await at('2026-11-27T15:00:30Z');
  const recap = dana()
    .messages()
    .find(({ text }) => text.includes('with your people'));
  expect(wordsOf(recap?.blocks ?? [])).toContain('Nia');
  await at('2026-11-30T09:00:30Z');
  const [again] = await nudgesOf('plan:2026-11-30');
  expect(again?.repId).toBe(nia.id);
  expect(again?.behaviour).not.toBe(first?.behaviour);
});

test('“I’m snowed under” leaves one thing, then nothing, and Undo brings the week back; the next is as always', async () => {
  await at('2026-11-23T09:00:30Z');
  const plan = newest();
  await dana().press({ label: 'I’m snowed under', messageTs: plan });
  await expect.poll(() => statesOf('plan:2026-11-23')).toEqual(['open', 'set-aside', 'set-aside']);
  await bot.tick();
  await dana().press({ label: 'Nothing until Monday', messageTs: plan });
  await expect.poll(() => statesOf('plan:2026-11-23')).toEqual(['set-aside', 'set-aside', 'set-aside']);
  await bot.tick();
  await dana().press({ label: 'Undo', messageTs: plan });
  await expect.poll(() => statesOf('plan:2026-11-23')).toEqual(['open', 'open', 'open']);
  await bot.tick();
  await dana().press({ label: 'I’m snowed under', messageTs: plan });
  await expect.poll(() => statesOf('plan:2026-11-23')).toEqual(['open', 'set-aside', 'set-aside']);
  await at('2026-11-30T09:00:30Z');
  expect(await statesOf('plan:2026-11-23')).toEqual(['ignored', 'set-aside', 'set-aside']);
  expect(await statesOf('plan:2026-11-30')).toEqual(['open', 'open', 'open']);
});

test('`/firstline snowed` before the plan has come makes it one of one thing', async () => {
  await dana().command('/firstline', 'snowed');
  await sandbox.until('the answer', () => dana().newest()?.text.startsWith('Busy week?'));
  await dana().press({ label: 'Just one thing', messageTs: newest() });
  await at('2026-11-23T09:00:30Z');
  expect(await statesOf('plan:2026-11-23')).toEqual(['open']);
});

test('after four weeks without an answer one message asks whether to go on, and does as it is told', async () => {
  for (const monday of ['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14']) await at(`${monday}T09:00:30Z`);
  await at('2026-12-21T09:00:30Z');
  expect(dana().newest()?.text).toBe(
    'You haven’t answered for a while. Shall I keep going, come every other week, or stop?',
  );
  expect(await statesOf('hello:2026-12-21')).toEqual(['open']);
  await dana().press({ label: 'Every other week', messageTs: newest() });
  await bot.tick();
  expect(dana().newest()?.text).toBe('Your plan now comes every other week.');
  await at('2026-12-28T09:00:30Z');
  expect(await nudgesOf('plan:2026-12-28')).toEqual([]);
  await at('2027-01-04T09:00:30Z');
  expect((await nudgesOf('plan:2027-01-04')).length).toBeGreaterThan(0);
  const { id } = await personCalled(bot.store, 'dana');
  const hellos = (await deliveriesIn(bot.store, ['sent'])).filter(
    ({ kind, recipientId }) => kind === 'hello' && recipientId === id,
  );
  expect(hellos).toHaveLength(1);
});
