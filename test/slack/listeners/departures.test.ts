/** On the wire: accounts are deactivated, and what those concerned see and can do. */
import { expect, test } from 'vitest';
import type { SandboxUser } from '@firstline/slack-sandbox';
import { findAsk, asksOf } from '../../../src/store/asks.ts';
import { lineOf } from '../../../src/store/held-lines.ts';
import { addPerson, changePerson } from '../../../src/store/people.ts';
import { reportsNow, setManager } from '../../../src/store/reporting-lines.ts';
import { buttonsOf, wordsOf } from '../../helpers/blocks.ts';
import { startBot } from '../../helpers/bot.ts';
import { guestId, slackIdOf } from '../../helpers/people.ts';
import type { PersonKey } from '../../helpers/people.ts';
import { openSandbox, seed, testClock } from '../../helpers/sandbox.ts';
import { fillStore, personCalled } from '../../helpers/store.ts';

const words = 'I need 15% off for Northwind';

async function office(more: readonly string[] = []) {
  const clock = testClock('2026-11-23T10:00:00Z');
  const users = seed.users.map((user) => ({ ...user, isAdmin: user.id === slackIdOf('omar') }));
  const sandbox = await openSandbox({ clock, seed: { ...seed, users } });
  const bot = await startBot({
    sandbox,
    clock,
    fill: async (store, now) => {
      await fillStore(store, now);
      await changePerson(store, (await personCalled(store, 'lee')).id, { isAdmin: false });
      await changePerson(store, (await personCalled(store, 'omar')).id, { isAdmin: true });
      const { id: danaId } = await personCalled(store, 'dana');
      for (const name of more) await setManager(store, await addPerson(store, { name }, now), danaId, '2026-05-01');
    },
  });
  const as = (key: PersonKey) => sandbox.as(slackIdOf(key));
  const idOf = async (key: PersonKey) => (await personCalled(bot.store, key)).id;
  const managerOf = async (key: PersonKey) => (await lineOf(bot.store, await idOf(key)))?.managerId;
  return { clock, sandbox, bot, as, idOf, managerOf };
}
type Office = Awaited<ReturnType<typeof office>>;

function about(person: SandboxUser, said: string) {
  return person.messages().filter((message) => wordsOf(message.blocks).includes(said));
}

async function askFor({ sandbox, as }: Office, key: PersonKey): Promise<void> {
  await as(key).command('/ask', words);
  await sandbox.until('the form', () => as(key).modal());
  as(key).fill({ kind: 'help' });
  expect(await as(key).submit()).toEqual({});
  await sandbox.until('the news', () => about(as(key), 'Your ask has arrived')[0]);
}

/** Two taps: the list, and somebody in it. */
async function pick({ as, idOf }: Office, key: PersonKey, messageTs: string, chosen: string): Promise<void> {
  const label = `departure.choose:${await idOf('dana')}`;
  const choose = chosen.startsWith('U0') ? chosen : slackIdOf(chosen as PersonKey);
  await as(key).press({ label, messageTs, choose });
}

test('a manager’s account is deactivated: the lead has ask and people, and names a successor in two taps', async () => {
  const all = await office();
  const { sandbox, bot, as, managerOf, idOf } = all;
  await askFor(all, 'priya');
  await sandbox.until('the manager’s card', () => about(as('dana'), words)[0]);
  await sandbox.admin.deactivate(slackIdOf('dana'));

  const told = await sandbox.until('the lead to hear', () => about(as('lee'), 'Dana Osei has left.')[0]);
  expect(wordsOf(told.blocks)).toContain('For now you have their people: Nia Cole, Priya Nair and Sam Ruiz.');
  expect(wordsOf(told.blocks)).toContain('With you now: 1 open ask.');
  const card = await sandbox.until('the lead’s card', () => about(as('lee'), words).find(({ ts }) => ts !== told.ts));
  expect(buttonsOf(card.blocks)).toContain('Say yes');
  const news = await sandbox.until(
    'the rep to know',
    () => about(as('priya'), 'Dana Osei has left, so Lee Park has your ask now.')[0],
  );
  expect(wordsOf(news.blocks)).toContain('Talk about it with Lee Park');
  await sandbox.until(
    'no link to who is gone',
    () =>
      !as('priya')
        .messages()
        .some(({ blocks }) => wordsOf(blocks).includes('about it with Dana Osei')),
  );
  const admin = await sandbox.until('the admin to hear', () => about(as('omar'), 'Dana Osei has left.')[0]);
  expect(wordsOf(admin.blocks)).toContain('Lee Park has them for now');

  await pick(all, 'lee', told.ts, 'marco');
  await sandbox.until(
    'the end of it',
    () => about(as('lee'), 'Nia Cole, Priya Nair and Sam Ruiz report to Marco Bianchi now.')[0],
  );
  await sandbox.until('the admin’s end of it', () => about(as('omar'), 'report to Marco Bianchi now.')[0]);
  for (const key of ['priya', 'sam', 'nia'] as const) expect(await managerOf(key)).toBe(await idOf('marco'));
  await sandbox.until('the successor’s card', () => about(as('marco'), words)[0]);
  await sandbox.until('the rep to know', () => about(as('priya'), 'so Marco Bianchi has your ask now.')[0]);
  const [open] = await asksOf(bot.store, { states: ['open'], limit: 5 });
  expect((await findAsk(bot.store, open?.id ?? 0))?.holderId).toBe(await idOf('marco'));
  expect(about(as('lee'), 'Dana Osei left.')).toHaveLength(1);
});

test('a guest and who has left can’t be chosen; one of the people can, and then it is done', async () => {
  const all = await office();
  const { sandbox, as, managerOf, idOf } = all;
  await sandbox.admin.deactivate(slackIdOf('dana'));
  const told = await sandbox.until('the lead to hear', () => about(as('lee'), 'Dana Osei has left.')[0]);
  await pick(all, 'lee', told.ts, guestId);
  await sandbox.until('the refusal', () => about(as('lee'), 'is a guest here')[0]);
  expect(await managerOf('priya')).toBe(await idOf('lee'));
  await pick(all, 'lee', told.ts, 'dana');
  await sandbox.until('the refusal', () => about(as('lee'), 'Dana Osei has left. Choose someone else.')[0]);
  await pick(all, 'lee', told.ts, 'priya');
  await expect.poll(() => managerOf('sam')).toBe(await idOf('priya'));
  expect(await managerOf('priya')).toBe(await idOf('lee'));
  const done = await sandbox.until('the end of it', () => about(as('lee'), 'report to Priya Nair now.')[0]);
  expect([done.ts, buttonsOf(done.blocks)]).toEqual([told.ts, []]);
});

test('different managers, in one form; who is left empty stays with the lead', async () => {
  const all = await office();
  const { sandbox, as, managerOf, idOf } = all;
  await sandbox.admin.deactivate(slackIdOf('dana'));
  const told = await sandbox.until('the lead to hear', () => about(as('lee'), 'Dana Osei has left.')[0]);
  await as('lee').press({ label: 'Different managers', messageTs: told.ts });
  await sandbox.until('the form', () => as('lee').modal());
  as('lee').fill({ [`rep-${await idOf('priya')}`]: slackIdOf('marco'), [`rep-${await idOf('sam')}`]: guestId });
  const refused = await as('lee').submit();
  expect(Object.keys(refused.errors ?? {})).toEqual([`rep-${await idOf('sam')}`]);
  expect(await managerOf('priya')).toBe(await idOf('lee'));
  as('lee').fill({ [`rep-${await idOf('sam')}`]: slackIdOf('tom') });
  expect(await as('lee').submit()).toEqual({});
  expect([await managerOf('priya'), await managerOf('sam')]).toEqual([await idOf('marco'), await idOf('tom')]);
  const left = await sandbox.until('the rest', () => about(as('lee'), 'For now you have their people: Nia Cole.')[0]);
  expect(wordsOf(left.blocks)).toContain('Priya Nair reports to Marco Bianchi now.');
});

test('it was noticed while nobody listened: found at the start, from the database alone, once', async () => {
  const all = await office();
  const { sandbox, bot, as, idOf } = all;
  await askFor(all, 'priya');
  await changePerson(bot.store, await idOf('dana'), { leftOn: '2026-11-22', leftWhy: 'roster' });
  await changePerson(bot.store, await idOf('sam'), { leftOn: '2026-11-22', leftWhy: 'removed' });
  await bot.tick();
  await bot.tick();
  await sandbox.until('the lead to hear', () => about(as('lee'), 'their people: Nia Cole and Priya Nair.')[0]);
  await sandbox.until('the ask', () => about(as('lee'), words)[0]);
  expect(about(as('lee'), 'Dana Osei has left.')).toHaveLength(1);
  expect(about(as('omar'), 'Dana Osei has left.')).toHaveLength(1);
});

test('a rep’s account is deactivated: the manager hears in a line what is closed, and is asked for nothing', async () => {
  const all = await office();
  const { sandbox, as } = all;
  await askFor(all, 'priya');
  const card = await sandbox.until('the card', () => about(as('dana'), words)[0]);
  await sandbox.admin.deactivate(slackIdOf('priya'));
  await sandbox.until(
    'the note',
    () => about(as('dana'), 'Priya Nair has left, so 1 open ask of theirs is closed.')[0],
  );
  const closed = await sandbox.until(
    'the card’s end',
    () => about(as('dana'), 'Priya Nair has left, so this ask is closed.')[0],
  );
  expect(closed.ts).toBe(card.ts);
  expect(buttonsOf(closed.blocks)).toEqual([]);
});

test('nobody is above: the rep hears the truth, and an admin gives them a manager from their Home tab', async () => {
  const all = await office();
  const { sandbox, as, managerOf, idOf } = all;
  await sandbox.admin.deactivate(slackIdOf('lee'));
  await sandbox.admin.deactivate(slackIdOf('dana'));
  const told = await sandbox.until('the admin to hear', () => about(as('omar'), 'Dana Osei has left.')[0]);
  expect(wordsOf(told.blocks)).toContain('no one above them to step in');
  await as('priya').command('/ask', words);
  await sandbox.until('the form', () => as('priya').modal());
  as('priya').fill({ kind: 'help' });
  expect(await as('priya').submit()).toEqual({});
  const waits = await sandbox.until(
    'the truth',
    () => about(as('priya'), 'Dana Osei has left and you don’t have a new manager')[0],
  );
  expect(wordsOf(waits.blocks)).not.toContain('Talk about it');
  await as('omar').openHome();
  const home = await sandbox.until('Home', () => as('omar').home());
  expect(wordsOf(home.blocks)).toContain('4 people have no manager now');
  await as('omar').press({ label: `departure.choose:${await idOf('dana')}`, choose: slackIdOf('marco') });
  await expect.poll(() => managerOf('priya')).toBe(await idOf('marco'));
  await sandbox.until('the ask', () => about(as('marco'), words)[0]);
  await sandbox.until('Home to follow', () =>
    wordsOf(as('omar').home()?.blocks).includes('1 person has no manager now'),
  );
});

test('the lead is away: the ask goes on to whoever stands in, and the message waits for the lead', async () => {
  const all = await office();
  const { sandbox, bot, as, idOf } = all;
  await askFor(all, 'priya');
  await changePerson(bot.store, await idOf('lee'), { outSince: new Date('2026-11-23T08:00:00Z') });
  await sandbox.admin.deactivate(slackIdOf('dana'));
  await sandbox.until('the rep to know', () => about(as('priya'), 'Lee Park is away and has no stand-in.')[0]);
  expect(about(as('lee'), 'Dana Osei has left.')).toEqual([]);
  await sandbox.until('the admin to hear', () => about(as('omar'), 'Dana Osei has left.')[0]);
});

test('the account is active again: whom the lead held goes back, and everything that was said says so', async () => {
  const all = await office();
  const { sandbox, as, managerOf, idOf } = all;
  await sandbox.admin.deactivate(slackIdOf('dana'));
  await sandbox.until('the lead to hear', () => about(as('lee'), 'Dana Osei has left.')[0]);
  await sandbox.admin.deactivate(slackIdOf('dana'), false);
  await sandbox.until('the lead to hear', () => about(as('lee'), 'report to Dana Osei again.')[0]);
  expect(await managerOf('priya')).toBe(await idOf('dana'));
  await sandbox.until('the old message', () => about(as('lee'), 'Dana Osei has left.').length === 0);
});

test('thirty people fit into the message, Home and the form, and are given away in one go', async () => {
  const names = Array.from({ length: 30 }, (_, at) => `A rather long name of a person *${at}* <here>`);
  const all = await office(names);
  const { sandbox, bot, as, idOf } = all;
  await as('lee').openHome();
  await sandbox.admin.deactivate(slackIdOf('dana'));
  const told = await sandbox.until('the lead to hear', () => about(as('lee'), 'Dana Osei has left.')[0]);
  expect(wordsOf(told.blocks)).toContain('and 21 more');
  await sandbox.until('Home', () => wordsOf(as('lee').home()?.blocks).includes('33 people have no manager now'));
  await as('lee').press({ label: 'Different managers', messageTs: told.ts });
  const form = await sandbox.until('the form', () => as('lee').modal());
  expect(form.blocks.filter(({ type }) => type === 'input')).toHaveLength(33);
  await as('lee').close();
  await pick(all, 'lee', told.ts, 'marco');
  await sandbox.until('the end of it', () => about(as('lee'), 'report to Marco Bianchi now.')[0]);
  expect(await reportsNow(bot.store, await idOf('marco'))).toHaveLength(35);
});
