/** When a lead's digest comes, against the database: once a week, whatever holidays, hours and zones there are. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sendDigests } from '../../src/jobs/digest.ts';
import { beginRound } from '../../src/jobs/round.ts';
import { changePerson } from '../../src/store/people.ts';
import { writeSetting } from '../../src/store/settings.ts';
import { instantOf, localDate } from '../../src/time/zoned.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

/** Every hour of these days, by the lead's clock. */
async function passHours(days: readonly LocalDate[], timeZone: string): Promise<void> {
  await changePerson(office.store, office.people.lee.id, { timeZone });
  for (const day of days)
    for (let hour = 0; hour < 24; hour += 1) {
      office.moveTo(instantOf(day, `${String(hour).padStart(2, '0')}:01`, timeZone).toISOString());
      await sendDigests(office.context, beginRound(office.context));
    }
}

/** The days that the digests are of, and when they came. */
async function digests(): Promise<string[]> {
  return (await office.outbox()).flatMap(({ kind, subject, dueAt }) =>
    kind === 'digest' ? `${String(subject['on'])} ${dueAt.toISOString()}` : [],
  );
}

const set = (name: string, value: unknown) =>
  writeSetting(office.store, `person:${office.people.lee.id}`, name, value, office.context.clock());

test('comes the day before where Friday is a holiday: Christmas and New Year take nobody’s digest', async () => {
  await changePerson(office.store, office.people.lee.id, { country: 'US' });
  const days = [22, 23, 24, 25, 28, 29, 30, 31].map((day) => localDate(`2026-12-${day}`));
  await passHours([...days, '2027-01-01', '2027-01-02'], 'America/New_York');
  expect(await digests()).toEqual(['2026-12-24 2026-12-24T20:01:00.000Z', '2026-12-31 2026-12-31T20:01:00.000Z']);
});

test('comes on the last of their days, and in the last hour of their work, to whoever isn’t there on Friday afternoon', async () => {
  await set('workingDays', [1, 2, 3, 4]);
  await set('workingUntil', '14:00');
  await passHours(['2026-11-25', '2026-11-26', '2026-11-27'], 'Etc/UTC');
  expect(await digests()).toEqual(['2026-11-26 2026-11-26T13:01:00.000Z']);
});

test.each([
  ['Australia/Lord_Howe', '2026-10-02', '2026-10-02T04:31:00.000Z'],
  ['Australia/Lord_Howe', '2026-10-09', '2026-10-09T04:01:00.000Z'],
  ['Asia/Kolkata', '2026-11-27', '2026-11-27T09:31:00.000Z'],
  ['America/New_York', '2026-10-30', '2026-10-30T19:01:00.000Z'],
  ['America/New_York', '2026-11-06', '2026-11-06T20:01:00.000Z'],
] as const)('in %s it comes once, at three on Friday %s', async (timeZone, friday, instant) => {
  await passHours([friday], timeZone);
  expect(await digests()).toEqual([`${friday} ${instant}`]);
});
