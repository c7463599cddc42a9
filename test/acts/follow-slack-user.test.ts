import { afterEach, beforeEach, expect, test } from 'vitest';
import { followSlackUser } from '../../src/acts/follow-slack-user.ts';
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

test('apps and people who aren’t on record are passed over', async () => {
  await followSlackUser(office.context, { id: 'UBOT', is_bot: true, profile: { real_name: 'Bot' } });
  await followSlackUser(office.context, { id: 'UNEW', profile: { real_name: 'New' } });
  expect(await danaAfter({})).toMatchObject({ name: 'Dana Osei' });
});
