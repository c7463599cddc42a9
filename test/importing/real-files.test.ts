import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importDeals } from '../../src/importing/deals/deals.ts';
import { importRoster } from '../../src/importing/roster/roster.ts';
import { repsOf } from '../../src/leading/roles.ts';
import { currentLines } from '../../src/store/reporting-lines.ts';
import { countDeals } from '../../src/store/deal-batches.ts';
import { countDealChanges } from '../../src/store/deal-changes.ts';
import { bytes, emptyStore, now, peopleOf } from '../helpers/imports.ts';

const folder = join(import.meta.dirname, '../../../shared/data/crm');
const isThere = existsSync(folder);
const fileOf = (content: string) => bytes(Buffer.from(content));

/** The folder lies beside the project; without it there is nothing to read. */
describe.skipIf(!isThere)(
  `the files of a real CRM (${isThere ? 'as they are' : 'skipped: ../shared/data/crm is missing'})`,
  () => {
    test('35 reps report to 6 managers, and a lead stands above them', async () => {
      const store = await emptyStore();
      const file = join(folder, 'sales_teams.csv');
      const report = await importRoster(store, file, { lead: 'Grace Hopper' }, now);
      expect(report).toMatchObject({ rows: 35, added: 35, changed: 0, unchanged: 0, refused: [] });
      const lines = await currentLines(store);
      const managers = new Set(lines.map((line) => line.managerId)).size - 1;
      const lead = (await peopleOf(store)).get('Grace Hopper');
      expect(managers).toBe(6);
      expect(lines.filter((line) => line.managerId === lead?.id)).toHaveLength(6);
      expect([...new Set(lines.map((line) => line.managerId))].flatMap((id) => repsOf(id, lines))).toHaveLength(35);
      const again = await importRoster(store, file, { lead: 'Grace Hopper' }, now);
      expect(again).toMatchObject({ added: 0, changed: 0, unchanged: 35, refused: [] });
    });

    test('8,800 deals go in, 2,089 of them open; a second run changes nothing', async () => {
      const store = await emptyStore();
      await importRoster(store, join(folder, 'sales_teams.csv'), {}, now);
      const file = join(folder, 'sales_pipeline.csv');
      const report = await importDeals(store, file, {}, now);
      expect(report).toMatchObject({ rows: 8_800, added: 8_800, changed: 0, refused: [] });
      expect(await countDeals(store)).toEqual({ open: 2_089, won: 4_238, lost: 2_473 });
      expect(await importDeals(store, file, {}, now)).toMatchObject({ added: 0, changed: 0, unchanged: 8_800 });
    });

    test('a third run after one deal’s stage changed writes that one change into the history', async () => {
      const store = await emptyStore();
      await importRoster(store, join(folder, 'sales_teams.csv'), {}, now);
      const text = readFileSync(join(folder, 'sales_pipeline.csv'), 'utf8');
      await importDeals(store, fileOf(text), {}, now);
      await importDeals(store, fileOf(text), {}, now);
      expect(await countDealChanges(store)).toBe(0);
      const later = await importDeals(store, fileOf(text.replace(',Engaging,', ',Prospecting,')), {}, now);
      expect(later).toMatchObject({ added: 0, changed: 1, unchanged: 8_799 });
      expect(await countDealChanges(store)).toBe(1);
    });

    test('a file of another kind is refused with the columns it has', async () => {
      const store = await emptyStore();
      await expect(importDeals(store, join(folder, 'products.csv'), {}, now)).rejects.toThrow(
        'Columns found: product, series, sales_price.',
      );
    });
  },
);
