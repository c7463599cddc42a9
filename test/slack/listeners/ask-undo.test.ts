/** On the wire: an answer that was given in a tap, and taken back. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asksOf, stepsOf } from '../../../src/store/asks.ts';
import { promisesOfAsk } from '../../../src/store/promises.ts';
import type { RunningSandbox, SandboxUser } from '@firstline/slack-sandbox';
import { startBot } from '../../helpers/bot.ts';
import type { TestBot } from '../../helpers/bot.ts';
import { buttonsOf, wordsOf } from '../../helpers/blocks.ts';
import { slackIdOf } from '../../helpers/people.ts';
import { emptyFolder } from '../../helpers/process.ts';
import { openSandbox, testClock } from '../../helpers/sandbox.ts';

const canary = 'Canary: I need 15% off for Northwind';
type Clock = ReturnType<typeof testClock>;

/** Priya has asked, and Dana has the card. */
async function asked(databasePath = ':memory:') {
  const clock = testClock();
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock, databasePath, logLevel: 'debug' });
  const as = (key: 'priya' | 'dana' | 'lee') => sandbox.as(slackIdOf(key));
  const [priya, dana, lee] = [as('priya'), as('dana'), as('lee')];
  await priya.command('/ask', canary);
  await sandbox.until('the form', () => priya.modal());
  expect(await priya.submit()).toEqual({});
  const card = await sandbox.until('the card', () => cardOf(dana));
  await sandbox.until('the news', () => said(priya).includes('Your ask has arrived'));
  return { clock, sandbox, bot, priya, dana, lee, card: card.ts };
}
type Asked = Awaited<ReturnType<typeof asked>>;

function cardOf(person: SandboxUser) {
  return person.messages().find((message) => wordsOf(message.blocks).includes(canary));
}
function said(person: SandboxUser): string {
  return person
    .messages()
    .map(({ blocks }) => wordsOf(blocks))
    .join('\n');
}
async function wait(seconds: number, clock: Clock, bot: Pick<TestBot, 'tick'>): Promise<void> {
  clock.moveTo(new Date(clock.now().getTime() + seconds * 1000));
  await bot.tick();
}
async function answer(
  { sandbox, dana, card }: Pick<Asked, 'sandbox' | 'dana' | 'card'>,
  label: 'Say yes' | 'Take it to my lead' | 'Take it' | 'Decline',
  values: Record<string, string> = {},
): Promise<void> {
  await dana.press({ label, messageTs: card });
  await sandbox.until('the form', () => dana.modal());
  dana.fill(values);
  expect(await dana.submit()).toEqual({});
}
async function undone({ sandbox, dana, card }: { sandbox: RunningSandbox; dana: SandboxUser; card: string }) {
  await sandbox.until('the button', () => buttonsOf(cardOf(dana)?.blocks).includes('Undo'));
  await dana.press({ label: 'Undo', messageTs: card });
  await sandbox.until('the card as it was', () => buttonsOf(cardOf(dana)?.blocks).includes('Say yes'));
}
async function standsIn({ bot }: Pick<Asked, 'bot'>) {
  const asks = await asksOf(bot.store, { states: ['open', 'taken', 'granted', 'declined', 'done'], limit: 5 });
  return asks.map(({ state }) => state);
}

test('a yes that is taken back at once was never heard of', async () => {
  const at = await asked();
  const { clock, bot, priya } = at;
  await answer(at, 'Say yes');
  expect(await standsIn(at)).toEqual(['granted']);
  await wait(20, clock, bot);
  await undone(at);
  await wait(60, clock, bot);
  expect(await standsIn(at)).toEqual(['open']);
  expect(said(priya)).not.toContain('Did that help?');
  expect(said(priya)).not.toContain('undid that answer');
  expect((await stepsOf(bot.store, 1)).map(({ step }) => step)).toEqual(['asked']);
});

test('after it was heard, the rep is told that it was taken back, once; a new answer stands', async () => {
  const at = await asked();
  const { clock, sandbox, bot, priya, dana, card } = at;
  await answer(at, 'Say yes');
  await wait(31, clock, bot);
  await sandbox.until('the rep to hear', () => said(priya).includes('Dana Osei says yes. Did that help?'));
  const press = () => dana.press({ label: 'Undo', messageTs: card });
  await Promise.all([press(), press()]);
  await sandbox.until('the correction', () => said(priya).includes('Dana Osei undid that answer.'));
  await sandbox.until('the news to follow', () => said(priya).includes('This answer was undone.'));
  await bot.tick();
  expect(said(priya).match(/undid that answer/gu)).toHaveLength(1);
  expect(said(priya)).not.toContain('Did that help?');
  expect(dana.messages().filter(({ ephemeral }) => ephemeral)).toEqual([]);
  await answer(at, 'Decline', { reason: 'Not this quarter' });
  await wait(31, clock, bot);
  await sandbox.until('the rep to hear', () => said(priya).includes('Not this quarter'));
  expect(await standsIn(at)).toEqual(['declined']);
});

test('what the rep has answered can’t be taken back any more, by an old button either', async () => {
  const at = await asked();
  const { clock, sandbox, bot, priya, dana, card } = at;
  await answer(at, 'Say yes');
  await wait(31, clock, bot);
  await sandbox.until('the rep to hear', () => said(priya).includes('Did that help?'));
  sandbox.script('chat.update', { kind: 'hang' });
  await priya.press({ label: 'That helped' });
  await dana.press({ label: 'Undo', messageTs: card });
  await sandbox.until('the refusal', () => said(dana).includes('so this can’t be undone'));
  expect(await asksOf(bot.store, { states: ['confirmed'], limit: 2 })).toHaveLength(1);
});

test('taken to the lead and back: the lead is never bothered, or sees that nothing is to be done', async () => {
  const at = await asked();
  const { clock, sandbox, bot, priya, lee } = at;
  await answer(at, 'Take it to my lead');
  await undone(at);
  await wait(60, clock, bot);
  expect(lee.messages()).toEqual([]);
  expect(said(priya)).not.toContain('Lee');
  await answer(at, 'Take it to my lead');
  await wait(31, clock, bot);
  await sandbox.until('the lead’s card', () => cardOf(lee));
  await undone(at);
  await sandbox.until('the card to be gone', () => said(lee).includes('You don’t need to do anything.'));
  expect(cardOf(lee)).toBeUndefined();
  await sandbox.until('the correction', () => said(priya).includes('Dana Osei undid that answer.'));
  expect(await asksOf(bot.store, { states: ['open'], limit: 2 })).toMatchObject([{ managerId: 2, holderId: 2 }]);
});

test('the promise to answer by a day stands again', async () => {
  const at = await asked();
  const { bot, dana, sandbox } = at;
  await answer(at, 'Take it', { until: '2026-11-26' });
  await answer(at, 'Say yes');
  expect(await promisesOfAsk(bot.store, 1)).toMatchObject([{ state: 'kept' }]);
  await sandbox.until('the button', () => buttonsOf(cardOf(dana)?.blocks).includes('Undo'));
  await dana.press({ label: 'Undo', messageTs: at.card });
  await sandbox.until('the promise', async () => (await promisesOfAsk(bot.store, 1))[0]?.state === 'open');
  expect(await promisesOfAsk(bot.store, 1)).toMatchObject([{ state: 'open', dueOn: '2026-11-26' }]);
  expect(await asksOf(bot.store, { states: ['taken'], limit: 2 })).toMatchObject([{ takenUntil: '2026-11-26' }]);
});

test('a bot that stopped in the half minute tells it once it is back, once', async () => {
  const path = join(emptyFolder(), 'firstline.db');
  const at = await asked(path);
  const { clock, sandbox, bot, priya } = at;
  await answer(at, 'Say yes');
  await bot.stop();
  clock.moveTo(new Date(clock.now().getTime() + 300_000));
  const again = await startBot({ sandbox, clock, databasePath: path });
  await sandbox.until('the rep to hear', () => said(priya).includes('Dana Osei says yes.'));
  await wait(60, clock, again);
  expect(said(priya).match(/says yes/gu)).toHaveLength(1);
  await undone(at);
  await sandbox.until('the correction', () => said(priya).includes('undid that answer'));
});
