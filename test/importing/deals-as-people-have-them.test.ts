import { expect, test } from 'vitest';
import { importDeals } from '../../src/importing/deals/deals.ts';
import { importRoster } from '../../src/importing/roster/roster.ts';
import { findDealByExternalId } from '../../src/store/deals.ts';
import { csv, emptyStore, now } from '../helpers/imports.ts';

async function imported(...rows: readonly string[]) {
  const store = await emptyStore();
  await importRoster(store, csv('Name', 'Ada Quill'), {}, now);
  return { store, report: await importDeals(store, csv(...rows), {}, now) };
}

const head = 'Opportunity ID,Opportunity Name,Opportunity Owner,Stage,Amount,Close Date,Product Name';

test('a deal with a row for each of its products is in once', async () => {
  const { report } = await imported(
    head,
    'O1,Acme,Ada Quill,Proposal,100,2026-12-01,Core',
    'O1,Acme,Ada Quill,Proposal,100,2026-12-01,Add-on',
    'O2,Beta,Ada Quill,Proposal,200,2026-12-01,Core',
  );
  expect(report).toMatchObject({ rows: 3, added: 2, unchanged: 1, refused: [] });
  expect(report.follows).toContain('1 row says the same of a deal as a row above: each deal is in once.');
});

test.each([
  ['stage', 'O1,Acme,Ada Quill,Closed Won,100,2026-12-01,Core'],
  ['amount', 'O1,Acme,Ada Quill,Proposal,101,2026-12-01,Core'],
  ['day', 'O1,Acme,Ada Quill,Proposal,100,2026-12-02,Core'],
])('two rows that don’t agree on the %s are one too many', async (_, other) => {
  const { report } = await imported(head, 'O1,Acme,Ada Quill,Proposal,100,2026-12-01,Core', other);
  expect(report).toMatchObject({ rows: 2, added: 1, refused: [{ line: 3 }] });
  expect(report.refused[0]?.reason).toBe(
    'The deal O1 is already in line 2, and not the same. Keep one of the two rows.',
  );
});

test('a row that was refused doesn’t make the next of its deal a second', async () => {
  const { store, report } = await imported(
    head,
    'O1,Acme,Nobody Known,Proposal,100,2026-12-01,Core',
    'O1,Acme,Ada Quill,Proposal,100,2026-12-01,Core',
  );
  expect(report).toMatchObject({ added: 1, refused: [{ line: 2 }] });
  expect(await findDealByExternalId(store, 'O1')).toMatchObject({ amount: 100 });
});

test('the currency and the company of German exports are read', async () => {
  const { store, report } = await imported(
    'Datensatz-ID,Deal-Name,Besitzer,Deal-Phase,Wert,Währung des Wertes,Verknüpftes Unternehmen',
    '1,Acme,Ada Quill,Verhandlung,100,EUR,Acme GmbH',
  );
  expect(report.refused).toEqual([]);
  expect(await findDealByExternalId(store, '1')).toMatchObject({ currency: 'EUR', account: 'Acme GmbH' });
});

test('a small firm’s list is read whole, its sum left out', async () => {
  const { store, report } = await imported(
    'Deal-Nr.,Deal,Kunde,Besitzer,Phase,Size,Abschluss',
    '1,Umbau,Acme,Ada Quill,Angebot,$48k,05.12.26',
    '2,Neubau,Beta,Ada Quill,gewonnen,$1.2M,31.12.26',
    ',,,,Total,$1.25M,',
  );
  expect(report).toMatchObject({ rows: 2, added: 2, refused: [] });
  expect(await findDealByExternalId(store, '1')).toMatchObject({ amount: 48_000, closeOn: '2026-12-05' });
  expect(await findDealByExternalId(store, '2')).toMatchObject({ amount: 1_200_000, status: 'won' });
});
