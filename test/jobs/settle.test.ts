import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginRound } from '../../src/jobs/round.ts';
import { lookAtLeaders } from '../../src/jobs/leaders.ts';
import { settleAfterActs } from '../../src/jobs/settle.ts';
import type { Round } from '../../src/jobs/round.ts';
import { openNudges } from '../../src/store/nudges.ts';
import { dueFor, planOf } from '../helpers/nudges.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';
import { recorded } from '../helpers/statements.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

/** Nobody here has done anything to thank them for: whoever is checked has none open afterwards. */
async function nudge(personId: number, ...about: readonly number[]): Promise<void> {
  await planOf(
    office.store,
    personId,
    about.map((id) => ({ ...dueFor(id), behaviour: 'thank-manager' })),
    office.context.clock(),
  );
}
const openTo = async (personId: number) => (await openNudges(office.store, [personId])).length;

test('after an act its manager’s nudges about that rep are checked, and a lead’s about that manager', async () => {
  const { lee, dana, priya, sam } = office.people;
  await nudge(dana.id, priya.id, sam.id);
  await nudge(lee.id, dana.id);
  await settleAfterActs(office.context, [priya.id], office.context.clock());
  expect([await openTo(dana.id), await openTo(lee.id)]).toEqual([0, 0]);
});

test('what was sent about others waits for the next look at everybody', async () => {
  const { lee, dana, priya, sam, omar } = office.people;
  await nudge(dana.id, sam.id);
  await nudge(lee.id, omar.id);
  await settleAfterActs(office.context, [priya.id], office.context.clock());
  expect([await openTo(dana.id), await openTo(lee.id)]).toEqual([1, 1]);
  await lookAtLeaders(office.context, beginRound(office.context));
  expect([await openTo(dana.id), await openTo(lee.id)]).toEqual([0, 0]);
});

test('all that was sent to who acted is checked', async () => {
  const { dana, priya, sam } = office.people;
  await nudge(dana.id, priya.id, sam.id);
  await settleAfterActs(office.context, [dana.id], office.context.clock());
  expect(await openTo(dana.id)).toBe(0);
});

test('a look at every leader loads what it follows from once for each, whatever it is looked at for', async () => {
  const { store, context, people } = office;
  const { lee, dana, priya, sam } = people;
  office.moveTo('2026-11-25T10:00:00Z');
  await nudge(dana.id, priya.id, sam.id);
  await nudge(lee.id, dana.id);
  const round = beginRound(context);
  const loaded: number[] = [];
  const planning: Round['planning'] = (ids) => {
    loaded.push(...ids);
    return round.planning(ids);
  };
  const { store: watched, statements } = recorded(store);
  await lookAtLeaders({ ...context, store: watched }, { ...round, planning });
  expect(loaded.toSorted((one, other) => one - other)).toEqual([lee.id, dana.id]);
  expect([await openTo(dana.id), await openTo(lee.id)]).toEqual([0, 0]);
  // Read with the nudges of the page, and of no one by themselves.
  expect(statements.filter(({ text }) => /^select \* from "nudge".*"state" = /u.test(text))).toHaveLength(1);
});

test('after an act, what is open is read once', async () => {
  const { store, context, people } = office;
  await nudge(people.dana.id, people.priya.id);
  const { store: watched, statements } = recorded(store);
  await settleAfterActs({ ...context, store: watched }, [people.priya.id], context.clock());
  expect(statements.filter(({ text }) => /^select \* from "nudge".*"state" = /u.test(text))).toHaveLength(1);
});
