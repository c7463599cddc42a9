/** On the wire: two acts booked one after the other. */
import { expect, test } from 'vitest';
import { plannedBookings } from '../../../src/store/bookings.ts';
import { startBot } from '../../helpers/bot.ts';
import { wordsOf } from '../../helpers/blocks.ts';
import { slackIdOf } from '../../helpers/people.ts';
import { openSandbox, testClock } from '../../helpers/sandbox.ts';

test('the second form proposes another time, and each calendar file is named after what it holds', async () => {
  const clock = testClock();
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock });
  const dana = sandbox.as(slackIdOf('dana'));
  for (const key of ['priya', 'sam'] as const) {
    const rep = sandbox.as(slackIdOf(key));
    await rep.command('/ask', `Legal hold everything up, says ${key}`);
    await sandbox.until('the form', () => rep.modal());
    rep.fill({ kind: 'blocked-deal' });
    expect(await rep.submit()).toEqual({});
    const card = await sandbox.until('the card', () =>
      dana.messages().find(({ blocks }) => wordsOf(blocks).includes(`says ${key}`)),
    );
    await dana.press({ actionId: 'booking.open', messageTs: card.ts });
    await sandbox.until('the form', () => dana.modal()?.callbackId === 'booking.save');
    expect(await dana.submit()).toEqual({});
    await sandbox.until('the confirmation', () => dana.modal()?.title === 'Booked');
    await dana.close();
  }
  const booked = await plannedBookings(bot.store);
  expect(booked.map(({ startsAt }) => startsAt.toISOString())).toEqual([
    '2026-11-24T10:00:00.000Z',
    '2026-11-24T10:30:00.000Z',
  ]);
  const files = () => dana.messages().flatMap((message) => message.files.map(({ name }) => name));
  await sandbox.until('both files', () => files().length === 2);
  expect(files()).toEqual(['blocked-deal-priya-nair-2026-11-24.ics', 'blocked-deal-sam-ruiz-2026-11-24.ics']);
});
