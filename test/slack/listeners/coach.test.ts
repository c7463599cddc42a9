/** On the wire: `/coach`, the log form and the log's list. */
import { expect, test } from 'vitest';
import { openSandbox, testClock } from '../../helpers/sandbox.ts';
import { startBot } from '../../helpers/bot.ts';
import { guestId, slackIdOf } from '../../helpers/people.ts';
import { personCalled } from '../../helpers/store.ts';
import { addPerson } from '../../../src/store/people.ts';
import { setManager } from '../../../src/store/reporting-lines.ts';
import { buttonsOf } from '../../helpers/blocks.ts';
import { interactionsBetween, readTexts } from '../../../src/store/interactions.ts';
import type { RunningSandbox } from '@firstline/slack-sandbox';

const canary = 'Canary: let the silence work';

async function atWork() {
  const clock = testClock('2026-11-24T10:00:00Z');
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock, logLevel: 'debug' });
  const dana = sandbox.as(slackIdOf('dana'));
  const manager = await personCalled(bot.store, 'dana');
  const logged = () => interactionsBetween(bot.store, { managerId: manager.id, limit: 50 });
  return { sandbox, bot, dana, logged, manager };
}

/** What the newest message says, with its blocks. */
function newest(sandbox: RunningSandbox, key: 'dana' | 'priya'): string {
  return JSON.stringify(sandbox.as(slackIdOf(key)).newest() ?? '');
}

test('one line is a note, private; sharing it tells the rep once, and deleting it takes the words away', async () => {
  const { sandbox, bot, dana, logged } = await atWork();
  await dana.command('/coach', `@priya ${canary} & <b>`);
  await sandbox.until('the answer', () => newest(sandbox, 'dana').includes('Only you can read what you wrote'));
  const [entry] = await logged();
  expect(entry).toMatchObject({ behaviour: 'coaching-note', happenedOn: '2026-11-24', shared: false });
  expect(await readTexts(bot.store, entry?.id ?? 0)).toEqual({ saw: `${canary} & <b>` });
  expect(sandbox.as(slackIdOf('priya')).newest()).toBeUndefined();
  await dana.press({ label: 'Share with Priya' });
  await sandbox.until('Priya to hear of it', () => newest(sandbox, 'priya').includes(canary));
  await dana.press({ label: 'Delete' });
  const heard = () => JSON.stringify(sandbox.as(slackIdOf('priya')).messages());
  await sandbox.until('the words to be gone', () => heard().includes('no longer shared'));
  expect(heard()).not.toContain('Canary');
  expect(await logged()).toEqual([]);
  expect(bot.logged.join('\n')).not.toContain('Canary');
});

test('a name in plain text proposes the one person it can mean: one tap saves, and says what', async () => {
  const { sandbox, bot, dana, logged } = await atWork();
  await dana.command('/coach', `Priya ${canary}`);
  await sandbox.until('the question', () => newest(sandbox, 'dana').includes('coaching note on Priya Nair?'));
  expect(newest(sandbox, 'dana')).toContain(canary);
  expect(await logged()).toEqual([]);
  const press = () => dana.press({ label: 'Save for Priya' });
  await Promise.all([press(), press()]);
  await sandbox.until('the answer in its place', () => newest(sandbox, 'dana').includes('Saved: '));
  const priya = await personCalled(bot.store, 'priya');
  const [entry, ...others] = await logged();
  expect(others).toEqual([]);
  expect(entry).toMatchObject({ repId: priya.id, behaviour: 'coaching-note', shared: false });
  expect(await readTexts(bot.store, entry?.id ?? 0)).toEqual({ saw: canary });
  expect(newest(sandbox, 'dana')).not.toContain('Save for Priya');
  await dana.press({ label: 'Delete' });
  await sandbox.until('it to be undone', async () => (await logged()).length === 0);
  expect(bot.logged.join('\n')).not.toContain('Canary');
});

test('a full name behind an @ is no part of the note, and what was saved is said', async () => {
  const { sandbox, bot, dana, logged } = await atWork();
  // As Slack sends a mention, with the rest of the name typed behind it.
  await dana.command('/coach', `<@${slackIdOf('priya')}> Nair ${canary}`);
  await sandbox.until('the answer', () => newest(sandbox, 'dana').includes('Saved: '));
  expect(await readTexts(bot.store, (await logged())[0]?.id ?? 0)).toEqual({ saw: canary });
  expect(newest(sandbox, 'dana')).toContain(`"${canary}"`);
  await dana.command('/coach', `<@${slackIdOf('priya')}> Nair`);
  await sandbox.until('the form', () => dana.modal());
  expect(await logged()).toHaveLength(1);
});

test('two people of a name: both are offered, with the words', async () => {
  const { sandbox, bot, dana, logged, manager } = await atWork();
  // Whoever starts compares everybody with Slack, where nobody knows the other Priya: before, not in between.
  await bot.tick();
  const other = { name: 'Priya Raman', slackUserId: 'U0RAMAN', timeZone: 'Europe/London' };
  const otherId = await addPerson(bot.store, other, new Date('2026-11-01T10:00:00Z'));
  await setManager(bot.store, otherId, manager.id, '2026-11-01');
  await dana.command('/coach', `Priya ${canary}`);
  await sandbox.until('the question', () => newest(sandbox, 'dana').includes('Who is this about?'));
  expect(newest(sandbox, 'dana')).toContain(canary);
  expect(buttonsOf(sandbox.as(slackIdOf('dana')).newest()?.blocks)).toEqual([
    'Priya Nair',
    'Priya Raman',
    'Somebody else',
  ]);
  await dana.press({ label: 'Priya Raman' });
  await sandbox.until('the answer in its place', () => newest(sandbox, 'dana').includes('Saved: '));
  expect(await logged()).toMatchObject([{ repId: otherId }]);
});

test('a name of nobody: the words come back, and lead to a form that has them', async () => {
  const { sandbox, bot, dana, logged } = await atWork();
  await dana.command('/coach', `@pria ${canary}`);
  await sandbox.until('the answer', () => newest(sandbox, 'dana').includes('no one on your team by that name'));
  expect(newest(sandbox, 'dana')).toContain(canary);
  expect(await logged()).toEqual([]);
  await dana.press({ label: 'Choose who it’s about' });
  const form = await sandbox.until('the form', () => dana.modal());
  expect(JSON.stringify(form.blocks)).toContain(canary);
  expect((await dana.submit()).errors).toHaveProperty('rep');
  const priya = await personCalled(bot.store, 'priya');
  await dana.press({ actionId: 'log.change', blockId: 'rep', choose: String(priya.id) });
  await dana.submit();
  await sandbox.until('the confirmation', () => dana.modal()?.title === 'Saved');
  expect(await logged()).toMatchObject([{ repId: priya.id, behaviour: 'coaching-note' }]);
});

test('who has no people gets the words back', async () => {
  const { sandbox } = await atWork();
  const omar = sandbox.as(slackIdOf('omar'));
  await omar.command('/coach', `Priya ${canary}`);
  const answer = await sandbox.until('the answer', () => omar.newest());
  expect(JSON.stringify(answer)).toContain(canary);
});

test.each([
  ['somebody else’s rep', '@tom'],
  ['themselves', '@dana'],
  ['their own lead', '@lee'],
  ['a guest', `<@${guestId}>`],
  ['nobody that Slack knows', '<@U0NOBODY|priya>'],
])('a note about %s is refused with every word', async (_who, mention) => {
  const { sandbox, dana, logged } = await atWork();
  await dana.command('/coach', `${mention} ${canary}`);
  await sandbox.until('the words to come back', () => newest(sandbox, 'dana').includes(canary));
  expect(await logged()).toEqual([]);
});

test('3,000 characters are saved whole; 3,001 are refused, and come back whole', async () => {
  const { sandbox, bot, dana, logged } = await atWork();
  const fits = `${'a\u0301'.repeat(1499)}ab`;
  await dana.command('/coach', `@priya ${fits}`);
  await sandbox.until('the answer', () => newest(sandbox, 'dana').includes('Saved'));
  expect(await readTexts(bot.store, (await logged())[0]?.id ?? 0)).toEqual({ saw: fits });
  const over = `${fits}🙂`;
  await dana.command('/coach', `@priya ${over}`);
  await sandbox.until('the words to come back', () => newest(sandbox, 'dana').includes(over));
  expect(newest(sandbox, 'dana')).toContain('3002 characters');
  expect(await logged()).toHaveLength(1);
});

test('/coach alone opens the form; choosing another kind keeps what was typed', async () => {
  const { sandbox, dana } = await atWork();
  await dana.command('/coach');
  await sandbox.until('the form', () => dana.modal());
  dana.fill({ saw: canary, try: 'Canary two' });
  await dana.press({ actionId: 'log.change', blockId: 'behaviour', choose: 'check-in' });
  const form = await sandbox.until('the other form', () =>
    JSON.stringify(dana.modal()?.blocks).includes('What I heard') ? dana.modal() : undefined,
  );
  expect(JSON.stringify(form.blocks)).toContain(JSON.stringify(`${canary}\nCanary two`));
});

test('the list shows own entries with their words on demand, and the rep only what was shared', async () => {
  const { sandbox, dana } = await atWork();
  await dana.command('/coach', `@priya ${canary}`);
  await sandbox.until('the answer', () => newest(sandbox, 'dana').includes('Saved'));
  await dana.command('/firstline', 'log');
  await sandbox.until('the list', () => dana.modal()?.title === 'What you logged');
  await dana.press({ label: 'Read' });
  await sandbox.until('the words', () => JSON.stringify(dana.modal()?.blocks).includes(canary));
  await dana.close();
  await dana.press({ label: 'Correct' });
  await sandbox.until('the form', () => dana.modal()?.callbackId === 'log.save');
  dana.fill({ happenedOn: '2026-11-20' });
  await dana.submit();
  await sandbox.until('the list to follow', () => JSON.stringify(dana.modal()?.blocks).includes('Nov 20'));
  const priya = sandbox.as(slackIdOf('priya'));
  await priya.command('/firstline', 'log');
  const list = await sandbox.until('the list', () => priya.modal());
  expect(list.title).toBe('Time with your manager');
  expect(JSON.stringify(list.blocks)).toContain('Nothing yet.');
  await dana.close();
  await dana.press({ label: 'Share with Priya' });
  await sandbox.until('the message', () => JSON.stringify(priya.messages()).includes(canary));
  await priya.close();
  await priya.command('/firstline', 'log');
  await sandbox.until('the note in the list', () =>
    JSON.stringify(priya.modal() ?? {}).includes('Note from Dana Osei'),
  );
  await priya.press({ label: 'Read' });
  await sandbox.until('the words', () => JSON.stringify(priya.modal() ?? {}).includes('What Dana noticed'));
});

test('while Slack is slow to say who is meant nobody reads that it failed, and the answer comes', async () => {
  const { sandbox, dana } = await atWork();
  const release = Promise.withResolvers<void>();
  sandbox.script('users.info', { kind: 'wait', release: release.promise });
  await dana.command('/coach', `<@${guestId}> ${canary}`);
  expect(dana.notices()).toEqual([]);
  release.resolve();
  await sandbox.until('the answer', () => newest(sandbox, 'dana').includes('can’t be in the log'));
  expect(newest(sandbox, 'dana')).toContain(canary);
});
