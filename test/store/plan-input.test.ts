import { afterEach, beforeEach, expect, test } from 'vitest';
import { behaviours } from '../../src/behaviours/index.ts';
import { addNudges, answerNudge, nudgesOfBatch } from '../../src/store/nudges.ts';
import { stopBehaviour } from '../../src/store/stopped-behaviours.ts';
import { loadPlanning } from '../../src/store/plan-input.ts';
import { dueFor } from '../helpers/nudges.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';

const longAgo = new Date('2026-03-02T09:00:00Z');
const now = new Date('2026-11-23T10:00:00Z');

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

async function inputOf(personId: number) {
  return (await loadPlanning(office.store, behaviours, [personId], now)).inputOf(personId);
}

test('of nudges older than 120 days a plan remembers what was called wrong, and what is quiet still', async () => {
  const { dana, priya } = office.people;
  const kinds = ['ride-along', 'check-in', 'connect', 'grow-career'];
  const dues = kinds.map((behaviour) => dueFor(priya.id, { behaviour }));
  await addNudges(office.store, dana.id, 'plan:2026-03-02', dues, longAgo);
  const [wrong, quiet, over] = await nudgesOfBatch(office.store, dana.id, 'plan:2026-03-02');
  const answers = [
    [wrong, { state: 'wrong' }],
    [quiet, { state: 'not-needed', quietUntil: '2026-11-24' }],
    [over, { state: 'not-needed', quietUntil: '2026-11-22' }],
  ] as const;
  for (const [nudge, answer] of answers)
    await answerNudge(office.store, nudge?.id ?? 0, { ...answer, from: ['open'] }, longAgo);
  const { past } = await inputOf(dana.id);
  expect(past.map(({ behaviour, state }) => [behaviour, state])).toEqual([
    ['check-in', 'not-needed'],
    ['ride-along', 'wrong'],
  ]);
});

test('newest first, and the last of a message before its first', async () => {
  const { dana, priya, sam } = office.people;
  const later = new Date('2026-11-16T09:00:00Z');
  await addNudges(office.store, dana.id, 'plan:2026-11-09', [dueFor(sam.id)], new Date('2026-11-09T09:00:00Z'));
  await addNudges(
    office.store,
    dana.id,
    'plan:2026-11-16',
    [dueFor(priya.id), { ...dueFor(null), asksWhy: true }],
    later,
  );
  const { past } = await inputOf(dana.id);
  expect(past.map(({ repId, asksWhy }) => [repId, asksWhy])).toEqual([
    [null, true],
    [priya.id, false],
    [sam.id, false],
  ]);
});

test('what a rep stopped is known to whoever plans about them', async () => {
  const { lee, dana, priya } = office.people;
  await stopBehaviour(office.store, priya.id, 'check-in', now);
  await stopBehaviour(office.store, dana.id, 'connect', now);
  expect((await inputOf(dana.id)).stopped).toEqual(['connect']);
  expect((await inputOf(dana.id)).stoppedByRep.get(priya.id)).toEqual(['check-in']);
  expect((await inputOf(lee.id)).stopped).toEqual([]);
});
