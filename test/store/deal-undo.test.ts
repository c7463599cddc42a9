import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { hangsOnDeals } from '../../src/store/deal-undo.ts';
import { emptyFile } from '../helpers/imports.ts';

const camel = (name: string) => name.replaceAll(/_(\w)/gu, (_, letter: string) => letter.toUpperCase());

test('every column of the schema that holds a deal’s id is known to whoever takes deals off the record', async () => {
  const { database } = await emptyFile();
  const { rows } = await sql<{ table: string; column: string; refersTo: string | null }>`
    select tables.name as "table", columns.name as "column",
      (select keys."table" from pragma_foreign_key_list(tables.name) as keys where keys."from" = columns.name) as refers_to
    from pragma_table_list as tables, pragma_table_info(tables.name) as columns
    where tables.schema = 'main' and tables.type = 'table'`.execute(database);
  const ofDeals = rows.filter(({ column, refersTo }) => refersTo === 'deal' || column.endsWith('deal_id'));
  expect(ofDeals.map(({ table, column }) => `${camel(table)}.${camel(column)}`).toSorted()).toEqual(
    [...Object.keys(hangsOnDeals), 'dealChange'].map((table) => `${table}.dealId`).toSorted(),
  );
});

test.each([...Object.keys(hangsOnDeals), 'dealChange'])(
  'whether %s names a deal is known without looking at all rows',
  async (table) => {
    const { database } = await emptyFile();
    const { rows } = await sql<{ detail: string }>`explain query plan
      select 1 from ${sql.table(table)} where deal_id = 1`.execute(database);
    expect(rows.map(({ detail }) => detail).join(' ')).toMatch(/USING .*INDEX .*\(deal_id=\?\)/);
  },
);
