import { beforeEach, describe, expect, test } from 'vitest';
import { leftOutSentences } from '../../src/importing/grouped.ts';
import { importDeals } from '../../src/importing/deals/deals.ts';
import type { Store } from '../../src/store/db.ts';
import { findDealByExternalId } from '../../src/store/deals.ts';
import { addPerson } from '../../src/store/people.ts';
import { csv, emptyStore, now } from '../helpers/imports.ts';

let store: Store;
let anaId: number;
beforeEach(async () => {
  store = await emptyStore();
  anaId = await addPerson(store, { name: 'Ana Lopez', email: 'Ana@example.com' }, now);
});

const head = 'id,name,account,product,owner,stage,amount,currency,opened_on,last_activity_on,close_on,status';

describe('a row', () => {
  test('is stored with every field', async () => {
    const row =
      'D1,Renewal,Northwind,Pro,ana@example.com,Proposal,"1,054.50",EUR,2026-09-01,2026-11-20,2026-12-31,open';
    expect(await importDeals(store, csv(head, row), {}, now)).toMatchObject({ rows: 1, added: 1, refused: [] });
    expect(await findDealByExternalId(store, 'D1')).toMatchObject({
      name: 'Renewal',
      account: 'Northwind',
      ownerId: anaId,
      stage: 'Proposal',
      amount: 1054.5,
      currency: 'EUR',
      openedOn: '2026-09-01',
      lastActivityOn: '2026-11-20',
      closeOn: '2026-12-31',
      status: 'open',
    });
  });

  test('may leave out all but id, owner and stage', async () => {
    await importDeals(store, csv('id,owner,stage', 'D1,ana  LOPEZ,Prospecting'), {}, now);
    expect(await findDealByExternalId(store, 'D1')).toMatchObject({
      name: 'D1',
      account: null,
      amount: null,
      openedOn: null,
      lastActivityOn: null,
      status: 'open',
    });
  });

  test('is named after account and product where it has no name', async () => {
    await importDeals(store, csv('id,owner,stage,account,product', 'D1,Ana Lopez,Won,Isdom,GTX Pro'), {}, now);
    expect((await findDealByExternalId(store, 'D1'))?.name).toBe('Isdom – GTX Pro');
  });

  test.each([
    ['Closed Won', 'won'],
    ['won', 'won'],
    ['Closed-Lost', 'lost'],
    ['Disqualified', 'lost'],
    ['Negotiation', 'open'],
  ])('in stage %s is %s', async (stage, status) => {
    await importDeals(store, csv('id,owner,stage', `D1,Ana Lopez,${stage}`), {}, now);
    expect((await findDealByExternalId(store, 'D1'))?.status).toBe(status);
  });

  test('is won where the status says closed and the stage how', async () => {
    await importDeals(store, csv('id,owner,stage,status', 'D1,Ana Lopez,Closed Won,Closed'), {}, now);
    expect((await findDealByExternalId(store, 'D1'))?.status).toBe('won');
  });

  test('was last touched when it was opened, or when it was closed', async () => {
    const rows = [
      'id,owner,stage,engage date,close date',
      'D1,Ana Lopez,Open,2026-10-01,2026-12-01',
      'D2,Ana Lopez,Won,2026-10-01,2026-11-01',
    ];
    await importDeals(store, csv(...rows), {}, now);
    expect((await findDealByExternalId(store, 'D1'))?.lastActivityOn).toBe('2026-10-01');
    expect((await findDealByExternalId(store, 'D2'))?.lastActivityOn).toBe('2026-11-01');
  });
});

test('a deal that was deleted in the CRM is left out, and missing from then on', async () => {
  const columns = 'Id,Name,Owner,StageName,IsDeleted';
  await importDeals(store, csv(columns, 'D1,Acme,Ana Lopez,Open,false', 'D2,Beta,Ana Lopez,Open,false'), {}, now);
  const rows = [columns, 'D1,Acme,Ana Lopez,Open,false', 'D2,Beta,Ana Lopez,Open,true'];
  const report = await importDeals(store, csv(...rows), { isComplete: true }, now);
  expect(report).toMatchObject({
    rows: 2,
    unchanged: 1,
    leftOut: [{ line: 3, reason: 'Beta was deleted in the CRM.' }],
    whoIsLeftOut: [{ why: 'deleted', names: ['Beta'] }],
  });
  expect(leftOutSentences(report.whoIsLeftOut)).toEqual(['Left out, 1 deal that was deleted in the CRM: Beta.']);
  expect(await findDealByExternalId(store, 'D2')).toMatchObject({ isMissing: true, status: 'open' });
});

describe('again', () => {
  test('changes nothing, and then only what changed', async () => {
    const rows = ['id,owner,stage,amount', 'D1,Ana Lopez,Proposal,100', 'D2,Ana Lopez,Proposal,200'];
    await importDeals(store, csv(...rows), {}, now);
    expect(await importDeals(store, csv(...rows), {}, now)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    const later = [
      'id,owner,stage,amount',
      'D1,Ana Lopez,Negotiation,100',
      'D2,Ana Lopez,Proposal,',
      'D3,Ana Lopez,Won,1',
    ];
    expect(await importDeals(store, csv(...later), {}, now)).toMatchObject({ added: 1, changed: 2, unchanged: 0 });
    expect((await findDealByExternalId(store, 'D2'))?.amount).toBe(null);
  });

  test('with fewer columns leaves the others alone', async () => {
    await importDeals(store, csv('id,name,owner,stage,amount', 'D1,Big one,Ana Lopez,Proposal,100'), {}, now);
    expect(await importDeals(store, csv('id,owner,stage', 'D1,Ana Lopez,Proposal'), {}, now)).toMatchObject({
      unchanged: 1,
    });
    expect(await findDealByExternalId(store, 'D1')).toMatchObject({ name: 'Big one', amount: 100 });
  });

  test('with another spelling of the product is no change', async () => {
    const columns = 'id,owner,stage,account,product';
    await importDeals(store, csv(columns, 'D1,Ana Lopez,Won,Isdom,GTXPro'), {}, now);
    const again = await importDeals(store, csv(columns, 'D1,Ana Lopez,Won,Isdom,GTX Pro'), {}, now);
    expect(again).toMatchObject({ unchanged: 1 });
  });

  test('a dry run says what would happen and stores nothing', async () => {
    const report = await importDeals(store, csv('id,owner,stage', 'D1,Ana Lopez,Won'), { dryRun: true }, now);
    expect(report).toMatchObject({ added: 1, dryRun: true });
    expect(await findDealByExternalId(store, 'D1')).toBeUndefined();
  });
});

describe('a cell that the deal can do without is left blank, with line and reason', () => {
  test.each([
    ['a negative amount', 'amount', '-5,,,,,', 'is negative'],
    ['two currencies', 'amount', '€ 5,GBP,,,,', 'amount “€ 5” is in EUR, and currency says GBP'],
    ['an unknown currency', 'currency', '5,Groats,,,,', 'is no currency'],
    ['an ambiguous day', 'opened_on', ',,03/04/2026,,,', 'could be'],
    ['a day that is none', 'close_on', ',,,,someday,', 'is no day'],
  ])('%s', async (_, field, cells, reason) => {
    const before = `D9,,,,Ana Lopez,Open,7,EUR,2026-01-01,2026-01-02,2026-01-03,`;
    const report = await importDeals(store, csv(head, `D9,,,,Ana Lopez,Open,${cells}`), {}, now);
    expect(report).toMatchObject({ added: 1, refused: [] });
    expect(report.leftBlank).toEqual([{ line: 2, field, reason: expect.stringContaining(reason) as string }]);
    await importDeals(store, csv(head, before), {}, now);
    const kept = await findDealByExternalId(store, 'D9');
    await importDeals(store, csv(head, `D9,,,,Ana Lopez,Open,${cells}`), {}, now);
    const key = { amount: 'amount', currency: 'currency', opened_on: 'openedOn', close_on: 'closeOn' }[
      field
    ] as 'amount';
    expect((await findDealByExternalId(store, 'D9'))?.[key]).toBe(kept?.[key]);
  });
});

describe('a row is refused whole, with line and reason', () => {
  test.each([
    ['an owner who isn’t on the roster', 'D9,,,,Nobody Known,Open,,,,,,', 'is not on the roster'],
    ['no owner', 'D9,,,,,Open,,,,,,', 'There is no owner'],
    ['no id', ',,,,Ana Lopez,Open,,,,,,', 'There is no id'],
    ['neither stage nor status', 'D9,,,,Ana Lopez,,,,,,,', 'neither a stage nor a status'],
    ['closed, and nobody knows how', 'D9,,,,Ana Lopez,Closed,,,,,,', 'neither won nor lost'],
    ['an id from a line before', 'D1,,,,Ana Lopez,Open,,,,,,', 'already in line 2'],
  ])('%s', async (_, row, reason) => {
    const report = await importDeals(store, csv(head, 'D1,"a\n\nb",,,Ana Lopez,Open,,,,,,', row), {}, now);
    expect(report).toMatchObject({ rows: 2, added: 1 });
    expect(report.refused).toEqual([{ line: 5, reason: expect.stringContaining(reason) as string }]);
    expect(await findDealByExternalId(store, 'D9')).toBeUndefined();
  });

  test('an owner’s name that two have', async () => {
    await addPerson(store, { name: 'ANA LOPEZ', email: 'other@example.com' }, now);
    const rows = ['id,owner,stage', 'D1,Ana Lopez,Open', 'D2,ana@example.com,Open'];
    const report = await importDeals(store, csv(...rows), {}, now);
    expect(report).toMatchObject({ added: 1 });
    expect(report.refused[0]?.reason).toContain('2 people on the roster are called “Ana Lopez”');
  });

  test('$ is whatever dollar the currency column says', async () => {
    await importDeals(store, csv('id,owner,stage,amount,currency', 'D1,Ana Lopez,Open,$5,CAD'), {}, now);
    expect(await findDealByExternalId(store, 'D1')).toMatchObject({ amount: 5, currency: 'CAD' });
  });
});

test('many rows go in over several transactions, in order, each once', async () => {
  const rows = Array.from({ length: 9_001 }, (_, index) => `D${index},Ana Lopez,Open,${index}`);
  const seen: number[] = [];
  const onProgress = (progress: { rows: number }) => void seen.push(progress.rows);
  const report = await importDeals(store, csv('id,owner,stage,amount', ...rows), { onProgress }, now);
  expect(report).toMatchObject({ rows: 9_001, added: 9_001 });
  expect(seen.length).toBeGreaterThan(0);
  expect((await findDealByExternalId(store, 'D9000'))?.amount).toBe(9_000);
});
