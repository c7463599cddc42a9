import { expect, test } from 'vitest';
import { addPerson } from '../../src/store/people.ts';
import { setManager } from '../../src/store/reporting-lines.ts';
import { standingOf } from '../../src/store/standing.ts';
import { now } from '../helpers/imports.ts';
import { trio } from '../helpers/records.ts';
import { tellLines } from '../../src/acts/tell-lines.ts';
import { countLinesAsTold } from '../../src/store/line-tellings.ts';

const live = { from: 'live' } as const;

function at(instant: string) {
  return { from: new Date(instant) };
}

test('each stands to a rep as the lines say now', async () => {
  const { store, lead, manager, rep } = await trio();
  expect(await standingOf(store, rep, rep, live)).toMatchObject({ isRepConcerned: true, isManagerNow: false });
  expect(await standingOf(store, manager, rep, live)).toMatchObject({ isManagerNow: true, wasManager: false });
  expect(await standingOf(store, lead, rep, live)).toMatchObject({ isLeadNow: true, isManagerNow: false });
  expect(await standingOf(store, manager, rep, { ...live, authorId: manager })).toMatchObject({ isAuthor: true });
});

test('a manager of yesterday was the manager, and an admin is an admin', async () => {
  const { store, manager, rep } = await trio();
  const next = await addPerson(store, { name: 'Omar', isAdmin: true }, now);
  await setManager(store, rep, next, '2026-11-23');
  expect(await standingOf(store, manager, rep, live)).toMatchObject({ isManagerNow: false, wasManager: true });
  expect(await standingOf(store, next, rep, live)).toMatchObject({
    isManagerNow: true,
    isAdmin: true,
    isLeadNow: false,
  });
});

test('the past belongs to whoever was manager, or the lead above, then', async () => {
  const { store, lead, manager, rep } = await trio();
  await countLinesAsTold(store);
  const next = await addPerson(store, { name: 'Omar' }, now);
  await setManager(store, next, lead, '2026-11-23');
  await setManager(store, rep, next, '2026-11-23');
  const before = at('2026-11-23T09:59:00Z');
  const after = at('2026-11-23T10:01:00Z');
  // Drawn and not told yet: nothing of that day.
  expect(await standingOf(store, next, rep, after)).toMatchObject({ isManagerNow: true, isFromMyTime: false });
  await tellLines({ newId: () => crypto.randomUUID() }, store, new Date('2026-11-23T10:00:00Z'));
  expect(await standingOf(store, next, rep, before)).toMatchObject({ isManagerNow: true, isFromMyTime: false });
  expect(await standingOf(store, next, rep, after)).toMatchObject({ isFromMyTime: true });
  expect(await standingOf(store, next, rep, live)).toMatchObject({ isFromMyTime: true });
  // The lead was above them all along; whose lead they become later, not.
  expect(await standingOf(store, lead, rep, before)).toMatchObject({ isLeadNow: true, isFromMyTime: true });
  expect(await standingOf(store, lead, rep, after)).toMatchObject({ isLeadNow: true, isFromMyTime: true });
  expect(await standingOf(store, manager, rep, before)).toMatchObject({ wasManager: true, isFromMyTime: true });
  // Who comes back has the time of before, and not what was between.
  await setManager(store, rep, manager, '2026-11-25');
  await tellLines({ newId: () => crypto.randomUUID() }, store, new Date('2026-11-25T10:00:00Z'));
  expect(await standingOf(store, manager, rep, before)).toMatchObject({ isManagerNow: true, isFromMyTime: true });
  expect(await standingOf(store, manager, rep, after)).toMatchObject({ isManagerNow: true, isFromMyTime: false });
});

test('a lead who comes later has nothing of before', async () => {
  const { store, manager, rep } = await trio();
  await countLinesAsTold(store);
  const later = await addPerson(store, { name: 'Una' }, now);
  await setManager(store, manager, later, '2026-11-23');
  await tellLines({ newId: () => crypto.randomUUID() }, store, new Date('2026-11-23T10:00:00Z'));
  const [before, after] = [at('2026-11-23T09:59:00Z'), at('2026-11-23T10:01:00Z')];
  expect(await standingOf(store, later, rep, before)).toMatchObject({ isLeadNow: true, isFromMyTime: false });
  expect(await standingOf(store, later, rep, after)).toMatchObject({ isLeadNow: true, isFromMyTime: true });
});
