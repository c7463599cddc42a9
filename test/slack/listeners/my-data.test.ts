/** On the wire: what is stored about somebody, put right, copied, forgotten: as far as it starts here. */
import { expect, test } from 'vitest';
import { openDataRequests } from '../../../src/store/data-requests.ts';
import { interactionsBetween } from '../../../src/store/interactions.ts';
import type { SandboxUser } from '@firstline/slack-sandbox';
import { startBot } from '../../helpers/bot.ts';
import { buttonsOf, wordsOf } from '../../helpers/blocks.ts';
import { slackIdOf } from '../../helpers/people.ts';
import { openSandbox, testClock } from '../../helpers/sandbox.ts';
import { personCalled } from '../../helpers/store.ts';

const canary = 'Canary: let the silence work';

async function office() {
  const clock = testClock('2026-11-24T10:00:00Z');
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock, logLevel: 'debug' });
  const as = (key: 'priya' | 'dana' | 'lee' | 'sam') => sandbox.as(slackIdOf(key));
  return { clock, sandbox, bot, as };
}
function said(person: SandboxUser): string {
  return person
    .messages()
    .map(({ blocks }) => wordsOf(blocks))
    .join('\n');
}
function shown(person: SandboxUser): string {
  return wordsOf(person.modal()?.blocks);
}
function messageTo(person: SandboxUser, words: string) {
  return person.messages().find(({ blocks }) => wordsOf(blocks).includes(words));
}

test('an export is asked for, acknowledged with a day, and done; the second press changes nothing', async () => {
  const { sandbox, bot, as } = await office();
  const [priya, lee] = [as('priya'), as('lee')];
  await priya.command('/firstline', 'my data');
  await sandbox.until('the page', () => priya.modal()?.title === 'What’s stored about me');
  expect(shown(priya)).toContain('Only you can see this page.');
  expect(shown(priya)).toContain('Priya Nair · priya@example.com · Europe/London · reports to Dana Osei');
  const press = () => priya.press({ label: 'Ask for a copy' });
  await Promise.allSettled([press(), press()]);
  await sandbox.until('the day', () => shown(priya).includes('You’ll have an answer by Thu, Dec 24.'));
  expect(buttonsOf(priya.modal()?.blocks)).not.toContain('Ask for a copy');
  const asked = await sandbox.until('the admin’s message', () => messageTo(lee, 'Priya Nair asked for a copy'));
  expect(wordsOf(asked.blocks)).toContain('Answer by *Thu, Dec 24*.');
  expect(lee.messages().filter(({ blocks }) => wordsOf(blocks).includes('asked for a copy'))).toHaveLength(1);
  await lee.press({ label: 'Done', messageTs: asked.ts });
  await sandbox.until('Priya to hear', () =>
    said(priya).includes('Lee Park handled your request for a copy of your data'),
  );
  await sandbox.until('the message to follow', () => said(lee).includes('Done on Nov 24.'));
  const person = await personCalled(bot.store, 'priya');
  expect(await openDataRequests(bot.store, person.id)).toEqual([]);
});

test('erasure is asked for and withdrawn, and the admin sees that', async () => {
  const { sandbox, as } = await office();
  const [priya, lee] = [as('priya'), as('lee')];
  await priya.command('/firstline', 'data');
  await sandbox.until('the page', () => priya.modal());
  await priya.press({ label: 'Ask for erasure' });
  await sandbox.until('the admin’s message', () => messageTo(lee, 'asked for their data to be erased'));
  await priya.press({ label: 'Withdraw' });
  await sandbox.until('the page to follow', () => buttonsOf(priya.modal()?.blocks).includes('Ask for erasure'));
  await sandbox.until('the message to follow', () => said(lee).includes('Withdrawn on Nov 24.'));
  expect(buttonsOf(messageTo(lee, 'to be erased')?.blocks)).toEqual([]);
});

test('an entry that isn’t right: whoever wrote it hears why, puts it right, and says so', async () => {
  const { sandbox, bot, as } = await office();
  const [priya, dana] = [as('priya'), as('dana')];
  await dana.command('/coach', `@priya ${canary}`);
  await sandbox.until('the answer', () => said(dana).includes('Saved: '));
  await dana.press({ label: 'Share with Priya' });
  await sandbox.until('the note', () => said(priya).includes(canary));
  await priya.command('/firstline', 'my data');
  await sandbox.until('the page', () => priya.modal());
  await priya.press({ label: 'View or correct' });
  await sandbox.until('the list', () => buttonsOf(priya.modal()?.blocks).includes('This isn’t right'));
  await priya.press({ label: 'This isn’t right' });
  await sandbox.until('the form', () => priya.modal()?.callbackId === 'my-data.send-dispute');
  priya.fill({ text: 'Canary: that was Sam’s call' });
  expect(await priya.submit()).toEqual({});
  await sandbox.until('it to be said', () => shown(priya).includes('Dana Osei has it'));
  const message = await sandbox.until('the message', () => messageTo(dana, 'Canary: that was Sam’s call'));
  expect(buttonsOf(message.blocks)).toEqual(['Correct', 'Done']);
  await dana.press({ label: 'Correct', messageTs: message.ts });
  await sandbox.until('the form', () => dana.modal()?.callbackId === 'log.save');
  dana.fill({ happenedOn: '2026-11-20' });
  expect(await dana.submit()).toEqual({});
  await dana.press({ label: 'Done', messageTs: message.ts });
  await sandbox.until('Priya to hear', () => said(priya).includes('Dana Osei looked at what you said wasn’t right.'));
  const manager = await personCalled(bot.store, 'dana');
  expect(await interactionsBetween(bot.store, { managerId: manager.id, limit: 2 })).toMatchObject([
    { happenedOn: '2026-11-20' },
  ]);
  expect(bot.logged.join('\n')).not.toContain('Canary');
});
