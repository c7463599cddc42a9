/**
 * Brings the schema of a file up to date, as a process of its own that kills itself right before the statement of this number; at 0 it says how
 * many there are: node killed-migration.ts PATH NUMBER
 */
import SQLite from 'better-sqlite3';
import { Kysely } from 'kysely';
import { migrate, TransactionalSqlite } from '../../src/store/migrate.ts';
import type { Tables } from '../../src/store/tables.ts';

const [, , path = '', number = '0'] = process.argv;
const sqlite = new SQLite(path);
sqlite.pragma('journal_mode = wal');
let count = 0;
const counting = new Proxy(sqlite, {
  get(target, property) {
    if (property === 'prepare')
      return (text: string) => {
        if (/^(?:create|alter|insert|update|delete|drop|commit)/iu.test(text) && (count += 1) === Number(number))
          process.kill(process.pid, 'SIGKILL');
        return target.prepare(text);
      };
    const value: unknown = Reflect.get(target, property);
    return typeof value === 'function' ? value.bind(target) : value;
  },
});
await migrate(new Kysely<Tables>({ dialect: new TransactionalSqlite({ database: counting }) }), sqlite, path);
sqlite.close();
process.stdout.write(`${count}\n`);
