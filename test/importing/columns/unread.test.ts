import { describe, expect, test } from 'vitest';
import { deals, roster } from '../../../src/importing/columns/columns.ts';
import { readHeader } from '../../../src/importing/columns/header.ts';
import { unreadNote } from '../../../src/importing/columns/unread.ts';

const own = ['id', 'owner', 'stage'];

/** The note on columns beside a deal’s own, each with the cells under it. */
function noteOn(columns: Readonly<Record<string, readonly string[]>>): string | null {
  const names = Object.keys(columns);
  const rows = [0, 1].map((row) => ['1', 'Ada Quill', 'New', ...names.map((name) => columns[name]?.[row] ?? '')]);
  return unreadNote(readHeader(deals, [...own, ...names], [], rows), rows);
}

test('nothing is said where everything was read, and of columns without a name', () => {
  expect(noteOn({})).toBeNull();
  expect(unreadNote(readHeader(deals, [...own, ''], []))).toBeNull();
});

test('what wasn’t read is named', () => {
  expect(noteOn({ Segment: ['Enterprise', 'SMB'], Region: ['East', 'West'] })).toBe('Not read: Segment, Region.');
});

test('what looks like a field comes first, with what it looks like', () => {
  const note = noteOn({
    Segment: ['Enterprise', 'SMB'],
    'Previous Owner': ['Otto Brandt', ''],
    'Expected signature': ['2026-12-01', '2026-12-09'],
    'Net worth': ['$1,200.00', '$900.00'],
    Contact: ['a@example.com', 'b@example.com'],
  });
  expect(note).toBe(
    'Not read: Expected signature (looks like a day), Net worth (looks like an amount), Contact (looks like an e-mail address), Previous Owner, Segment.',
  );
});

test.each([
  ['an id', ['10023', '10024']],
  ['a count', ['12', '14']],
  ['a sentence', ['Call on 2026-12-01 about it', 'x']],
  ['nothing', ['', '-']],
  ['a percentage', ['10', '25']],
])('%s is no day and no amount', (_, cells) => {
  expect(noteOn({ Other: cells })).toBe('Not read: Other.');
});

test('of many only the first are named', () => {
  const many = Object.fromEntries(Array.from({ length: 17 }, (_, index) => [`Extra ${index + 1}`, ['x', 'y']]));
  expect(noteOn(many)).toBe('Not read: Extra 1, Extra 2, Extra 3, Extra 4, Extra 5 and 12 more.');
});

describe('of a roster', () => {
  test('a column of a manager’s is missed sooner than another', () => {
    const header = readHeader(roster, ['Name', 'Hobby', 'Skip-level manager', 'Shoe size'], []);
    expect(unreadNote(header)).toBe('Not read: Skip-level manager, Hobby, Shoe size.');
  });
  test('a long name is shortened', () => {
    const name = 'x'.repeat(80);
    expect(unreadNote(readHeader(roster, ['Name', name], []))).toBe(`Not read: ${'x'.repeat(60)}….`);
  });
});
