/** Somebody leaves, comes back, or gets other people: what follows, by what is. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ask } from '../../src/acts/ask.ts';
import { book } from '../../src/acts/book.ts';
import { followReportingLines } from '../../src/acts/follow-reporting-lines.ts';
import { nameManager } from '../../src/acts/name-manager.ts';
import { makePromise, settleOwnPromise } from '../../src/acts/promises.ts';
import { askFor } from '../../src/acts/read-ask.ts';
import { stepAsk } from '../../src/acts/step-ask.ts';
import type { About } from '../../src/store/about.ts';
import { asksOf, findAsk, stepsOf } from '../../src/store/asks.ts';
import { plannedBookings } from '../../src/store/bookings.ts';
import { lineOf } from '../../src/store/held-lines.ts';
import { nudgesSince } from '../../src/store/nudges.ts';
import { changePerson } from '../../src/store/people.ts';
import type { Person } from '../../src/store/people.ts';
import { findPromise, promisesOf } from '../../src/store/promises.ts';
import { endLine, managerIdOf, setManager } from '../../src/store/reporting-lines.ts';
import { dueFor, planOf } from '../helpers/nudges.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

let office: Office;
let once = 0;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const now = () => office.context.clock();
const follow = (about: About = 'everybody') => followReportingLines(office.context, office.store, about, null, now());
async function leaves(person: Person, on: LocalDate = '2026-11-23'): Promise<readonly number[]> {
  await changePerson(office.store, person.id, { leftOn: on, leftWhy: 'account' });
  return follow([person.id]);
}
async function returns(person: Person): Promise<readonly number[]> {
  await changePerson(office.store, person.id, { leftOn: null, leftWhy: null });
  return follow([person.id]);
}
async function asks(person: Person): Promise<number> {
  const words = { kind: 'help', text: 'Canary words', dealId: null, obstacle: null, neededBy: null } as const;
  await ask(office.context, person, { ...words, once: `view:${(once += 1)}` });
  return (await asksOf(office.store, { repId: person.id, states: ['open'], limit: 9 })).at(-1)?.id ?? 0;
}
async function promises(manager: Person, rep: Person): Promise<number> {
  const input = { repId: rep.id, text: 'I’ll send it', dueOn: '2026-12-12', once: `view:${(once += 1)}` } as const;
  await makePromise(office.context, manager, input);
  return (await promisesOf(office.store, { repId: rep.id, limit: 9 })).at(-1)?.id ?? 0;
}
function names(actor: Person, reps: readonly Person[], manager: Person) {
  const input = { actorId: actor.id, repIds: reps.map(({ id }) => id), managerId: manager.id };
  return nameManager(office.context, office.store, input, now());
}
/** What waits to be sent of these kinds: kind and to whom. */
async function told(...kinds: string[]) {
  const waiting = await office.outbox();
  return waiting.filter(({ kind }) => kinds.includes(kind)).map(({ kind, recipientId }) => [kind, recipientId]);
}

describe('a manager leaves', () => {
  test('their lead has reps, asks and promises at once, and hears it once; the reps know', async () => {
    const { lee, dana, priya, sam } = office.people;
    const askId = await asks(priya);
    await stepAsk(office.context, dana, { askId, step: 'taken', until: '2026-11-25', once: 'trigger:1' });
    const promiseId = await promises(dana, priya);
    const concerned = await leaves(dana);
    expect(new Set(concerned)).toEqual(new Set([lee.id, dana.id, priya.id, sam.id]));
    for (const rep of [priya, sam])
      expect(await lineOf(office.store, rep.id)).toMatchObject({
        managerId: lee.id,
        source: 'held',
        heldForId: dana.id,
        startedOn: '2026-11-23',
      });
    expect(await findAsk(office.store, askId)).toMatchObject({ state: 'open', holderId: lee.id, takenUntil: null });
    expect((await askFor(office.store, lee.id, askId))?.ask.text).toBe('Canary words');
    expect(await findPromise(office.store, promiseId)).toMatchObject({ managerId: dana.id, holderId: lee.id });
    expect(await told('manager-left', 'managers-left')).toEqual([['manager-left', lee.id]]);
    expect((await told('ask-card')).at(-1)).toEqual(['ask-card', lee.id]);
    expect((await stepsOf(office.store, askId)).at(-1)?.step).toBe('moved');
    const before = await office.outbox();
    expect(await follow()).toEqual([]);
    expect(await office.outbox()).toEqual(before);
  });

  test('the lead settles the promise, and who has it no more can’t', async () => {
    const { lee, dana, priya } = office.people;
    const promiseId = await promises(dana, priya);
    await leaves(dana);
    await expect(settleOwnPromise(office.context, dana, { promiseId, state: 'kept' })).rejects.toThrow('isn’t yours');
    await settleOwnPromise(office.context, lee, { promiseId, state: 'kept' });
    expect(await findPromise(office.store, promiseId)).toMatchObject({ state: 'kept', managerId: dana.id });
    expect(await told('promise-kept')).toEqual([['promise-kept', priya.id]]);
  });

  test('what they booked is cancelled, and what reminded them is closed', async () => {
    const { dana, priya } = office.people;
    const appointment = { date: '2026-11-30', time: '10:00', minutes: 30 } as const;
    const subject = { behaviour: 'check-in', repId: priya.id };
    await book(office.context, dana, { subject, appointment, once: 'view:book' });
    await leaves(dana);
    expect(await plannedBookings(office.store)).toEqual([]);
    expect(await told('rep-left')).toEqual([]);
  });

  test('without anybody above, the admins are asked; new asks wait, and the lead of nobody is told nothing', async () => {
    const { lee, dana, priya, sam } = office.people;
    const admin = await office.hire('Ada Min');
    await changePerson(office.store, admin.id, { isAdmin: true });
    await endLine(office.store, dana.id, '2026-11-01');
    await leaves(lee);
    await leaves(dana);
    expect(await told('manager-left', 'managers-left')).toEqual([['managers-left', admin.id]]);
    await follow();
    expect(await told('managers-left')).toHaveLength(1);
    const askId = await asks(priya);
    expect(await told('ask-waits')).toEqual([['ask-waits', priya.id]]);
    await names(admin, [priya, sam], office.people.omar);
    expect(await findAsk(office.store, askId)).toMatchObject({ holderId: office.people.omar.id, state: 'open' });
    expect(await lineOf(office.store, sam.id)).toMatchObject({ source: 'admin', heldForId: null });
  });

  test('by lines of the past too, over everybody who has left', async () => {
    const { lee, dana, priya } = office.people;
    const top = await office.hire('Tara Top');
    await setManager(office.store, lee.id, top.id, '2026-09-01');
    await endLine(office.store, dana.id, '2026-11-01');
    await changePerson(office.store, lee.id, { leftOn: '2026-11-20' });
    await leaves(dana);
    expect(await managerIdOf(office.store, priya.id)).toBe(top.id);
  });

  test('several in one go: their lead and each admin hear it in one message each', async () => {
    const { lee, dana, priya } = office.people;
    const admin = await office.hire('Ada Min');
    await changePerson(office.store, admin.id, { isAdmin: true });
    const other = await office.hire('Max Stone', lee.id);
    const tom = await office.hire('Tom Webb', other.id);
    for (const { id } of [other, dana])
      await changePerson(office.store, id, { leftOn: '2026-11-22', leftWhy: 'roster' });
    await follow([other.id, dana.id]);
    expect(await told('manager-left', 'managers-left')).toEqual([
      ['manager-left', lee.id],
      ['managers-left', admin.id],
    ]);
    expect(await managerIdOf(office.store, tom.id)).toBe(lee.id);
    expect(await managerIdOf(office.store, priya.id)).toBe(lee.id);
  });

  test('a lead: their managers, and whom they held, are with the next above', async () => {
    const { lee, dana, priya } = office.people;
    const top = await office.hire('Tara Top');
    await setManager(office.store, lee.id, top.id, '2026-09-01');
    const marco = await office.hire('Marco Bianchi', lee.id);
    await leaves(dana);
    await leaves(lee);
    expect(await lineOf(office.store, priya.id)).toMatchObject({ managerId: top.id, heldForId: dana.id });
    expect(await lineOf(office.store, marco.id)).toMatchObject({ managerId: top.id, heldForId: lee.id });
    await returns(lee);
    expect(await lineOf(office.store, priya.id)).toMatchObject({ managerId: lee.id, heldForId: dana.id });
    expect(await lineOf(office.store, marco.id)).toMatchObject({ managerId: lee.id, heldForId: null });
  });

  test('an old file that draws the line again changes nothing, not after a successor was named either', async () => {
    const { lee, dana, priya, sam, omar } = office.people;
    await leaves(dana);
    await setManager(office.store, priya.id, dana.id, '2026-11-23');
    await follow();
    expect(await lineOf(office.store, priya.id)).toMatchObject({ managerId: lee.id, source: 'held' });
    await names(lee, [priya, sam], omar);
    await setManager(office.store, priya.id, dana.id, '2026-11-24');
    await follow();
    expect(await lineOf(office.store, priya.id)).toMatchObject({ managerId: omar.id, source: 'confirmed' });
    expect(await told('manager-left')).toHaveLength(1);
  });
});

describe('naming a successor', () => {
  test('asks and promises go along, and the lead isn’t asked any more', async () => {
    const { lee, dana, priya, sam, omar } = office.people;
    const askId = await asks(priya);
    const promiseId = await promises(dana, priya);
    await leaves(dana);
    const concerned = await names(lee, [priya, sam], omar);
    expect(new Set(concerned)).toEqual(new Set([lee.id, omar.id, priya.id, sam.id, dana.id]));
    expect(await lineOf(office.store, priya.id)).toMatchObject({ managerId: omar.id, source: 'confirmed' });
    expect(await findAsk(office.store, askId)).toMatchObject({ holderId: omar.id });
    expect(await findPromise(office.store, promiseId)).toMatchObject({ holderId: omar.id });
    expect(await askFor(office.store, lee.id, askId)).toBeUndefined();
    expect(await names(lee, [priya, sam], omar)).toEqual([]);
  });

  test('is nobody else’s: not the rep’s, a stranger’s, or the lead’s once it is done', async () => {
    const { lee, dana, priya, sam, omar } = office.people;
    await leaves(dana);
    for (const actor of [priya, omar, sam])
      await expect(names(actor, [priya], omar)).rejects.toThrow('no longer with you');
    await names(lee, [priya], omar);
    await expect(names(lee, [priya, sam], lee)).rejects.toThrow('Priya Nair is no longer with you');
    expect(await managerIdOf(office.store, sam.id)).toBe(lee.id);
    await expect(names(dana, [sam], omar)).rejects.toThrow('you’ve left');
  });

  test('refuses who has left, oneself, and a circle, with a sentence', async () => {
    const { lee, dana, priya } = office.people;
    const top = await office.hire('Tara Top');
    await setManager(office.store, lee.id, top.id, '2026-09-01');
    await leaves(dana);
    await expect(names(lee, [priya], dana)).rejects.toThrow('Dana Osei has left');
    await expect(names(lee, [priya], priya)).rejects.toThrow('can’t report to themselves');
    await leaves(lee);
    const marco = await office.hire('Marco Bianchi', priya.id);
    await expect(names(top, [priya], marco)).rejects.toThrow('would be a circle');
  });

  test('one of them can have the others; the lead can keep them', async () => {
    const { lee, dana, priya, sam } = office.people;
    await leaves(dana);
    await names(lee, [priya, sam], priya);
    expect(await lineOf(office.store, sam.id)).toMatchObject({ managerId: priya.id, source: 'confirmed' });
    expect(await lineOf(office.store, priya.id)).toMatchObject({
      managerId: lee.id,
      source: 'confirmed',
      heldForId: null,
    });
    const max = await office.hire('Max Stone', lee.id);
    const tom = await office.hire('Tom Webb', max.id);
    await leaves(max);
    await names(lee, [tom], lee);
    expect(await lineOf(office.store, tom.id)).toMatchObject({ managerId: lee.id, source: 'confirmed' });
  });
});

describe('somebody is back', () => {
  test('whom the lead still held goes back; what a successor was given stays', async () => {
    const { lee, dana, priya, sam, omar } = office.people;
    const ofPriya = await promises(dana, priya);
    const ofSam = await promises(dana, sam);
    const askId = await asks(sam);
    await leaves(dana);
    await names(lee, [priya], omar);
    await returns(dana);
    expect(await lineOf(office.store, sam.id)).toMatchObject({ managerId: dana.id, heldForId: null });
    expect(await managerIdOf(office.store, priya.id)).toBe(omar.id);
    expect(await findAsk(office.store, askId)).toMatchObject({ holderId: dana.id });
    expect(await findPromise(office.store, ofSam)).toMatchObject({ holderId: null });
    expect(await findPromise(office.store, ofPriya)).toMatchObject({ holderId: omar.id });
    expect(await told('manager-back')).toEqual([['manager-back', lee.id]]);
    await leaves(dana);
    expect(await told('manager-left')).toHaveLength(2);
  });
});

describe('a rep leaves', () => {
  test('asks, promises and bookings with them are closed; the manager hears it once', async () => {
    const { dana, priya, lee } = office.people;
    const askId = await asks(priya);
    const promiseId = await promises(dana, priya);
    const appointment = { date: '2026-11-30', time: '10:00', minutes: 30 } as const;
    await book(office.context, lee, { subject: { behaviour: 'skip-level', repId: priya.id }, appointment, once: 'v' });
    await leaves(priya);
    expect(await findAsk(office.store, askId)).toMatchObject({ state: 'withdrawn' });
    expect((await stepsOf(office.store, askId)).at(-1)).toMatchObject({ step: 'lapsed', actorId: priya.id });
    expect(await findPromise(office.store, promiseId)).toMatchObject({ state: 'dropped' });
    expect(await plannedBookings(office.store)).toEqual([]);
    const notes = (await office.outbox()).filter(({ kind }) => kind === 'rep-left');
    expect(notes.map(({ recipientId, subject }) => [recipientId, subject['asks'], subject['bookings']])).toEqual([
      [dana.id, 1, 0],
      [lee.id, 0, 1],
    ]);
    expect(await follow()).toEqual([]);
    expect(await told('rep-left')).toHaveLength(2);
  });
});

test('nudges to and about somebody who has left are closed at once', async () => {
  const { dana, priya, sam, lee } = office.people;
  await planOf(office.store, dana.id, [dueFor(priya.id), dueFor(sam.id)], now());
  await planOf(office.store, lee.id, [dueFor(priya.id, { behaviour: 'skip-level' })], now());
  const states = async (person: Person) =>
    (await nudgesSince(office.store, person.id, new Date(0))).map(({ repId, state }) => [repId, state]);
  await leaves(priya);
  expect(await states(dana)).toEqual([
    [priya.id, 'untrue'],
    [sam.id, 'open'],
  ]);
  expect(await states(lee)).toEqual([[priya.id, 'untrue']]);
  await leaves(dana);
  expect((await states(dana)).map(([, state]) => state)).toEqual(['untrue', 'untrue']);
});
