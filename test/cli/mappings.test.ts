import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findDealByExternalId } from '../../src/store/deals.ts';
import { openDatabase } from '../../src/store/db.ts';
import { firstline, scratchFolder, writeIn } from '../helpers/command-line.ts';

/** A folder with a roster that is in, and a file of deals that needs a mapping. */
async function folderWithDeals(): Promise<{ folder: string; deals: string }> {
  const folder = scratchFolder();
  const roster = writeIn(folder, 'roster.csv', 'name,manager', 'Ada Quill,Mina Farrow');
  expect((await firstline(folder, ['import', 'roster', roster, '--yes'])).code).toBe(0);
  return { folder, deals: writeIn(folder, 'deals.csv', 'Nr,"Wer ""x""",Phase X,Wert', 'D1,Ada Quill,Proposal,9') };
}

const maps = ['--map', 'Nr=id', '--map', 'Wer "x"=owner', '--map', 'Phase X=stage'];

test('a mapping is saved, used, listed, shown and removed, with the way back', async () => {
  const { folder, deals } = await folderWithDeals();
  const run = (...words: string[]) => firstline(folder, words);
  const empty = await run('mappings');
  expect(empty).toMatchObject({ code: 0, errors: '' });
  expect(empty.output).toContain('No mapping is kept yet. Add --save to an import');

  expect((await run('import', 'deals', deals)).errors).toContain('There is no column for');
  const saved = await run('import', 'deals', deals, ...maps, '--save');
  expect(saved).toMatchObject({ code: 0, errors: '' });
  expect(saved.output).toContain('The mapping is kept for files with these columns. See firstline mappings.');
  const used = await run('import', 'deals', deals, '--json');
  expect(JSON.parse(used.output)).toMatchObject({
    unchanged: 1,
    notes: [
      expect.stringMatching(
        /^Read with the mapping that was kept on \d{4}-\d\d-\d\d \(1\): Nr=id, Wer "x"=owner, Phase X=stage\. Leave it out with --no-saved\.$/,
      ),
    ],
  });
  expect((await run('import', 'deals', deals, '--no-saved')).errors).toContain('There is no column for');

  const list = await run('mappings');
  expect(list.output).toMatch(
    /^1: deals, kept on \d{4}-\d\d-\d\d, last used on \d{4}-\d\d-\d\d\n {3}columns: Nr, Wer "x", Phase X, Wert\n {3}read as: Nr=id, Wer "x"=owner, Phase X=stage\n$/,
  );
  const asJson = JSON.parse((await run('mappings', '--json')).output) as { mappings: { usedAt: string }[] };
  expect(asJson).toMatchObject({
    mappings: [
      {
        number: 1,
        kind: 'deals',
        names: ['Nr', 'Wer "x"', 'Phase X', 'Wert'],
        columns: ['Nr=id', 'Wer "x"=owner', 'Phase X=stage'],
        valueWords: [],
        dateOrder: null,
      },
    ],
  });
  expect(Object.keys(asJson.mappings[0] ?? {})).not.toContain('fingerprint');

  const command = `firstline import deals FILE --map "Nr=id" --map 'Wer "x"=owner' --map "Phase X=stage" --save`;
  expect((await run('mappings', 'show', '1')).output).toContain(`The same by hand: ${command}\n`);
  const removed = await run('mappings', 'remove', '1');
  expect(removed.output).toContain(
    'Mapping 1, for deals with the columns Nr, Wer "x", Phase X, Wert, is no longer kept.',
  );
  expect(removed.output).toContain(`Keep it again with: ${command}\n`);
  expect((await run('import', 'deals', deals)).errors).toContain('There is no column for');
  expect(await run('mappings', 'show', '1')).toMatchObject({ code: 1, output: '' });
});

test('what words mean and how days are written is kept along, and found under titles', async () => {
  const { folder } = await folderWithDeals();
  const file = (day: string) =>
    writeIn(
      folder,
      `deals-${day.replaceAll('/', '')}.csv`,
      'Ventas del norte',
      '',
      'Nr,Wer,Fase,Cierre X',
      `D1,Ada Quill,Cerrado perdido,${day}`,
    );
  const run = (...words: string[]) => firstline(folder, words);
  const said = ['--map', 'Nr=id', '--map', 'Wer=owner', '--map', 'Fase=stage', '--map', 'Cierre X=close_on'];
  const values = ['--map-value', 'Cerrado perdido=lost', '--date-order', 'day-first'];
  expect((await run('import', 'deals', file('03/04/2026'), ...said, ...values, '--save')).code).toBe(0);
  const again = await run('import', 'deals', file('05/04/2026'));
  expect(again).toMatchObject({ code: 0, errors: '' });
  expect(again.output).toContain(
    'Cierre X=close_on, Cerrado perdido=lost, days before months. Leave it out with --no-saved.',
  );
  expect(again.output).toContain('1 row: 0 added, 1 changed');
  expect((await run('mappings', 'show', '1')).output).toContain(
    '--map "Cierre X=close_on" --map-value "Cerrado perdido=lost" --date-order day-first --save\n',
  );
  const database = await openDatabase({ path: join(folder, 'firstline.db') });
  const deal = await findDealByExternalId(database.forWorkspace('pending'), 'D1');
  await database.close();
  expect(deal).toMatchObject({ status: 'lost', closeOn: '2026-04-05' });
});

test.each([
  [['mappings', 'remove', '7'], 'There is no mapping with the number 7. See what is kept with: firstline mappings'],
  [['mappings', 'show', 'x'], '“x” is no number of a mapping'],
  [['mappings', 'forget', '1'], 'too many arguments'],
])('%j ends with 1 and a sentence', async (words, sentence) => {
  const { folder } = await folderWithDeals();
  const { code, output, errors } = await firstline(folder, words);
  expect({ code, output }).toEqual({ code: 1, output: '' });
  expect(errors).toContain(sentence);
});

test('without a database it is said where one would be', async () => {
  const { code, errors } = await firstline(scratchFolder(), ['mappings']);
  expect(code).toBe(1);
  expect(errors).toContain('There is no database');
});
