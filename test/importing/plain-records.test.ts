import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { readRecords } from '../../src/importing/reading/records.ts';
import type { CsvRecord } from '../../src/importing/reading/records.ts';
import { bytes } from '../helpers/imports.ts';

async function all(records: AsyncIterable<readonly CsvRecord[]>): Promise<CsvRecord[]> {
  const found: CsvRecord[] = [];
  for await (const batch of records) found.push(...batch);
  return found;
}

test('a file without quotes gives the same rows as the parser does, whatever stands in it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-plain-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'file.csv');
  const piece = fc.constantFrom('a', 'é', '漢', '😀', '\ufeff', ' ', ',', ';', '\t', '\n', '\r\n', '\r', '12', '=');
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
      const content = Buffer.from(`x${pieces.join('')}`);
      writeFileSync(path, content);
      expect(await all(readRecords(path))).toEqual(await all(readRecords(bytes(content))));
    }),
    { numRuns: 300 },
  );
});

test('a line without an end is refused with its number', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-plain-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'file.csv');
  writeFileSync(path, `id,owner\n1,a\n${'x'.repeat(1_100_000)}`);
  await expect(all(readRecords(path))).rejects.toThrow('Line 3 is more than a million characters long');
});
