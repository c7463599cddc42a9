/** On the wire: who gets which seat, when names and accounts change in Slack. */
import { expect, test } from 'vitest';
import { findMeant } from '../../src/store/known-as.ts';
import { waitingProposals } from '../../src/store/link-proposals.ts';
import { addPerson, everybody, findPerson, findPersonBySlackId } from '../../src/store/people.ts';
import { setManager } from '../../src/store/reporting-lines.ts';
import type { SandboxUser } from '@firstline/slack-sandbox';
import { buttonsOf } from '../helpers/blocks.ts';
import { homeOf, newcomer, officeWithNewcomer, told } from '../helpers/newcomer.ts';
import type { OfficeWithNewcomer } from '../helpers/newcomer.ts';
import { slackIdOf } from '../helpers/people.ts';
import { personCalled } from '../helpers/store.ts';

/** Everybody in London and in New York is at work: what can wait comes at once. */
const office = (more: Parameters<typeof officeWithNewcomer>[0] = {}) =>
  officeWithNewcomer({ at: '2026-11-23T15:00:00Z', ...more });

/** A VP of the roster, known by name alone, whom Lee reports to. */
async function vice({ bot, clock }: OfficeWithNewcomer): Promise<number> {
  const id = await addPerson(bot.store, { name: 'Vera Pike' }, clock.now());
  await setManager(bot.store, (await personCalled(bot.store, 'lee')).id, id, '2026-09-01');
  return id;
}

function asked(admin: SandboxUser) {
  return admin.messages().find(({ text }) => text.startsWith('Is Vera Pike in Slack the same person'));
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
  expect(buttonsOf(message.blocks)).toEqual(['That’s them', 'Someone else']);
  await bot.tick();
  expect(lee.messages().filter(({ text }) => text.startsWith('Is Vera Pike'))).toHaveLength(1);

  await lee.press({ label: 'Someone else' });
  await sandbox.until('the answer in its place', () =>
    told(lee).includes('Vera Pike in Slack isn’t Vera Pike on the roster. Lee Park said so.'),
  );
  await ned.openHome();
  await sandbox.until(
    'a Home of their own',
    () => homeOf(ned).includes('Set up your team') || homeOf(ned).includes('Who sees what'),
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
  await sandbox.until('the lead’s Home', () => buttonsOf(vera.home()?.blocks).includes('Your team'));
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
  await sandbox.until('the refusal', () => told(lee).includes('Only a Slack workspace admin can do that'));
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
  await sandbox.until('the question', () => homeOf(vera).includes('Are you Vera Pike on the roster?'));
  await vera.press({ label: 'That’s me', home: true });
  await sandbox.until('their Home', () => buttonsOf(vera.home()?.blocks).includes('Your team'));
  expect(await findPerson(bot.store, viceId)).toMatchObject({ slackUserId: newcomer.id, isAdmin: true });
  expect(told(as('lee'))).not.toContain('same person');
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
  await sandbox.until('Home', () => buttonsOf(sis.home()?.blocks).includes('Set up your team'));
  await sis.press({ label: 'Set up your team', home: true });
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
  const { bot, sandbox } = await office({
    users: [{ id: 'U0OTHER', name: 'oth', realName: 'O Ther', teamId: 'T0OTHER' }],
  });
  const other = sandbox.as('U0OTHER');
  await other.openHome();
  await sandbox.until('the refusal', () => homeOf(other).includes('the workspace it is installed in'));
  expect(await findPersonBySlackId(bot.store, 'U0OTHER')).toBeUndefined();
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
    expect(await findMeant(bot.store, { addresses: [address] })).toMatchObject({ kind: 'one', personId });
  for (const name of ['Nathaniel Newman', 'Ned Newman', 'Ned Newman-Moss'])
    expect(await findMeant(bot.store, { names: [name] })).toMatchObject({ personIds: [personId] });
});
