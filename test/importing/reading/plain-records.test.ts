import { fc } from '../../helpers/fast-check.ts';
import { expect, test } from 'vitest';
import { plainRecords } from '../../../src/importing/reading/plain-records.ts';
import { quotedRecords } from '../../../src/importing/reading/quoted-records.ts';
import type { CsvRecord } from '../../../src/importing/reading/records.ts';
import { shapeOf } from '../../../src/importing/reading/separators.ts';
import { bytes } from '../../helpers/imports.ts';

async function all(records: AsyncIterable<readonly CsvRecord[]>): Promise<CsvRecord[]> {
  const found: CsvRecord[] = [];
  for await (const batch of records) found.push(...batch);
  return found;
}

test('a file without quotes gives the same rows as the parser does, whatever stands in it', async () => {
  const piece = fc.constantFrom('a', 'é', '漢', '😀', ' ', ',', ';', '\t', '\n', '\r\n', '\r', '12', '=');
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), async (pieces, size) => {
      const text = `x${pieces.join('')}`;
      const file = Buffer.from(text);
      const shape = shapeOf(text, true);
      const cut = Array.from({ length: Math.ceil(file.length / size) }, (_, index) =>
        file.subarray(index * size, (index + 1) * size),
      );
      expect(await all(plainRecords(bytes(...cut), shape))).toEqual(
        await all(quotedRecords(bytes(...cut), shape, false)),
      );
    }),
    { numRuns: 300 },
  );
});

test('a line without an end is refused with its number', async () => {
  const file = Buffer.from(`id,owner\n1,a\n${'x'.repeat(1_100_000)}`);
  const shape = shapeOf('id,owner\n1,a\n', true);
  await expect(all(plainRecords(bytes(file), shape))).rejects.toThrow('Line 3 is more than a million characters long');
});
