import { expect, test } from 'vitest';
import { addNudges, answerNudge, findNudge, nudgesOfBatch, nudgesSince, openNudges } from '../../src/store/nudges.ts';
import { resumeBehaviour, stopBehaviour, stoppedBehaviours } from '../../src/store/stopped-behaviours.ts';
import { now } from '../helpers/imports.ts';
import { dueOf, trio } from '../helpers/records.ts';

const batch = 'plan:2026-11-23';

test('the nudges of a message are written once, in their order', async () => {
  const three = await trio();
  const { store, manager } = three;
  const dues = [dueOf(three), dueOf(three, { behaviour: 'ride-along' })];
  expect(await addNudges(store, manager, batch, dues, now)).toBe(2);
  expect(await addNudges(store, manager, batch, dues, now)).toBe(0);
  const nudges = await nudgesOfBatch(store, manager, batch);
  expect(nudges.map(({ behaviour, state }) => [behaviour, state])).toEqual([
    ['check-in', 'open'],
    ['ride-along', 'open'],
  ]);
  expect(nudges[0]).toMatchObject({ evidence: dues[0]?.evidence, words: dues[0]?.words, prefill: { about: 'person' } });
});

test('an answer counts only from the states it is meant for', async () => {
  const three = await trio();
  const { store, manager } = three;
  await addNudges(store, manager, batch, [dueOf(three)], now);
  const [nudge] = await openNudges(store, [manager]);
  const id = nudge?.id ?? 0;
  expect(await answerNudge(store, id, { state: 'snoozed', quietUntil: '2026-11-26', from: ['open'] }, now)).toBe(true);
  expect(await answerNudge(store, id, { state: 'done', from: ['open'] }, now)).toBe(false);
  expect(await findNudge(store, id)).toMatchObject({ state: 'snoozed', quietUntil: '2026-11-26', answeredAt: now });
  expect(await openNudges(store, [manager])).toEqual([]);
});

test('what a person was nudged about comes newest first, since an instant', async () => {
  const three = await trio();
  const { store, manager, lead } = three;
  const days = ['2026-11-09', '2026-11-16', '2026-11-23'];
  for (const day of days) await addNudges(store, manager, `plan:${day}`, [dueOf(three)], new Date(`${day}T09:00:00Z`));
  const since = await nudgesSince(store, manager, new Date('2026-11-10T00:00:00Z'));
  expect(since.map((nudge) => nudge.batch)).toEqual(['plan:2026-11-23', 'plan:2026-11-16']);
  expect(await nudgesSince(store, lead, new Date(0))).toEqual([]);
});

test('a stopped kind stays stopped until it is resumed', async () => {
  const { store, manager } = await trio();
  await stopBehaviour(store, manager, 'check-in', now);
  await stopBehaviour(store, manager, 'check-in', now);
  expect(await stoppedBehaviours(store, manager)).toEqual(['check-in']);
  await resumeBehaviour(store, manager, 'check-in');
  expect(await stoppedBehaviours(store, manager)).toEqual([]);
});
