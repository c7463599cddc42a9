import { describe, expect, test } from 'vitest';
import { deals, roster } from '../../../src/importing/columns/columns.ts';
import { knownColumns, readHeader } from '../../../src/importing/columns/header.ts';

describe('a field is named in a mapping', () => {
  test.each([
    ['manager', 'manager_name'],
    ['Manager', 'manager_name'],
    ['manager_name', 'manager_name'],
    ['e-mail', 'email'],
    ['hired', 'started_on'],
    ['start', 'started_on'],
    ['employee number', 'id'],
    ['user id', 'rep_id'],
    ['Vorgesetzter', 'manager_name'],
    ['left', 'last_day'],
  ])('of a roster as %s', (typed, field) => {
    expect(readHeader(roster, ['X', 'name'], [`X=${typed}`]).columns[field]).toBe('X');
  });

  test.each([
    ['deal owner', 'owner'],
    ['rep', 'owner'],
    ['close', 'close_on'],
    ['close date', 'close_on'],
    ['value', 'amount'],
    ['opened', 'opened_on'],
    ['IsWon', 'is_won'],
  ])('of deals as %s', (typed, field) => {
    const header = ['X', 'deal id', 'deal owner', 'deal stage'];
    expect(readHeader(deals, header, [`X=${typed}`]).columns[field]).toBe('X');
  });

  test('and nothing else is a field', () => {
    expect(() => readHeader(roster, ['X', 'name'], ['X=favorite color'])).toThrow(
      'There is no field “favorite color”.',
    );
    expect(() => readHeader(roster, ['X', 'name'], ['X='])).toThrow('There is no field “”.');
  });
});

describe('a column is named in a mapping', () => {
  test.each(['Shoe Size', 'shoe size', 'shoe_size', '2'])('as %s', (column) => {
    expect(readHeader(roster, ['name', 'Shoe Size'], [`${column}=team`]).columns['team']).toBe('Shoe Size');
  });
  test('by its number only where none is called so', () => {
    expect(readHeader(roster, ['name', 'x', '1'], ['1=team']).positions.get('team')).toEqual([2]);
  });
  test('with an equals sign of its own', () => {
    expect(readHeader(roster, ['name', 'a=b'], ['a=b=team']).columns['team']).toBe('a=b');
  });
  test.each(['0', '3', '-1', '1.0', '10000'])('and %s is none', (column) => {
    expect(() => readHeader(roster, ['name', 'x'], [`${column}=team`])).toThrow(`There is no column “${column}”.`);
  });
});

test('what is mapped is read for nothing else, and needn’t fit', () => {
  const rows = [['Ada Quill', '101']];
  const read = readHeader(roster, ['Who', 'Name'], ['Name=team', 'Who=name'], rows);
  expect(read.columns).toEqual({ name: 'Who', team: 'Name' });
});

test('a mapping goes before a known export', () => {
  const header = ['username', 'email', 'status', 'billing-active', 'userid', 'fullname', 'displayname'];
  const read = readHeader(roster, header, ['displayname=name']);
  expect(read).toMatchObject({ preset: 'Slack member list', columns: { name: 'displayname' } });
});

describe('known columns are counted', () => {
  test.each([
    ['a header', 'Opportunity ID|Opportunity Owner|Stage|Shoe size', 3],
    ['a title', 'Opportunity report of the East team', 0],
    ['a row', '0065g00000AbCdE|Ada Quill|Proposal|12,000.00', 0],
    ['a blank line', '||', 0],
  ])('of %s', (_, line, count) => {
    expect(knownColumns(deals, line.split('|'), [])).toBe(count);
  });
  test('with those of a mapping, whether or not they are there', () => {
    expect(knownColumns(deals, ['Ident', 'Stage'], ['Ident=id', 'Nowhere=owner', 'no mapping'])).toBe(2);
  });
});
