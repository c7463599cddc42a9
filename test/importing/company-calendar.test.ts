import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { daysOffIn } from '../../src/importing/company-calendar.ts';
import { addCompanyDays, removeCompanyDays } from '../../src/importing/company-days.ts';
import { mostCompanyDays } from '../../src/leading/company-days.ts';
import { readPolicy } from '../../src/store/policy.ts';
import { addDays } from '../../src/time/zoned.ts';
import { auditEvents } from '../helpers/audit.ts';
import { emptyStore, now } from '../helpers/imports.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

const today = '2026-11-23';
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
const calendar = (...events: string[][]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.flat(), 'END:VCALENDAR', ''].join('\r\n');
const daysIn = async (...events: string[][]) => (await daysOffIn(calendar(...events), today)).days;

describe('days off in a calendar', () => {
  test('whole days, the end not included, with their names', async () => {
    expect(
      await daysIn(
        event('UID:1', 'DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20270101', 'SUMMARY:Winter\\, break'),
        event('UID:2', 'DTSTART;VALUE=DATE:20270301', 'SUMMARY;LANGUAGE=de:Betriebs', ' ausflug'),
        event('UID:3', 'DTSTART;VALUE=DATE:20270405', 'DURATION:P2D'),
      ),
    ).toEqual([
      { from: '2026-12-24', until: '2026-12-31', name: 'Winter, break' },
      { from: '2027-03-01', until: '2027-03-01', name: 'Betriebsausflug' },
      { from: '2027-04-05', until: '2027-04-06', name: null },
    ]);
  });

  test('what comes back each year, for three years, without what was taken out', async () => {
    const days = await daysIn(
      event('UID:1', 'DTSTART;VALUE=DATE:20200501', 'RRULE:FREQ=YEARLY', 'EXDATE;VALUE=DATE:20280501', 'SUMMARY:May'),
      event('UID:2', 'DTSTART;VALUE=DATE:20200607', 'RRULE:FREQ=YEARLY;BYMONTH=6;BYDAY=1MO', 'SUMMARY:First Monday'),
    );
    expect(days.map(({ from }) => from)).toEqual([
      '2027-05-01',
      '2027-06-07',
      '2028-06-05',
      '2029-05-01',
      '2029-06-04',
    ]);
  });

  test('an hour, a weekly day, what is over or cancelled is left out and told', async () => {
    const { days, notes } = await daysOffIn(
      calendar(
        event('UID:1', 'DTSTART:20261224T100000Z', 'DTEND:20261224T110000Z', 'SUMMARY:Party'),
        event('UID:2', 'DTSTART;VALUE=DATE:20261225', 'RRULE:FREQ=WEEKLY', 'SUMMARY:Fridays'),
        event('UID:3', 'DTSTART;VALUE=DATE:20261120', 'SUMMARY:Over'),
        event('UID:4', 'DTSTART;VALUE=DATE:20261228', 'STATUS:CANCELLED'),
      ),
      today,
    );
    expect(days).toEqual([]);
    expect(notes).toEqual([
      'Left out: 1 event with an hour; only whole days count.',
      'Left out: 1 event in the past.',
      'Left out: 1 event, cancelled.',
      'Left out: “Fridays” repeats, but not once a year. Enter its days one by one.',
    ]);
  });

  test('days that have begun count, and the same days once', async () => {
    const days = ['DTSTART;VALUE=DATE:20261120', 'DTEND;VALUE=DATE:20261125'];
    expect(await daysIn(event('UID:1', ...days), event('UID:2', ...days))).toEqual([
      { from: '2026-11-20', until: '2026-11-24', name: null },
    ]);
  });
});

describe('a calendar that can’t be read whole is refused, with the line and the way out', () => {
  test.each([
    ['nothing', '', 'it has no line BEGIN:VCALENDAR'],
    ['a web page', '<!doctype html><html></html>', 'Export the calendar as .ics'],
    [
      'a day that doesn’t exist',
      calendar(event('DTSTART;VALUE=DATE:20261399', 'SUMMARY:Odd')),
      'line 4: the event “Odd” has “20261399”, which is no day.',
    ],
    ['no first day', calendar(event('UID:1')), 'line 3: the event that begins in line 3 has no DTSTART.'],
    [
      'an end before its beginning',
      calendar(event('DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261220')),
      'line 5: the event that begins in line 3 ends before it begins.',
    ],
    [
      'a file that breaks off',
      calendar(event('DTSTART;VALUE=DATE:20261224')).slice(0, 60),
      'line 3: the event that begins in line 3 has no END:VEVENT.',
    ],
    [
      'one that breaks off between events',
      calendar(event('DTSTART;VALUE=DATE:20261224')).replace('END:VCALENDAR', ''),
      'END:VCALENDAR is missing',
    ],
    [
      'something longer than a year',
      calendar(event('DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20280101', 'SUMMARY:Long')),
      '“Long” takes longer than a year.',
    ],
  ])('%s', async (_what, text, words) => {
    const error = await daysOffIn(text, today).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message).toContain(words);
    expect((error as UserError).message).toContain(
      text === '' || text.startsWith('<') ? 'Export' : 'Nothing was stored.',
    );
  });
});

const entry = (from: LocalDate, place: string | null = null) => ({ from, until: from, name: 'Off', place });
const listed = async (store: Awaited<ReturnType<typeof emptyStore>>) => (await readPolicy(store)).companyDaysOff;

describe('the list', () => {
  test('a second time changes nothing, and a place is another entry', async () => {
    const store = await emptyStore();
    const add = (place: string | null) => addCompanyDays(store, [entry('2026-12-24', place)], { dryRun: false }, now);
    expect(await add(null)).toMatchObject({ added: [entry('2026-12-24')], unchanged: 0 });
    expect(await add(null)).toMatchObject({ added: [], unchanged: 1 });
    expect((await add('DE-BY')).added).toHaveLength(1);
    expect(await listed(store)).toHaveLength(2);
    expect((await auditEvents(store)).map(({ event: what }) => what)).toEqual(['setting.changed', 'setting.changed']);
  });

  test('a dry run stores nothing', async () => {
    const store = await emptyStore();
    expect(await addCompanyDays(store, [entry('2026-12-24')], { dryRun: true }, now)).toMatchObject({ dryRun: true });
    expect(await listed(store)).toEqual([]);
  });

  test('more than fit are refused, all of them', async () => {
    const store = await emptyStore();
    const many = Array.from({ length: mostCompanyDays + 1 }, (_, at) => entry(addDays('2026-12-01', at)));
    await expect(addCompanyDays(store, many, { dryRun: false }, now)).rejects.toThrow('The list is full');
    expect(await listed(store)).toEqual([]);
  });

  test('an entry is removed by its days and place, and another isn’t', async () => {
    const store = await emptyStore();
    await addCompanyDays(store, [entry('2026-12-24', 'DE-BY')], { dryRun: false }, now);
    const days = { from: '2026-12-24', until: '2026-12-24' } as const;
    await expect(removeCompanyDays(store, { ...days, place: null }, now)).rejects.toThrow('aren’t on the list');
    expect(await removeCompanyDays(store, { ...days, place: 'DE-BY' }, now)).toMatchObject({ name: 'Off' });
    expect(await listed(store)).toEqual([]);
  });
});
