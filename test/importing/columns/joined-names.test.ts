import { describe, expect, test } from 'vitest';
import { deals, roster } from '../../../src/importing/columns/columns.ts';
import { readHeader } from '../../../src/importing/columns/header.ts';
import { importDeals } from '../../../src/importing/deals/deals.ts';
import { importRoster } from '../../../src/importing/roster/roster.ts';
import { addPerson } from '../../../src/store/people.ts';
import { csv, emptyStore, now, peopleOf } from '../../helpers/imports.ts';

const rows = (...lines: string[]): string[][] => lines.map((line) => line.split('|'));

describe('first and last name are put together', () => {
  test('where no column has both', () => {
    const read = readHeader(roster, ['Last Name', 'First Name', 'Email'], [], rows('Quill|Ada|ada@example.com'));
    expect(read.positions.get('name')).toEqual([1, 0]);
    expect(read.columns['name']).toBe('First Name + Last Name');
    expect([...read.joined]).toEqual(['name']);
    expect(read.unread).toEqual([]);
  });
  test('where the display name is only half of one', () => {
    const header = ['Display name', 'First name', 'Last name'];
    const read = readHeader(roster, header, [], rows('ada|Ada|Quill', 'otto|Otto|Quill'));
    expect(read.positions.get('name')).toEqual([1, 2]);
    expect(read.unread).toEqual(['Display name']);
  });
  test.each([
    ['Ada Quill', 'whole'],
    ['Quill, Ada', 'the other way round'],
    ['Ada Quill (Sales)', 'with more'],
    ['Ada M. Quill', 'with a middle name'],
  ])('and not where the display name is %s: %s', (display) => {
    const read = readHeader(roster, ['Display name', 'First name', 'Last name'], [], [[display, 'Ada', 'Quill']]);
    expect(read.positions.get('name')).toEqual([0]);
    expect(read.positions.get('first_name')).toEqual([1]);
    expect([...read.joined]).toEqual([]);
  });
  test('where the other column doesn’t say which is which', () => {
    const header = ['Name', 'First name', 'Last name'];
    expect(readHeader(roster, header, [], rows('QUILL Ada|Ada|Quill')).positions.get('name')).toEqual([1, 2]);
  });
  test('of the manager and of the owner as well', () => {
    const header = ['Name', 'Manager First Name', 'Manager Last Name'];
    expect(readHeader(roster, header, []).positions.get('manager_name')).toEqual([1, 2]);
    const ofOwner = ['id', 'stage', 'Owner First Name', 'Owner Last Name'];
    const read = readHeader(deals, ofOwner, []);
    expect(read.positions.get('owner')).toEqual([2, 3]);
    expect([...read.joined]).toEqual(['owner']);
  });
  test('with the half that a column of another name has', () => {
    const read = readHeader(roster, ['Name', 'Vorname'], [], rows('Weiß|Jürgen', 'Farrow|Mina'));
    expect(read.positions.get('name')).toEqual([1, 0]);
  });
  test('and never taken for a name alone', () => {
    expect(() => readHeader(roster, ['Last Name', 'Manager'], [], rows('Quill|Mina Farrow'))).toThrow(
      '“Last Name” is half of a name: add the column with the other half, and export again.',
    );
    expect(readHeader(roster, ['First Name', 'Email'], []).columns).toEqual({
      first_name: 'First Name',
      email: 'Email',
    });
  });
});

describe('several columns are mapped to a name', () => {
  test('in the order in which they are given', () => {
    const read = readHeader(roster, ['a', 'b', 'c'], ['c=name', 'a=name']);
    expect(read.positions.get('name')).toEqual([2, 0]);
    expect(read.columns['name']).toBe('c + a');
    expect([...read.joined]).toEqual(['name']);
  });
  test('a column twice is one', () => {
    const read = readHeader(roster, ['a', 'b'], ['a=name', 'A=name']);
    expect(read.positions.get('name')).toEqual([0]);
    expect([...read.joined]).toEqual([]);
  });
  test('or to its halves', () => {
    const read = readHeader(roster, ['a', 'b'], ['a=last name', 'b=first name']);
    expect(read.positions.get('name')).toEqual([1, 0]);
  });
});

test('a roster with halves of names brings in whole people, and keeps two of one surname apart', async () => {
  const store = await emptyStore();
  const file = csv(
    'First Name,Last Name,Reporting to',
    'Ada,Quill,Mina Farrow',
    'Otto,Quill,Mina Farrow',
    'Mina,Farrow,',
  );
  const report = await importRoster(store, file, {}, now);
  expect(report).toMatchObject({ rows: 3, added: 3, refused: [] });
  expect([...(await peopleOf(store)).keys()].toSorted()).toEqual(['Ada Quill', 'Mina Farrow', 'Otto Quill']);
});

test('an owner in two columns owns the deal', async () => {
  const store = await emptyStore();
  await addPerson(store, { name: 'Ada Quill' }, now);
  const file = csv('id,stage,Owner First Name,Owner Last Name', 'D1,Proposal,Ada,Quill');
  expect(await importDeals(store, file, {}, now)).toMatchObject({ added: 1, refused: [] });
});
