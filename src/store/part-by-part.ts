import { setImmediate as whoeverWaits } from 'node:timers/promises';

/** So many people's rows are read before somebody else has their turn. */
const atOnce = 100;

/** Reads what is on record of these people, some at a time: the database answers at once, so that nobody else would have their turn until the end. */
export async function partByPart<Id, Row>(
  ids: readonly Id[],
  read: (part: readonly Id[]) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let from = 0; from < ids.length; from += atOnce) {
    if (from > 0) await whoeverWaits();
    for (const row of await read(ids.slice(from, from + atOnce))) rows.push(row);
  }
  return rows;
}
