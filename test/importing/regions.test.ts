import { expect, test } from 'vitest';
import { importRoster } from '../../src/importing/roster/roster.ts';
import { csv, emptyStore, now, peopleOf } from '../helpers/imports.ts';

async function regionsAfter(...lines: string[]) {
  const store = await emptyStore();
  const report = await importRoster(store, csv(...lines), {}, now);
  const people = [...(await peopleOf(store)).values()];
  const again = await importRoster(store, csv(...lines), {}, now);
  expect(again).toMatchObject({ added: 0, changed: 0, refused: report.refused });
  return { report, places: people.map(({ country, region }) => `${country ?? ''} ${region ?? ''}`) };
}

test('a region comes in by its code or its name, in a column of its own or with the country', async () => {
  const { report, places } = await regionsAfter(
    'name,country,state',
    'Ana,DE,BY',
    'Bo,Germany,Bavaria',
    'Cy,DE-BY,',
    'Di,de_by,',
    'Ed,US,Texas',
    'Fe,US-TX,',
    'Gu,SG,',
    'Ha,,US-TX',
  );
  expect(report).toMatchObject({ added: 8, refused: [], notes: [] });
  expect(places).toEqual(['DE DE-BY', 'DE DE-BY', 'DE DE-BY', 'DE DE-BY', 'US US-TX', 'US US-TX', 'SG ', 'US US-TX']);
});

test('an unknown region is told and left blank, and the row isn’t lost', async () => {
  const { report, places } = await regionsAfter('name,country,state', 'Ana,DE,Atlantis', 'Bo,DE-XX,', 'Cy,,BY');
  expect(report).toMatchObject({ added: 3, refused: [] });
  expect(report.notes).toEqual([
    expect.stringContaining('“Atlantis” (line 2), “DE-XX” (line 3), “BY” (line 4). Where a state has its own'),
  ]);
  expect(places).toEqual(['DE ', 'DE ', ' ']);
});

test('a region of an unknown country is left blank as the country is', async () => {
  const { report, places } = await regionsAfter('name,country', 'Ana,ZZ-BY');
  expect(report.leftBlank).toEqual([{ line: 2, field: 'country', reason: expect.stringContaining('“ZZ') as string }]);
  expect(places).toEqual([' ']);
});

test('a column of sales regions is one of teams, as before, and nothing is said of it', async () => {
  const { report, places } = await regionsAfter('name,country,region', 'Ana,US,Central', 'Bo,US,Texas');
  expect(report).toMatchObject({ added: 2, notes: [] });
  expect(places).toEqual(['US ', 'US US-TX']);
});

test('who moves to another country keeps no region of the old one in force', async () => {
  const store = await emptyStore();
  await importRoster(store, csv('name,country', 'Ana,DE-BE'), {}, now);
  await importRoster(store, csv('name,country', 'Ana,CH'), {}, now);
  const [ana] = [...(await peopleOf(store)).values()];
  expect(ana).toMatchObject({ country: 'CH', region: 'DE-BE' });
});
