import { describe, expect, test } from 'vitest';
import { clockText, dayHeading, formatSlackDate } from '../../src/page/dates.ts';
import { withEmoji } from '../../src/page/emoji.ts';
import { formatPlace, parsePlace } from '../../src/page/place.ts';
import { commandIn, completionsFor } from '../../src/page/shell/composer-text.ts';
import { tuesdayMorning } from './canned-blocks.ts';
import { cannedState, monday } from './canned-state.ts';

describe('a place in the URL', () => {
  test.each(['#/U123/D456', '#/U123/home', '#/U123/C456/1795186800.000001'])('%s is read and written alike', (hash) => {
    expect(formatPlace(parsePlace(hash))).toBe(hash);
  });

  test('nothing is the messages of whoever comes first', () => {
    expect(parsePlace('')).toEqual({ where: 'messages' });
  });
});

describe('dates', () => {
  const now = Date.parse(monday);

  test.each([
    ['{date_num} {time}', '2026-11-24 9:00 AM'],
    ['{date}', 'November 24th, 2026'],
    ['{date_short_pretty} at {time}', 'tomorrow at 9:00 AM'],
    ['{date_long}', 'Tuesday, November 24th, 2026'],
    ['{ago}', 'in 23 hours'],
    ['{unknown}', '{unknown}'],
  ])('%s is %s', (format, expected) => {
    expect(formatSlackDate(tuesdayMorning, format, now, 'Europe/Berlin')).toBe(expected);
  });

  test('headings and the clock speak of the day where the reader is', () => {
    expect(dayHeading(now, now, 'Europe/Berlin')).toBe('Today');
    expect(dayHeading(Date.parse('2026-11-22T23:30:00Z'), now, 'America/New_York')).toBe('Yesterday');
    expect(dayHeading(Date.parse('2026-11-20T15:00:00Z'), now, 'America/New_York')).toBe('Friday, November 20th');
    expect(dayHeading(Date.parse('2025-12-02T15:00:00Z'), now, 'America/New_York')).toBe('Tuesday, December 2nd, 2025');
    expect(clockText(now, 'Asia/Tokyo')).toBe('Mon, Nov 23, 5:05 PM');
  });
});

test('emoji that are known become symbols, flags and tones too; others stay as they are', () => {
  expect(withEmoji(':tada: :wave::skin-tone-3: :flag-de: :unheard_of: 10:30:15')).toBe(
    '🎉 👋🏼 🇩🇪 :unheard_of: 10:30:15',
  );
});

describe('what the composer offers', () => {
  const { app, users } = cannedState();
  const offered = (text: string, caret = text.length): readonly string[] =>
    completionsFor(text, caret, app.commands, users).map((completion) => completion.text);

  test('commands while the first word is typed', () => {
    expect(offered('/')).toEqual(['/ask ', '/note ', '/status ']);
    expect(offered('/n')).toEqual(['/note ']);
    expect(offered('/note something')).toEqual([]);
  });

  test('people at the caret, by any of their names, but nobody who left', () => {
    expect(offered('thank @ram today', 10)).toEqual(['thank @priya  today']);
    expect(offered('@g')).toEqual([]);
    expect(offered('me@p')).toEqual([]);
  });

  test('a command is told from a message', () => {
    expect(commandIn('/note @priya  went well ')).toEqual({ command: '/note', text: '@priya  went well' });
    expect(commandIn('/ask')).toEqual({ command: '/ask', text: '' });
    expect(commandIn('and /or')).toBeUndefined();
  });
});
