/** On the wire: what a rep is told of the records about them, and what they answer. */
import { expect, test } from 'vitest';
import type { SandboxUser } from '@firstline/slack-sandbox';
import { expectationsOf } from '../../../src/store/expectations.ts';
import { markWelcomed } from '../../../src/store/people.ts';
import { readSettings, writeSetting } from '../../../src/store/settings.ts';
import { confidenceFacts } from '../../../src/store/skills.ts';
import { startBot } from '../../helpers/bot.ts';
import { slackIdOf } from '../../helpers/people.ts';
import { callsOf, postsTo } from '../../helpers/posts.ts';
import { openSandbox, readManifest, seed, testClock } from '../../helpers/sandbox.ts';
import { personCalled } from '../../helpers/store.ts';

const canary = 'Canary: <!channel> & *stars*';
const channel = 'C0SALES';

/** The newest message to somebody that begins like this, as it stands now. */
function message(person: SandboxUser, start: string) {
  return person.messages().findLast(({ text, userId }) => userId !== person.id && text.startsWith(start));
}

/** What that message shows. */
function shown(person: SandboxUser, start: string): string {
  return JSON.stringify(message(person, start)?.blocks ?? '');
}

async function atWork(options: { readonly joins?: boolean } = {}) {
  const clock = testClock('2026-11-24T10:00:00Z');
  const manifest = readManifest();
  const config = {
    scopes: { bot: scopesOf(manifest).filter((scope) => options.joins !== false || scope !== 'channels:join') },
  };
  const sandbox = await openSandbox({ clock, manifest: { ...manifest, oauth_config: config }, seed });
  const bot = await startBot({ sandbox, clock, logLevel: 'debug' });
  const [dana, priya] = [sandbox.as(slackIdOf('dana')), sandbox.as(slackIdOf('priya'))];
  const rep = await personCalled(bot.store, 'priya');
  // Who is new gets hello and what follows in one message; here each is looked at by itself.
  await markWelcomed(bot.store, rep.id, clock.now());
  const until = (what: string, person: SandboxUser, start: string, words: string) =>
    sandbox.until(what, () => shown(person, start).includes(words));
  return { clock, sandbox, bot, dana, priya, rep, until };
}

function scopesOf(manifest: ReturnType<typeof readManifest>): string[] {
  return (manifest as unknown as { oauth_config: { scopes: { bot: string[] } } }).oauth_config.scopes.bot;
}

type Work = Awaited<ReturnType<typeof atWork>>;

/** Dana logs something with Priya through the form. */
async function log(
  { sandbox, dana }: Work,
  kind: string,
  values: Record<string, string>,
  options: { readonly more?: boolean } = {},
): Promise<void> {
  await dana.command('/coach', '@priya');
  await sandbox.until('the form', () => dana.modal()?.callbackId === 'log.save');
  await dana.press({ actionId: 'log.change', blockId: 'behaviour', choose: kind });
  const [field = ''] = Object.keys(values);
  await sandbox.until('its fields', () => JSON.stringify(dana.modal()?.blocks).includes(`"block_id":"${field}"`));
  if (options.more === true) {
    await dana.press({ label: 'More' });
    await sandbox.until('the rest', () => JSON.stringify(dana.modal()?.blocks).includes('"block_id":"happenedOn"'));
  }
  dana.fill(values);
  expect(await dana.submit()).toEqual({});
  await sandbox.until('the confirmation', () => dana.modal()?.title === 'Saved');
  await dana.close();
}

test('what is expected is read and confirmed once, by its rep', async () => {
  const work = await atWork();
  const { sandbox, bot, priya, rep, until } = work;
  const start = 'Dana Osei wrote down';
  await log(work, 'set-standards', { expectation: canary });
  await until('the message', priya, start, '"text":"Canary: <!channel> & *stars*"');
  await priya.press({ label: 'I’ve read it', messageTs: message(priya, start)?.ts ?? '' });
  await until('the confirmation in place', priya, start, 'You confirmed on Nov 24');
  expect(await expectationsOf(bot.store, rep.id)).toMatchObject([{ acknowledgedOn: '2026-11-24' }]);
  expect(postsTo(sandbox, priya.id).filter((text) => text.startsWith(start))).toHaveLength(1);
  expect(bot.logged.join('\n')).not.toContain('Canary');
});

test('how sure somebody is: three answers in place, each to be changed', async () => {
  const work = await atWork();
  const { sandbox, bot, priya, rep, until } = work;
  const start = 'Dana Osei asks';
  await work.dana.command('/coach', '@priya');
  await sandbox.until('the form', () => work.dana.modal());
  await work.dana.press({ actionId: 'log.change', blockId: 'behaviour', choose: 'strategy-brief' });
  await sandbox.until('its fields', () => JSON.stringify(work.dana.modal()?.blocks).includes('"block_id":"topics"'));
  work.dana.fill({ topics: ['how-we-win'] });
  expect(await work.dana.submit()).toEqual({});
  await until('the questions', priya, start, 'I can say how we win.');
  const ts = message(priya, start)?.ts ?? '';
  await priya.press({ messageTs: ts, blockId: 'confidence-how-we-win', choose: '2' });
  await until('the answer in place', priya, start, 'initial_option');
  await priya.press({ messageTs: ts, blockId: 'confidence-how-we-win', choose: '4' });
  await priya.press({ messageTs: ts, blockId: 'confidence-dream-clients', choose: '5: in my sleep' });
  await priya.press({ messageTs: ts, blockId: 'confidence-our-value', choose: '1: not yet' });
  await until('the thanks', priya, start, 'Thank you.');
  const answers = await confidenceFacts(bot.store, [rep.id]);
  expect(answers.every(({ repId }) => repId === rep.id)).toBe(true);
  expect(Object.fromEntries(answers.map(({ topic, value }) => [topic, value]))).toEqual({
    'how-we-win': 4,
    'dream-clients': 5,
    'our-value': 1,
  });
  expect(postsTo(sandbox, slackIdOf('dana')).join('\n')).not.toContain('sure');
});

test('private thanks reach the rep alone', async () => {
  const work = await atWork();
  await log(work, 'recognition', { thanks: canary, where: 'private' });
  await work.until('the thanks', work.priya, 'Dana Osei thanks you', 'Canary');
  expect(shown(work.priya, 'Dana Osei thanks you')).not.toContain('channel.');
  expect(work.priya.messages(channel)).toEqual([]);
});

test('public thanks: the rep is asked once; yes posts them, and later ones go at once', async () => {
  const work = await atWork();
  const { sandbox, bot, priya, rep, until } = work;
  await writeSetting(bot.store, 'workspace', 'winsChannel', channel, new Date());
  await log(work, 'recognition', { thanks: canary, where: 'public' });
  const start = 'Dana Osei thanks you';
  await until('the question', priya, start, 'OK with you?');
  expect(priya.messages(channel)).toEqual([]);
  await priya.press({ label: 'Yes, in the channel', messageTs: message(priya, start)?.ts ?? '' });
  await sandbox.until('the post', () => priya.messages(channel).length === 1);
  expect(JSON.stringify(priya.messages(channel)[0]?.blocks)).toContain(canary);
  expect(priya.messages(channel)[0]?.text).not.toContain('<!channel>');
  await until('the place', priya, start, 'It’s in');
  expect(await readSettings(bot.store, `person:${rep.id}`)).toMatchObject({ publicPraise: true });
  await log(work, 'recognition', { thanks: 'For the pilot', where: 'public' });
  await sandbox.until('the second post', () => priya.messages(channel).length === 2);
  expect(callsOf(sandbox, 'conversations.join')).toHaveLength(1);
  expect(postsTo(sandbox, slackIdOf('dana')).join('\n')).not.toContain('privately');
});

test.each([
  ['the rep says only to me', true, true, 'would rather be thanked'],
  ['there is no wins channel', false, true, 'no wins channel is set'],
  ['the bot isn’t let in', true, false, 'I’m not in the wins channel'],
])('public thanks stay private where %s, and the manager hears why', async (_why, hasChannel, joins, words) => {
  const work = await atWork({ joins });
  const { bot, dana, priya, until } = work;
  if (hasChannel) await writeSetting(bot.store, 'workspace', 'winsChannel', channel, new Date());
  await log(work, 'recognition', { thanks: canary, where: 'public' });
  const start = 'Dana Osei thanks you';
  await until('the thanks', priya, start, 'Canary');
  if (hasChannel) {
    const label = joins ? 'Only to me' : 'Yes, in the channel';
    await priya.press({ label, messageTs: message(priya, start)?.ts ?? '' });
  }
  await until('the reason', dana, 'Your thanks reached Priya privately', words);
  await work.sandbox.until('no question any more', () => !shown(priya, start).includes('OK with you?'));
  await work.sandbox.until('no word of the channel', () => !shown(priya, start).includes('It stands in'));
  expect(priya.messages(channel)).toEqual([]);
});

test('a promise follows what becomes of it, and is told as kept once', async () => {
  const work = await atWork();
  const { sandbox, dana, priya, until } = work;
  await log(work, 'check-in', { heard: 'Words', promise: canary, promiseBy: '2026-11-27' }, { more: true });
  const start = 'Dana Osei promised you';
  await until('the promise', priya, start, 'By Fri, Nov 27.');
  await dana.openHome();
  await sandbox.until('the promise in Home', () => JSON.stringify(dana.home() ?? {}).includes('Canary'));
  await dana.press({ label: 'Move', home: true });
  await sandbox.until('the form', () => dana.modal());
  dana.fill({ dueOn: '2026-11-30' });
  expect(await dana.submit()).toEqual({});
  await until('the new day', priya, start, 'By Mon, Nov 30.');
  await dana.press({ label: 'Kept', home: true });
  await until('that it was kept', priya, start, 'Kept on Nov 24.');
  await until('the news', priya, 'Dana Osei kept a promise', 'Canary');
  expect(postsTo(sandbox, priya.id).filter((text) => text.includes('kept a promise'))).toHaveLength(1);
  await dana.command('/coach', '@priya');
  await sandbox.until('the form', () => dana.modal());
  expect(JSON.stringify(dana.modal()?.blocks)).not.toContain('keep-promise');
});

test('what was agreed to work on: the rep comments, and sees the gap close', async () => {
  const work = await atWork();
  const { clock, bot, sandbox, priya, until } = work;
  const agreed = { gap: canary, rootCause: 'skill', assignment: 'Wait three seconds', assignmentBy: '2026-12-01' };
  await log(work, 'development-gap', agreed, { more: true });
  const start = 'What you and Dana Osei agreed';
  await until('the agreement', priya, start, 'You’ll look at it together on Tue, Dec 1');
  await priya.press({ label: 'Comment', messageTs: message(priya, start)?.ts ?? '' });
  await sandbox.until('the form', () => priya.modal());
  priya.fill({ text: 'Harder on the phone' });
  expect(await priya.submit()).toEqual({});
  await until('the comment', priya, start, 'One comment so far');
  clock.moveTo(new Date('2026-12-01T10:00:00Z'));
  await bot.tick();
  await log(work, 'evaluate-assignment', { result: 'closed' });
  await until('the close', priya, start, 'Goal reached.');
  await until('the news', priya, 'You reached your goal.', 'Dana looked again today and saw it.');
  expect(shown(priya, 'You reached your goal.')).toContain('"text":"Canary: <!channel> & *stars*"');
  expect(postsTo(sandbox, priya.id).join('\n')).not.toMatch(/Seen again|gap is closed/u);
});

test('a shared note is answered: its author hears it once, and it stands under the note', async () => {
  const work = await atWork();
  const { sandbox, bot, dana, priya, until } = work;
  await dana.command('/coach', '@priya You let the silence work');
  await sandbox.until('the answer', () => JSON.stringify(dana.messages()).includes('Share with Priya'));
  await dana.press({ label: 'Share with Priya' });
  const start = 'Dana Osei shared a note with you';
  await until('the note', priya, start, 'You let the silence work');
  expect(shown(priya, start)).toContain('What Dana noticed');
  await priya.press({ label: 'Reply', messageTs: message(priya, start)?.ts ?? '' });
  await sandbox.until('the form', () => priya.modal()?.title === 'Reply');
  expect(JSON.stringify(priya.modal()?.blocks)).toContain('Your reply · Dana reads this');
  priya.fill({ text: canary });
  expect(await priya.submit()).toEqual({});
  await until('the reply under the note', priya, start, '"text":"Canary: <!channel> & *stars*"');
  await sandbox.until('the news', () =>
    postsTo(sandbox, dana.id).some((text) => text.startsWith('Priya Nair replied')),
  );
  expect(postsTo(sandbox, dana.id).filter((text) => text.startsWith('Priya Nair replied'))).toHaveLength(1);
  expect(JSON.stringify(dana.messages())).toContain('replied to your coaching note of Nov 24:');
  await dana.press({ label: 'Open the note' });
  await sandbox.until('the note', () => JSON.stringify(dana.modal()?.blocks ?? []).includes('*Priya* replied'));
  await dana.close();
  await dana.press({ label: 'Delete' });
  await sandbox.until('the words to go', () => !JSON.stringify(priya.messages()).includes('Canary'));
  await sandbox.until('the reply to go', () => !JSON.stringify(dana.messages()).includes('Canary'));
  expect(await bot.store.database.selectFrom('noteReply').selectAll().execute()).toEqual([]);
  expect(bot.logged.join('\n')).not.toContain('Canary');
});
