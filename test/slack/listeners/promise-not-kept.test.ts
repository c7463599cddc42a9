/** On the wire: a rep says that a promise whose day has passed wasn't kept. */
import { expect, test } from 'vitest';
import { addPromise, findPromise } from '../../../src/store/promises.ts';
import type { SandboxUser } from '@firstline/slack-sandbox';
import { startBot } from '../../helpers/bot.ts';
import { buttonsOf, wordsOf } from '../../helpers/blocks.ts';
import { slackIdOf } from '../../helpers/people.ts';
import { openSandbox, testClock } from '../../helpers/sandbox.ts';
import { personCalled } from '../../helpers/store.ts';
import type { LocalDate } from '../../../src/time/zoned.ts';

const canary = 'Canary: the references from Contoso';

async function promised(dueOn: LocalDate) {
  const clock = testClock('2026-11-24T10:00:00Z');
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock, logLevel: 'debug' });
  const [manager, rep] = [await personCalled(bot.store, 'dana'), await personCalled(bot.store, 'priya')];
  const made = { managerId: manager.id, repId: rep.id, text: canary, madeOn: '2026-11-16', dueOn } as const;
  const id = await addPromise(bot.store, made, clock.now());
  const [priya, dana] = [sandbox.as(slackIdOf('priya')), sandbox.as(slackIdOf('dana'))];
  await priya.openHome();
  await sandbox.until('Home', () => wordsOf(priya.home()?.blocks).includes(canary));
  return { sandbox, bot, id, priya, dana };
}
function about(person: SandboxUser) {
  return person.messages().filter(({ blocks }) => wordsOf(blocks).includes('is still waiting for this'));
}

test('the manager gets one line with what can be done about it, and the rep sees that they know', async () => {
  const { sandbox, bot, id, priya, dana } = await promised('2026-11-20');
  const press = () => priya.press({ label: 'Not kept', home: true });
  await Promise.allSettled([press(), press()]);
  const message = await sandbox.until('the line', () => about(dana)[0]);
  expect(wordsOf(message.blocks)).toContain('Priya Nair is still waiting for this (due Fri, Nov 20):');
  expect(wordsOf(message.blocks)).toContain(canary);
  expect(buttonsOf(message.blocks)).toEqual(['Kept', 'Move', 'I can’t']);
  await sandbox.until('Home to say so', () => wordsOf(priya.home()?.blocks).includes('they know you’re waiting'));
  expect(buttonsOf(priya.home()?.blocks)).not.toContain('Not kept');
  await dana.press({ label: 'Kept', messageTs: message.ts });
  await sandbox.until('the message to follow', () => wordsOf(about(dana)[0]?.blocks).includes('Kept.'));
  await bot.tick();
  expect(about(dana)).toHaveLength(1);
  expect(await findPromise(bot.store, id)).toMatchObject({ state: 'kept' });
  expect(bot.logged.join('\n')).not.toContain('Canary');
});

test('a promise whose day is to come isn’t asked about', async () => {
  const { priya } = await promised('2026-11-24');
  expect(buttonsOf(priya.home()?.blocks)).not.toContain('Not kept');
});
