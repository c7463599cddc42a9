/** On the wire: an ask whose manager is away, and one that nobody settles in time. */
import { expect, test } from 'vitest';
import type { SandboxUser } from '@firstline/slack-sandbox';
import { startBot } from '../../helpers/bot.ts';
import { buttonsOf, wordsOf } from '../../helpers/blocks.ts';
import { slackIdOf } from '../../helpers/people.ts';
import { openSandbox, testClock } from '../../helpers/sandbox.ts';
import { personCalled } from '../../helpers/store.ts';

const words = 'I need 15% off for Northwind';

async function office() {
  const clock = testClock('2026-11-23T10:00:00Z');
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock });
  const at = async (instant: string) => {
    clock.moveTo(new Date(instant));
    await bot.tick();
  };
  const as = (key: Parameters<typeof slackIdOf>[0]) => sandbox.as(slackIdOf(key));
  return { sandbox, bot, at, priya: as('priya'), dana: as('dana'), marco: as('marco'), lee: as('lee') };
}

function about(person: SandboxUser, said = words) {
  return person.messages().filter((message) => wordsOf(message.blocks).includes(said));
}

async function askFor(
  { sandbox, priya }: Pick<Awaited<ReturnType<typeof office>>, 'sandbox' | 'priya'>,
  more: Record<string, string> = {},
): Promise<void> {
  await priya.command('/ask', words);
  await sandbox.until('the form', () => priya.modal());
  if (Object.keys(more).length > 0) {
    await priya.press({ label: 'More' });
    await sandbox.until('the rest', () => JSON.stringify(priya.modal()?.blocks).includes('"block_id":"neededBy"'));
  }
  priya.fill({ kind: 'help', ...more });
  expect(await priya.submit()).toEqual({});
  await sandbox.until('the news', () => about(priya, 'Your ask has arrived')[0]);
}

test('the manager is away: their stand-in has it at once, the rep knows, and the manager sees it on return', async () => {
  const { sandbox, bot, at, priya, dana, marco, lee } = await office();
  await dana.command('/firstline', 'settings');
  await sandbox.until('the settings', () => dana.modal()?.callbackId === 'settings.save');
  dana.fill({ standIn: slackIdOf('marco') });
  expect(await dana.submit()).toEqual({});
  await sandbox.until('the sentence', () =>
    wordsOf(dana.modal()?.blocks).includes('asks now go to the person you chose'),
  );
  await dana.close();
  await dana.setStatus({ text: 'Vacationing', emoji: ':palm_tree:' });
  await expect.poll(async () => (await personCalled(bot.store, 'dana')).outSince).not.toBeNull();

  await askFor({ sandbox, priya });
  const card = await sandbox.until('the stand-in’s card', () => about(marco)[0]);
  expect(buttonsOf(card.blocks)).toEqual(['Take it', 'Say yes', 'Decline', 'Take it to my lead']);
  await sandbox.until(
    'the rep to know',
    () => about(priya, 'Dana Osei is away, so Marco Bianchi has your ask now.')[0],
  );
  await at('2026-11-24T10:00:00Z');
  expect([about(dana), about(lee)]).toEqual([[], []]);

  await dana.setStatus({ text: '', emoji: '' });
  await expect.poll(async () => (await personCalled(bot.store, 'dana')).outSince).toBeNull();
  await at('2026-11-24T11:00:00Z');
  await at('2026-11-24T12:00:00Z');
  const seen = about(dana).filter(({ blocks }) => wordsOf(blocks).includes('Marco Bianchi has it now.'));
  expect(seen).toHaveLength(1);
  expect(buttonsOf(seen[0]?.blocks)).toEqual([]);
  await marco.press({ label: 'Say yes', messageTs: card.ts });
  await sandbox.until('the form', () => marco.modal());
  expect(await marco.submit()).toEqual({});
  await at('2026-11-24T12:00:40Z');
  await sandbox.until('the rep to hear', () => about(priya, 'Marco Bianchi says yes')[0]);
});

test('the day it was needed by is past: both are told once, and the rep names another', async () => {
  const { sandbox, at, priya, dana } = await office();
  await askFor({ sandbox, priya }, { neededBy: '2026-11-24' });
  const late = 'and it’s still open';
  await at('2026-11-24T17:00:00Z');
  await at('2026-11-25T08:59:00Z');
  expect([about(priya, late), about(dana, late)]).toEqual([[], []]);
  await at('2026-11-25T09:00:30Z');
  await at('2026-11-25T11:00:00Z');
  await at('2026-11-26T11:00:00Z');
  const [told] = about(priya, late);
  expect(about(priya, late)).toHaveLength(1);
  // The manager has it among what can’t wait, and not a second time; the offer to the rep doesn’t close that.
  expect(about(dana, late)).toEqual([]);
  const nudge = dana.messages().findLast(({ text }) => text.includes('can’t wait'));
  expect(wordsOf(nudge?.blocks)).toContain('Priya needed an answer by Nov 24');
  expect(buttonsOf(told?.blocks)).toEqual(
    expect.arrayContaining(['Take it to Lee Park', 'I still need it', 'Withdraw']),
  );
  await priya.press({ label: 'I still need it', messageTs: told?.ts ?? '' });
  await sandbox.until('the form', () => priya.modal());
  priya.fill({ neededBy: '2026-11-27' });
  expect(await priya.submit()).toEqual({});
  await sandbox.until('the manager to know', () => about(dana, 'Needed by Fri, Nov 27')[0]);
  await sandbox.until('the question to go', () => about(priya, late).length === 0);
});
