/** Twelve weeks of four kinds of manager, and what the documentation says of them. `npm run weeks` prints it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultPolicy } from '../../src/leading/policy.ts';
import { liveTwelveWeeks, tablesOf } from '../helpers/twelve-weeks.ts';

const document = readFileSync(join(import.meta.dirname, '../../docs/the-weekly-plan.md'), 'utf8');

test('the document tells what twelve weeks of four kinds of manager are like', { timeout: 900_000 }, async () => {
  const lived = await liveTwelveWeeks();
  const tables = tablesOf(lived);
  if (process.env['PRINT_WEEKS'] !== undefined) process.stdout.write(`\n${tables}\n\n`);
  for (const { weeks } of lived)
    for (const { things, aboutOne } of weeks) {
      expect(things).toBeLessThanOrEqual(defaultPolicy.weekThings);
      expect(aboutOne).toBeLessThanOrEqual(defaultPolicy.weekPerPerson);
    }
  expect(document).toContain(tables);
});
