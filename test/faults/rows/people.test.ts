/** People move, leave, or were never part of it; channels close; the app goes. */
import { expect } from 'vitest';
import type { SandboxUser } from '@firstline/slack-sandbox';
import { sql } from 'kysely';
import { setUpTeam } from '../../../src/acts/set-up-team.ts';
import { makePublic } from '../../../src/acts/praise.ts';
import { importRoster } from '../../../src/importing/roster/roster.ts';
import { asksOf, findAsk } from '../../../src/store/asks.ts';
import { openCycle } from '../../../src/store/cycles.ts';
import { interactionsBetween } from '../../../src/store/interactions.ts';
import { nudgesSince } from '../../../src/store/nudges.ts';
import { markWelcomed } from '../../../src/store/people.ts';
import { addPraise } from '../../../src/store/praises.ts';
import { currentLines } from '../../../src/store/reporting-lines.ts';
import { writeSetting } from '../../../src/store/settings.ts';
import { buttonsOf, wordsOf } from '../../helpers/blocks.ts';
import { startBot } from '../../helpers/bot.ts';
import { row } from '../../helpers/fault-rows.ts';
import { csv } from '../../helpers/imports.ts';
import { acme, birch, installAndFill, openTown, startInstalledBot } from '../../helpers/installed.ts';
import { guestId, slackIdOf, strangerId } from '../../helpers/people.ts';
import { callsOf, postsTo } from '../../helpers/posts.ts';
import { openSandbox, testClock } from '../../helpers/sandbox.ts';
import { personCalled } from '../../helpers/store.ts';

async function work(from = '2026-11-24T10:00:00Z') {
  const clock = testClock(from);
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock });
  await bot.tick();
  const as = (key: Parameters<typeof slackIdOf>[0]) => sandbox.as(slackIdOf(key));
  const at = async (instant: string): Promise<void> => {
    clock.moveTo(new Date(instant));
    await bot.tick();
  };
  return { clock, sandbox, bot, as, at };
}

const heard = (person: SandboxUser) => JSON.stringify(person.messages());
const homeOf = (person: SandboxUser) => JSON.stringify(person.home()?.blocks ?? []);

row(30, async () => {
  const channel = 'C0SALES';
  for (const error of ['is_archived', 'not_in_channel']) {
    const { clock, sandbox, bot, as } = await work('2026-11-23T16:00:00Z');
    const { store, context } = bot;
    const [manager, rep] = [await personCalled(store, 'dana'), await personCalled(store, 'priya')];
    await markWelcomed(store, rep.id, clock.now());
    await writeSetting(store, 'workspace', 'winsChannel', channel, clock.now());
    await writeSetting(store, `person:${rep.id}`, 'publicPraise', true, clock.now());
    if (error === 'is_archived') sandbox.admin.archive(channel);
    const refuse = { kind: 'error', error: 'method_not_supported_for_channel_type' } as const;
    const thank = async (text: string) => {
      const given = { managerId: manager.id, repId: rep.id, text, isPublic: true };
      const id = await addPraise(store, { ...given, interactionId: null, givenOn: '2026-11-23' }, clock.now());
      if (error === 'not_in_channel') {
        sandbox.script('conversations.join', refuse);
        sandbox.script('chat.postMessage', { kind: 'error', error });
      }
      await makePublic(context, store, { ...given, id }, clock.now());
      await bot.tick();
      await bot.tick();
    };
    const tries = () =>
      callsOf(sandbox, 'chat.postMessage').filter(({ sent }) => JSON.stringify(sent).includes(`"${channel}"`)).length;
    await thank('For the pilot');
    const first = tries();
    await thank('For the demo');
    expect([error, first, tries()]).toEqual([error, 1, 1]);
    expect(as('priya').messages(channel)).toEqual([]);
    expect((await bot.health()).winsChannel).toBeDefined();
    await as('lee').command('/firstline', 'settings');
    await sandbox.until('settings', () => as('lee').modal());
    await as('lee').press({ label: 'Workspace settings' });
    const shown = await sandbox.until(
      'those of the workspace',
      () => as('lee').modal()?.title === 'Workspace settings' && as('lee').modal(),
    );
    expect(wordsOf(shown.blocks)).toMatch(/the channel is archived|not in the channel/u);
  }
});

row(39, async () => {
  const { clock, sandbox, bot, as } = await work();
  const [dana, marco, priya] = [
    await personCalled(bot.store, 'dana'),
    await personCalled(bot.store, 'marco'),
    await personCalled(bot.store, 'priya'),
  ];
  await as('dana').command('/coach', '@priya Canary-private she talks first');
  await sandbox.until('the note', () => heard(as('dana')).includes('Saved'));
  await as('dana').command('/coach', '@priya Canary-shared she waited');
  await sandbox.until('the note', () => /Saved.*she waited/u.test(JSON.stringify(as('dana').newest())));
  await as('dana').press({ actionId: 'log.share', messageTs: as('dana').newest()?.ts ?? '' });
  await sandbox.until('the rep to read it', () => heard(as('priya')).includes('Canary-shared'));
  const cycle = { gap: 'Gap-canary', rootCause: 'skill', assignment: 'Ask twice', dueOn: '2026-12-01' } as const;
  await openCycle(bot.store, { ...cycle, managerId: dana.id, repId: priya.id, openedOn: '2026-11-16' }, clock.now());
  await as('priya').command('/ask', 'Ask-canary for Northwind');
  await sandbox.until('the form', () => as('priya').modal());
  await as('priya').submit();
  const card = await sandbox.until('the card', () =>
    as('dana')
      .messages()
      .find(({ blocks }) => wordsOf(blocks).includes('Ask-canary')),
  );

  const taking = { repIds: [priya.id], leadId: undefined, once: 'view:move' };
  await setUpTeam(bot.context, { ...marco, isAdmin: true }, taking);
  await bot.tick();
  await sandbox.until('the new manager’s card', () => heard(as('marco')).includes('Ask-canary'));
  for (const key of ['dana', 'marco', 'lee'] as const) {
    await as(key).openHome();
    await sandbox.until('Home', () => as(key).home());
  }
  await as('marco')
    .press({ actionId: 'person.open', home: true, choose: String(priya.id) })
    .catch(() => undefined);
  for (const key of ['marco', 'lee'] as const)
    expect(heard(as(key)) + homeOf(as(key)) + JSON.stringify(as(key).modal() ?? '')).not.toMatch(
      /Canary-(?:private|shared)/u,
    );
  expect(homeOf(as('dana'))).not.toMatch(/Ask-canary|Gap-canary/u);
  // The old card answers no more, and the old manager notes nothing about who isn't theirs.
  const [ask] = await asksOf(bot.store, { states: ['open'], limit: 1 });
  expect((await findAsk(bot.store, ask?.id ?? 0))?.holderId).toBe(marco.id);
  const old = as('dana')
    .messages()
    .find(({ ts }) => ts === card.ts);
  expect(buttonsOf(old?.blocks)).not.toContain('Say yes');
  const before = (await interactionsBetween(bot.store, { limit: 9 })).length;
  await as('dana').command('/coach', `<@${slackIdOf('priya')}> Later`);
  await sandbox.until('the refusal', () => heard(as('dana')).includes('doesn’t report to you'));
  expect(await interactionsBetween(bot.store, { limit: 9 })).toHaveLength(before);
});

row(40, async () => {
  const { sandbox, bot, as, at } = await work('2026-11-20T16:00:00Z');
  await sandbox.admin.deactivate(slackIdOf('priya'));
  await expect.poll(async () => (await personCalled(bot.store, 'priya')).leftOn).not.toBeNull();
  const before = postsTo(sandbox, slackIdOf('priya')).length;
  // One person in the teams of two, by a file: the second line is refused, and so is who would lead themselves, or their lead.
  const file = csv(
    'name,email,manager_email',
    'Nia Cole,nia@example.com,dana@example.com',
    'Nia Cole,nia@example.com,marco@example.com',
    'Omar Haddad,omar@example.com,omar@example.com',
    'Lee Park,lee@example.com,sam@example.com',
  );
  const { refused } = await importRoster(bot.store, file, {}, bot.context.clock());
  expect(refused.map(({ line }) => line)).toEqual([3, 5]);
  for (const { reason } of refused) expect(reason.length).toBeGreaterThan(20);
  const lines = await currentLines(bot.store);
  expect(lines.filter(({ personId, managerId }) => personId === managerId)).toEqual([]);
  const sam = (await personCalled(bot.store, 'sam')).id;
  for (const key of ['sam', 'nia'] as const) {
    const { id } = await personCalled(bot.store, key);
    expect(lines.filter(({ personId }) => personId === id)).toHaveLength(1);
  }
  await at('2026-11-23T15:30:00Z');
  const plans = (['dana', 'marco', 'lee'] as const).map((key) =>
    as(key)
      .messages()
      .filter(({ text }) => text.startsWith('This week'))
      .map(({ blocks }) => wordsOf(blocks))
      .join('\n'),
  );
  expect(plans[0]).toContain('This week');
  expect(plans.join('\n')).not.toContain('Priya');
  expect(postsTo(sandbox, slackIdOf('priya'))).toHaveLength(before);
  const aboutSam = await Promise.all(
    (['dana', 'marco'] as const).map(async (key) =>
      (await nudgesSince(bot.store, (await personCalled(bot.store, key)).id, new Date(0))).filter(
        ({ repId }) => repId === sam,
      ),
    ),
  );
  expect(aboutSam[1]).toEqual([]);
  expect(aboutSam[0]?.length).toBeLessThanOrEqual(2);
});

row(41, async () => {
  const { sandbox, bot, as } = await work();
  await as('dana').command('/coach', '@priya Canary she listened');
  await sandbox.until('the note', () => heard(as('dana')).includes('Saved'));
  for (const userId of [guestId, strangerId]) {
    const outsider = sandbox.as(userId);
    for (const [command, text] of [
      ['/ask', 'Canary'],
      ['/coach', `<@${slackIdOf('priya')}> Canary of an outsider`],
      ['/firstline', 'plan'],
      ['/firstline', 'people'],
    ] as const) {
      const before = outsider.messages().length;
      await outsider.command(command, text);
      const answer = await sandbox.until('the refusal', () => outsider.messages().length > before && outsider.newest());
      expect(wordsOf(answer.blocks)).toMatch(/full members|the workspace it is installed in/u);
    }
    await outsider.openHome();
    const home = await sandbox.until('the closed Home', () => outsider.home());
    expect(wordsOf(home.blocks)).toMatch(/full members|the workspace it is installed in/u);
    expect(buttonsOf(home.blocks)).toEqual([]);
    expect(outsider.modal()).toBeUndefined();
    expect(heard(outsider) + homeOf(outsider)).not.toMatch(/Dana|Priya Nair|listened/u);
  }
  for (const whom of [guestId, strangerId, sandbox.botUserId]) {
    const before = as('dana').messages().length;
    await as('dana').command('/coach', `<@${whom}> Words that come back`);
    await sandbox.until('the refusal', () => as('dana').messages().length > before);
    expect(JSON.stringify(as('dana').newest())).toContain('Words that come back');
  }
  expect(await asksOf(bot.store, { states: ['open'], limit: 9 })).toEqual([]);
  expect(await interactionsBetween(bot.store, { limit: 9 })).toHaveLength(1);
});

row(42, async () => {
  for (const first of ['app_uninstalled', 'tokens_revoked'] as const) {
    // With one token.
    const clock = testClock();
    const sandbox = await openSandbox({ clock });
    const bot = await startBot({ sandbox, clock });
    const release = Promise.withResolvers<void>();
    for (let times = 0; times < 4; times += 1)
      sandbox.script('chat.postMessage', { kind: 'wait', release: release.promise });
    clock.moveTo(new Date('2026-11-23T14:30:00Z'));
    const ticked = bot.tick();
    await sandbox.until('a post on its way', () => callsOf(sandbox, 'chat.postMessage').length > 0);
    await sandbox.uninstall(first);
    await expect.poll(async () => (await bot.health()).sending.state).toBe('stopped');
    const begun = callsOf(sandbox, 'chat.postMessage').length;
    release.resolve();
    await ticked;
    for (const instant of ['2026-11-23T15:30:00Z', '2026-11-30T15:30:00Z']) {
      clock.moveTo(new Date(instant));
      await bot.tick();
    }
    expect(callsOf(sandbox, 'chat.postMessage')).toHaveLength(begun);
    expect(callsOf(sandbox, 'auth.test')).toHaveLength(1);

    // Where workspaces install it themselves.
    const town = await openTown();
    const many = await startInstalledBot(town);
    const context = await installAndFill(town, many, acme);
    await installAndFill(town, many, birch);
    const there = town.slack.workspace(acme);
    const posts = () => callsOf(there, 'chat.postMessage').length;
    const held = Promise.withResolvers<void>();
    for (let times = 0; times < 4; times += 1)
      there.script('chat.postMessage', { kind: 'wait', release: held.promise });
    town.clock.moveTo(new Date('2026-11-23T14:30:00Z'));
    const sent = many.tick();
    await there.until('a post on its way', () => posts() > 0);
    const gone = town.slack.uninstall({ teamId: acme }, first);
    held.resolve();
    await Promise.all([gone, sent]);
    await expect.poll(() => many.contextOf(acme)).toBeUndefined();
    const stopped = posts();
    await many.tick();
    expect(posts()).toBe(stopped);
    const tokens = async () =>
      (await sql<{ id: string }>`select id from slack_installation`.execute(context.store.database)).rows;
    expect(await tokens()).toEqual([{ id: birch }]);
    await town.slack.install({ teamId: acme }, town.installUrl);
    await many.context(acme);
    town.clock.moveTo(new Date('2026-11-30T15:30:00Z'));
    await many.tick();
    const plans = postsTo(there, slackIdOf('dana')).length;
    expect(plans).toBeGreaterThan(0);
    await many.tick();
    expect(postsTo(there, slackIdOf('dana'))).toHaveLength(plans);
    await many.stop();
    await bot.stop();
  }
});
