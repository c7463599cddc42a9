import { expect, test } from 'vitest';
import type { AskId, PersonId } from '../../src/behaviours/ids.ts';
import { findAsk, stepsOf } from '../../src/store/asks.ts';
import { findPerson } from '../../src/store/people.ts';
import { emptyStore } from '../helpers/imports.ts';

test('an id of one kind doesn’t fit where another’s is meant; a bare number does', async () => {
  const store = await emptyStore();
  const [ask, person]: [AskId, PersonId] = [7, 8];
  // @ts-expect-error an ask is nobody
  expect(await findPerson(store, ask)).toBeUndefined();
  // @ts-expect-error and nobody is an ask
  expect(await stepsOf(store, person)).toEqual([]);
  expect(await findAsk(store, 7)).toBeUndefined();
});

test('what comes from the database has the kind of its column', async () => {
  const store = await emptyStore();
  const asks = await store.database.selectFrom('ask').select(['id', 'repId', 'dealId']).execute();
  // @ts-expect-error an ask's id
  const people: PersonId[] = asks.map(({ id }) => id);
  const reps: PersonId[] = asks.map(({ repId }) => repId);
  expect([...people, ...reps]).toEqual([]);
});
