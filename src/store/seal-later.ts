/** Words that a migration found unsealed are sealed once a key is at hand: migrations have none. */
import type SQLite from 'better-sqlite3';
import { plainMark, sealFor } from './secrets.ts';
import type { Sealed } from './secrets.ts';

/** In `installation`, with the columns as `table.column`, parted by spaces. */
const recordName = 'to-be-sealed';

interface Unsealed {
  readonly id: number;
  readonly workspaceId: string;
  readonly text: Sealed;
}

/** Seals what is left to be sealed, in one transaction, and leaves nothing of it in the file. Without a key it stays to be done. */
export function sealWhatWaits(sqlite: SQLite.Database, key: Buffer | undefined): void {
  if (key === undefined) return;
  const columns = sqlite.prepare<[string], string>('select value from installation where name = ?').pluck();
  const waiting = columns.get(recordName);
  if (waiting === undefined) return;
  sqlite
    .transaction(() => {
      for (const named of waiting.split(' ')) sealColumn(sqlite, named, key);
      sqlite.prepare('delete from installation where name = ?').run(recordName);
    })
    .immediate();
  sqlite.pragma('wal_checkpoint(truncate)');
}

function sealColumn(sqlite: SQLite.Database, named: string, key: Buffer): void {
  const [table = '', column = ''] = named.split('.');
  const rows = sqlite.prepare<[], Unsealed>(
    `select id, workspace_id as workspaceId, "${column}" as text from "${table}" where substr("${column}", 1, ${plainMark.length}) = '${plainMark}'`,
  );
  const write = sqlite.prepare<[Sealed, number]>(`update "${table}" set "${column}" = ? where id = ?`);
  for (const { id, workspaceId, text } of rows.all()) {
    const seal = sealFor(workspaceId, key);
    write.run(seal.seal(seal.open(text)), id);
  }
}
