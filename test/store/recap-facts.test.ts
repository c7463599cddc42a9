/** What came of clearing the way for a deal, as imports show it. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadRecap } from '../../src/store/recap-facts.ts';
import { addDealChanges } from '../../src/store/deal-changes.ts';
import { addPromise, recordFound, settlePromise } from '../../src/store/promises.ts';
import { publishPulse } from '../helpers/pulses.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

const on: LocalDate = '2026-11-27';
let office: Office;
let dealId: number;

beforeEach(async () => {
  office = await openOffice();
  office.moveTo(`${on}T15:00:00Z`);
  const row = await office.store.database
    .insertInto('deal')
    .values({
      workspaceId: office.store.workspaceId,
      externalId: 'D1',
      name: 'Renewal',
      account: 'Northwind',
      ownerId: office.people.priya.id,
      stage: 'Proposal',
      amount: null,
      currency: null,
      openedOn: null,
      lastActivityOn: null,
      closeOn: null,
      status: 'open',
      quietUntil: null,
      missingSince: null,
      changedAt: office.context.clock().toISOString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  dealId = row.id;
});
afterEach(() => office.close());

async function clear(settledOn: LocalDate): Promise<number> {
  const { dana, priya } = office.people;
  const promise = {
    managerId: dana.id,
    repId: priya.id,
    text: 'Get legal to sign',
    madeOn: '2026-10-01',
    dueOn: on,
  } as const;
  const id = await addPromise(office.store, { ...promise, dealId }, office.context.clock());
  await settlePromise(office.store, id, 'kept', settledOn);
  return id;
}

async function move(seenOn: LocalDate, after: string, what: 'stage' | 'status' = 'stage'): Promise<void> {
  await addDealChanges(office.store, [{ dealId, what, before: 'Proposal', after, seenOn }], office.context.clock());
}

async function moved() {
  const recap = await loadRecap(
    office.store,
    office.context.behaviours,
    office.people.dana.id,
    on,
    office.context.clock(),
  );
  return recap?.moved.flatMap((one) => (one.what === 'deal' ? [one.how] : []));
}

test('a deal that goes on this week after it was cleared is told with where it is now', async () => {
  await clear('2026-11-10');
  await move('2026-11-24', 'Negotiation');
  expect(await moved()).toEqual(['Negotiation']);
});

test('one that moved before it was cleared, in an earlier week, or to a loss, isn’t', async () => {
  await clear('2026-11-25');
  await move('2026-11-24', 'Negotiation');
  await move('2026-11-26', 'lost', 'status');
  expect(await moved()).toEqual([]);
});

test('one that was cleared long ago isn’t either, nor one that nobody cleared', async () => {
  await move('2026-11-24', 'Negotiation');
  expect(await moved()).toEqual([]);
  await clear('2026-10-20');
  expect(await moved()).toEqual([]);
});

test('the rep’s word that it moves is enough, where no import has shown it yet', async () => {
  const id = await clear('2026-11-25');
  expect(await moved()).toEqual([]);
  await recordFound(office.store, id, 'moves');
  expect(await moved()).toEqual([null]);
});

test('what was promised to a whole team is one promise, to nobody in particular', async () => {
  const { dana, priya, sam } = office.people;
  const days = { openedOn: '2026-11-09', closedOn: '2026-11-16' } as const;
  const pulseId = await publishPulse(office.store, dana, [priya, sam], days);
  const promise = {
    managerId: dana.id,
    text: 'An hour a week for each',
    madeOn: '2026-11-20',
    dueOn: '2026-12-01',
  } as const;
  for (const { id } of [priya, sam])
    await addPromise(office.store, { ...promise, repId: id, pulseId }, office.context.clock());
  const recap = await loadRecap(office.store, office.context.behaviours, dana.id, on, office.context.clock());
  expect(recap?.promises).toMatchObject([{ name: null, text: 'An hour a week for each' }]);
});
