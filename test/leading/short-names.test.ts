import { fc } from '../helpers/fast-check.ts';
import { describe, expect, it } from 'vitest';
import { comparableName } from '../../src/leading/full-name.ts';
import { shortNames, shortNamesFor } from '../../src/leading/short-names.ts';

function shortened(...names: string[]): (string | undefined)[] {
  const short = shortNames(names);
  return names.map((name) => short.get(name));
}

describe('a short name', () => {
  it.each([
    ['of somebody unlike the others is the first name', ['Tom Gallagher', 'Ana Silva'], ['Tom', 'Ana']],
    ['has the initial of the last name where the first is shared', ['Tom Gallagher', 'Tom Reed'], ['Tom G.', 'Tom R.']],
    [
      'has the last name where the initials are the same',
      ['Tom Gallagher', 'Tom Green', 'Tom Reed'],
      ['Tom Gallagher', 'Tom Green', 'Tom R.'],
    ],
    ['is the full name where the rest is the same', ['Tom A. Reed', 'Tom B. Reed'], ['Tom A. Reed', 'Tom B. Reed']],
    [
      'is the full name where two people have the same',
      ['Tom Reed', 'Tom Reed', 'Ana Silva'],
      ['Tom Reed', 'Tom Reed', 'Ana'],
    ],
    ['is the one name of somebody who has no other', ['Tom', 'Tom Reed'], ['Tom', 'Tom R.']],
    ['isn’t what somebody else is called in full', ['Tom G.', 'Tom Gallagher'], ['Tom G.', 'Tom Gallagher']],
    ['reads names from either side', ['Reed, Tom', 'Tom Gallagher'], ['Tom R.', 'Tom G.']],
    ['goes by the last word of a compound', ['Jan van der Berg', 'Jan de Wit'], ['Jan B.', 'Jan W.']],
    [
      'knows titles and degrees from names',
      ['Prof. Dr. Tom Reed', 'Tom Gallagher, MBA', 'Tom Owusu Jr.'],
      ['Tom R.', 'Tom G.', 'Tom O.'],
    ],
    ['leaves asides out', ['Tom Reed (he/him)', 'Tom Gallagher (on leave)'], ['Tom R.', 'Tom G.']],
    ['takes no notice of case', ['tom reed', 'TOM GALLAGHER'], ['tom r.', 'TOM G.']],
    ['is whole in a script without initials', ['李明', '王 伟', '王 芳'], ['李明', '王 伟', '王 芳']],
    ['knows initials in other alphabets', ['Иван Петров', 'Иван Сидоров'], ['Иван П.', 'Иван С.']],
  ])('%s', (_, names, expected) => {
    expect(shortened(...names)).toEqual(expected);
  });
});

const word = fc.constantFrom(
  'Tom',
  'tom',
  'Thomas',
  'T.',
  'Dr.',
  'Gallagher',
  'Green',
  'G',
  'G.',
  'Reed,',
  'van',
  'de',
  '(he/him)',
  'Jr.',
  'Ó',
  'Ö',
  'O\u0308',
  '李',
  '明',
  'José',
  'Jose\u0301',
  'علي',
  '👩‍🚀',
  ',',
  '',
  '  ',
  'Tom\u200B',
  'ﬁ',
  'Fi',
);
const anyName = fc.oneof(
  { weight: 4, arbitrary: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
);

/** As they look. */
function seen(name: string): string {
  return comparableName(name.replace(/\p{Cf}/gu, ''));
}

describe('in any team', () => {
  it('no two people have the same short name, unless they have the same full name', () => {
    fc.assert(
      fc.property(fc.array(anyName, { maxLength: 12 }), (names) => {
        const short = shortNames(names);
        const different = new Map(names.map((name) => [seen(name), seen(short.get(name) ?? '')]));
        expect(new Set(different.values()).size).toBe(different.size);
      }),
      { numRuns: 2000 },
    );
  });

  it('no short name is longer than the full name', () => {
    fc.assert(
      fc.property(fc.array(anyName, { maxLength: 12 }), (names) => {
        for (const [name, short] of shortNames(names)) expect(short.length).toBeLessThanOrEqual(name.length);
      }),
    );
  });
});

describe('whom a reader tells apart', () => {
  const names = new Map([
    [1, 'Lea Lead'],
    [2, 'Marcus Otto'],
    [3, 'Dana Osei'],
    [4, 'Tom Gallagher'],
    [5, 'Tom Reed'],
    [6, 'Marcus Lindt'],
    [7, 'Dana Reed'],
  ]);
  const lines = [
    { personId: 2, managerId: 1 },
    { personId: 3, managerId: 1 },
    { personId: 4, managerId: 2 },
    { personId: 5, managerId: 3 },
    { personId: 6, managerId: 3 },
    { personId: 7, managerId: 3 },
  ];
  const told = (readerId: number, name: string) => shortNamesFor(readerId, lines, (id) => names.get(id))(name);

  it('a manager knows one Tom, a lead two', () => {
    expect(told(2, 'Tom Gallagher')).toBe('Tom');
    expect(told(1, 'Tom Gallagher')).toBe('Tom G.');
    expect(told(1, 'Tom Reed')).toBe('Tom R.');
  });

  it('a lead’s managers go by their first names beside reps who have the same', () => {
    expect(told(1, 'Marcus Otto')).toBe('Marcus');
    expect(told(1, 'Marcus Lindt')).toBe('Marcus L.');
  });

  it('a rep tells the manager from colleagues, and nobody from themselves', () => {
    expect(told(5, 'Dana Osei')).toBe('Dana O.');
    expect(told(7, 'Dana Osei')).toBe('Dana');
  });

  it('somebody from elsewhere is told from everybody the reader knows', () => {
    expect(told(2, 'Tom Else')).toBe('Tom E.');
    expect(told(2, 'Ana Silva')).toBe('Ana');
  });
});
