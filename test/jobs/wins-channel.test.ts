/** The wins channel was archived, or the bot can't get in: on the wire. */
import { expect, test } from 'vitest';
import type { Fault } from '@firstline/slack-sandbox';
import { markWelcomed } from '../../src/store/people.ts';
import { writeSetting } from '../../src/store/settings.ts';
import { addPraise } from '../../src/store/praises.ts';
import { makePublic } from '../../src/acts/praise.ts';
import { tellRep } from '../../src/acts/tell-rep.ts';
import { startBot } from '../helpers/bot.ts';
import { wordsOf } from '../helpers/blocks.ts';
import { slackIdOf } from '../helpers/people.ts';
import { callsOf } from '../helpers/posts.ts';
import { openSandbox, testClock } from '../helpers/sandbox.ts';
import { personCalled } from '../helpers/store.ts';

const channel = 'C0SALES';

async function start() {
  const clock = testClock('2026-11-23T16:00:00Z');
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock });
  await bot.tick();
  const { store, context } = bot;
  const [manager, rep] = [await personCalled(store, 'dana'), await personCalled(store, 'priya')];
  await markWelcomed(store, rep.id, clock.now());
  await writeSetting(store, 'workspace', 'winsChannel', channel, clock.now());
  await writeSetting(store, `person:${rep.id}`, 'publicPraise', true, clock.now());
  /** Dana thanks Priya in public; what Slack says in place of an ordinary answer to the post in the channel. */
  const thank = async (text: string, fault?: Fault) => {
    const now = clock.now();
    const given = { managerId: manager.id, repId: rep.id, text, isPublic: true };
    const id = await addPraise(store, { ...given, interactionId: null, givenOn: '2026-11-23' }, now);
    await tellRep(context, store, { kind: 'praise', repId: rep.id, subject: { praise: id } }, now);
    if (fault !== undefined) {
      await bot.tick();
      sandbox.script('chat.postMessage', fault);
    }
    await makePublic(context, store, { ...given, id }, now);
    await bot.tick();
    await bot.tick();
  };
  const later = async (hours: number) => {
    clock.moveTo(new Date(clock.now().getTime() + hours * 3_600_000));
    await bot.tick();
    await bot.tick();
  };
  const tries = () =>
    callsOf(sandbox, 'chat.postMessage').filter(({ sent }) => JSON.stringify(sent).includes(`"channel":"${channel}"`))
      .length;
  const posted = () =>
    sandbox
      .as(rep.slackUserId ?? '')
      .messages(channel)
      .map(({ text }) => text);
  const told = (key: 'dana' | 'lee' | 'priya', words: string) =>
    sandbox
      .as(slackIdOf(key))
      .messages()
      .filter(({ text, blocks }) => `${text} ${wordsOf(blocks)}`.includes(words));
  return { clock, sandbox, bot, thank, later, tries, posted, told, lee: sandbox.as(slackIdOf('lee')) };
}

test('archived: thanks arrive in private, the manager hears the true reason, an admin once, and it isn’t tried each time', async () => {
  const { sandbox, bot, thank, tries, posted, told, lee } = await start();
  sandbox.admin.archive(channel);
  await thank('For the pilot');
  await thank('For the demo');
  expect(tries()).toBe(1);
  expect(posted()).toEqual([]);
  for (const words of ['For the pilot', 'For the demo']) expect(told('priya', words)).toHaveLength(1);
  expect(told('dana', 'the wins channel is archived')).toHaveLength(2);
  expect(JSON.stringify(told('dana', 'reached Priya privately'))).not.toContain('/invite');
  expect(told('lee', 'the channel is archived')).toHaveLength(1);
  expect((await bot.health()).winsChannel).toMatchObject({ problem: 'archived' });
  expect((await bot.health()).ok).toBe(true);
  await lee.command('/firstline', 'settings');
  await sandbox.until('settings', () => lee.modal());
  await lee.press({ label: 'Workspace settings' });
  const shown = await sandbox.until(
    'those of the workspace',
    () => lee.modal()?.title === 'Workspace settings' && lee.modal(),
  );
  expect(wordsOf(shown.blocks)).toContain('the channel is archived');
});

test('an admin unarchives it and presses “Try again”: the next thanks stand there, and the message says it is over', async () => {
  const { sandbox, bot, thank, posted, told, lee } = await start();
  sandbox.admin.archive(channel);
  await thank('For the pilot');
  const [word] = told('lee', 'the channel is archived');
  await lee.press({ label: 'Try again', messageTs: word?.ts ?? '' });
  expect((await bot.health()).winsChannel).toBeDefined();
  sandbox.admin.archive(channel, false);
  await lee.press({ label: 'Try again', messageTs: word?.ts ?? '' });
  await sandbox.until('it is over', () => told('lee', 'is working again').length === 1);
  await thank('For the demo');
  expect(posted()).toHaveLength(1);
  expect((await bot.health()).winsChannel).toBeUndefined();
});

test('looked at once a day: unarchived by somebody, it is used again without a word', async () => {
  const { sandbox, bot, thank, later, posted, told } = await start();
  sandbox.admin.archive(channel);
  await thank('For the pilot');
  const joins = () => callsOf(sandbox, 'conversations.join').length;
  const before = joins();
  await later(1);
  expect(joins()).toBe(before);
  await later(24);
  expect(joins()).toBe(before + 1);
  sandbox.admin.archive(channel, false);
  await later(25);
  expect((await bot.health()).winsChannel).toBeUndefined();
  await later(16);
  await thank('For the demo');
  expect(posted()).toHaveLength(1);
  expect(told('lee', 'the channel is archived')).toHaveLength(0);
});

test.each<[string, string, string | undefined, string]>([
  ['private, and the bot is not in it', 'channel_not_found', 'channel_not_found', 'I can’t find the channel'],
  ['not to be joined', 'not_in_channel', 'method_not_supported_for_channel_type', 'I’m not in the channel'],
  ['for announcements only', 'restricted_action', undefined, 'doesn’t let me post'],
])('%s: an admin hears how to mend it; a day later the next thanks try, and nobody hears twice', async (...given) => {
  const [, error, toJoin, words] = given;
  const { sandbox, bot, thank, later, tries, told, posted } = await start();
  const refuseToJoin = () => {
    if (toJoin !== undefined) sandbox.script('conversations.join', { kind: 'error', error: toJoin });
  };
  if (error === 'not_in_channel') refuseToJoin();
  await thank('For the pilot', { kind: 'error', error });
  await thank('For the demo');
  expect(tries()).toBe(1);
  expect(told('lee', words)).toHaveLength(1);
  expect(told('dana', 'reached Priya privately')).toHaveLength(2);
  refuseToJoin();
  await later(24.5);
  expect(tries()).toBe(1);
  if (error === 'not_in_channel') refuseToJoin();
  // A channel that anybody may join is known to work again without a try.
  const fails = toJoin !== undefined;
  if (fails) await thank('For the deck', { kind: 'error', error });
  expect(tries()).toBe(fails ? 2 : 1);
  expect(told('lee', 'I can’t post wins')).toHaveLength(fails ? 1 : 0);
  refuseToJoin();
  await later(24.5);
  await thank('For the week');
  expect(posted()).toHaveLength(1);
  expect((await bot.health()).winsChannel).toBeUndefined();
  expect(told('lee', 'is working again')).toHaveLength(1);
});

test('another channel is chosen: it is used, and what was the matter with the old one concerns nobody', async () => {
  const { clock, sandbox, bot, thank, told } = await start();
  sandbox.admin.createChannel('C0WINS', 'wins', [slackIdOf('priya')]);
  sandbox.admin.archive(channel);
  await thank('For the pilot');
  await writeSetting(bot.store, 'workspace', 'winsChannel', 'C0WINS', clock.now());
  await thank('For the demo');
  expect(sandbox.as(slackIdOf('priya')).messages('C0WINS')).toHaveLength(1);
  expect((await bot.health()).winsChannel).toBeUndefined();
  await sandbox.until('it is over', () => told('lee', 'is working again').length === 1);
});
