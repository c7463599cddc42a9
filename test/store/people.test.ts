import { expect, test } from 'vitest';
import {
  addPerson,
  changePerson,
  everybody,
  findPeople,
  findPerson,
  findPersonByEmail,
  findPersonBySlackId,
  markWelcomed,
} from '../../src/store/people.ts';
import { emptyStore, now } from '../helpers/imports.ts';

test('a person is found by id, by Slack id, and by address in any case', async () => {
  const store = await emptyStore();
  const id = await addPerson(store, { name: 'Ana', slackUserId: 'U01', email: 'Ana@x.io', isAdmin: true }, now);
  const ana = await findPerson(store, id);
  expect(ana).toMatchObject({ name: 'Ana', isAdmin: true, timeZone: null, leftOn: null, welcomedAt: null });
  expect(await findPersonBySlackId(store, 'U01')).toEqual(ana);
  expect(await findPersonByEmail(store, 'ANA@X.IO')).toEqual(ana);
  expect(await findPeople(store, [id, 99])).toEqual([ana]);
});

test('nobody of another workspace is found, and may have the same address', async () => {
  const store = await emptyStore();
  const id = await addPerson(store, { name: 'Ana', slackUserId: 'U01', email: 'ana@x.io' }, now);
  const elsewhere = { ...store, workspaceId: 'T0OTHER' };
  expect(await findPerson(elsewhere, id)).toBeUndefined();
  expect(await findPersonBySlackId(elsewhere, 'U01')).toBeUndefined();
  expect(await findPersonByEmail(elsewhere, 'ana@x.io')).toBeUndefined();
  await changePerson(elsewhere, id, { name: 'Eve' });
  expect(await everybody(elsewhere)).toEqual([]);
  expect((await findPerson(store, id))?.name).toBe('Ana');
});

test('a change touches only what it names', async () => {
  const store = await emptyStore();
  const id = await addPerson(store, { name: 'Ana', team: 'East' }, now);
  await changePerson(store, id, { leftOn: '2026-12-01', isAdmin: true });
  await changePerson(store, id, {});
  expect(await findPerson(store, id)).toMatchObject({ name: 'Ana', team: 'East', leftOn: '2026-12-01', isAdmin: true });
});

test('one address or Slack account is one person', async () => {
  const store = await emptyStore();
  await addPerson(store, { name: 'Ana', email: 'ana@x.io' }, now);
  await expect(addPerson(store, { name: 'Eve', email: 'ana@x.io' }, now)).rejects.toThrow(/unique/iu);
});

test('a person is welcomed once', async () => {
  const store = await emptyStore();
  const id = await addPerson(store, { name: 'Ana' }, now);
  expect([await markWelcomed(store, id, now), await markWelcomed(store, id, now)]).toEqual([true, false]);
});
