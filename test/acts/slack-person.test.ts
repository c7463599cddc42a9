/** Who somebody in Slack is to the bot: against the sandbox's Web API. */
import { expect, test } from 'vitest';
import { decideLink } from '../../src/acts/link-proposals.ts';
import { linkPeople } from '../../src/acts/link-people.ts';
import { waitingProposals } from '../../src/store/link-proposals.ts';
import { addPerson, everybody, findPerson } from '../../src/store/people.ts';
import { whyUnfit } from '../../src/acts/slack-facts.ts';
import { personOfSlackUser } from '../../src/acts/slack-person.ts';
import { actingPerson } from '../../src/slack/wire/acting.ts';
import { startBot } from '../helpers/bot.ts';
import { guestId, slackIdOf, strangerId } from '../helpers/people.ts';
import { openSandbox, teamId, testClock } from '../helpers/sandbox.ts';

async function emptyOffice() {
  const clock = testClock();
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock, fill: () => Promise.resolve() });
  return { ...bot, sandbox, now: clock.now() };
}

test('who comes for the first time is put on record once, as Slack knows them', async () => {
  const { context, store } = await emptyOffice();
  const both = await Promise.all([1, 2].map(() => actingPerson(context, { userId: slackIdOf('lee'), teamId })));
  expect(both[0]).toEqual(both[1]);
  expect(await everybody(store)).toMatchObject([
    { name: 'Lee Park', email: 'lee@example.com', timeZone: 'Europe/London', isAdmin: true, leftOn: null },
  ]);
});

test('who is on the roster by e-mail address is the same person, shown as Slack has them now, in the roster’s zone', async () => {
  const { context, store, now } = await emptyOffice();
  const id = await addPerson(store, { name: 'P. Nair', email: 'Priya@Example.com', timeZone: 'Asia/Kolkata' }, now);
  expect(await actingPerson(context, { userId: slackIdOf('priya') })).toMatchObject({
    id,
    name: 'Priya Nair',
    timeZone: 'Asia/Kolkata',
    slackUserId: slackIdOf('priya'),
  });
});

test('a name alone gives nobody a seat, nor a second record, until an admin says who they are', async () => {
  const { context, store, now } = await emptyOffice();
  const id = await addPerson(store, { name: 'Priya  NAIR' }, now);
  const priya = { userId: slackIdOf('priya') };
  await expect(actingPerson(context, priya)).rejects.toThrow('Ask an admin of this Slack workspace');
  await actingPerson(context, { userId: slackIdOf('lee') });
  await expect(actingPerson(context, priya)).rejects.toThrow('An admin has been asked whether that’s you');
  expect(await everybody(store)).toHaveLength(2);
  const [pair] = await waitingProposals(store);
  const decision = { proposalId: pair?.id ?? 0, isSame: true, actorId: null };
  await decideLink(context, store, decision, now);
  expect((await actingPerson(context, priya)).id).toBe(id);
});

test('“somebody else” gives them a record of their own the next time, and isn’t asked again', async () => {
  const { context, store, now } = await emptyOffice();
  const id = await addPerson(store, { name: 'Priya Nair' }, now);
  const priya = { userId: slackIdOf('priya') };
  await expect(actingPerson(context, priya)).rejects.toThrow('on the roster here');
  const [pair] = await waitingProposals(store);
  await decideLink(context, store, { proposalId: pair?.id ?? 0, isSame: false, actorId: null }, now);
  const own = await actingPerson(context, priya);
  expect(own.id).not.toBe(id);
  await linkPeople(context);
  expect(await waitingProposals(store)).toEqual([]);
  expect(await findPerson(store, id)).toMatchObject({ slackUserId: null });
});

test('an address that somebody else’s account has is never taken over', async () => {
  const { context, store, now } = await emptyOffice();
  const other = { name: 'Other', email: 'sam@example.com', slackUserId: 'U0OTHER' };
  const otherId = await addPerson(store, other, now);
  const sam = await actingPerson(context, { userId: slackIdOf('sam') });
  expect(sam.id).not.toBe(otherId);
  expect(sam.email).toBeNull();
});

test.each([
  ['a guest', guestId, /full members/u],
  ['a stranger', strangerId, /the workspace it is installed in/u],
  ['an account that Slack doesn’t know', 'U0NOBODY', /doesn’t know your account/u],
])('%s is refused and not put on record', async (_who, userId, reason) => {
  const { context, store } = await emptyOffice();
  await expect(actingPerson(context, { userId })).rejects.toThrow(reason);
  expect(await everybody(store)).toEqual([]);
});

test('the bot itself, and somebody of another workspace by the envelope, are refused', async () => {
  const { context, store, sandbox } = await emptyOffice();
  await expect(actingPerson(context, { userId: sandbox.botUserId })).rejects.toThrow('not apps');
  const other = { userId: slackIdOf('lee'), teamId: 'T0OTHER' };
  await expect(actingPerson(context, other)).rejects.toThrow('the workspace it is installed in');
  expect(await everybody(store)).toEqual([]);
});

test('who has left is refused, whatever Slack says', async () => {
  const { context, store } = await emptyOffice();
  const { id } = await actingPerson(context, { userId: slackIdOf('nia') });
  await store.database.updateTable('person').set({ leftOn: '2026-11-20' }).where('id', '=', id).execute();
  await expect(actingPerson(context, { userId: slackIdOf('nia') })).rejects.toThrow('you’ve left');
  expect(await personOfSlackUser(context, slackIdOf('nia'))).toEqual({ unfit: 'left', name: 'Nia Cole' });
});

test('a deactivated account has left, and Slackbot is an app', () => {
  expect(whyUnfit({ id: 'U1', deleted: true }, { workspaceId: teamId })).toBe('left');
  expect(whyUnfit({ id: 'USLACKBOT' }, { workspaceId: teamId })).toBe('bot');
  expect(whyUnfit({ id: 'U1', is_ultra_restricted: true }, { workspaceId: teamId })).toBe('guest');
  expect(whyUnfit({ id: 'U1', team_id: teamId }, { workspaceId: teamId })).toBeUndefined();
});
