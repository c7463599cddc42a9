import { expect, onTestFinished, test } from 'vitest';
import type { PersonId } from '../../src/behaviours/ids.ts';
import { lookAtDue } from '../../src/jobs/due.ts';
import { beginRound } from '../../src/jobs/round.ts';
import { dueFor } from '../../src/store/due.ts';
import { hasRun, markRun } from '../../src/store/weekly-marks.ts';
import { openOffice } from '../helpers/office.ts';

const week = '2026-11-23';

async function onMonday() {
  const office = await openOffice();
  onTestFinished(() => office.close());
  office.moveTo('2026-11-23T15:00:00Z');
  const round = beginRound(office.context);
  const mark = (id: PersonId) => hasRun(office.store, 'plan', id, week);
  return {
    ...office,
    round,
    write: (id: PersonId) => (tx: typeof office.store) => markRun(tx, 'plan', id, week, round.now),
    marked: async () => ({ dana: await mark(office.people.dana.id), lee: await mark(office.people.lee.id) }),
    stillDue: async () =>
      (await dueFor(office.store, 'plan', round.now, { after: undefined, most: 50 })).map(({ personId }) => personId),
  };
}

test('what is found is stored with when to look next', async () => {
  const { context, round, write, marked, stillDue } = await onMonday();
  await lookAtDue(context, round, 'plan', async ({ id }) => write(id));
  expect(await marked()).toEqual({ dana: true, lee: true });
  expect(await stillDue()).toEqual([]);
});

test('of whoever can’t be stored nothing is, they are looked at again, and the others are stored', async () => {
  const { context, round, write, marked, stillDue, people } = await onMonday();
  const storing = lookAtDue(context, round, 'plan', async ({ id }) => async (tx) => {
    await write(id)(tx);
    if (id === people.dana.id) throw new Error('not this one');
  });
  await expect(storing).rejects.toThrow('not this one');
  expect(await marked()).toEqual({ dana: false, lee: true });
  expect(await stillDue()).toEqual([people.dana.id]);
});

test('whoever can’t be looked at is looked at again, and the others are stored', async () => {
  const { context, round, write, marked, stillDue, people } = await onMonday();
  const looking = lookAtDue(context, round, 'plan', async ({ id }) => {
    if (id === people.lee.id) throw new Error('not this one');
    return write(id);
  });
  await expect(looking).rejects.toThrow('not this one');
  expect(await marked()).toEqual({ dana: true, lee: false });
  expect(await stillDue()).toEqual([people.lee.id]);
});
