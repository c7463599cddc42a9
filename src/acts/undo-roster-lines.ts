import type { PersonId } from '../behaviours/ids.ts';
import type { Store } from '../store/db.ts';
import { openLineRow } from '../store/line-rows.ts';
import { findPerson } from '../store/people.ts';
import { findRow, putRowBack } from '../store/people-changes.ts';
import type { RowChange } from '../store/people-changes.ts';
import type { Row } from '../store/person-places.ts';
import { currentLines, endLine, setManager } from '../store/reporting-lines.ts';
import { localDayOf } from './local-day.ts';

/** What a roster did to the line of one person. */
interface LineChange {
  drawn: RowChange | undefined;
  ended: RowChange | undefined;
}

/**
 * Lines that a roster drew end, and those before return. Who was told of it meanwhile gets a line that begins today, so that they are
 * told of that, too; else it is as if nothing had been.
 * @param stays gets a sentence for each line that was changed since
 * @returns how many are as they were
 */
export async function putLinesBack(
  store: Store,
  rows: readonly RowChange[],
  stays: string[],
  now: Date,
): Promise<number> {
  const changes = new Map<number, LineChange>();
  for (const row of rows) {
    if (row.table !== 'reportingLine') continue;
    const personId = Number(row.after?.['personId'] ?? (await findRow(store, 'reportingLine', row.key))?.['personId']);
    const change = changes.get(personId) ?? { drawn: undefined, ended: undefined };
    if (row.before === null) change.drawn = row;
    else change.ended ??= row;
    changes.set(personId, change);
  }
  const managerOf = new Map((await currentLines(store)).map((line) => [line.personId, line.managerId]));
  let count = 0;
  for (const [personId, change] of changes) {
    const problem = await putLineBack(store, managerOf, personId, change, now);
    if (problem === undefined) count += 1;
    else stays.push(problem);
  }
  return count;
}

async function putLineBack(
  store: Store,
  managerOf: Map<number, number>,
  personId: PersonId,
  { drawn, ended }: LineChange,
  now: Date,
): Promise<string | undefined> {
  const person = await findPerson(store, personId);
  if (person === undefined) return undefined;
  const open = await openLineRow(store, personId);
  if (open?.['id'] !== drawn?.key['id'])
    return `${person.name} (${personId}) has another manager since, and keeps them.`;
  const before = ended && (await findRow(store, 'reportingLine', ended.key));
  const managerId = before === undefined ? undefined : Number(before['managerId']);
  managerOf.delete(personId);
  const problem = managerId === undefined ? undefined : await whyNot(store, managerOf, personId, managerId);
  const today = await localDayOf(store, person, now);
  if (drawn !== undefined) {
    if (open?.['startToldAt'] === null) await putRowBack(store, drawn);
    else await endLine(store, personId, today);
  }
  if (problem !== undefined) return `${person.name} (${personId}) reports to nobody now: ${problem}`;
  if (ended !== undefined && managerId !== undefined) {
    managerOf.set(personId, managerId);
    if (isUntold(before)) await putRowBack(store, ended);
    else await setManager(store, personId, managerId, today);
  }
  return undefined;
}

function isUntold(line: Row | undefined): boolean {
  return line?.['endToldAt'] === null;
}

async function whyNot(
  store: Store,
  managerOf: ReadonlyMap<number, number>,
  personId: PersonId,
  managerId: PersonId,
): Promise<string | undefined> {
  const manager = await findPerson(store, managerId);
  if (manager === undefined || manager.leftOn !== null) return `${manager?.name ?? 'their manager'} has left since.`;
  const seen = new Set<number>();
  for (
    let above: number | undefined = managerId;
    above !== undefined && !seen.has(above);
    above = managerOf.get(above)
  ) {
    if (above === personId) return `${manager.name} reports to them since.`;
    seen.add(above);
  }
  return undefined;
}
