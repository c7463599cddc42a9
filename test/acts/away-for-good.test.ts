import { afterEach, beforeEach, expect, test } from 'vitest';
import { awayForGood, tellAwayForGood } from '../../src/acts/away-for-good.ts';
import { nameManager } from '../../src/acts/name-manager.ts';
import { recordAudit } from '../../src/store/audit.ts';
import { changePerson } from '../../src/store/people.ts';
import { managerIdOf } from '../../src/store/reporting-lines.ts';
import { writeSetting } from '../../src/store/settings.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const now = () => office.context.clock();
const tell = () => tellAwayForGood(office.context, office.store, office.people.dana.id, now());
const since = () => awayForGood(office.store, office.people.dana.id, now());

test('out without an end: after four weeks the lead hears it once, and can give the people another manager', async () => {
  const { lee, dana, priya, sam, omar } = office.people;
  await changePerson(office.store, dana.id, { outSince: now() });
  office.moveTo('2026-12-20T10:00:00Z');
  expect(await tell()).toBe(false);
  const input = { actorId: lee.id, repIds: [priya.id, sam.id], managerId: omar.id };
  await expect(nameManager(office.context, office.store, input, now())).rejects.toThrow('no longer with you');
  office.moveTo('2026-12-21T10:00:00Z');
  expect([await tell(), await tell()]).toEqual([true, false]);
  expect((await office.outbox()).map(({ kind, recipientId }) => [kind, recipientId])).toEqual([
    ['manager-away', lee.id],
  ]);
  expect(await managerIdOf(office.store, priya.id)).toBe(dana.id);
  await expect(nameManager(office.context, office.store, { ...input, actorId: omar.id }, now())).rejects.toThrow(
    'no longer with you',
  );
  await nameManager(office.context, office.store, input, now());
  expect(await managerIdOf(office.store, priya.id)).toBe(omar.id);
});

test('a status that ends, or a sign of life, is no absence for good; days off for longer are', async () => {
  const { dana } = office.people;
  await changePerson(office.store, dana.id, { outSince: now(), outUntil: new Date('2027-03-01T00:00:00Z') });
  office.moveTo('2026-12-28T10:00:00Z');
  expect(await since()).toBeUndefined();
  const daysOff = [{ from: '2026-11-25', until: '2027-05-25' }];
  await writeSetting(office.store, `person:${dana.id}`, 'daysOff', daysOff, now());
  expect(await since()).toBe('2026-11-25');
  const sign = { actorId: dana.id, event: 'nudge.answered', subjectKind: 'nudge', subjectId: 1 };
  await recordAudit(office.store, sign, new Date('2026-12-20T10:00:00Z'));
  expect(await since()).toBeUndefined();
  await changePerson(office.store, dana.id, { leftOn: '2026-12-01' });
  expect(await since()).toBeUndefined();
});
