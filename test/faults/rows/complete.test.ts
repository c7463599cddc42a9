/** Every row of the list has its test, and no row two. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { faults } from '../../helpers/fault-rows.ts';

test('each fault of the list has one test', () => {
  const files = globSync(join(import.meta.dirname, '*.test.ts'));
  const tested = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^row\(\s*(\d+),/gmu)].map(([, number]) => Number(number)),
  );
  const numbers = Object.keys(faults).map(Number);
  expect(numbers).toEqual(Array.from({ length: 46 }, (_, at) => at + 1));
  expect(tested.toSorted((one, other) => one - other)).toEqual(numbers);
});
