/** On the wire: who gets which seat and which rights, when names and accounts change in Slack. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findMeant } from '../../src/store/known-as.ts';
import { waitingProposals } from '../../src/store/link-proposals.ts';
import { readPolicy } from '../../src/store/policy.ts';
import { addPerson, changePerson, everybody, findPerson, findPersonBySlackId } from '../../src/store/people.ts';
import { setManager } from '../../src/store/reporting-lines.ts';
import type { SandboxUser, SeedUser } from '../../src/sandbox/index.ts';
import { startBot } from '../helpers/bot.ts';
import { buttonsOf, wordsOf } from '../helpers/blocks.ts';
import { slackIdOf } from '../helpers/people.ts';
import { callsOf } from '../helpers/posts.ts';
import { openSandbox, seed, testClock } from '../helpers/sandbox.ts';
import { personCalled } from '../helpers/store.ts';

const newcomer: SeedUser = { id: 'U0NEWCOMER', name: 'newcomer', realName: 'Ned Newman', timeZone: 'Europe/London' };

async function office(more: { users?: readonly SeedUser[]; enterpriseId?: string; databasePath?: string } = {}) {
  const clock = testClock();
  const { users = [], enterpriseId, databasePath } = more;
  const sandbox = await openSandbox({
    clock,
    seed: { ...seed, users: [...seed.users, newcomer, ...users], ...(enterpriseId !== undefined && { enterpriseId }) },
  });
  const start = () => startBot({ sandbox, clock, ...(databasePath !== undefined && { databasePath }) });
  const bot = await start();
  await bot.tick();
  return { clock, sandbox, bot, start, as: (key: Parameters<typeof slackIdOf>[0]) => sandbox.as(slackIdOf(key)) };
}
type Office = Awaited<ReturnType<typeof office>>;

/** A VP of the roster, known by name alone, whom Lee reports to. */
async function vice({ bot, clock }: Office): Promise<number> {
  const id = await addPerson(bot.store, { name: 'Vera Pike' }, clock.now());
  await setManager(bot.store, (await personCalled(bot.store, 'lee')).id, id, '2026-09-01');
  return id;
}

function homeOf(person: SandboxUser): string {
  return wordsOf(person.home()?.blocks);
}

function asked(admin: SandboxUser) {
  return admin.messages().find(({ text }) => text.startsWith('Is Vera Pike in Slack the same person'));
}

function told(person: SandboxUser): string {
  return person
    .messages()
    .map(({ text }) => text)
    .join('\n');
}

test('whoever is renamed to a name of the roster gets neither seat nor record, and an admin is asked once', async () => {
  const here = await office();
  const { bot, sandbox, as } = here;
  const viceId = await vice(here);
  await sandbox.admin.change(newcomer.id, { realName: 'Vera Pike' });
  const before = await everybody(bot.store);
  const ned = sandbox.as(newcomer.id);
  await ned.openHome();
  await sandbox.until('the refusal', () => homeOf(ned).includes('Someone named Vera Pike is on the roster here.'));
  expect(homeOf(ned)).toContain('An admin has been asked whether that’s you.');
  expect(await everybody(bot.store)).toEqual(before);
  await ned.openHome();
  const lee = as('lee');
  const message = await sandbox.until('the question', () => asked(lee));
  expect(buttonsOf(message.blocks)).toEqual(['That’s them', 'Somebody else']);
  await bot.tick();
  expect(lee.messages().filter(({ text }) => text.startsWith('Is Vera Pike'))).toHaveLength(1);

  await lee.press({ label: 'Somebody else' });
  await sandbox.until('the answer in its place', () =>
    told(lee).includes('Vera Pike in Slack isn’t Vera Pike on the roster. Lee Park said so.'),
  );
  await ned.openHome();
  await sandbox.until(
    'a Home of their own',
    () => homeOf(ned).includes('Set up my team') || homeOf(ned).includes('Who sees what'),
  );
  const own = await findPersonBySlackId(bot.store, newcomer.id);
  expect(own).toMatchObject({ isAdmin: false });
  expect(own?.id).not.toBe(viceId);
  expect(await findPerson(bot.store, viceId)).toMatchObject({ slackUserId: null, leftOn: null });
});

test('an admin’s yes gives the seat, with no more rights than Slack gives, and both hear it', async () => {
  const here = await office();
  const { bot, sandbox, as } = here;
  const viceId = await vice(here);
  await sandbox.admin.change(newcomer.id, { realName: 'Vera Pike' });
  const vera = sandbox.as(newcomer.id);
  await vera.openHome();
  const lee = as('lee');
  await sandbox.until('the question', () => asked(lee));
  await lee.press({ label: 'That’s them' });
  await sandbox.until('the answer in its place', () =>
    told(lee).includes('Vera Pike in Slack is Vera Pike on the roster.'),
  );
  await sandbox.until('the news', () => told(vera).includes('An admin confirmed that you’re Vera Pike on the roster'));
  expect(await findPerson(bot.store, viceId)).toMatchObject({ slackUserId: newcomer.id, isAdmin: false });
  await vera.openHome();
  await sandbox.until('the lead’s Home', () => buttonsOf(vera.home()?.blocks).includes('Change my team'));
  expect(await waitingProposals(bot.store)).toEqual([]);
});

test('who is no admin can’t say it with a button that was left over', async () => {
  const here = await office();
  const { bot, sandbox, as } = here;
  const viceId = await vice(here);
  await sandbox.admin.change(newcomer.id, { realName: 'Vera Pike' });
  await sandbox.as(newcomer.id).openHome();
  const lee = as('lee');
  await sandbox.until('the question', () => asked(lee));
  await sandbox.admin.change(slackIdOf('lee'), { isAdmin: false });
  await lee.press({ label: 'That’s them' });
  await sandbox.until('the refusal', () => told(lee).includes('Only an admin of this Slack workspace can say that'));
  expect(await findPerson(bot.store, viceId)).toMatchObject({ slackUserId: null });
});

test('an admin of Slack with a name of the roster says in Home that it is theirs, where nobody else can', async () => {
  const here = await office();
  const { bot, sandbox, as } = here;
  await sandbox.admin.change(slackIdOf('lee'), { isAdmin: false });
  const viceId = await vice(here);
  await sandbox.admin.change(newcomer.id, { realName: 'Vera Pike', isAdmin: true });
  const vera = sandbox.as(newcomer.id);
  await vera.openHome();
  await sandbox.until('the question', () => homeOf(vera).includes('Are you the Vera Pike on the roster?'));
  await vera.press({ label: 'That’s me', home: true });
  await sandbox.until('their Home', () => buttonsOf(vera.home()?.blocks).includes('Change my team'));
  expect(await findPerson(bot.store, viceId)).toMatchObject({ slackUserId: newcomer.id, isAdmin: true });
  expect(told(as('lee'))).not.toContain('same person');
});

test('a demotion that was missed counts when it matters', async () => {
  const { bot, sandbox, as } = await office();
  const omar = as('omar');
  await changePerson(bot.store, (await personCalled(bot.store, 'omar')).id, { isAdmin: true });
  await omar.command('/firstline', 'settings');
  await sandbox.until('the form', () => buttonsOf(omar.modal()?.blocks).includes('Workspace settings'));
  await omar.press({ label: 'Workspace settings' });
  await sandbox.until('the refusal', () => told(omar).includes('Only an admin can change what holds for everybody'));
  expect(omar.modal()?.callbackId).not.toBe('settings.save-workspace');
  expect((await personCalled(bot.store, 'omar')).isAdmin).toBe(false);
});

test('a right that Slack can’t be asked about is none, and says so', async () => {
  const { bot, sandbox, as } = await office();
  const lee = as('lee');
  await lee.command('/firstline', 'settings');
  await sandbox.until('the form', () => lee.modal());
  await lee.press({ label: 'Workspace settings' });
  await sandbox.until('the workspace’s', () => lee.modal()?.callbackId === 'settings.save-workspace');
  sandbox.script('users.info', { kind: 'http', status: 500 });
  lee.fill({ planNudges: '5' });
  const { errors } = await lee.submit();
  expect(Object.values(errors ?? {}).join(' ')).toContain('I couldn’t check with Slack');
  expect(await readPolicy(bot.store)).toMatchObject({ planNudges: 3 });
  expect(await lee.submit()).toEqual({});
  expect(await readPolicy(bot.store)).toMatchObject({ planNudges: 5 });
});

test('rights follow Slack at once, both ways', async () => {
  const { bot, sandbox } = await office();
  for (const isAdmin of [true, false]) {
    await sandbox.admin.change(slackIdOf('omar'), { isAdmin });
    await expect.poll(async () => (await personCalled(bot.store, 'omar')).isAdmin).toEqual(isAdmin);
  }
});

test('a member who becomes a guest is served no more, with an open form too, until they are a full member again', async () => {
  const { bot, sandbox, as } = await office();
  const lee = as('lee');
  await lee.command('/firstline', 'settings');
  await sandbox.until('the form', () => lee.modal());
  await lee.press({ label: 'Workspace settings' });
  await sandbox.until('the workspace’s', () => lee.modal()?.callbackId === 'settings.save-workspace');
  await sandbox.admin.change(slackIdOf('lee'), { isGuest: true, isAdmin: false });
  await expect.poll(async () => (await personCalled(bot.store, 'lee')).leftWhy).toEqual('guest');
  lee.fill({ planNudges: '5' });
  const { errors } = await lee.submit();
  expect(Object.values(errors ?? {}).join(' ')).toContain('full members of this workspace');
  expect(await readPolicy(bot.store)).toMatchObject({ planNudges: 3 });
  await lee.openHome();
  await sandbox.until('the closed Home', () => homeOf(lee).includes('full members of this workspace'));
  await sandbox.admin.change(slackIdOf('lee'), { isGuest: false, isAdmin: true });
  await expect.poll(async () => (await personCalled(bot.store, 'lee')).leftOn).toEqual(null);
  await lee.openHome();
  await sandbox.until('the open Home', () => homeOf(lee).includes('Dana Osei'));
  expect((await personCalled(bot.store, 'lee')).isAdmin).toBe(true);
});

test('accounts that were deactivated while the bot was down are found at its start; plan and Home follow', async () => {
  const databasePath = join(mkdtempSync(join(tmpdir(), 'firstline-')), 'firstline.db');
  const { clock, sandbox, bot, start, as } = await office({ databasePath });
  const dana = as('dana');
  await dana.openHome();
  await sandbox.until('Home', () => homeOf(dana).includes('Priya Nair'));
  await bot.stop();
  await sandbox.admin.deactivate(slackIdOf('priya'));
  await sandbox.admin.change(slackIdOf('sam'), { isGuest: true });
  await sandbox.admin.change(slackIdOf('lee'), { isAdmin: false });
  clock.moveTo(new Date('2026-11-30T08:59:00Z'));
  const again = await start();
  await again.tick();
  const heard = sandbox.traffic.filter(({ name, failed }) => name === 'user_change' && !failed);
  expect(heard, 'the bot missed the news').toEqual([]);
  expect(await personCalled(again.store, 'priya')).toMatchObject({ leftWhy: 'account' });
  expect(await personCalled(again.store, 'sam')).toMatchObject({ leftWhy: 'guest' });
  expect((await personCalled(again.store, 'lee')).isAdmin).toBe(false);
  await sandbox.until('Home to follow', () => !homeOf(dana).includes('Priya Nair'));
  clock.moveTo(new Date('2026-11-30T09:00:30Z'));
  await again.tick();
  const plan = await sandbox.until('the plan', () => dana.messages().find(({ text }) => text.startsWith('Your week')));
  expect(wordsOf(plan.blocks)).toContain('Nia');
  expect(wordsOf(plan.blocks)).not.toMatch(/Priya|Sam/u);
});

test('nothing is concluded from a part of the list, and whoever it lacks is asked about first', async () => {
  const { bot, sandbox, clock } = await office();
  await changePerson(bot.store, (await personCalled(bot.store, 'omar')).id, { slackUserId: 'U0VANISHED' });
  for (let times = 0; times < 6; times += 1) sandbox.script('users.list', { kind: 'error', error: 'internal_error' });
  clock.moveTo(new Date('2026-11-23T16:00:00Z'));
  await bot.tick();
  expect((await everybody(bot.store)).filter(({ leftOn }) => leftOn !== null)).toEqual([]);
  for (let times = 0; times < 6; times += 1) await bot.tick();
  expect((await everybody(bot.store)).filter(({ leftOn }) => leftOn !== null)).toMatchObject([{ name: 'Omar Haddad' }]);
  expect(callsOf(sandbox, 'users.info').map(({ sent }) => JSON.stringify(sent))).toEqual([
    expect.stringContaining('U0VANISHED'),
  ]);
});

test('without a list everybody is asked about one by one', async () => {
  const { bot, sandbox, clock } = await office();
  const { id } = await personCalled(bot.store, 'omar');
  await changePerson(bot.store, id, { isAdmin: true });
  sandbox.script('users.list', { kind: 'error', error: 'missing_scope', needed: 'users:read' });
  clock.moveTo(new Date('2026-11-23T16:00:00Z'));
  await bot.tick();
  expect(await findPerson(bot.store, id)).toMatchObject({ isAdmin: false, leftOn: null });
});

test('a list of users that fails while a roster waits to be linked stops no command, Home or plan', async () => {
  const { bot, sandbox, clock, as } = await office();
  await addPerson(bot.store, { name: 'Not In Slack' }, clock.now());
  const id = await addPerson(bot.store, { name: 'Ned N.', email: 'ned@example.com' }, clock.now());
  await setManager(bot.store, id, (await personCalled(bot.store, 'dana')).id, '2026-09-01');
  await sandbox.admin.change(newcomer.id, { email: 'ned@example.com' });
  for (let times = 0; times < 8; times += 1) sandbox.script('users.list', { kind: 'http', status: 500 });
  for (let times = 0; times < 8; times += 1) sandbox.script('users.lookupByEmail', { kind: 'http', status: 500 });
  const ned = sandbox.as(newcomer.id);
  await ned.command('/ask', 'A second pair of eyes on the Acme offer');
  await sandbox.until('the form', () => ned.modal());
  await ned.close();
  await ned.openHome();
  await sandbox.until('Home', () => homeOf(ned).includes('You report to Dana Osei.'));
  clock.moveTo(new Date('2026-11-23T09:00:30Z'));
  await bot.tick();
  await sandbox.until('the plan', () =>
    as('dana')
      .messages()
      .some(({ text }) => text.startsWith('Your week')),
  );
  expect(await findPerson(bot.store, id)).toMatchObject({ slackUserId: newcomer.id });
});

test('a full member of another workspace of the organisation is served, by either of their ids; another company’s is not', async () => {
  const elsewhere = { teamId: 'T0SISTER', timeZone: 'Europe/London' };
  const users = [
    { ...elsewhere, id: 'U0SISTER', enterpriseUserId: 'W0SISTER', name: 'sis', realName: 'Sis Ter', isAdmin: true },
    { ...elsewhere, id: 'U0SISTERGUEST', name: 'guestsis', realName: 'Gus Ter', isGuest: true },
  ];
  const { bot, sandbox } = await office({ users, enterpriseId: 'E0ORG' });
  const sis = sandbox.as('U0SISTER');
  await sis.openHome();
  await sandbox.until('Home', () => buttonsOf(sis.home()?.blocks).includes('Set up my team'));
  await sis.press({ label: 'Set up my team', home: true });
  await sandbox.until('the form', () => sis.modal());
  const person = await findPersonBySlackId(bot.store, 'W0SISTER');
  expect(person).toMatchObject({ slackUserId: 'U0SISTER', name: 'Sis Ter', isAdmin: false });
  for (const [id, reason] of [
    ['U0SISTERGUEST', 'full members'],
    ['U0STRANGER', 'the workspace it is installed in'],
  ] as const) {
    const other = sandbox.as(id);
    await other.openHome();
    await sandbox.until('the refusal', () => homeOf(other).includes(reason));
  }
});

test('whoever moved to another company’s workspace is a stranger where there is no organisation', async () => {
  const { sandbox } = await office({ users: [{ id: 'U0OTHER', name: 'oth', realName: 'O Ther', teamId: 'T0OTHER' }] });
  const other = sandbox.as('U0OTHER');
  await other.openHome();
  await sandbox.until('the refusal', () => homeOf(other).includes('the workspace it is installed in'));
});

test('names and addresses of both sides go on meaning the same person', async () => {
  const { bot, sandbox, clock } = await office();
  const email = 'ned@example.com';
  const personId = await addPerson(bot.store, { name: 'Nathaniel Newman', email }, clock.now());
  await sandbox.admin.change(newcomer.id, { email });
  await expect.poll(async () => (await findPerson(bot.store, personId))?.slackUserId).toEqual(newcomer.id);
  await sandbox.admin.change(newcomer.id, { realName: 'Ned Newman-Moss', email: 'moss@example.com' });
  await expect.poll(async () => (await findPerson(bot.store, personId))?.name).toEqual('Ned Newman-Moss');
  expect(await findPerson(bot.store, personId)).toMatchObject({ email });
  for (const address of [email, 'moss@example.com'])
    expect(await findMeant(bot.store, { addresses: [address] }), address).toMatchObject({ kind: 'one', personId });
  for (const name of ['Nathaniel Newman', 'Ned Newman', 'Ned Newman-Moss'])
    expect(await findMeant(bot.store, { names: [name] }), name).toMatchObject({ personIds: [personId] });
});
