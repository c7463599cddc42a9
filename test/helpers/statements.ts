/** Every statement that is really executed in a store, as the database gets it. */
import { SqliteQueryCompiler } from 'kysely';
import type { KyselyPlugin, QueryId, RootOperationNode } from 'kysely';
import type { Store } from '../../src/store/db.ts';

export interface Statement {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

/** The same store; what is executed through it is written down. */
export function recorded(store: Store): { readonly store: Store; readonly statements: readonly Statement[] } {
  const statements: Statement[] = [];
  const compiler = new SqliteQueryCompiler();
  const plugin: KyselyPlugin = {
    transformQuery({ node, queryId }: { node: RootOperationNode; queryId: QueryId }) {
      const { sql, parameters } = compiler.compileQuery(node, queryId);
      statements.push({ text: sql, parameters });
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  return { store: { ...store, database: store.database.withPlugin(plugin) }, statements };
}
