import { fc } from '../../helpers/fast-check.ts';
import { expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { columnsByContent } from '../../../src/importing/columns/by-content.ts';
import { deals, roster } from '../../../src/importing/columns/columns.ts';
import type { TableKind } from '../../../src/importing/columns/columns.ts';
import { knownColumns, readHeader } from '../../../src/importing/columns/header.ts';
import { unreadNote } from '../../../src/importing/columns/unread.ts';

const kinds: readonly TableKind<string>[] = [roster, deals];
const names = kinds.flatMap(({ fields }) => Object.values(fields).flatMap((field) => field.names));
const anyName = fc.oneof(fc.constantFrom(...names), fc.string({ unit: 'grapheme' }), fc.string());
const anyCell = fc.oneof(fc.string(), fc.constantFrom('Ada Quill', 'ada@example.com', '2026-11-30', '101', 'N/A', ''));
const anyTable = fc
  .array(anyName, { minLength: 1, maxLength: 12 })
  .chain((header) =>
    fc.tuple(fc.constant(header), fc.array(fc.array(anyCell, { maxLength: header.length + 2 }), { maxLength: 5 })),
  );

test('whatever a header holds, its columns are found or refused in words, and each is read or said not to be', () => {
  fc.assert(
    fc.property(anyTable, ([header, rows]) => {
      for (const kind of kinds) {
        expect(knownColumns(kind, header, [])).toBeLessThanOrEqual(header.length);
        columnsByContent(kind, rows);
        try {
          const read = readHeader(kind, header, [], rows);
          const used = new Set([...read.positions.values()].flat());
          const left = header.filter((name, column) => name !== '' && !used.has(column));
          expect(read.unread).toEqual(left);
          expect(unreadNote(read, rows) === null).toBe(left.length === 0);
          for (const columns of read.positions.values()) expect(new Set(columns).size).toBe(columns.length);
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('a name of any length is read at once', () => {
  for (const filler of ['*', '(', '[]', ' - ', 'a.', '_EUR', '👩'])
    expect(readHeader(roster, ['name', filler.repeat(100_000)], []).unread).toHaveLength(1);
});

test('one column is never both halves of a name', () => {
  const { positions, joined } = readHeader(roster, ['担当者名', '', '上司（名）', ''], [], [[]]);
  expect(positions.get('manager_name')).toEqual([2]);
  expect([...joined]).toEqual([]);
});
