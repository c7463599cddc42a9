import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { importDeals } from '../../src/importing/deals/deals.ts';
import { openDatabase } from '../../src/store/db.ts';
import { scratchFolder } from '../helpers/command-line.ts';
import { csv, now } from '../helpers/imports.ts';
import { makeLanded } from '../helpers/landed-schema.ts';

const at = '2026-11-02T09:00:00.000Z';
const file = (id: string) => csv('Opportunity ID,name,owner,stage', `${id},Acme,0055g00000AbCdEAAV,Negotiation`);

test('deals and people that came in with ids of 18 characters are found by the 15 from then on', async () => {
  const path = join(scratchFolder(), 'firstline.db');
  await makeLanded(path, '0015-kept-mappings');
  const sqlite = new SQLite(path);
  sqlite.exec(`
    insert into workspace (id, name, default_time_zone, created_at) values ('T001', 'One', 'Etc/UTC', '${at}');
    insert into person (id, workspace_id, name, created_at) values (1, 'T001', 'Ada Quill', '${at}');
    insert into known_as (workspace_id, person_id, kind, value, folded, source, since) values
      ('T001', 1, 'own-id', '0055g00000AbCdEAAV', '0055g00000AbCdEAAV', 'roster', '${at}'),
      ('T001', 1, 'own-id', '0055g00000AbCdE', '0055g00000AbCdE', 'admin', '${at}');
    insert into deal (id, workspace_id, external_id, name, owner_id, stage, status, changed_at) values
      (1, 'T001', '0065g00000AbCdEAAV', 'Acme', 1, 'Proposal', 'open', '${at}'),
      (2, 'T001', '0065g00000aBcDeAAK', 'Beta', 1, 'Proposal', 'open', '${at}'),
      (3, 'T001', '0065g00000aBcDe', 'Beta too', 1, 'Proposal', 'open', '${at}'),
      (4, 'T001', 'ABCDEFGHIJKLMNOPQR', 'No check letters', 1, 'Proposal', 'open', '${at}');
  `);
  sqlite.close();
  const database = await openDatabase({ path });
  const store = database.forWorkspace('T001');
  expect(await importDeals(store, file('0065g00000AbCdEAAV'), {}, now)).toMatchObject({ changed: 1, refused: [] });
  expect(await importDeals(store, file('0065g00000AbCdE'), {}, now)).toMatchObject({ unchanged: 1 });
  const ids = await store.database.selectFrom('deal').select('externalId').orderBy('id').execute();
  expect(ids.map(({ externalId }) => externalId)).toEqual([
    '0065g00000AbCdE',
    '0065g00000aBcDeAAK',
    '0065g00000aBcDe',
    'ABCDEFGHIJKLMNOPQR',
  ]);
  await database.close();
});
