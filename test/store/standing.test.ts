import { expect, test } from 'vitest';
import { addPerson } from '../../src/store/people.ts';
import { setManager } from '../../src/store/reporting-lines.ts';
import { standingOf } from '../../src/store/standing.ts';
import { now } from '../helpers/imports.ts';
import { trio } from '../helpers/records.ts';

test('each stands to a rep as the lines say now', async () => {
  const { store, lead, manager, rep } = await trio();
  expect(await standingOf(store, rep, rep)).toMatchObject({ isRepConcerned: true, isManagerNow: false });
  expect(await standingOf(store, manager, rep)).toMatchObject({ isManagerNow: true, wasManager: false });
  expect(await standingOf(store, lead, rep)).toMatchObject({ isLeadNow: true, isManagerNow: false });
  expect(await standingOf(store, manager, rep, manager)).toMatchObject({ isAuthor: true });
});

test('a manager of yesterday was the manager, and an admin is an admin', async () => {
  const { store, manager, rep } = await trio();
  const next = await addPerson(store, { name: 'Omar', isAdmin: true }, now);
  await setManager(store, rep, next, '2026-11-23');
  expect(await standingOf(store, manager, rep)).toMatchObject({ isManagerNow: false, wasManager: true });
  expect(await standingOf(store, next, rep)).toMatchObject({ isManagerNow: true, isAdmin: true, isLeadNow: false });
});
