import { beforeEach, describe, expect, test } from 'vitest';
import { mergePeople } from '../../src/acts/merge-people.ts';
import { undoDeals } from '../../src/acts/undo-deals.ts';
import { undoImport } from '../../src/acts/undo-import.ts';
import { importDeals } from '../../src/importing/deals/deals.ts';
import type { ImportOptions } from '../../src/importing/report.ts';
import { importRoster } from '../../src/importing/roster/roster.ts';
import { addAsk } from '../../src/store/asks.ts';
import { addBooking } from '../../src/store/bookings.ts';
import { changesOfDeal } from '../../src/store/deal-changes.ts';
import { hangsOnDeals } from '../../src/store/deal-undo.ts';
import { correctDeal, findDealByExternalId, quietDeal } from '../../src/store/deals.ts';
import type { Store } from '../../src/store/db.ts';
import { addInteraction } from '../../src/store/interactions.ts';
import { addNudges } from '../../src/store/nudges.ts';
import { addPerson, changePerson } from '../../src/store/people.ts';
import { addPromise } from '../../src/store/promises.ts';
import { dice } from '../helpers/dice.ts';
import { csv, emptyStore, now, peopleOf } from '../helpers/imports.ts';
import { everyRow } from '../helpers/one-of-each.ts';
import { askOf, dueOf, entryOf, trio } from '../helpers/records.ts';
import type { Trio } from '../helpers/records.ts';

const later = new Date('2026-11-25T10:00:00Z');
const head = 'id,name,account,owner,stage,amount,currency,opened on,last activity,close date,status';

let three: Trio;
let store: Store;
beforeEach(async () => {
  three = await trio();
  ({ store } = three);
});

const deals = (lines: readonly string[], options: ImportOptions = {}, at = now) =>
  importDeals(store, csv(head, ...lines), options, at);
const undo = () => undoDeals(store, { actorId: null }, later);
const idOf = async (externalId: string) => (await findDealByExternalId(store, externalId))?.id ?? 0;
const count = async (table: 'peopleChange' | 'dealImportPart') =>
  (await store.database.selectFrom(table).select('id').execute()).length;
const roster = (line: string) => importRoster(store, csv('name,manager', line), { linkByName: true }, now);
const plain = (id: string, stage = 'Proposal') => `${id},,,Priya Nair,${stage},,,,2026-11-01,,`;

describe('the last import of deals is taken back', () => {
  test('what it added is gone, what it changed and marked is as it was, its history too', async () => {
    await deals([
      'D1,Renewal,Northwind,Priya Nair,Proposal,100,EUR,2026-10-01,2026-11-01,2026-12-01,open',
      'D2,Upsell,Acme,Priya Nair,Proposal,5,USD,,,,open',
      'D3,Pilot,Acme,Priya Nair,Proposal,,,,,,open',
    ]);
    const before = await everyRow(store);
    const report = await deals(
      [
        'D1,Renewal 2,Northwind AG,Dana Osei,Negotiation,250,USD,2026-10-02,2026-11-09,2027-01-01,open',
        'D2,Upsell,Acme,Priya Nair,Proposal,5,USD,,,,won',
        'D4,New,,Priya Nair,Proposal,,,,,,open',
        'D5,Newer,,Priya Nair,Proposal,,,,,,open',
      ],
      { isComplete: true },
      new Date('2026-11-24T10:00:00Z'),
    );
    expect(report).toMatchObject({ added: 2, changed: 2 });
    expect(await findDealByExternalId(store, 'D3')).toMatchObject({ isMissing: true });
    expect(await undo()).toEqual({
      madeAt: new Date('2026-11-24T10:00:00Z'),
      isFeed: false,
      deleted: 2,
      changed: 3,
      held: { deals: 0, because: [] },
      stays: { deals: 0, columns: [] },
    });
    expect(await everyRow(store)).toEqual(before);
  });

  test('a first one leaves nothing, and the next is a first one again', async () => {
    const before = await everyRow(store);
    await deals([plain('D1'), plain('D2')]);
    expect(await undo()).toMatchObject({ deleted: 2, changed: 0 });
    expect(await everyRow(store)).toEqual(before);
    await deals([plain('D1', 'Negotiation')]);
    expect(await changesOfDeal(store, await idOf('D1'))).toEqual([]);
  });

  test('a deal that was missing and came back is missing again', async () => {
    await deals([plain('D1'), plain('D2')]);
    await deals([plain('D1')], { isComplete: true });
    const before = await everyRow(store);
    await deals([plain('D1'), plain('D2')], { isComplete: true });
    expect(await undo()).toMatchObject({ changed: 1 });
    expect(await everyRow(store)).toEqual(before);
  });

  test('one that changed nothing, or only rehearsed, is none; of those before the last nothing is written down', async () => {
    await deals([plain('D1')]);
    await deals([plain('D1', 'Negotiation')]);
    await deals([plain('D1', 'Negotiation')], { isComplete: true });
    await deals([plain('D1', 'Won')], { dryRun: true });
    expect(await count('dealImportPart')).toBe(1);
    await undo();
    expect(await findDealByExternalId(store, 'D1')).toMatchObject({ stage: 'Proposal' });
    await expect(undo()).rejects.toThrow(
      'only the last one can be. The one before it, of 2026-11-23 10:00 UTC, stays.',
    );
  });

  test('of many imports that the feed made no list grows', async () => {
    for (let round = 0; round < 6; round += 1)
      await deals([plain('D1', `Stage ${round}`)], { isComplete: true, isFeed: true });
    expect([await count('peopleChange'), await count('dealImportPart')]).toEqual([2, 1]);
    expect(await undo()).toMatchObject({ isFeed: true, changed: 1 });
  });

  test('there is none: that is said', async () => {
    await expect(undo()).rejects.toThrow('There’s no import of deals to undo');
  });
});

describe('what came since', () => {
  type HangingTable = keyof typeof hangsOnDeals;
  const hang: Readonly<Record<HangingTable, (dealId: number) => Promise<unknown>>> = {
    interaction: (dealId) => addInteraction(store, entryOf(three, { dealId }), later),
    ask: (dealId) => addAsk(store, askOf(three, { dealId }), later),
    nudge: (dealId) => addNudges(store, three.manager, 'plan:2026-11-23', [dueOf(three, { dealId })], later),
    booking: (dealId) =>
      addBooking(
        store,
        {
          managerId: three.manager,
          repId: three.rep,
          dealId,
          behaviour: 'ride-along',
          nudgeId: null,
          startsAt: later,
          minutes: 30,
        },
        later,
      ),
    promise: (dealId) =>
      addPromise(
        store,
        {
          managerId: three.manager,
          repId: three.rep,
          dealId,
          text: 'I call legal',
          madeOn: '2026-11-24',
          dueOn: '2026-12-01',
        },
        later,
      ),
  };
  test.each(Object.keys(hang) as HangingTable[])(
    'of %s: a deal that has one stays, with its history',
    async (table) => {
      await deals([plain('D0')]);
      await deals([plain('D0'), plain('D1'), plain('D2')]);
      const held = await idOf('D1');
      await hang[table](held);
      expect(await undo()).toMatchObject({ deleted: 1, held: { deals: 1, because: [hangsOnDeals[table]] } });
      expect(await findDealByExternalId(store, 'D2')).toBeUndefined();
      expect(await changesOfDeal(store, held)).toHaveLength(1);
    },
  );

  test('a correction made in Slack stays and is counted; what it doesn’t touch goes back', async () => {
    await deals([plain('D1'), plain('D2')]);
    await deals(['D1,,,Priya Nair,Negotiation,9,EUR,,2026-11-05,,', 'D2,,,Priya Nair,Negotiation,9,EUR,,2026-11-05,,']);
    const id = await idOf('D1');
    await correctDeal(store, id, { lastActivityOn: '2026-11-24' }, later);
    await quietDeal(store, await idOf('D2'), '2026-12-05');
    expect(await undo()).toMatchObject({ changed: 1, stays: { deals: 1, columns: ['lastActivityOn'] } });
    expect(await findDealByExternalId(store, 'D1')).toMatchObject({
      stage: 'Proposal',
      amount: null,
      lastActivityOn: '2026-11-24',
    });
    expect(await findDealByExternalId(store, 'D2')).toMatchObject({ stage: 'Proposal', quietUntil: '2026-12-05' });
    expect(await changesOfDeal(store, id)).toEqual([]);
  });

  test('an owner who turned out to be somebody else is whom they are', async () => {
    const pria = await addPerson(store, { name: 'Pria N.' }, now);
    const zed = await addPerson(store, { name: 'Zed Moss' }, now);
    await deals(['D1,,,Pria N.,Proposal,,,,,,']);
    await deals(['D1,,,Zed Moss,Proposal,,,,,,']);
    let ids = 0;
    const context = { newId: () => `id-${(ids += 1)}` };
    await mergePeople(context, store, { keptId: three.rep, goneId: pria, actorId: null }, now);
    await mergePeople(context, store, { keptId: three.lead, goneId: zed, actorId: null }, now);
    expect(await findDealByExternalId(store, 'D1')).toMatchObject({ ownerId: three.lead });
    expect(await undo()).toMatchObject({ changed: 1, stays: { deals: 0 } });
    expect(await findDealByExternalId(store, 'D1')).toMatchObject({ ownerId: three.rep });
  });

  test('an owner who is on record no more is not put back', async () => {
    let ids = 0;
    const context = { newId: () => `id-${(ids += 1)}` };
    await importRoster(store, csv('name,manager', 'Ada Quill,Dana Osei'), { linkByName: true }, now);
    await deals(['D1,,,Ada Quill,Proposal,,,,,,']);
    await deals(['D1,,,Priya Nair,Negotiation,,,,,,']);
    await undoImport(context, store, { kind: 'roster', actorId: null }, later);
    expect((await peopleOf(store)).has('Ada Quill')).toBe(false);
    expect(await undo()).toMatchObject({ changed: 0, stays: { deals: 1, columns: ['ownerId'] } });
    expect(await findDealByExternalId(store, 'D1')).toMatchObject({ ownerId: three.rep, stage: 'Proposal' });
  });
});

describe('the last import of either kind', () => {
  let ids = 0;
  const context = { newId: () => `id-${(ids += 1)}` };
  const last = (kind?: 'roster' | 'deals') => undoImport(context, store, { kind, actorId: null }, later);

  test('is taken back, whichever came last, and then the one before', async () => {
    await roster('Ada Quill,Dana Osei');
    await deals([plain('D1')]);
    await roster('Otto Brandt,Dana Osei');
    expect(await last()).toMatchObject({ kind: 'roster', deleted: ['Otto Brandt'] });
    expect(await last()).toMatchObject({ kind: 'deals', deleted: 1 });
    expect(await last()).toMatchObject({ kind: 'roster', deleted: ['Ada Quill'] });
    await expect(last()).rejects.toThrow('There’s no import to undo');
  });

  test('a roster under deals that can’t go is only taken back by name', async () => {
    await roster('Ada Quill,Dana Osei');
    await deals([plain('D1')]);
    await deals([plain('D1', 'Won')], {}, later);
    await last();
    await expect(last()).rejects.toThrow('of deals on 2026-11-23 10:00 UTC, can no longer be undone');
    await expect(last('deals')).rejects.toThrow('taken back already');
    expect(await last('roster')).toMatchObject({ kind: 'roster', deleted: ['Ada Quill'] });
  });
});

describe('whatever the files', () => {
  test.each(Array.from({ length: 25 }, (_, seed) => seed))('A, B, undo is A (seed %i)', async (seed) => {
    const throwing = dice(seed);
    store = await emptyStore();
    for (const name of ['Priya Nair', 'Dana Osei', 'Zed Moss']) await addPerson(store, { name }, now);
    const pick = <T>(of: readonly T[]) => of[throwing(of.length)] as T;
    const file = () =>
      Array.from({ length: 9 }, (_, id) => id)
        .filter(() => throwing(3) > 0)
        .map((id) =>
          [
            `D${id}`,
            pick(['Renewal', 'Upsell', '']),
            pick(['Acme', 'Northwind', '']),
            pick(['Priya Nair', 'Dana Osei', 'Nobody Known']),
            pick(['Proposal', 'Negotiation']),
            pick(['100', '250.5', '']),
            pick(['EUR', 'USD', '']),
            pick(['2026-10-01', '']),
            pick(['2026-11-01', '2026-11-09', '']),
            pick(['2026-12-01', '2027-01-01', '']),
            pick(['open', 'won', 'lost', '']),
          ].join(','),
        );
    const options = () => ({ isComplete: throwing(2) > 0, isFeed: throwing(2) > 0 });
    for (let round = throwing(3); round >= 0; round -= 1) await deals(file(), options());
    const before = await everyRow(store);
    const { added, changed, notes } = await deals(file(), options(), later);
    if (added + changed + notes.length === 0) return;
    const undone = await undo();
    expect(await everyRow(store)).toEqual(before);
    expect(undone).toMatchObject({ deleted: added, held: { deals: 0 }, stays: { deals: 0 } });
  });
});

test('who left meanwhile keeps the deals that go back to them', async () => {
  await deals([plain('D1')]);
  await deals(['D1,,,Dana Osei,Proposal,,,,,,']);
  await changePerson(store, three.rep, { leftOn: '2026-11-24' });
  await undo();
  expect(await findDealByExternalId(store, 'D1')).toMatchObject({ ownerId: three.rep });
});
