/** On the wire: a sentence typed to the bot becomes an ask or a note, if its writer wants that. */
import { expect, test } from 'vitest';
import { interactionsBetween } from '../../../src/store/interactions.ts';
import { asksOf } from '../../../src/store/asks.ts';
import type { SandboxUser } from '@firstline/slack-sandbox';
import { startBot } from '../../helpers/bot.ts';
import { buttonsOf, wordsOf } from '../../helpers/blocks.ts';
import { slackIdOf } from '../../helpers/people.ts';
import { openSandbox, testClock } from '../../helpers/sandbox.ts';
import { personCalled } from '../../helpers/store.ts';

const canary = 'Canary: can we do 12% & net 60 for <Northwind>?';

async function office() {
  const clock = testClock();
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock, logLevel: 'debug' });
  const as = (key: 'priya' | 'dana' | 'lee' | 'omar') => sandbox.as(slackIdOf(key));
  return { sandbox, bot, as };
}

/** Everything that was answered, oldest first. */
function answers(person: SandboxUser) {
  return person.messages().filter(({ userId }) => userId !== person.id);
}
function newest(person: SandboxUser): string {
  return wordsOf(answers(person).at(-1)?.blocks);
}

test('a rep’s sentence is offered as an ask, with the words filled in; nothing is stored before it is sent', async () => {
  const { sandbox, bot, as } = await office();
  const priya = as('priya');
  await priya.send(canary);
  await sandbox.until('the offer', () => newest(priya).includes('Want to ask Dana for this?'));
  expect(newest(priya)).toContain('Nothing is saved or sent until you do.');
  expect(buttonsOf(answers(priya).at(-1)?.blocks)).toEqual(['Ask my manager']);
  expect(await asksOf(bot.store, { states: ['open'], limit: 5 })).toEqual([]);
  await priya.press({ label: 'Ask my manager' });
  const form = await sandbox.until('the form', () => priya.modal());
  expect(JSON.stringify(form.blocks)).toContain(JSON.stringify(canary));
  expect(await priya.submit()).toEqual({});
  await sandbox.until('the card', () => newest(as('dana')).includes(canary));
  expect(await asksOf(bot.store, { states: ['open'], limit: 5 })).toMatchObject([{ text: canary }]);
  expect(bot.logged.join('\n')).not.toContain('Canary');
});

test('a manager who has a manager is offered both; whom the words name is filled in', async () => {
  const { sandbox, bot, as } = await office();
  const dana = as('dana');
  await dana.send('Canary: Priya handled the price question well');
  await sandbox.until('the offer', () => newest(dana).includes('Is this an ask for Lee, or a coaching note?'));
  expect(buttonsOf(answers(dana).at(-1)?.blocks)).toEqual([
    'Ask my manager',
    'Coaching note on Priya',
    'Note on somebody else',
  ]);
  await dana.press({ label: 'Coaching note on Priya' });
  const form = await sandbox.until('the form', () => dana.modal());
  expect(JSON.stringify(form.blocks)).toContain('Canary: Priya handled the price question well');
  expect(await dana.submit()).toEqual({});
  await sandbox.until('the confirmation', () => dana.modal()?.title === 'Saved');
  const manager = await personCalled(bot.store, 'dana');
  const priya = await personCalled(bot.store, 'priya');
  expect(await interactionsBetween(bot.store, { managerId: manager.id, limit: 5 })).toMatchObject([
    { repId: priya.id, behaviour: 'coaching-note', shared: false },
  ]);
});

test('words that don’t fit into a button are read again from the person’s own message, in a thread, too', async () => {
  const { sandbox, as } = await office();
  const priya = as('priya');
  const long = `${canary} ${'& more words '.repeat(180)}end`;
  await priya.send(long);
  await sandbox.until('the offer', () => newest(priya).includes('Want to ask Dana'));
  expect(JSON.stringify(answers(priya).at(-1)?.blocks)).not.toContain('Canary');
  await priya.press({ label: 'Ask my manager' });
  const form = await sandbox.until('the form', () => priya.modal());
  expect(JSON.stringify(form.blocks)).toContain(JSON.stringify(long));
  await priya.close();
  const { ts } = priya.messages()[0] ?? { ts: '' };
  await priya.send(`Thread ${long}`, undefined, ts);
  await sandbox.until('a second offer', () => answers(priya).length === 2);
  const second = answers(priya).find(({ threadTs }) => threadTs !== undefined);
  await priya.press({ label: 'Ask my manager', messageTs: second?.ts ?? '' });
  const next = await sandbox.until('the form', () => priya.modal());
  expect(JSON.stringify(next.blocks)).toContain(JSON.stringify(`Thread ${long}`));
});

test('more than a form takes is said, and the words stand where they are', async () => {
  const { sandbox, as } = await office();
  const priya = as('priya');
  await priya.send('too many words '.repeat(240));
  await sandbox.until('the answer', () => newest(priya).includes('a form takes 3,000. Shorten it'));
  expect(buttonsOf(answers(priya).at(-1)?.blocks)).toEqual([]);
});

test.each([
  ['somebody without a manager or a team', 'omar', canary],
  ['a greeting', 'priya', 'hi there'],
  ['a word of a command', 'dana', 'plan'],
] as const)('%s is told what to do here', async (_what, who, words) => {
  const { sandbox, as } = await office();
  await as(who).send(words);
  await sandbox.until('the answer', () =>
    newest(as(who)).includes('I can’t read messages here. Here’s what you can do:'),
  );
  expect(buttonsOf(answers(as(who)).at(-1)?.blocks)).toContain('Help');
});
