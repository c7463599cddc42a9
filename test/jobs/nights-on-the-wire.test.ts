/** What can wait reaches nobody at night, on a day off or while they are out; then it comes in one message. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { tellRep } from '../../src/acts/tell-rep.ts';
import { behaviours } from '../../src/behaviours/index.ts';
import type { Fault } from '@firstline/slack-sandbox';
import { deliveriesIn } from '../../src/store/outbox.ts';
import { addPraise } from '../../src/store/praises.ts';
import { startBot } from '../helpers/bot.ts';
import { wordsOf } from '../helpers/blocks.ts';
import { filledDatabase, inDatabase } from '../helpers/database.ts';
import { slackIdOf } from '../helpers/people.ts';
import { callsOf } from '../helpers/posts.ts';
import { startProcess } from '../helpers/process.ts';
import { appToken, botToken, openSandbox, testClock } from '../helpers/sandbox.ts';
import { fillStore, personCalled } from '../helpers/store.ts';
import { changePerson } from '../../src/store/people.ts';

/** A Friday, 14:00 in London: Saturday 03:00 in Auckland. */
const friday = '2026-11-27T14:00:00Z';

async function start(instant = friday) {
  const clock = testClock(instant);
  const sandbox = await openSandbox({ clock });
  // Nobody is nudged here: each message is what somebody says to somebody.
  const bot = await startBot({
    sandbox,
    clock,
    behaviours: behaviours.map(silent),
    fill: async (store, now) => {
      await fillStore(store, now);
      // Nothing reaches Priya before her Monday.
      await changePerson(store, (await personCalled(store, 'priya')).id, { timeZone: 'Pacific/Auckland' });
    },
  });
  const [dana, priya] = [sandbox.as(slackIdOf('dana')), sandbox.as(slackIdOf('priya'))];
  await priya.setTimeZone('Pacific/Auckland');
  await expect.poll(async () => (await personCalled(bot.store, 'priya')).timeZone).toBe('Pacific/Auckland');
  // Whatever is for the others on a Friday is there.
  await bot.tick();
  const at = async (next: string) => {
    clock.moveTo(new Date(next));
    await bot.tick();
  };
  // A pulse is a message of its own.
  const got = () =>
    priya.messages().filter(({ userId, text }) => userId !== priya.id && !text.startsWith('Three statements'));
  return { clock, sandbox, bot, dana, priya, at, got };
}

function silent(behaviour: (typeof behaviours)[number]): (typeof behaviours)[number] {
  return { ...behaviour, due: () => [] };
}

type Work = Awaited<ReturnType<typeof start>>;

/** Dana logs something with Priya through the form. @returns what the saved form says */
async function log({ sandbox, dana }: Work, kind: string, values: Record<string, string>): Promise<string> {
  await dana.command('/coach', '@priya');
  await sandbox.until('the form', () => dana.modal()?.callbackId === 'log.save');
  await dana.press({ actionId: 'log.change', blockId: 'behaviour', choose: kind });
  const [field = ''] = Object.keys(values);
  await sandbox.until('its fields', () => JSON.stringify(dana.modal()?.blocks).includes(`"block_id":"${field}"`));
  if ('promise' in values) {
    await dana.press({ label: 'More' });
    await sandbox.until('the rest', () => JSON.stringify(dana.modal()?.blocks).includes('"block_id":"promise"'));
  }
  dana.fill(values);
  expect(await dana.submit()).toEqual({});
  await sandbox.until('the confirmation', () => dana.modal()?.title === 'Saved');
  const words = wordsOf(dana.modal()?.blocks);
  await dana.close();
  return words;
}

const thanks = { thanks: 'You kept the pilot alive.' };
const mondayInAuckland = '2026-11-29T20:00:00Z';

test('thanks and a promise on a Friday in London wait for Monday in Auckland, and are one message: hello first', async () => {
  const work = await start();
  const { sandbox, bot, at, got } = work;
  expect(await log(work, 'recognition', thanks)).toContain('Priya will see it Mon, Nov 30, 9:00 AM, their time.');
  await log(work, 'check-in', { heard: 'All well', promise: 'I’ll ask legal', promiseBy: '2026-12-04' });
  await bot.tick();
  await at('2026-11-29T19:59:00Z');
  expect(got()).toEqual([]);
  await at(mondayInAuckland);
  await sandbox.until('the message', () => got().length > 0);
  await bot.tick();
  expect(got()).toHaveLength(1);
  const words = wordsOf(got()[0]?.blocks);
  expect(words.indexOf('Hello Priya')).toBe(0);
  expect(words).toContain('thanks you');
  expect(words).toContain('I’ll ask legal');
  const sent = (await deliveriesIn(bot.store, ['sent'])).filter(({ ts }) => ts === got()[0]?.ts);
  expect(sent.map(({ kind }) => kind).toSorted()).toEqual(['praise', 'promise', 'welcome']);
  expect(new Set(sent.map(({ ts }) => ts)).size).toBe(1);
});

test('each part of such a message is put right in place, and the others stay as they were', async () => {
  const work = await start();
  const { sandbox, bot, dana, at, got } = work;
  await log(work, 'recognition', thanks);
  await log(work, 'check-in', { heard: 'All well', promise: 'I’ll ask legal', promiseBy: '2026-12-04' });
  await at(mondayInAuckland);
  await sandbox.until('the message', () => got().length > 0);
  const before = wordsOf(got()[0]?.blocks);
  await at('2026-11-30T10:00:00Z');
  await dana.openHome();
  await sandbox.until('the promise at home', () => JSON.stringify(dana.home() ?? '').includes('I’ll ask legal'));
  await dana.press({ label: 'Kept', home: true });
  await sandbox.until('it is kept', () => /[Kk]ept/u.test(wordsOf(got()[0]?.blocks)));
  const after = wordsOf(got()[0]?.blocks);
  expect(after.slice(0, after.indexOf('I’ll ask legal') - 80)).toBe(
    before.slice(0, before.indexOf('I’ll ask legal') - 80),
  );
  expect(after).toContain('Hello Priya. I’m Firstline.');
  expect((await bot.health()).problems).toEqual({});
});

test('a private note, too, is only written about somebody who is told first what this is', async () => {
  const work = await start();
  const { sandbox, bot, dana, at, got } = work;
  await dana.command('/coach', '@priya Let the silence work after the price');
  await sandbox.until('the note is saved', () => dana.messages().some(({ text }) => text.startsWith('Saved')));
  const { id } = await personCalled(bot.store, 'priya');
  const waiting = (await deliveriesIn(bot.store, ['pending', 'sending'])).filter(
    ({ recipientId }) => recipientId === id,
  );
  expect(waiting.map(({ kind }) => kind)).toContain('welcome');
  await at(mondayInAuckland);
  await sandbox.until('hello', () => got().length === 1);
  expect(wordsOf(got()[0]?.blocks)).toMatch(/Priya.*I help Dana Osei make time for you/u);
  expect(JSON.stringify(got())).not.toContain('silence');
});

test('out by a status without an end: nothing is lost, and all of it comes when they are back', async () => {
  const work = await start();
  const { sandbox, bot, priya, at, got } = work;
  await priya.setStatus({ text: 'Vacationing', emoji: ':palm_tree:' });
  await expect.poll(async () => (await personCalled(bot.store, 'priya')).outSince).not.toBeNull();
  expect(await log(work, 'recognition', thanks)).toContain('Priya is away, and will see it when they’re back.');
  for (const day of ['2026-11-30', '2026-12-07', '2026-12-14']) await at(`${day}T21:00:00Z`);
  await log(work, 'check-in', { heard: 'All well', promise: 'I’ll ask legal', promiseBy: '2026-12-24' });
  await at('2026-12-15T21:00:00Z');
  expect(got()).toEqual([]);
  await priya.setStatus({});
  await sandbox.until('the message', () => got().length > 0);
  await bot.tick();
  expect(got()).toHaveLength(1);
  expect(wordsOf(got()[0]?.blocks)).toMatch(/Hello Priya.*thanks you.*I’ll ask legal/su);
});

test('what doesn’t fit into one message goes on in the next, each part once', async () => {
  const work = await start();
  const { bot, at, got } = work;
  const [manager, rep] = [await personCalled(bot.store, 'dana'), await personCalled(bot.store, 'priya')];
  const now = new Date(friday);
  for (let index = 0; index < 12; index += 1) {
    const text = `Thanks ${index} ${'for the pilot '.repeat(120)}`;
    const given = { managerId: manager.id, repId: rep.id, interactionId: null, text, isPublic: false };
    const praise = await addPraise(bot.store, { ...given, givenOn: '2026-11-27' }, now);
    await tellRep({ newId: randomUUID }, bot.store, { kind: 'praise', repId: rep.id, subject: { praise } }, now);
  }
  await at(mondayInAuckland);
  await bot.tick();
  expect(got().length).toBeGreaterThan(1);
  expect(got().length).toBeLessThan(5);
  const words = got()
    .map(({ blocks }) => wordsOf(blocks))
    .join('\n');
  for (let index = 0; index < 12; index += 1) expect(words.split(`Thanks ${index} `)).toHaveLength(2);
  for (const { blocks } of got()) expect(blocks.length).toBeLessThanOrEqual(50);
});

test('one part that can’t be drawn holds up none of the others', async () => {
  const work = await start();
  const { bot, at, got } = work;
  await log(work, 'recognition', thanks);
  await log(work, 'check-in', { heard: 'All well', promise: 'I’ll ask legal', promiseBy: '2026-12-04' });
  await bot.store.database
    .updateTable('outbox')
    .set({ subject: '{"promise":"x"}' })
    .where('kind', '=', 'promise')
    .execute();
  await at(mondayInAuckland);
  await bot.tick();
  expect(got()).toHaveLength(1);
  expect(wordsOf(got()[0]?.blocks)).toContain('thanks you');
  expect((await deliveriesIn(bot.store, ['sending', 'uncertain'])).length).toBe(0);
});

test.each<[string, Fault]>([
  ['hid an accepted post', { kind: 'reset', afterAccepting: true }],
  ['came before the post', { kind: 'reset' }],
])('after a reset that %s there is one message, and every part is on record as sent', async (_when, fault) => {
  const work = await start();
  const { sandbox, bot, at, got } = work;
  await log(work, 'recognition', thanks);
  await log(work, 'check-in', { heard: 'All well', promise: 'I’ll ask legal', promiseBy: '2026-12-04' });
  sandbox.script('chat.postMessage', fault);
  await at(mondayInAuckland);
  await at('2026-11-29T20:02:00Z');
  await at('2026-11-29T20:04:00Z');
  expect(got()).toHaveLength(1);
  const rows = (await deliveriesIn(bot.store, ['sent'])).filter(({ ts }) => ts === got()[0]?.ts);
  expect(rows.map(({ kind }) => kind).toSorted()).toEqual(['praise', 'promise', 'welcome']);
  expect(await deliveriesIn(bot.store, ['uncertain', 'sending', 'pending'])).toEqual([]);
});

test.each<[string, string, Fault]>([
  ['after Slack accepted, before it was recorded', 'chat.postMessage', { kind: 'hang', afterAccepting: true }],
  ['while the post was on its way', 'chat.postMessage', { kind: 'hang' }],
])('killed %s: one message of three parts, none lost', async (_when, method, fault) => {
  const at = Date.parse('2026-11-23T12:00:00Z');
  const sandbox = await openSandbox({ clock: testClock() });
  const database = await filledDatabase(new Date(at));
  const priya = slackIdOf('priya');
  await inDatabase(database, async (store) => {
    const [manager, rep] = [await personCalled(store, 'dana'), await personCalled(store, 'priya')];
    const now = new Date(at);
    for (const text of ['For the pilot', 'For the demo']) {
      const given = { managerId: manager.id, repId: rep.id, interactionId: null, text, isPublic: false };
      const praise = await addPraise(store, { ...given, givenOn: '2026-11-24' }, now);
      await tellRep({ newId: randomUUID }, store, { kind: 'praise', repId: rep.id, subject: { praise } }, now);
    }
  });
  const reachesPriya = () => callsOf(sandbox, method).some(({ sent }) => JSON.stringify(sent).includes('For the demo'));
  const got = () =>
    sandbox
      .as(priya)
      .messages()
      .filter(({ text }) => text.includes('For the demo'));
  // It has waited longest, so it is the first.
  sandbox.script(method, fault);
  const begin = (instant: number) =>
    startProcess([], {
      SLACK_BOT_TOKEN: botToken,
      SLACK_APP_TOKEN: appToken,
      SLACK_API_URL: sandbox.apiUrl,
      FIRSTLINE_DB: database,
      FIRSTLINE_CLOCK: new Date(instant).toISOString(),
    });
  const first = begin(at);
  await sandbox.until('it is on its way', reachesPriya, 60_000);
  first.child.kill('SIGKILL');
  await first.exited;
  const second = begin(at + 90_000);
  await expect
    .poll(
      () =>
        inDatabase(database, async (store) =>
          (await deliveriesIn(store, ['sent'])).filter(({ kind }) => kind === 'praise' || kind === 'welcome'),
        ),
      { timeout: 60_000, interval: 200 },
    )
    .toHaveLength(3);
  expect(got()).toHaveLength(1);
  expect(wordsOf(got()[0]?.blocks)).toMatch(/Hello Priya.*For the pilot.*For the demo/su);
  second.child.kill('SIGKILL');
  await second.exited;
});
