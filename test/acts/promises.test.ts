import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeInteraction } from '../../src/acts/correct-interaction.ts';
import { makePromise, moveOwnPromise, settleOwnPromise } from '../../src/acts/promises.ts';
import { FieldError } from '../../src/errors.ts';
import { interactionsBetween } from '../../src/store/interactions.ts';
import { findNudge } from '../../src/store/nudges.ts';
import type { Person } from '../../src/store/people.ts';
import { countPromises, findPromise, promisesOf } from '../../src/store/promises.ts';
import { setManager } from '../../src/store/reporting-lines.ts';
import { auditEvents } from '../helpers/audit.ts';
import { dueFor, planOf } from '../helpers/nudges.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

let keys = 0;
async function promises(to: Person, dueOn: LocalDate = '2026-11-27', text = 'Canary: talk to legal'): Promise<number> {
  keys += 1;
  const { dana } = office.people;
  await makePromise(office.context, dana, { repId: to.id, text, dueOn, once: `view:${keys}` });
  const made = await promisesOf(office.store, { managerId: dana.id, limit: 50 });
  return Math.max(...made.map(({ id }) => id));
}
async function kinds(): Promise<string[]> {
  return (await office.outbox()).map(({ kind, recipientId }) => `${kind} to ${recipientId}`);
}

test('a promise by hand is on record for both, told to the rep once, and a repeat of the form does nothing', async () => {
  const { dana, priya } = office.people;
  const input = { repId: priya.id, text: '  Talk to legal ', dueOn: '2026-11-27', once: 'view:V1' } as const;
  expect(await makePromise(office.context, dana, input)).toEqual([dana.id, priya.id]);
  expect(await makePromise(office.context, dana, input)).toEqual([]);
  expect(await promisesOf(office.store, { repId: priya.id, limit: 9 })).toMatchObject([
    { managerId: dana.id, text: 'Talk to legal', madeOn: '2026-11-23', dueOn: '2026-11-27', state: 'open' },
  ]);
  expect((await kinds()).filter((kind) => kind === `promise to ${priya.id}`)).toHaveLength(1);
});

test('only to one’s own reps, with words, for today or later', async () => {
  const { dana, omar, priya, lee } = office.people;
  const words = { text: 'Talk to legal', dueOn: '2026-11-27' } as const;
  const refused: [Person, object][] = [
    [dana, { ...words, repId: omar.id }],
    [lee, { ...words, repId: priya.id }],
    [priya, { ...words, repId: dana.id }],
    [dana, { ...words, repId: priya.id, text: ' \n ' }],
    [dana, { ...words, repId: priya.id, dueOn: '2026-11-22' }],
    [dana, { ...words, repId: priya.id, dueOn: '2026-02-30' }],
  ];
  for (const [number, [acting, given]] of refused.entries()) {
    const input = { ...words, repId: 0, ...given, once: `view:${number}` };
    await expect(makePromise(office.context, acting, input)).rejects.toThrow(
      /report to you|Say in a sentence|Write what|Choose/u,
    );
  }
  expect(await promisesOf(office.store, { limit: 9 })).toEqual([]);
  expect(await office.outbox()).toEqual([]);
});

test('kept: it stands in the log, its reminder is done, and the second press changes nothing', async () => {
  const { dana, priya } = office.people;
  const promise = await promises(priya);
  const reminder = dueFor(priya.id, { behaviour: 'keep-promise', item: `promise:${promise}` });
  const other = dueFor(priya.id, { behaviour: 'keep-promise', item: 'promise:999' });
  const nudges = await planOf(office.store, dana.id, [reminder, other], office.context.clock());
  const settle = () => settleOwnPromise(office.context, dana, { promiseId: promise, state: 'kept' });
  expect(await settle()).toEqual([dana.id, priya.id]);
  await settle();
  expect(await findPromise(office.store, promise)).toMatchObject({ state: 'kept', settledOn: '2026-11-23' });
  const states = await Promise.all(nudges.map(async ({ id }) => (await findNudge(office.store, id))?.state));
  expect(states).toEqual(['done', 'open']);
  const entries = await interactionsBetween(office.store, { repId: priya.id, limit: 9 });
  expect(entries).toMatchObject([{ behaviour: 'keep-promise', managerId: dana.id, nudgeId: nudges[0]?.id }]);
  expect(entries[0]?.hasTexts).toBe(false);
});

test('deleting the entry of a kept promise opens it again', async () => {
  const { dana, priya } = office.people;
  const promise = await promises(priya);
  await settleOwnPromise(office.context, dana, { promiseId: promise, state: 'kept' });
  const [entry] = await interactionsBetween(office.store, { repId: priya.id, limit: 9 });
  await removeInteraction(office.context, dana, entry?.id ?? 0);
  expect(await findPromise(office.store, promise)).toMatchObject({ state: 'open', settledOn: null });
});

test('moved: the new day holds and the old reminder is no longer true; settled ones stay where they are', async () => {
  const { dana, priya } = office.people;
  const promise = await promises(priya, '2026-11-23');
  const reminder = dueFor(priya.id, { behaviour: 'keep-promise', item: `promise:${promise}` });
  const [nudge] = await planOf(office.store, dana.id, [reminder], office.context.clock());
  const move = (dueOn: LocalDate) => moveOwnPromise(office.context, dana, { promiseId: promise, dueOn });
  await expect(move('2026-11-20')).rejects.toBeInstanceOf(FieldError);
  await move('2026-12-01');
  expect(await findPromise(office.store, promise)).toMatchObject({ state: 'open', dueOn: '2026-12-01' });
  expect((await findNudge(office.store, nudge?.id ?? 0))?.state).toBe('untrue');
  await settleOwnPromise(office.context, dana, { promiseId: promise, state: 'dropped' });
  await expect(move('2026-12-04')).rejects.toThrow('already settled');
  expect(await findPromise(office.store, promise)).toMatchObject({ state: 'dropped', dueOn: '2026-12-01' });
  expect(await interactionsBetween(office.store, { repId: priya.id, limit: 9 })).toEqual([]);
});

test('nobody settles or moves another one’s promise; an earlier manager still settles their own, without an entry', async () => {
  const { dana, priya, lee } = office.people;
  const promise = await promises(priya);
  for (const acting of [priya, lee]) {
    const settle = settleOwnPromise(office.context, acting, { promiseId: promise, state: 'kept' });
    await expect(settle).rejects.toThrow('isn’t yours');
    const move = moveOwnPromise(office.context, acting, { promiseId: promise, dueOn: '2026-12-01' });
    await expect(move).rejects.toThrow('isn’t yours');
  }
  await setManager(office.store, priya.id, lee.id, '2026-11-23');
  await settleOwnPromise(office.context, dana, { promiseId: promise, state: 'kept' });
  expect(await findPromise(office.store, promise)).toMatchObject({ state: 'kept' });
  expect(await interactionsBetween(office.store, { repId: priya.id, limit: 9 })).toEqual([]);
});

test('a lead gets counts per manager, and no row of the audit holds a word', async () => {
  const { dana, priya, sam } = office.people;
  const kept = await promises(priya);
  await promises(sam, '2026-11-24');
  await promises(sam, '2026-12-24');
  await settleOwnPromise(office.context, dana, { promiseId: kept, state: 'kept' });
  const counts = (today: LocalDate, since: LocalDate) =>
    countPromises(office.store, [dana.id, sam.id], { today, since });
  expect(await counts('2026-11-25', '2026-10-28')).toEqual([{ managerId: dana.id, kept: 1, open: 2, late: 1 }]);
  expect(await counts('2026-12-24', '2026-11-24')).toEqual([{ managerId: dana.id, kept: 0, open: 2, late: 1 }]);
  expect(await countPromises(office.store, [], { today: '2026-11-25', since: '2026-10-28' })).toEqual([]);
  const audit = await auditEvents(office.store);
  expect(audit.map(({ event }) => event)).toEqual(expect.arrayContaining(['promise.made', 'promise.kept']));
  expect(JSON.stringify(audit)).not.toContain('Canary');
});
