import { describe, expect, test } from 'vitest';
import { anyDeals, countDeals, dealsByExternalId, saveDeals } from '../../src/store/deal-batches.ts';
import { correctDeal, findDeal, findDealByExternalId, openDealsOf, quietDeal } from '../../src/store/deals.ts';
import { now } from '../helpers/imports.ts';
import { dealOf, trio } from '../helpers/records.ts';

describe('many at once', () => {
  test('new ones are added and known ones brought up to date, whatever their number', async () => {
    const three = await trio();
    const { store } = three;
    expect(await anyDeals(store)).toBe(false);
    const deals = Array.from({ length: 450 }, (_, index) => dealOf(three, { externalId: `D${index}`, amount: index }));
    await saveDeals(store, deals, now);
    await saveDeals(
      store,
      deals.slice(100).map((deal) => ({ ...deal, stage: 'Won', status: 'won' as const })),
      now,
    );
    expect(await countDeals(store)).toEqual({ open: 100, won: 350 });
    const found = await dealsByExternalId(store, deals.map(({ externalId }) => externalId).concat('D999'));
    expect(found.size).toBe(450);
    for (const [index, deal] of deals.entries())
      expect(found.get(deal.externalId)).toMatchObject({
        ...deal,
        stage: index < 100 ? 'Proposal' : 'Won',
        status: index < 100 ? 'open' : 'won',
      });
  });

  test('bringing up to date leaves a deal quiet that was to be quiet', async () => {
    const three = await trio();
    const { store } = three;
    await saveDeals(store, [dealOf(three)], now);
    const id = (await findDealByExternalId(store, 'D1'))?.id ?? 0;
    await quietDeal(store, id, '2026-12-01');
    await saveDeals(store, [dealOf(three, { stage: 'Negotiation' })], now);
    expect(await findDeal(store, id)).toMatchObject({ id, stage: 'Negotiation', quietUntil: '2026-12-01' });
  });

  test('the same id in another workspace is another deal', async () => {
    const three = await trio();
    await saveDeals(three.store, [dealOf(three)], now);
    const elsewhere = { ...three.store, workspaceId: 'T0OTHER' };
    expect(await dealsByExternalId(elsewhere, ['D1'])).toEqual(new Map());
    expect(await anyDeals(elsewhere)).toBe(false);
  });
});

test('open deals of an owner come the largest first', async () => {
  const three = await trio();
  const { store, rep } = three;
  const amounts = [
    ['D1', 5],
    ['D2', null],
    ['D3', 50],
  ] as const;
  await saveDeals(
    store,
    amounts.map(([externalId, amount]) => dealOf(three, { externalId, amount })),
    now,
  );
  await saveDeals(store, [dealOf(three, { externalId: 'D4', amount: 500, status: 'lost' })], now);
  expect((await openDealsOf(store, rep)).map(({ externalId }) => externalId)).toEqual(['D3', 'D1', 'D2']);
  expect(await openDealsOf(store, rep, 1)).toHaveLength(1);
});

test('a correction changes only what it names', async () => {
  const three = await trio();
  await saveDeals(three.store, [dealOf(three)], now);
  const id = (await findDealByExternalId(three.store, 'D1'))?.id ?? 0;
  await correctDeal(three.store, id, { lastActivityOn: '2026-11-22' }, now);
  expect(await findDeal(three.store, id)).toMatchObject({ ...dealOf(three), lastActivityOn: '2026-11-22' });
});
