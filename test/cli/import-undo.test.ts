import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importDeals } from '../../src/importing/deals/deals.ts';
import { addAsk } from '../../src/store/asks.ts';
import { countDeals } from '../../src/store/deal-batches.ts';
import { correctDeal, findDealByExternalId } from '../../src/store/deals.ts';
import { openDatabase } from '../../src/store/db.ts';
import type { Store } from '../../src/store/db.ts';
import { firstline, scratchFolder, writeIn } from '../helpers/command-line.ts';
import { csv, now, peopleOf } from '../helpers/imports.ts';

const head = 'id,owner,stage,last activity';

async function company(): Promise<string> {
  const folder = scratchFolder();
  const roster = writeIn(folder, 'roster.csv', 'name,manager', 'Ada Quill,Mina Farrow');
  const deals = writeIn(folder, 'deals.csv', head, 'D1,Ada Quill,Proposal,2026-11-01', 'D2,Ada Quill,Proposal,');
  await firstline(folder, ['import', 'roster', roster, '--yes']);
  expect((await firstline(folder, ['import', 'deals', deals])).code).toBe(0);
  return folder;
}

async function inside<T>(folder: string, look: (store: Store) => Promise<T>): Promise<T> {
  const database = await openDatabase({ path: join(folder, 'firstline.db') });
  try {
    return await look(database.forWorkspace('pending'));
  } finally {
    await database.close();
  }
}

test('import undo takes deals back if they came last, then the roster; a dry run only says so', async () => {
  const folder = await company();
  const rehearsed = await firstline(folder, ['import', 'undo', '--dry-run']);
  expect(rehearsed).toMatchObject({ code: 0, errors: '' });
  expect(rehearsed.output).toMatch(
    /^The deals of \d{4}-\d\d-\d\d \d\d:\d\d UTC, imported by hand, are undone\.\n2 deals are removed\.\nThis was a dry run: nothing was stored\.\n$/,
  );
  expect(await inside(folder, countDeals)).toEqual({ open: 2 });
  const json = await firstline(folder, ['import', 'undo', '--json']);
  expect(JSON.parse(json.output)).toMatchObject({
    kind: 'deals',
    isFeed: false,
    deleted: 2,
    changed: 0,
    dryRun: false,
  });
  expect(await inside(folder, countDeals)).toEqual({});
  expect((await firstline(folder, ['import', 'undo'])).output).toContain('Removed:');
  expect((await inside(folder, peopleOf)).size).toBe(0);
  const nothing = await firstline(folder, ['import', 'undo']);
  expect(nothing).toMatchObject({ code: 1, output: '' });
  expect(nothing.errors).toContain('There’s no import to undo');
});

test('what came since stays, is counted, and the exit code says so', async () => {
  const folder = await company();
  const more = writeIn(
    folder,
    'more.csv',
    head,
    'D1,Ada Quill,Negotiation,2026-11-09',
    'D2,Ada Quill,Won,',
    'D3,Ada Quill,Proposal,',
    'D4,Ada Quill,Proposal,',
  );
  await firstline(folder, ['import', 'deals', more]);
  await inside(folder, async (store) => {
    const people = await peopleOf(store);
    const [repId, managerId] = [people.get('Ada Quill')?.id ?? 0, people.get('Mina Farrow')?.id ?? 0];
    const dealId = (await findDealByExternalId(store, 'D3'))?.id ?? 0;
    const ask = { repId, managerId, dealId, kind: 'help', obstacle: null, neededBy: null } as const;
    await addAsk(store, { ...ask, text: 'Help', askedOn: '2026-11-20' }, now);
    const first = (await findDealByExternalId(store, 'D1'))?.id ?? 0;
    await correctDeal(store, first, { lastActivityOn: '2026-11-24' }, now);
  });
  const undone = await firstline(folder, ['import', 'undo', 'deals']);
  expect(undone).toMatchObject({ code: 2, errors: '' });
  expect(undone.output.trim().split('\n').slice(1)).toEqual([
    '1 deal is removed.',
    '1 deal is as before.',
    '1 deal that it added stays: there are asks.',
    '1 deal was changed since: the last activity stays as now.',
  ]);
  expect((await firstline(folder, ['import', 'undo'])).errors).toContain(
    'For the last roster: firstline import undo roster',
  );
});

test('what the feed brought in is said to be the feed’s', async () => {
  const folder = await company();
  await inside(folder, (store) =>
    importDeals(store, csv(head, 'D1,Ada Quill,Won,2026-11-01'), { isFeed: true, isComplete: true }, now),
  );
  const { output } = await firstline(folder, ['import', 'undo']);
  expect(output).toContain('The deals of 2026-11-23 10:00 UTC, brought in by FIRSTLINE_DEALS, are undone.');
  expect(output).toContain('2 deals are as before.');
  expect(output).toContain('FIRSTLINE_DEALS brings it in again once its file changes');
});

test('a kind that is none is refused with those there are', async () => {
  const folder = await company();
  const { code, errors } = await firstline(folder, ['import', 'undo', 'people']);
  expect(code).toBe(1);
  expect(errors).toContain('roster, deals');
});
