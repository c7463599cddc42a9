import { expect, test } from 'vitest';
import { dayNeededBy, dayStyleOf } from '../../src/leading/day-in-words.ts';

/** A Monday. */
const today = '2026-11-23';

test.each([
  ['12% for Northwind by Friday', '2026-11-27'],
  ['need it by fri', '2026-11-27'],
  ['by Fri.', '2026-11-27'],
  ['By EOD Friday please', '2026-11-27'],
  ['need this by end of day Thursday', '2026-11-26'],
  ['by 3pm Wednesday', '2026-11-25'],
  ['this Friday works', '2026-11-27'],
  ['can you join my call on Thursday?', '2026-11-26'],
  ['Join me Thurs at 2?', '2026-11-26'],
  ['tomorrow', '2026-11-24'],
  ['need a yes by tmrw', '2026-11-24'],
  ['EOD tomorrow', '2026-11-24'],
  ['today, please', '2026-11-23'],
  ['by EOD', '2026-11-23'],
  ['by end of day', '2026-11-23'],
  ['by noon', '2026-11-23'],
  ['this afternoon', '2026-11-23'],
  ['in two days', '2026-11-25'],
  ['within 3 business days', '2026-11-26'],
  ['within 5 business days', '2026-11-30'],
  ['in a week', '2026-11-30'],
  ['in the next 48 hours', '2026-11-25'],
  ['by Nov 30', '2026-11-30'],
  ['by November 30th', '2026-11-30'],
  ['by Nov. 30, 2026', '2026-11-30'],
  ['by 30 November', '2026-11-30'],
  ['by the 30th', '2026-11-30'],
  ['by the 5th', '2026-12-05'],
  ['by Jan 5', '2027-01-05'],
  ['before Dec 1', '2026-11-30'],
  ['before next Monday', '2026-11-27'],
  ['before Tuesday', '2026-11-23'],
  ['by 11/30', '2026-11-30'],
  ['by 11/30/26', '2026-11-30'],
  ['11/30/2026', '2026-11-30'],
  ['by 12/4', '2026-12-04'],
  ['(11/30)', '2026-11-30'],
  ['by 2026-11-30', '2026-11-30'],
  ['next week sometime', '2026-12-04'],
  ['Tuesday next week', '2026-12-01'],
  ['next week Tuesday', '2026-12-01'],
  ['next Monday', '2026-11-30'],
  ['this week', '2026-11-27'],
  ['by the end of the week', '2026-11-27'],
  ['by EOW', '2026-11-27'],
  ['by end of next week', '2026-12-04'],
  ['by end of month', '2026-11-30'],
  ['by EOM', '2026-11-30'],
  ['by month-end', '2026-11-30'],
  ['due Friday', '2026-11-27'],
  ['deadline is 11/30', '2026-11-30'],
  ['no later than Wednesday', '2026-11-25'],
  // The deadline counts, not the other day.
  ['They signed Monday and want paper by Friday', '2026-11-27'],
  ['renewal is Dec 15, need the price by Friday', '2026-11-27'],
  ['by Friday, Nov 27', '2026-11-27'],
])('%j is needed by %s', (text, expected) => {
  expect(dayNeededBy(text, today, 'month-first')).toBe(expected);
});

test.each([
  'Help me with the price question',
  // Two days could be meant.
  'next Friday',
  'by Monday',
  'by next week',
  'Thursday or Friday',
  'Friday or Monday next week',
  'by Thursday or Friday',
  // Days gone by.
  'no answer since Friday',
  'last Friday they said no',
  'quiet since Nov 30',
  'after Thursday it’s too late',
  'by Nov 3',
  // Numbers that are no days.
  'need 24/7 support',
  'a 50/50 split',
  '1/2 of the seats',
  'give them 2/10 net 30',
  'I need 3 more seats',
  'net 60 terms',
  'may I offer 12%?',
  'March on with it?',
  'they sat on it, the sun was out',
  'by 13/13',
  'by Feb 30',
  '',
])('%j leaves the day open', (text) => {
  expect(dayNeededBy(text, today, 'month-first')).toBeUndefined();
});

test('numbers are read as their writer’s country writes them, or not at all', () => {
  expect(dayStyleOf(null)).toBe('month-first');
  expect(dayNeededBy('by 12/1', today, dayStyleOf('US'))).toBe('2026-12-01');
  expect(dayNeededBy('by 1/12', today, dayStyleOf('GB'))).toBe('2026-12-01');
  expect(dayNeededBy('by 1/12', today, dayStyleOf('CA'))).toBeUndefined();
  expect(dayNeededBy('by 30/11', today, dayStyleOf('US'))).toBe('2026-11-30');
  expect(dayNeededBy('by 11/30', today, dayStyleOf('GB'))).toBe('2026-11-30');
});

test('on a weekend “this week” could be either', () => {
  expect(dayNeededBy('this week', '2026-11-28', 'month-first')).toBeUndefined();
  expect(dayNeededBy('next Friday', '2026-11-28', 'month-first')).toBe('2026-12-04');
  expect(dayNeededBy('by Friday', '2026-11-27', 'month-first')).toBeUndefined();
});
