/** A database as the version before the atomic migrations left it: its schema, made with that version's own migrations, with rows in it. */
import * as fileSystem from 'node:fs/promises';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { FileMigrationProvider, Migrator } from 'kysely/migration';
import { sealFor } from '../../src/store/secrets.ts';

const migrationFolder = join(import.meta.dirname, '../../migrations');
/** The last one of that version; each of its statements was a transaction of its own. */
export const lastLanded = '0005-at-a-glance';

export function migrations() {
  return new FileMigrationProvider({ fs: fileSystem, path: { join }, migrationFolder });
}

/** Brings a file to the schema that landed. */
export async function makeLanded(path: string, target = lastLanded): Promise<void> {
  const kysely = new Kysely<unknown>({ dialect: new SqliteDialect({ database: new SQLite(path) }) });
  const { error } = await new Migrator({ db: kysely, provider: migrations() }).migrateTo(target);
  await kysely.destroy();
  if (error !== undefined) throw error;
}

/** Two workspaces, people of every kind, and sealed words in several tables. */
export function fillLanded(path: string, key?: Buffer): void {
  const sqlite = new SQLite(path);
  sqlite.pragma('journal_mode = WAL');
  const at = '2026-11-02T09:00:00.000Z';
  const seal = (text: string) => sealFor('T001', key).seal(text);
  sqlite.exec(`
    insert into workspace (id, name, default_time_zone, created_at) values ('T001', 'One', 'Etc/UTC', '${at}'), ('T002', 'Two', 'Etc/UTC', '${at}');
    insert into person (id, workspace_id, slack_user_id, email, name, created_at, left_on) values
      (1, 'T001', 'U01', 'lee@x.example', 'Lee Park', '${at}', null), (2, 'T001', 'U02', null, 'Siobhan O’Dell', '${at}', null),
      (3, 'T001', null, 'priya@x.example', 'Priya Nair', '${at}', null), (4, 'T001', 'U04', null, 'Gone Away', '${at}', '2026-11-03'),
      (5, 'T002', 'U01', 'lee@x.example', 'Lee Park', '${at}', null);
    insert into reporting_line (workspace_id, person_id, manager_id, started_on, ended_on) values
      ('T001', 2, 1, '2026-01-01', null), ('T001', 3, 4, '2026-01-01', '2026-06-01'), ('T001', 3, 2, '2026-06-01', null);
    insert into mark (workspace_id, name, value) values ('T001', 'left-with-account|4', '${at}'), ('T001', 'plan|2', '2026-11-02');
    insert into audit (workspace_id, actor_id, event, subject_kind, subject_id, details, at) values ('T001', null, 'person.linked', 'person', 2, '{}', '${at}');
  `);
  const interaction = sqlite.prepare(
    `insert into interaction (workspace_id, behaviour, manager_id, rep_id, happened_on, details, texts, logged_at)
     values ('T001', 'check-in', 2, 3, '2026-11-02', '{}', ?, '${at}')`,
  );
  for (let note = 0; note < 40; note += 1) interaction.run(seal(JSON.stringify({ heard: `note ${note}` })));
  sqlite
    .prepare(
      `insert into promise (workspace_id, created_at, manager_id, rep_id, text, made_on, due_on, state) values ('T001', '${at}', 2, 3, ?, '2026-11-02', '2026-11-20', 'open')`,
    )
    .run(seal('an introduction'));
  sqlite.close();
}

/** Every row of a file in the tables and columns that another has, as one text; marks are left out, some become columns, and what is said of the file itself. */
export function contentOf(path: string, columnsFrom: string): string {
  const source = new SQLite(columnsFrom, { readonly: true });
  const columns = source
    .prepare<[], { name: string; columns: string; count: number }>(
      `select t.name, count(*) as count, group_concat('"' || c.name || '"') as columns from pragma_table_list t join pragma_table_info(t.name) c
       where t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite%' and t.name not like 'kysely%' and t.name not in ('mark', 'installation') group by t.name`,
    )
    .all();
  source.close();
  const sqlite = new SQLite(path, { readonly: true });
  const content = columns.map(({ name, columns: of, count }) => [
    name,
    sqlite.prepare(`select ${of} from "${name}" order by ${[1, 2, 3].slice(0, count).join()}`).all(),
  ]);
  sqlite.close();
  return JSON.stringify(content);
}

/** Everything declared in a file, Kysely's own tables left out. */
export function declaredIn(sqlite: SQLite.Database): string {
  return sqlite
    .prepare<[], string>(
      `select type || name || coalesce(sql, '') from sqlite_master where name not like 'sqlite\\_%' escape '\\' and name not like 'kysely\\_%' escape '\\' order by type, name`,
    )
    .pluck()
    .all()
    .join('\n');
}
