import { CamelCasePlugin } from 'kysely';
import type { PluginTransformResultArgs, QueryResult, UnknownRow } from 'kysely';

/**
 * Kysely's own plugin, for rows as SQLite has them: all rows of a result have the same columns, and none holds an object. So the names
 * are written anew once a result, not once a row.
 */
export class CamelCase extends CamelCasePlugin {
  override async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    const [first] = result.rows;
    if (first === undefined) return result;
    const names = Object.keys(first).map((name) => [name, this.camelCase(name)] as const);
    if (names.every(([name, camel]) => name === camel)) return result;
    return { ...result, rows: result.rows.map((row) => renamed(row, names)) };
  }
}

function renamed(row: UnknownRow, names: readonly (readonly [string, string])[]): UnknownRow {
  const columns: Record<string, unknown> = {};
  for (const [name, camel] of names) columns[camel] = row[name];
  return columns;
}
