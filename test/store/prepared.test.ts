import { expect, test } from 'vitest';
import { prepared } from '../../src/store/prepared.ts';
import type { Given } from '../../src/store/prepared.ts';
import { emptyStore } from '../helpers/imports.ts';

type Mark = { readonly name: string; readonly value: string };

test('a query is written once, and run with the values of each time', async () => {
  const store = await emptyStore();
  let written = 0;
  const add = prepared((database, { workspaceId, name, value }: Given<Mark>) => {
    written += 1;
    return database.insertInto('mark').values({ workspaceId, name, value }).returning(['name', 'value']);
  });
  for (const name of ['a', 'b']) expect(await add(store, { name, value: name })).toEqual([{ name, value: name }]);
  expect(written).toBe(1);
});

test('a query that spreads its values is refused: there would be none', async () => {
  const store = await emptyStore();
  const spread = prepared((database, row: Given<Mark>) => database.insertInto('mark').values({ ...row }));
  const rest = prepared((database, { workspaceId, ...row }: Given<Mark>) =>
    database.updateTable('mark').set(row).where('workspaceId', '=', workspaceId),
  );
  for (const query of [spread, rest])
    await expect(query(store, { name: 'a', value: 'b' })).rejects.toThrow('names each of its values');
});
