import { afterEach, beforeEach, expect, test } from 'vitest';
import { followSlackUser } from '../../src/acts/follow-slack-user.ts';
import { noteKnown } from '../../src/store/known-as.ts';
import { addPerson, changePerson, findPerson } from '../../src/store/people.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

async function danaAfter(change: object) {
  const { dana } = office.people;
  await followSlackUser(office.context, { id: dana.slackUserId ?? '', ...change });
  return findPerson(office.store, dana.id);
}

test('name, zone and address follow the account', async () => {
  expect(
    await danaAfter({ tz: 'Asia/Tokyo', profile: { real_name: 'Dana Lind', email: 'Dana@Example.com' } }),
  ).toMatchObject({ name: 'Dana Lind', timeZone: 'Asia/Tokyo', email: 'dana@example.com' });
});

test('an unknown zone and a blank name change nothing', async () => {
  expect(await danaAfter({ tz: 'Nowhere/Land', profile: { real_name: ' ' } })).toMatchObject({
    name: 'Dana Osei',
    timeZone: 'Etc/UTC',
  });
});

test('an address that somebody else has is left with them', async () => {
  await changePerson(office.store, office.people.sam.id, { email: 'shared@example.com' });
  expect(await danaAfter({ profile: { email: 'shared@example.com' } })).toMatchObject({ email: null });
});

test('a deactivated account means that the person has left, until it is active again', async () => {
  expect(await danaAfter({ deleted: true })).toMatchObject({ leftOn: '2026-11-23' });
  expect(await danaAfter({ deleted: false })).toMatchObject({ leftOn: null });
});

test('who left by the roster isn’t brought back by an active account', async () => {
  await changePerson(office.store, office.people.dana.id, { leftOn: '2026-10-01' });
  expect(await danaAfter({ deleted: false })).toMatchObject({ leftOn: '2026-10-01' });
});

test('somebody of the roster is linked by address, never by name alone', async () => {
  const now = office.context.clock();
  const byEmail = await addPerson(office.store, { name: 'Kim', email: 'kim@example.com' }, now);
  const byName = await addPerson(office.store, { name: 'Alex Moe' }, now);
  await followSlackUser(office.context, { id: 'UKIM', profile: { email: 'kim@example.com' } });
  await followSlackUser(office.context, { id: 'UALEX', profile: { real_name: 'Alex Moe' } });
  expect((await findPerson(office.store, byEmail))?.slackUserId).toBe('UKIM');
  expect((await findPerson(office.store, byName))?.slackUserId).toBeNull();
});

test('a second account of somebody takes nothing away from them when it is deactivated', async () => {
  const { dana } = office.people;
  const second = { personId: dana.id, kind: 'slack-id', value: 'U0SECOND', source: 'admin' } as const;
  await noteKnown(office.store, second, office.context.clock());
  await followSlackUser(office.context, { id: 'U0SECOND', deleted: true });
  expect(await findPerson(office.store, dana.id)).toEqual(dana);
});

test('a guest has left until they are a full member again, and no right outlives an account', async () => {
  expect(await danaAfter({ deleted: false, is_restricted: false, is_primary_owner: true })).toMatchObject({
    isAdmin: true,
  });
  expect(await danaAfter({ deleted: false, is_ultra_restricted: true })).toMatchObject({
    leftWhy: 'guest',
    isAdmin: false,
  });
  expect(await danaAfter({ deleted: true })).toMatchObject({ leftWhy: 'account' });
  expect(await danaAfter({ deleted: false, is_restricted: false })).toMatchObject({ leftOn: null, leftWhy: null });
});

test('the address of the roster stays the first while HR has it, and one that Slack alone told follows Slack', async () => {
  const now = office.context.clock();
  const email = 'kim@example.com';
  const id = await addPerson(office.store, { name: 'Kim', email }, now);
  await followSlackUser(office.context, { id: 'UKIM', profile: { email } });
  await followSlackUser(office.context, { id: 'UKIM', profile: { email: 'kim.moss@example.com' } });
  expect(await findPerson(office.store, id)).toMatchObject({ email, slackUserId: 'UKIM' });
  expect(await danaAfter({ profile: { email: 'dana@example.com' } })).toMatchObject({ email: 'dana@example.com' });
  expect(await danaAfter({ profile: { email: 'lind@example.com' } })).toMatchObject({ email: 'lind@example.com' });
});

test('apps and people who aren’t on record are passed over', async () => {
  await followSlackUser(office.context, { id: 'UBOT', is_bot: true, profile: { real_name: 'Bot' } });
  await followSlackUser(office.context, { id: 'UNEW', profile: { real_name: 'New' } });
  expect(await danaAfter({})).toMatchObject({ name: 'Dana Osei' });
});
