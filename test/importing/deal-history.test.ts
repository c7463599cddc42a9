import { beforeEach, describe, expect, test } from 'vitest';
import { importDeals } from '../../src/importing/deals/deals.ts';
import { changesOfDeal, countDealChanges } from '../../src/store/deal-changes.ts';
import type { Store } from '../../src/store/db.ts';
import { findDealByExternalId } from '../../src/store/deals.ts';
import { loadFacts } from '../../src/store/facts.ts';
import { addPerson } from '../../src/store/people.ts';
import { setManager } from '../../src/store/reporting-lines.ts';
import { csv, emptyStore, now } from '../helpers/imports.ts';

let store: Store;
let managerId: number;
beforeEach(async () => {
  store = await emptyStore();
  const repId = await addPerson(store, { name: 'Ana Lopez' }, now);
  managerId = await addPerson(store, { name: 'Sam Okafor' }, now);
  await setManager(store, repId, managerId, '2026-01-05');
});

const head = 'id,owner,stage,amount,currency,close date,last activity,status';
const dayOf = (day: string) => new Date(`${day}T10:00:00Z`);
const idOf = async (externalId: string) => (await findDealByExternalId(store, externalId))?.id ?? 0;
const bringIn = (day: string, ...rows: string[]) => importDeals(store, csv(head, ...rows), {}, dayOf(day));
const bringInAll = (day: string, ...rows: string[]) =>
  importDeals(store, csv(head, ...rows), { isComplete: true }, dayOf(day));
const factOf = async (name: string, day = '2026-11-23') =>
  (await loadFacts(store, [managerId], dayOf(day))).team(managerId).reps[0]?.deals.find((deal) => deal.name === name);

describe('the history', () => {
  test('holds nothing of the first import, and then each change once', async () => {
    await bringIn('2026-11-01', 'D1,Ana Lopez,Proposal,100,EUR,2026-12-01,2026-10-30,open');
    expect(await countDealChanges(store)).toBe(0);
    const changed = 'D1,Ana Lopez,Negotiation,120,EUR,2026-12-15,2026-11-04,open';
    await bringIn('2026-11-05', changed);
    await bringIn('2026-11-06', changed);
    const dealId = await idOf('D1');
    const seen = { dealId, seenOn: '2026-11-05' };
    expect(await changesOfDeal(store, dealId)).toEqual([
      { ...seen, what: 'stage', before: 'Proposal', after: 'Negotiation' },
      { ...seen, what: 'close_on', before: '2026-12-01', after: '2026-12-15' },
      { ...seen, what: 'amount', before: '100 EUR', after: '120 EUR' },
      { ...seen, what: 'last_activity_on', before: '2026-10-30', after: '2026-11-04' },
    ]);
  });

  test('begins with the stage of a deal that came after the first import', async () => {
    await bringIn('2026-11-01', 'D1,Ana Lopez,Proposal,,,,,open');
    await bringIn('2026-11-02', 'D1,Ana Lopez,Proposal,,,,,open', 'D2,Ana Lopez,Proposal,,,,,open');
    expect(await factOf('D1')).toMatchObject({ stageSince: null });
    expect(await factOf('D2')).toMatchObject({ stageSince: '2026-11-02' });
  });

  test('a dry run writes none', async () => {
    await bringIn('2026-11-01', 'D1,Ana Lopez,Proposal,,,,,open');
    await importDeals(store, csv(head, 'D1,Ana Lopez,Negotiation,,,,,open'), { dryRun: true }, now);
    expect(await countDealChanges(store)).toBe(0);
  });

  test('counts a close date as pushed only when it moves to a later day', async () => {
    const days = ['2026-12-01', '2026-12-20', '2026-12-10', '2027-01-15', '2027-02-01'];
    for (const [index, day] of days.entries())
      await bringIn(`2026-11-${10 + index}`, `D1,Ana Lopez,Proposal,,,${day},2026-11-01,open`);
    expect(await factOf('D1')).toMatchObject({ timesPushed: 3, pushedOn: '2026-11-14', closeOn: '2027-02-01' });
  });

  test('says what is usual once five stays in a stage were seen from beginning to end', async () => {
    const ids = ['A', 'B', 'C', 'D', 'E'];
    const at = (stage: string, status = 'open') => ids.map((id) => `${id},Ana Lopez,${stage},,,,,${status}`);
    await bringIn('2026-09-01', ...at('Prospecting'));
    await bringIn('2026-09-10', ...at('Proposal'));
    await bringIn('2026-09-20', ...at('Negotiation').slice(0, 4), ...at('Proposal').slice(4));
    expect((await loadFacts(store, [managerId], now)).team(managerId).usualStageDays).toEqual(new Map());
    await bringIn('2026-10-30', ...at('Won', 'won'));
    const usual = (await loadFacts(store, [managerId], now)).team(managerId).usualStageDays;
    expect(usual).toEqual(new Map([['proposal', 10]]));
  });
});

describe('a deal that is not in a complete export any more', () => {
  const one = 'D1,Ana Lopez,Proposal,,,,2026-11-01,open';
  const two = 'D2,Ana Lopez,Proposal,,,,2026-11-01,open';

  test('is marked and stays open, until it is back', async () => {
    await bringInAll('2026-11-01', one, two);
    const report = await bringInAll('2026-11-02', one);
    expect(report.notes.join(' ')).toContain('1 open deal is not in this export any more. Nothing was closed');
    expect(await factOf('D2')).toMatchObject({ status: 'open', isMissing: true });
    expect(await factOf('D1')).toMatchObject({ isMissing: false });
    expect((await bringInAll('2026-11-03', one)).notes).toEqual([]);
    await bringInAll('2026-11-04', one, two);
    expect(await factOf('D2')).toMatchObject({ isMissing: false });
    expect(await countDealChanges(store)).toBe(0);
  });

  test('is left alone by a file that need not hold every deal, by an empty one, and where its row is only refused', async () => {
    await bringInAll('2026-11-01', one, two);
    await bringIn('2026-11-02', one);
    await bringInAll('2026-11-03');
    await bringInAll('2026-11-04', one, 'D2,Ana Lopez,Proposal,,,03/04/2026,,open');
    expect(await factOf('D2')).toMatchObject({ isMissing: false });
  });
});
