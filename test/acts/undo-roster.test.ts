import { beforeEach, expect, test } from 'vitest';
import { mergePeople } from '../../src/acts/merge-people.ts';
import { undoRoster } from '../../src/acts/undo-roster.ts';
import { importRoster } from '../../src/importing/roster/roster.ts';
import type { Store } from '../../src/store/db.ts';
import { addPerson, changePerson } from '../../src/store/people.ts';
import { setManager } from '../../src/store/reporting-lines.ts';
import { csv, emptyStore, linesOf, now, peopleOf } from '../helpers/imports.ts';
import { everyRow } from '../helpers/one-of-each.ts';
import { logInteraction } from '../helpers/store.ts';

let store: Store;
beforeEach(async () => {
  store = await emptyStore();
});

const later = new Date('2026-11-25T10:00:00Z');
let ids = 0;
const context = { newId: () => `id-${(ids += 1)}` };
const roster = (...lines: string[]) => importRoster(store, csv(...lines), {}, now);
const undo = () => undoRoster(context, store, { actorId: null }, later);
const idOf = async (name: string) => (await peopleOf(store)).get(name)?.id ?? 0;

/** Everything on record, but for what there was to say of it. */
async function recordOf(of: Store) {
  const { outbox: _said, reportingLine, person, ...record } = await everyRow(of);
  const lines = reportingLine?.map(({ startToldAt: _start, endToldAt: _end, ...line }) => line);
  return { ...record, lines, people: person?.map(({ welcomedAt: _welcomed, ...one }) => one) };
}

test('what a roster added, changed and drew is as it was, to the last row', async () => {
  await roster('id,name,manager,team,email', '1,Ada,Mina,North,ada@x.io', '2,Otto,Mina,North,', '3,Lin,Otto,,');
  const before = await recordOf(store);
  await roster(
    'id,name,manager,team,email,status,last day',
    '1,Ada Moss,Zed,South,moss@x.io,,2026-12-31',
    '2,Otto,,North,,Terminated,',
    '4,Bea,Zed,South,bea@x.io,,',
  );
  expect(await linesOf(store)).toEqual(['Ada Moss < Zed', 'Bea < Zed', 'Lin < Otto']);
  const undone = await undo();
  expect(undone).toMatchObject({ lines: 2, facts: 2, takenOut: [], stays: [] });
  expect(undone.deleted.toSorted()).toEqual(['Bea', 'Zed']);
  expect(await recordOf(store)).toEqual(before);
  await undo();
  expect((await peopleOf(store)).size).toBe(0);
  await expect(undo()).rejects.toThrow('There’s no roster to undo');
});

test('an import that changed nothing is none that could be taken back', async () => {
  await roster('name,manager', 'Ada,Mina');
  await roster('name,manager', 'Ada,Mina');
  expect((await undo()).deleted).toHaveLength(2);
});

test('who was told of a line gets one that begins today', async () => {
  await roster('name,manager', 'Ada,Mina');
  await roster('name,manager', 'Ada,Zed');
  const told = { startToldAt: '2026-11-24T09:00:00.000Z' };
  await store.database
    .updateTable('reportingLine')
    .set({ ...told, endToldAt: told.startToldAt })
    .execute();
  await undo();
  const rows = await store.database.selectFrom('reportingLine').selectAll().where('endedOn', 'is', null).execute();
  expect(rows).toMatchObject([
    { startedOn: '2026-11-25', startToldAt: later.toISOString(), managerId: await idOf('Mina') },
  ]);
});

test('what was changed since, or built on it, stays and is named', async () => {
  const lena = await addPerson(store, { name: 'Lena', slackUserId: 'U0LENA' }, now);
  await roster('name,manager,team', 'Ada,Mina,North', 'Otto,Mina,North');
  await roster('name,manager,team', 'Ada,Zed,South', 'Otto,Zed,South', 'Bea,Zed,', 'Lin,Zed,');
  await setManager(store, await idOf('Ada'), lena, '2026-11-24', 'confirmed');
  await changePerson(store, await idOf('Otto'), { team: 'East' });
  const entry = { behaviour: 'check-in', managerId: lena, repId: await idOf('Bea'), happenedOn: '2026-11-24' } as const;
  await logInteraction(store, entry, now);
  const lin = await idOf('Lin');
  await mergePeople(context, store, { keptId: lena, goneId: lin, actorId: null }, now);
  const undone = await undo();
  expect(undone.stays).toEqual([
    expect.stringContaining('Ada'),
    expect.stringContaining('Otto'),
    expect.stringContaining('was merged with somebody since'),
  ]);
  expect(undone.takenOut).toMatchObject([{ name: 'Bea', because: ['entries'] }]);
  expect(undone.deleted).toEqual(['Zed']);
  expect(await linesOf(store)).toContain('Ada < Lena');
  expect(await linesOf(store)).toContain('Otto < Mina');
  expect((await peopleOf(store)).get('Bea')?.leftWhy).toBe('removed');
});
