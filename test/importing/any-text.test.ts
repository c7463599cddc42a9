import { fc } from '../helpers/fast-check.ts';
import { expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { importDeals } from '../../src/importing/deals/deals.ts';
import { importRoster } from '../../src/importing/roster/roster.ts';
import type { ImportReport } from '../../src/importing/report.ts';
import type { Store } from '../../src/store/db.ts';
import { countDeals } from '../../src/store/deal-batches.ts';
import { addPerson, everybody } from '../../src/store/people.ts';
import { bytes, emptyStore, now } from '../helpers/imports.ts';

/** Text in which cells, quotes, delimiters and odd values are more frequent than chance would have them. */
function textOf(header: string, cells: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...cells) },
    { weight: 6, arbitrary: fc.constantFrom(',', ',', '\n', '\n', '"', ';', '\t', '\r\n', '""') },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
  );
  const body = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
  return fc.oneof(
    { weight: 8, arbitrary: body.map((text) => `${header}\n${text}`) },
    { weight: 1, arbitrary: body },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  );
}

/** What a run of the import gives: its report, or nothing where the file was refused as a whole. */
async function run(work: () => Promise<ImportReport>): Promise<ImportReport | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

function file(text: string): AsyncIterable<Buffer> {
  return bytes(Buffer.from(text));
}

test('no roster throws anything but a sentence, or stores a person of a refused row', async () => {
  const cells = [
    'Ana',
    'Bo',
    'ana@x.io',
    'bo@',
    '2026-11-03',
    '03/04/2026',
    'Europe/Berlin',
    'Mars',
    'DE',
    '=1+1',
    '\u0000',
    '\ufffd',
  ];
  await fc.assert(
    fc.asyncProperty(textOf('name,email,started on,zone', cells), async (text) => {
      const store = await emptyStore();
      const report = await run(() => importRoster(store, file(text), {}, now));
      const people = (await everybody(store)).length;
      expect(people).toBe(report?.added ?? 0);
      expectTotal(report);
    }),
    { numRuns: 150 },
  );
});

test('no deals file throws anything but a sentence, or stores a deal of a refused row', async () => {
  const cells = [
    'D1',
    'D2',
    'D3',
    'Ana',
    'Nobody',
    'Open',
    'Won',
    '5',
    '-5',
    '1.054,50',
    'many',
    '2026-11-03',
    '03/04/2026',
    '\u0000',
  ];
  await fc.assert(
    fc.asyncProperty(textOf('id,owner,stage,amount,opened on', cells), async (text) => {
      const store = await emptyStore();
      await addPerson(store, { name: 'Ana' }, now);
      const report = await run(() => importDeals(store, file(text), {}, now));
      expect(await dealsIn(store)).toBe(report?.added ?? 0);
      expectTotal(report);
    }),
    { numRuns: 150 },
  );
});

async function dealsIn(store: Store): Promise<number> {
  return Object.values(await countDeals(store)).reduce((sum, count) => sum + count, 0);
}

function expectTotal(report: ImportReport | undefined): void {
  if (report === undefined) return;
  expect(report.added + report.changed + report.unchanged + report.refused.length).toBe(report.rows);
}
