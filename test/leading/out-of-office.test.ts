import { describe, expect, test } from 'vitest';
import { meansOut, outOfOfficeBy } from '../../src/leading/out-of-office.ts';

describe('out', () => {
  test.each([
    [':palm_tree:', 'Vacationing'],
    [':face_with_thermometer:', 'Out sick'],
    [':palm_tree:', ''],
    ['', 'Out of office'],
    ['', 'OOO until Monday'],
    ['', 'out-of-office, back 3 December'],
    ['', 'OOO, back tomorrow'],
    ['', 'Out sick, back next week'],
    [':baby:', 'Parental leave until March'],
    ['', 'on leave'],
    ['', 'PTO'],
    ['', 'sick'],
    ['', 'On holiday'],
    ['', 'Day off'],
    ['', 'Im Urlaub'],
    ['', 'krank'],
    [':desert_island:', 'Gone fishing'],
  ])('%s %s', (emoji, text) => {
    expect(meansOut({ emoji, text })).toBe(true);
  });
});

describe('at work', () => {
  test.each([
    ['', ''],
    [':spiral_calendar_pad:', 'In a meeting'],
    [':bus:', 'Commuting'],
    [':house_with_garden:', 'Working remotely'],
    [':palm_tree:', 'Back from vacation'],
    ['', 'Vacation next week'],
    ['', 'On leave from tomorrow'],
    ['', 'Please leave a message'],
    ['', 'Feeling homesick'],
    ['', 'Kicking off the holiday campaign'],
    ['', 'The cool office'],
    ['', 'Ask me about PTOs'],
  ])('%s %s', (emoji, text) => {
    expect(meansOut({ emoji, text })).toBe(false);
  });
});

const now = new Date('2026-11-23T10:00:00Z');
const atWork = { outSince: null, outUntil: null };
const vacation = { emoji: ':palm_tree:', text: 'Vacationing' };
const seconds = (instant: string) => Date.parse(instant) / 1000;

describe('what is kept of it', () => {
  test('without an end it holds until the status changes', () => {
    expect(outOfOfficeBy({ ...vacation, expiresAt: 0 }, atWork, now)).toEqual({ outSince: now, outUntil: null });
  });
  test('with an end it holds until then', () => {
    const outUntil = new Date('2026-11-27T17:00:00Z');
    expect(outOfOfficeBy({ ...vacation, expiresAt: seconds('2026-11-27T17:00:00Z') }, atWork, now)).toEqual({
      outSince: now,
      outUntil,
    });
  });
  test('one that has ended is none', () => {
    expect(outOfOfficeBy({ ...vacation, expiresAt: seconds('2026-11-23T10:00:00Z') }, atWork, now)).toEqual(atWork);
  });
  test('one that goes on keeps its beginning, and one after an end begins anew', () => {
    const since = new Date('2026-11-20T10:00:00Z');
    const open = { outSince: since, outUntil: null };
    expect(outOfOfficeBy({ emoji: '', text: 'still OOO', expiresAt: 0 }, open, now).outSince).toEqual(since);
    const over = { outSince: since, outUntil: new Date('2026-11-21T10:00:00Z') };
    expect(outOfOfficeBy({ ...vacation, expiresAt: 0 }, over, now).outSince).toEqual(now);
  });
  test('any other status ends it', () => {
    const open = { outSince: new Date('2026-11-20T10:00:00Z'), outUntil: null };
    expect(outOfOfficeBy({ emoji: ':coffee:', text: 'Coffee', expiresAt: 0 }, open, now)).toEqual(atWork);
    expect(outOfOfficeBy({ emoji: '', text: '', expiresAt: 0 }, open, now)).toEqual(atWork);
  });
});
