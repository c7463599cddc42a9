/** Queries that are asked all the time: Kysely writes their text once, and not anew each time. */
import type { Compilable, CompiledQuery, Kysely, QueryResult } from 'kysely';
import type { Store } from './db.ts';
import type { Tables } from './tables.ts';

type Value = string | number | null;

/** What a query is given: its own values, and which workspace it is about. */
export type Given<Values> = Values & { readonly workspaceId: string };

/** Stands in the query for a value that is given when it is run. */
class Slot {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A query of which only the values change. The workspace's id is among them by itself.
 * @param build writes the query, with `values.name` wherever the value of that name is to stand; called once for a database, so that what
 *   the query looks like may depend on nothing else
 * @returns runs it, within the transaction of the store that it is given
 */
export function prepared<Values extends Readonly<Record<string, Value>>, Row>(
  build: Build<Values, Row>,
): (store: Store, values: Values) => Promise<Row[]> {
  const run = runs(build);
  return async (store, values) => (await run(store, values)).rows;
}

/** As `prepared`, for a statement that changes rows. @returns runs it, and tells how many it changed */
export function preparedChange<Values extends Readonly<Record<string, Value>>>(
  build: Build<Values, unknown>,
): (store: Store, values: Values) => Promise<number> {
  const run = runs(build);
  return async (store, values) => Number((await run(store, values)).numAffectedRows ?? 0n);
}

type Build<Values, Row> = (database: Kysely<Tables>, values: Given<Values>) => Compilable<Row>;

function runs<Values extends Readonly<Record<string, Value>>, Row>(
  build: Build<Values, Row>,
): (store: Store, values: Values) => Promise<QueryResult<Row>> {
  const written = new WeakMap<object, CompiledQuery<Row>>();
  const slots = new Proxy({}, { get: (_, name) => new Slot(String(name)), ownKeys: refuseAll }) as Given<Values>;
  return async (store, values) => {
    const { database, workspaceId } = store;
    // The same for a database and all of its transactions.
    const { adapter } = database.getExecutor();
    let query = written.get(adapter);
    if (query === undefined) {
      query = build(database, slots).compile();
      written.set(adapter, query);
    }
    const given: Readonly<Record<string, Value>> = { ...values, workspaceId };
    const parameters = query.parameters.map((parameter) =>
      parameter instanceof Slot ? given[parameter.name] : parameter,
    );
    return database.executeQuery<Row>({ ...query, parameters });
  };
}

function refuseAll(): never {
  throw new Error('A prepared query names each of its values: which there are isn’t known when it is written');
}
