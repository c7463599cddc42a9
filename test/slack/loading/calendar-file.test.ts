import { afterEach, beforeEach, expect, test } from 'vitest';
import { calendarFile } from '../../../src/slack/loading/calendar-file.ts';
import { book, rebook } from '../../../src/acts/book.ts';
import { openOffice } from '../../helpers/office.ts';
import type { Office } from '../../helpers/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

function linesOf(file: string): Record<string, string> {
  const lines = file.replaceAll('\r\n ', '').split('\r\n');
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]));
}

test('a booking’s file is in UTC, and a moved booking replaces the old entry', async () => {
  const { dana, priya } = office.people;
  const subject = { behaviour: 'check-in', repId: priya.id };
  const appointment = { date: '2026-11-24', time: '10:00', minutes: 30 } as const;
  const first = await book(office.context, dana, { subject, appointment, once: 'view:1' });
  if (first === undefined) throw new Error('not booked');
  const before = linesOf(await calendarFile(office.context, first, office.context.clock()));
  expect(before).toMatchObject({
    DTSTART: '20261124T100000Z',
    DTEND: '20261124T103000Z',
    SUMMARY: 'Check-in: Priya Nair',
    UID: `booking-${first.id}@t001.firstline`,
  });
  office.moveTo('2026-11-23T11:00:00Z');
  const input = { bookingId: first.id, appointment: { ...appointment, time: '15:00' }, once: 'view:2' };
  const second = await rebook(office.context, dana, input);
  if (second === undefined) throw new Error('not moved');
  const after = linesOf(await calendarFile(office.context, second, office.context.clock()));
  expect(after).toMatchObject({ DTSTART: '20261124T150000Z', UID: before['UID'] });
  expect(Number(after['SEQUENCE'])).toBeGreaterThan(Number(before['SEQUENCE']));
});
