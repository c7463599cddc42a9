import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Clock } from '../../src/clock.ts';
import type { Fault, RunningSandbox } from '@firstline/slack-sandbox';
import { wantRefreshesOf } from '../../src/store/outbox-refreshes.ts';
import { deliveriesIn } from '../../src/store/outbox.ts';
import { startBot } from '../helpers/bot.ts';
import type { TestBot } from '../helpers/bot.ts';
import { enqueueIllustrated, invalidFile, newestBlocks, registerIllustrated, shown } from '../helpers/illustrated.ts';
import { slackIdOf } from '../helpers/people.ts';
import type { PersonKey } from '../helpers/people.ts';
import { callsOf, postsTo } from '../helpers/posts.ts';
import { openSandbox, testClock } from '../helpers/sandbox.ts';
import { personCalled } from '../helpers/store.ts';

const priya = slackIdOf('priya');
const withPicture = ['section', 'image', 'section'];
const wordsOnly = ['section', 'section'];

let clock: Clock;
let sandbox: RunningSandbox;
let bot: TestBot;

beforeAll(registerIllustrated);

beforeEach(async () => {
  Object.assign(shown, { words: 'Your week', color: 'teal' });
  clock = testClock();
  sandbox = await openSandbox({ clock });
  bot = await startBot({ sandbox, clock, behaviours: [] });
});

async function send(key: string, to: PersonKey = 'priya', color?: string): Promise<void> {
  const { id: recipientId } = await personCalled(bot.store, to);
  await enqueueIllustrated(bot.store, { key, recipientId, ...(color === undefined ? {} : { color }) }, clock.now());
  await bot.tick();
}

async function later(seconds: number): Promise<void> {
  clock.moveTo(new Date(clock.now().getTime() + seconds * 1000));
  await bot.tick();
}

async function refresh(): Promise<void> {
  await wantRefreshesOf(
    bot.store,
    (await deliveriesIn(bot.store, ['sent'])).map(({ id }) => id),
  );
  await bot.tick();
}

const uploads = () => callsOf(sandbox, 'files.completeUploadExternal').length;

test('a picture stands where it belongs, with its words, and is shared with nobody', async () => {
  await send('one');
  expect(sandbox.as(priya).newest()?.blocks[1]).toMatchObject({
    type: 'image',
    slack_file: { id: expect.stringMatching(/^F/) },
    alt_text: 'It is teal.',
    title: { type: 'plain_text', text: 'A square' },
  });
  expect(callsOf(sandbox, 'files.getUploadURLExternal')[0]?.sent).toMatchObject({ filename: 'square.png' });
  expect(JSON.stringify(callsOf(sandbox, 'files.completeUploadExternal')[0]?.sent)).not.toContain('channel');
});

test('it is uploaded once, for two messages and over a restart; another drawing is another file', async () => {
  const databasePath = join(mkdtempSync(join(tmpdir(), 'firstline-')), 'firstline.db');
  await bot.stop();
  bot = await startBot({ sandbox, clock, behaviours: [], databasePath });
  await send('one');
  await send('two', 'sam');
  expect(uploads()).toBe(1);
  await bot.stop();
  bot = await startBot({ sandbox, clock, behaviours: [], databasePath });
  await send('three');
  expect(uploads()).toBe(1);
  expect(newestBlocks(sandbox, priya)).toEqual(withPicture);
  await send('four', 'priya', 'navy');
  expect(uploads()).toBe(2);
});

test('messages that are sent at the same time share one upload', async () => {
  for (const key of ['priya', 'sam', 'nia', 'tom'] as const)
    await enqueueIllustrated(bot.store, { key, recipientId: (await personCalled(bot.store, key)).id }, clock.now());
  await bot.tick();
  expect(uploads()).toBe(1);
  expect(newestBlocks(sandbox, slackIdOf('tom'))).toEqual(withPicture);
});

test('a file that Slack still works on holds the message back a moment; then it comes with its picture, once', async () => {
  sandbox.script('chat.postMessage', invalidFile);
  await send('one');
  expect(postsTo(sandbox, priya)).toEqual([]);
  const [waiting] = await deliveriesIn(bot.store, ['pending']);
  expect(waiting?.attempts).toBe(0);
  await later(10);
  expect(callsOf(sandbox, 'chat.postMessage')).toHaveLength(1);
  await later(11);
  expect(postsTo(sandbox, priya)).toHaveLength(1);
  expect(newestBlocks(sandbox, priya)).toEqual(withPicture);
  expect(uploads()).toBe(1);
});

test('a file that is never ready costs the picture, not the message', async () => {
  for (let time = 0; time < 4; time += 1) sandbox.script('chat.postMessage', invalidFile);
  await send('one');
  for (let time = 0; time < 3; time += 1) {
    expect(postsTo(sandbox, priya)).toEqual([]);
    await later(21);
  }
  expect(postsTo(sandbox, priya)).toEqual(['Your week']);
  expect(newestBlocks(sandbox, priya)).toEqual(wordsOnly);
});

test('a file that is gone is forgotten and uploaded anew, without a wait', async () => {
  await send('one');
  await later(3600);
  sandbox.admin.deleteFile(fileShown());
  await send('two');
  expect(uploads()).toBe(2);
  expect(postsTo(sandbox, priya)).toHaveLength(2);
  expect(newestBlocks(sandbox, priya)).toEqual(withPicture);
});

test('other refused blocks cost the picture first, and the blocks only after that', async () => {
  sandbox.script('chat.postMessage', { kind: 'error', error: 'invalid_blocks' });
  await send('one');
  expect(newestBlocks(sandbox, priya)).toEqual(wordsOnly);
  for (let time = 0; time < 2; time += 1)
    sandbox.script('chat.postMessage', { kind: 'error', error: 'invalid_blocks' });
  await send('two');
  expect(sandbox.as(priya).newest()).toMatchObject({ text: 'Your week', blocks: [] });
});

test.each<[string, string, Fault]>([
  ['a missing scope', 'files.getUploadURLExternal', { kind: 'error', error: 'missing_scope', needed: 'files:write' }],
  ['uploads that are switched off', 'files.getUploadURLExternal', { kind: 'error', error: 'file_uploads_disabled' }],
  ['a rate limit', 'files.getUploadURLExternal', { kind: 'rate-limit', retryAfterSeconds: 30 }],
  ['a failing upload', 'upload', { kind: 'http', status: 502 }],
  ['a lost connection', 'upload', { kind: 'reset' }],
  ['a time-out', 'upload', { kind: 'hang' }],
  ['an error at the end', 'files.completeUploadExternal', { kind: 'error', error: 'internal_error' }],
])('%s costs the picture, not the message', async (_name, method, fault) => {
  sandbox.script(method, fault);
  await send('one');
  expect(postsTo(sandbox, priya)).toEqual(['Your week']);
  expect(newestBlocks(sandbox, priya)).toEqual(wordsOnly);
  await send('two');
  expect(callsOf(sandbox, 'files.getUploadURLExternal')).toHaveLength(1);
  const warnings = bot.logged.filter((line) => line.includes('could not be uploaded'));
  expect(warnings).toHaveLength(1);
  expect(warnings.join()).not.toMatch(/xoxb|https?:|It is teal|Your week/);
  await later(301);
  await send('three');
  expect(newestBlocks(sandbox, priya)).toEqual(withPicture);
});

test('a drawing that can’t be made into a file costs its own message the picture, and no other', async () => {
  await send('broken', 'priya', '"<');
  expect(postsTo(sandbox, priya)).toEqual(['Your week']);
  expect(newestBlocks(sandbox, priya)).toEqual(wordsOnly);
  expect(bot.logged.filter((line) => line.includes('could not be drawn'))).toHaveLength(1);
  await send('sound');
  expect(newestBlocks(sandbox, priya)).toEqual(withPicture);
});

test('an update keeps the picture, or brings the new one', async () => {
  await send('one');
  const before = fileShown();
  shown.words = 'Your week, put right';
  await refresh();
  expect(sandbox.as(priya).newest()).toMatchObject({ text: 'Your week, put right' });
  expect([newestBlocks(sandbox, priya), fileShown(), uploads()]).toEqual([withPicture, before, 1]);
  shown.color = 'navy';
  await refresh();
  expect(newestBlocks(sandbox, priya)).toEqual(withPicture);
  expect(fileShown()).not.toBe(before);
});

test('an update whose picture isn’t ready puts the words right at once; the picture follows', async () => {
  await send('one');
  Object.assign(shown, { words: 'Put right', color: 'navy' });
  sandbox.script('chat.update', invalidFile);
  await refresh();
  expect(sandbox.as(priya).newest()?.text).toBe('Put right');
  expect(newestBlocks(sandbox, priya)).toEqual(wordsOnly);
  await later(21);
  expect(newestBlocks(sandbox, priya)).toEqual(withPicture);
  await later(21);
  expect(callsOf(sandbox, 'chat.update')).toHaveLength(3);
});

test('an update whose picture never gets ready is tried four times, then left with the words', async () => {
  await send('one');
  shown.color = 'navy';
  sandbox.script('chat.update', invalidFile);
  await refresh();
  sandbox.admin.deleteFile(newestFile());
  for (let time = 0; time < 6; time += 1) await later(21);
  expect(newestBlocks(sandbox, priya)).toEqual(wordsOnly);
  expect(callsOf(sandbox, 'chat.update').filter(({ failed }) => failed)).toHaveLength(4);
  expect(callsOf(sandbox, 'chat.update')).toHaveLength(8);
  expect(uploads()).toBe(2);
});

test('nothing is uploaded while sending is stopped', async () => {
  sandbox.script('chat.postMessage', { kind: 'error', error: 'account_inactive' });
  await send('one');
  await send('two', 'priya', 'navy');
  expect(uploads()).toBe(1);
});

function fileShown(): string {
  const image: unknown = sandbox.as(priya).newest()?.blocks[1];
  return String(Object(Object(image).slack_file).id);
}

function newestFile(): string {
  const answer: unknown = callsOf(sandbox, 'files.getUploadURLExternal').at(-1)?.answer;
  return String(Object(answer).file_id);
}
