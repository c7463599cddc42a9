import { describe, expect, test } from 'vitest';
import { deals, roster } from '../../src/importing/columns/columns.ts';
import {
  fingerprintOf,
  isNothing,
  keptBeside,
  together,
  wordsFor,
} from '../../src/importing/columns/saved-mappings.ts';
import type { Said } from '../../src/importing/columns/saved-mappings.ts';

const saying = (more: Partial<Said>): Said => ({ columns: [], valueWords: [], dateOrder: null, ...more });

describe('a file is known again by the names of its columns', () => {
  const names = ['Rep Name', 'Phase', 'Amount (EUR)'];
  test.each<[string, readonly string[]]>([
    ['the same', names],
    ['another case', ['REP NAME', 'phase', 'AMOUNT (eur)']],
    ['other spaces and punctuation', ['rep_name', ' Phase: ', 'Amount_EUR']],
    ['accents', ['Rép Name', 'Phase', 'Amount (EUR)']],
    ['wide letters', ['Ｒep Name', 'Phase', 'Amount (EUR)']],
    ['blank columns at the end', [...names, '', ' ']],
    ['the column that is added to refused rows', [...names, 'Why it was refused']],
  ])('%s', (_, other) => {
    expect(fingerprintOf(other)).toBe(fingerprintOf(names));
  });

  test.each<[string, readonly string[]]>([
    ['another order', ['Phase', 'Rep Name', 'Amount (EUR)']],
    ['one more', [...names, 'Close date']],
    ['one less', names.slice(1)],
    ['a blank one between', ['Rep Name', '', 'Phase', 'Amount (EUR)']],
    ['another name', ['Rep Name', 'Stage', 'Amount (EUR)']],
    ['the same letters cut otherwise', ['Rep', 'Name Phase', 'Amount (EUR)']],
  ])('not by %s', (_, other) => {
    expect(fingerprintOf(other)).not.toBe(fingerprintOf(names));
  });

  test.each<[readonly string[]]>([[[]], [['', ' ']], [['1', '2', '3']], [['2026-11-23', '17', '—']]])(
    'names that are none, %j, are no file’s',
    (other) => {
      expect(fingerprintOf(other)).toBeUndefined();
    },
  );

  test('it says nothing of the names', () => {
    expect(fingerprintOf(names)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('what is said now goes before what was kept', () => {
  const names = ['Wer', 'Phase', 'Stufe', 'Chef', 'Betrag'];
  const kept = saying({ columns: ['Wer=owner', 'Phase=stage', 'Betrag=amount'] });

  test.each<[string, readonly string[], readonly string[]]>([
    ['nothing', [], kept.columns],
    ['another field', ['Chef=account'], kept.columns],
    ['the same', ['Wer=owner'], ['Phase=stage', 'Betrag=amount']],
    ['another column for a field', ['Stufe=stage'], ['Wer=owner', 'Betrag=amount']],
    ['another column for a field, by another of its names', ['Stufe=deal stage'], ['Wer=owner', 'Betrag=amount']],
    ['another field for a column', ['Wer=account'], ['Phase=stage', 'Betrag=amount']],
    ['a column as it isn’t written', ['wer =account'], ['Phase=stage', 'Betrag=amount']],
    ['a column by its number', ['1=account'], ['Phase=stage', 'Betrag=amount']],
    ['both', ['Wer=stage'], ['Betrag=amount']],
    ['what is refused later', ['nonsense', 'Nobody=nothing'], kept.columns],
  ])('%s', (_, columns, left) => {
    expect(keptBeside(deals, names, saying({ columns }), kept).columns).toEqual(left);
  });

  test('two columns of one name are kept or replaced together', () => {
    const both = saying({ columns: ['First=name', 'Last=name', 'Boss=manager_name'] });
    const columns = ['First', 'Last', 'Boss', 'Full'];
    expect(keptBeside(roster, columns, saying({}), both).columns).toEqual(both.columns);
    expect(keptBeside(roster, columns, saying({ columns: ['Full=name'] }), both).columns).toEqual([
      'Boss=manager_name',
    ]);
  });

  test('words and the order of days', () => {
    const all = saying({ valueWords: ['Cerrado perdido=lost', 'Ganado=won', 'a=b=open'], dateOrder: 'day-first' });
    const now = saying({ valueWords: ['CERRADO PERDIDO=won', 'a=b=lost'], dateOrder: 'month-first' });
    expect(keptBeside(deals, names, now, all)).toEqual(saying({ valueWords: ['Ganado=won'] }));
    expect(together(now, keptBeside(deals, names, now, all))).toEqual(
      saying({ valueWords: ['CERRADO PERDIDO=won', 'a=b=lost', 'Ganado=won'], dateOrder: 'month-first' }),
    );
    expect(keptBeside(deals, names, saying({}), all)).toEqual(all);
  });

  test('is told in words', () => {
    const all = { columns: ['Wer=owner'], valueWords: ['Ganado=won'], dateOrder: 'day-first' } as const;
    expect(wordsFor(all)).toBe('Wer=owner, Ganado=won, days before months');
    expect([isNothing(all), isNothing(saying({})), isNothing(saying({ dateOrder: 'day-first' }))]).toEqual([
      false,
      true,
      false,
    ]);
  });
});
