import { describe, expect, test } from 'vitest';
import { deals, roster } from '../../src/importing/columns/columns.ts';
import { readHeader } from '../../src/importing/columns/header.ts';

test('names of columns are compared without case, spaces and punctuation', () => {
  const header = readHeader(roster, ['E-Mail Address', 'FULL_NAME', 'ManagerEmail', 'shoe size'], []);
  expect(header.columns).toEqual({ email: 'E-Mail Address', name: 'FULL_NAME', manager_email: 'ManagerEmail' });
});

test('the address goes before the name where both say who owns a deal', () => {
  const header = readHeader(deals, ['id', 'owner', 'owner email', 'stage'], []);
  expect(header.positions.get('owner')).toEqual([2, 1]);
});

describe('a mapping', () => {
  test('goes before what the names say', () => {
    const header = readHeader(roster, ['name', 'Who'], ['who=name']);
    expect(header.columns).toEqual({ name: 'Who' });
  });
  test('to an unknown field is refused with the fields', () => {
    expect(() => readHeader(roster, ['name'], ['name=nme'])).toThrow(
      'There is no field “nme”. The fields are: email, name, first_name, last_name, manager_email',
    );
  });
  test('of an unknown column is refused with the columns', () => {
    expect(() => readHeader(roster, ['a', 'b'], ['c=name'])).toThrow('The columns found are: a, b.');
  });
  test('without an equals sign, or twice to one field, is refused', () => {
    expect(() => readHeader(roster, ['name'], ['name'])).toThrow('Write it as column=field');
    expect(() => readHeader(roster, ['a', 'b'], ['a=email', 'b=email'])).toThrow('Two columns are mapped');
  });
});

test('a missing column names the columns found, the fields wanted and the mapping to try', () => {
  expect(() => readHeader(deals, ['deal ident', 'owner', 'stage'], [])).toThrow(
    /There is no column for the deal’s id\. Columns found: deal ident, owner, stage\. Needed: id, owner, stage or status\. .*--map "deal ident=id"/,
  );
});

test('a column that is there twice is refused', () => {
  expect(() => readHeader(roster, ['name', 'Name'], [])).toThrow('is there twice');
});
