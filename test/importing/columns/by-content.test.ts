import { describe, expect, test } from 'vitest';
import { columnsByContent } from '../../../src/importing/columns/by-content.ts';
import { deals, roster } from '../../../src/importing/columns/columns.ts';
import { readHeader } from '../../../src/importing/columns/header.ts';

const rows = (...lines: string[]): string[][] => lines.map((line) => line.split('|'));

describe('people without a header', () => {
  test.each([
    ['names and addresses', ['Ada Quill|ada@example.com', 'Mina Farrow|mina@example.com'], ['2=email', '1=name']],
    [
      'managers who are people of the list',
      ['Ada Quill|Mina Farrow', 'Otto Brandt|Mina Farrow', 'Mina Farrow|'],
      ['1=name', '2=manager_name'],
    ],
    [
      'managers before people',
      ['Mina Farrow|Ada Quill', 'Mina Farrow|Otto Brandt', '|Mina Farrow'],
      ['2=name', '1=manager_name'],
    ],
    [
      'managers by address',
      ['Ada Quill|ada@example.com|Mina@example.com', 'Mina Farrow|mina@example.com|'],
      ['2=email', '1=name', '3=manager_email'],
    ],
    ['days, which are left out', ['Ada Quill|2024-03-04', 'Mina Farrow|2019-05-06'], ['1=name']],
    ['last names first', ['Quill, Ada|101', 'Farrow, Mina|100'], ['1=name']],
  ])('are sure with %s', (_, lines, mapping) => {
    expect(columnsByContent(roster, rows(...lines))).toEqual({ mapping, isSure: true });
  });

  test.each([
    [
      'two columns of names, of which neither is in the other',
      ['Ada Quill|Mina Farrow', 'Otto Brandt|Mina Farrow'],
      ['1=name'],
    ],
    ['halves of names', ['Ada|Quill', 'Mina|Farrow'], []],
    ['addresses alone', ['ada@example.com', 'mina@example.com'], ['1=email']],
    ['numbers', ['101|100', '102|100'], []],
    ['names that come twice', ['Ada Quill|x', 'Ada Quill|y'], []],
  ])('aren’t with %s', (_, lines, mapping) => {
    expect(columnsByContent(roster, rows(...lines))).toEqual({ mapping, isSure: false });
  });

  test('of no rows nothing is known', () => {
    expect(columnsByContent(roster, [])).toEqual({ mapping: [], isSure: false });
  });

  test('are read by the mapping', () => {
    const sample = rows('Ada Quill|Mina Farrow', 'Mina Farrow|');
    const { mapping } = columnsByContent(roster, sample);
    const read = readHeader(roster, ['', ''], mapping, sample);
    expect(Object.fromEntries(read.positions)).toEqual({ name: [0], manager_name: [1] });
  });
});

test('deals without a header are never sure', () => {
  const sample = rows(
    'D-1|Acme renewal|Ada Quill|Proposal|12000',
    'D-2|Beta|Otto Brandt|Won|9000',
    'D-3|Gamma new|Ada Quill|Proposal|9000',
    'D-4|Delta|Ada Quill|Won|100',
  );
  expect(columnsByContent(deals, sample)).toEqual({
    mapping: ['1=id', '3=owner', '4=stage', '5=amount'],
    isSure: false,
  });
});
