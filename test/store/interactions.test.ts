import { expect, test } from 'vitest';
import {
  addInteraction,
  changeInteraction,
  changeSharing,
  deleteInteraction,
  findInteraction,
  interactionsBetween,
  readTexts,
} from '../../src/store/interactions.ts';
import { now } from '../helpers/imports.ts';
import { entryOf, trio } from '../helpers/records.ts';

test('an entry comes back as it was, and its words only when they are asked for', async () => {
  const three = await trio();
  const { store } = three;
  const details = { about: 'person', topics: ['a', 'b'], count: 3, yes: true };
  const id = await addInteraction(store, entryOf(three, { details, texts: { heard: 'Tired' } }), now);
  const entry = await findInteraction(store, id);
  expect(entry).toMatchObject({ behaviour: 'check-in', details, shared: false, hasTexts: true, loggedAt: now });
  expect(JSON.stringify(entry)).not.toContain('Tired');
  expect(await readTexts(store, id)).toEqual({ heard: 'Tired' });
});

test('words are gone when an entry is deleted, and it counts no more', async () => {
  const three = await trio();
  const { store, rep } = three;
  const id = await addInteraction(store, entryOf(three, { texts: { heard: 'Tired' } }), now);
  await deleteInteraction(store, id, now);
  expect(await findInteraction(store, id)).toBeUndefined();
  expect(await readTexts(store, id)).toEqual({});
  expect(await interactionsBetween(store, { repId: rep, limit: 10 })).toEqual([]);
});

test('entries come newest first, by manager, rep and day, page by page', async () => {
  const three = await trio();
  const { store, lead, manager, rep } = three;
  for (const happenedOn of ['2026-11-01', '2026-11-20', '2026-11-10'] as const)
    await addInteraction(store, entryOf(three, { happenedOn }), now);
  await addInteraction(store, entryOf(three, { managerId: lead, repId: manager }), now);
  const days = async (filter: object) =>
    (await interactionsBetween(store, { limit: 10, ...filter })).map(({ happenedOn }) => happenedOn);
  expect(await days({ repId: rep })).toEqual(['2026-11-20', '2026-11-10', '2026-11-01']);
  expect(await days({ managerId: lead })).toEqual(['2026-11-20']);
  expect(await days({ repId: rep, from: '2026-11-10' })).toHaveLength(2);
  expect(await days({ repId: rep, limit: 1, offset: 1 })).toEqual(['2026-11-10']);
});

test('a change and the sharing of words stay within the entry', async () => {
  const three = await trio();
  const { store } = three;
  const id = await addInteraction(store, entryOf(three), now);
  await changeInteraction(store, id, entryOf(three, { minutes: 45, texts: { heard: 'Fine' } }));
  await changeSharing(store, id, true);
  expect(await findInteraction(store, id)).toMatchObject({ minutes: 45, shared: true, hasTexts: true });
  const elsewhere = { ...store, workspaceId: 'T0OTHER' };
  await changeSharing(elsewhere, id, false);
  await deleteInteraction(elsewhere, id, now);
  expect(await readTexts(elsewhere, id)).toEqual({});
  expect(await findInteraction(store, id)).toMatchObject({ shared: true });
});
