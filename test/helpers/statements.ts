/** Every statement that is really executed in a store, as the database gets it. */
import { SqliteQueryCompiler } from 'kysely';
import type { KyselyPlugin, QueryId } from 'kysely';
import type { Store } from '../../src/store/db.ts';

export interface Statement {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

/**
 * The same store; what is executed through it is written down, in the order in which it was answered.
 * @param hears of each, when it was answered
 */
export function recorded(
  store: Store,
  hears: (statement: Statement) => void = () => undefined,
): { readonly store: Store; readonly statements: readonly Statement[] } {
  const statements: Statement[] = [];
  // A query within another is compiled, too, but only the other is executed.
  const compiled = new WeakMap<QueryId, Statement>();
  const compiler = new SqliteQueryCompiler();
  const plugin: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      const { sql, parameters } = compiler.compileQuery(node, queryId);
      compiled.set(queryId, { text: sql, parameters });
      return node;
    },
    transformResult({ result, queryId }) {
      const statement = compiled.get(queryId);
      if (statement !== undefined) statements.push(statement);
      if (statement !== undefined) hears(statement);
      return Promise.resolve(result);
    },
  };
  return { store: { ...store, database: store.database.withPlugin(plugin) }, statements };
}
