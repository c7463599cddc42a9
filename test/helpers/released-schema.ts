/** Databases as releases made them, from texts that were frozen then: test/store/released. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';

const folder = join(import.meta.dirname, '../store/released');

/** Those that are frozen, oldest first. */
export const releases: readonly string[] = readdirSync(folder)
  .map((name) => name.replace(/\.sql$/u, ''))
  .toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }));

export interface FrozenMigration {
  readonly name: string;
  readonly hash: string;
}

function textOf(release: string): string {
  return readFileSync(join(folder, `${release}.sql`), 'utf8');
}

export function migrationsOf(release: string): FrozenMigration[] {
  return [...textOf(release).matchAll(/^-- (\d{4}-\S+) ([0-9a-f]{64})$/gmu)].map(([, name = '', hash = '']) => ({
    name,
    hash,
  }));
}

/** An empty database of that release. */
export function makeReleased(path: string, release: string): void {
  const sqlite = new SQLite(path);
  sqlite.exec(textOf(release));
  sqlite.close();
}
