import { expect, test } from 'vitest';
import { importRoster } from '../../src/importing/roster/roster.ts';
import { csv, emptyStore, now, peopleOf } from '../helpers/imports.ts';

async function after(...files: readonly (readonly string[])[]) {
  const store = await emptyStore();
  const reports = [];
  for (const file of files) reports.push(await importRoster(store, csv(...file), {}, now));
  return { store, last: reports.at(-1), names: [...(await peopleOf(store)).keys()] };
}

test('somebody new with the name of somebody on record is told of, whether they left or have another manager', async () => {
  const { last } = await after(
    ['user id,name,manager,last day', 'U-1,Ada Quill,Mina Farrow,', 'U-2,Otto Brandt,Mina Farrow,'],
    ['user id,last day,name', 'U-2,2026-03-31,Otto Brandt'],
    ['employee id,name,manager', 'E1,Ada Quill,Zed Moss', 'E2,Otto Brandt,Zed Moss'],
  );
  expect(last).toMatchObject({ added: 2, refused: [] });
  expect(last?.follows).toContain(
    'Somebody new has the name of somebody on record, and another id or address: Ada Quill (1), Otto Brandt (3). ' +
      'If the two are one person, merge them: firstline people merge.',
  );
});

test('and nothing is said where both have a row', async () => {
  const { last } = await after(
    ['id,name,manager', 'E1,Kim Lee,Mina Farrow'],
    ['id,name,manager', 'E2,Kim Lee,Zed Moss', 'E1,Kim Lee,Mina Farrow'],
  );
  expect(last).toMatchObject({ added: 1, unchanged: 1, refused: [] });
  expect(last?.follows.join('\n')).not.toContain('Somebody new');
});

test.each([
  ['an id', 'employee id,name,manager id', 'E1,Mina Farrow,', 'E2,Ada Quill,E1'],
  ['an address', 'email,name,manager email', 'mina@y.io,Mina Farrow,', 'ada@y.io,Ada Quill,mina@y.io'],
])('whose manager is a refused row, by %s, makes nobody a second time', async (_, head, boss, row) => {
  const { last, names } = await after(['user id,email,name', 'U-1,mina@x.io,Mina Farrow'], [head, boss, row]);
  expect(last?.refused.map(({ line }) => line)).toEqual([2, 3]);
  expect(last?.refused[1]?.reason).toMatch(
    /^Mina Farrow \(1\) is on record with .*, and the manager of this row has /u,
  );
  expect(names).toEqual(['Mina Farrow']);
});

test('one of two namesakes isn’t meant by a new id because the other has one already', async () => {
  const { last } = await after(
    ['id,email,name,manager', 'E1,kim@x.io,Kim Lee,Mina Farrow', ',lee@x.io,Kim Lee,Zed Moss'],
    ['user id,name,manager', 'U-1,Kim Lee,Mina Farrow'],
  );
  expect(last?.refused).toMatchObject([
    {
      line: 2,
      reason: expect.stringContaining('2 people on record are called “Kim Lee” (1, 3), and none is known by "U-1".'),
    },
  ]);
});

test('of two rows of one name none takes the record of that name by being the first', async () => {
  const { last } = await after(
    ['email,name,manager', 'lee@x.io,Kim Lee,Zed Moss'],
    ['id,name,manager', 'E1,Kim Lee,Mina Farrow', 'E2,Kim Lee,Zed Moss'],
  );
  expect(last?.refused.map(({ line }) => line)).toEqual([2, 3]);
  expect(last?.refused[0]?.reason).toContain('Say once whose it is, e.g.: firstline people add 1 "E1".');
});
