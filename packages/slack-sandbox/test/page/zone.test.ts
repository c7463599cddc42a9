import { expect, test } from 'vitest';
import { daysOn, instantAt, nextOn, parseWallTime, wallText } from '../../src/page/zone.ts';

const at = (text: string, zone: string): string => {
  const wall = parseWallTime(text);
  if (wall === undefined) throw new Error(`${text} is no time`);
  return new Date(instantAt(wall, zone)).toISOString();
};

test.each([
  ['2026-11-23T09:00', 'Europe/Berlin', '2026-11-23T08:00:00.000Z'],
  ['2026-07-01T09:00', 'America/New_York', '2026-07-01T13:00:00.000Z'],
  ['2026-07-01T09:00', 'Asia/Kathmandu', '2026-07-01T03:15:00.000Z'],
  ['2026-12-31T23:30', 'Pacific/Kiritimati', '2026-12-31T09:30:00.000Z'],
])('%s in %s is %s', (text, zone, instant) => {
  expect(at(text, zone)).toBe(instant);
});

test('a time that is skipped moves on by the gap; one that occurs twice is the earlier', () => {
  expect(at('2026-03-29T02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
  expect(at('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
  expect(at('2026-04-05T01:45', 'Australia/Lord_Howe')).toBe('2026-04-04T14:45:00.000Z');
});

test('a wall time survives the way there and back in every hour of a day on which clocks change', () => {
  const start = Date.parse('2026-10-24T22:00:00Z');
  for (let hour = 0; hour < 26; hour += 1) {
    const instant = start + hour * 3_600_000;
    const text = wallText(instant, 'Europe/Berlin');
    expect(wallText(Date.parse(at(text, 'Europe/Berlin')), 'Europe/Berlin')).toBe(text);
  }
});

test('a day on is the same time on the wall, though the day has 23 or 25 hours', () => {
  const eve = Date.parse('2026-10-24T10:00:00Z');
  expect(daysOn(eve, 1, 'Europe/Berlin') - eve).toBe(25 * 3_600_000);
  const spring = Date.parse('2026-03-28T10:00:00Z');
  expect(daysOn(spring, 1, 'Europe/Berlin') - spring).toBe(23 * 3_600_000);
});

test.each([
  ['2026-11-18T10:00:00Z', '2026-11-23T09:00'],
  ['2026-11-22T22:30:00Z', '2026-11-23T09:00'],
  ['2026-11-23T07:59:00Z', '2026-11-23T09:00'],
  ['2026-11-23T08:00:00Z', '2026-11-30T09:00'],
  ['2026-10-23T08:00:00Z', '2026-10-26T09:00'],
  ['2026-12-30T08:00:00Z', '2027-01-04T09:00'],
])('after %s the next Monday morning in Berlin is %s', (now, expected) => {
  expect(wallText(nextOn(1, 9, Date.parse(now), 'Europe/Berlin'), 'Europe/Berlin')).toBe(expected);
});

test.each([
  ['2026-11-23T15:00:00Z', '2026-11-27T15:00'],
  ['2026-11-27T19:59:00Z', '2026-11-27T15:00'],
  ['2026-11-27T20:00:00Z', '2026-12-04T15:00'],
  ['2026-11-28T12:00:00Z', '2026-12-04T15:00'],
])('after %s the next Friday afternoon in New York is %s', (now, expected) => {
  expect(wallText(nextOn(5, 15, Date.parse(now), 'America/New_York'), 'America/New_York')).toBe(expected);
});
