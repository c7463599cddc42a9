import { expect, test } from 'vitest';
import { comparableName } from '../../src/leading/full-name.ts';
import { foldedClue, whoIsMeant } from '../../src/leading/who-is-meant.ts';
import type { Known, KnownKind } from '../../src/leading/who-is-meant.ts';

function known(personId: number, kind: KnownKind, value: string, isCurrent = true): Known {
  return { personId, kind, folded: foldedClue(kind, value), source: 'roster', isCurrent };
}

const ada = 1;
const otto = 2;

test('an own id goes before an address, an address before a former one, and that before an account', () => {
  const record = [
    known(ada, 'own-id', '101'),
    known(ada, 'address', 'ada@old.example', false),
    known(ada, 'slack-id', 'U1'),
  ];
  expect(whoIsMeant({ ownId: '101', addresses: ['new@x.example'] }, record)).toMatchObject({
    personId: ada,
    by: 'own-id',
  });
  expect(whoIsMeant({ addresses: ['ADA@old.example '] }, record)).toMatchObject({
    personId: ada,
    by: 'former-address',
  });
  expect(whoIsMeant({ slackIds: ['W9', 'U1'] }, record)).toMatchObject({ personId: ada, by: 'slack-id' });
});

test('an address that somebody else has by now is theirs', () => {
  const record = [known(ada, 'address', 'sales@x.example', false), known(otto, 'address', 'sales@x.example')];
  expect(whoIsMeant({ addresses: ['sales@x.example'] }, record)).toMatchObject({ personId: otto, by: 'address' });
});

test('clues that name two people are a contradiction', () => {
  const record = [known(ada, 'own-id', '101'), known(otto, 'address', 'otto@x.example')];
  const meant = whoIsMeant({ ownId: '101', addresses: ['otto@x.example'] }, record);
  expect(meant).toEqual({ kind: 'contradiction', personIds: [ada, otto] });
});

test('a name only proposes, a former one after those of today, and all who have it', () => {
  const record = [known(ada, 'name', 'Ada Quill', false), known(otto, 'name', 'Otto Quill')];
  expect(whoIsMeant({ names: ['ada quill'] }, record)).toEqual({
    kind: 'proposed',
    personIds: [ada],
    by: 'former-name',
  });
  const twice = [...record, known(3, 'name', 'Ada Quill')];
  expect(whoIsMeant({ names: ['Ada Quill'] }, twice)).toEqual({ kind: 'proposed', personIds: [3], by: 'name' });
  expect(whoIsMeant({ names: ['Mina Farrow'] }, twice)).toEqual({ kind: 'nobody' });
  expect(whoIsMeant({}, twice)).toEqual({ kind: 'nobody' });
});

test.each([
  ['Siobhan O’Dell', "SIOBHAN  O'Dell"],
  ['José Ñuñez', 'Jose Nunez'],
  ['Jürgen Weiß', 'Jurgen WEISS'],
  ['Søren Łukasz', 'soren lukasz'],
  ['Anne–Marie Dupré', 'Anne-Marie Dupre'],
])('%s is %s', (one, other) => {
  expect(comparableName(one)).toBe(comparableName(other));
});

test.each([
  ['が', 'か'],
  ['कि', 'का'],
])('%s is not %s', (one, other) => {
  expect(comparableName(one)).not.toBe(comparableName(other));
});
