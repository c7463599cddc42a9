import { afterEach, expect, test } from 'vitest';
import { beginRound } from '../../src/jobs/round.ts';
import { oneByOne } from '../../src/jobs/one-by-one.ts';
import { sendRecaps, sendRepRecaps } from '../../src/jobs/recap.ts';
import { loadOrganisation } from '../../src/store/organisation.ts';
import { openOffice } from '../helpers/office.ts';

let waiting: NodeJS.Immediate | undefined;
afterEach(() => clearImmediate(waiting));

/** Somebody who wants a turn again and again, as a person's request does. */
function turnsTaken(): () => number {
  let turns = 0;
  const take = (): void => {
    turns += 1;
    waiting = setImmediate(take);
  };
  waiting = setImmediate(take);
  return () => turns;
}

test('the items come in their order, and before each of them whoever waits has a turn', async () => {
  const turns = turnsTaken();
  const found: [string, number][] = [];
  for await (const item of oneByOne(new Set(['a', 'b', 'c']))) found.push([item, turns()]);
  expect(found).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ]);
});

test('people have their turns while the recaps of everybody are written', async () => {
  const office = await openOffice();
  for (const name of ['Ana', 'Ben', 'Cem', 'Dot']) await office.hire(name, office.people.dana.id);
  office.moveTo('2026-12-04T16:00:00Z');
  const round = beginRound(office.context);
  const { reps, managers } = await loadOrganisation(office.store);
  expect(reps).toHaveLength(6);
  const turns = turnsTaken();
  await sendRepRecaps(office.context, round);
  expect(turns()).toBeGreaterThanOrEqual(6);
  const before = turns();
  await sendRecaps(office.context, round);
  expect(turns() - before).toBeGreaterThanOrEqual(managers.length);
  await office.close();
});

test('a job that asks again what is planned knows what was done meanwhile, and of nobody else', async () => {
  const office = await openOffice();
  const { dana } = office.people;
  const round = beginRound(office.context);
  const repsOf = async () => (await round.planning([dana.id])).facts.team(dana.id).reps.length;
  const before = await repsOf();
  await office.hire('Ana', dana.id);
  expect(await repsOf()).toBe(before + 1);
  const { facts } = await round.planning([dana.id]);
  expect(() => facts.team(office.people.omar.id)).toThrow('No facts were loaded');
  await office.close();
});
