import type { PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { recordAudit } from '../store/audit.ts';
import { writingAlone } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { tablesNaming } from '../store/move-person.ts';
import { findPerson } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { findRow, markUndone, newestPeopleChange, putRowBack, rowChangesOf } from '../store/people-changes.ts';
import type { RowChange } from '../store/people-changes.ts';
import { deletePerson, dropUnsent, hasOtherLines } from '../store/roster-undo.ts';
import type { Tables } from '../store/tables.ts';
import { followReportingLines } from './follow-reporting-lines.ts';
import { takeOut } from './remove-person.ts';
import { putLinesBack } from './undo-roster-lines.ts';

export interface UndoneRoster {
  readonly madeAt: Date;
  /** Who is removed. */
  readonly deleted: readonly string[];
  /** Who stays on record because something refers to them, and is served no more. */
  readonly takenOut: readonly { readonly id: number; readonly name: string; readonly because: readonly string[] }[];
  /** Whose line is as it was. */
  readonly lines: number;
  /** People whose other facts are as they were. */
  readonly facts: number;
  /** Sentences on what was changed since, and stays as it is now. */
  readonly stays: readonly string[];
}

/**
 * Takes the last roster back: people whom it added are gone, or taken out where something refers to them by now; lines that it drew
 * end and those before return; facts that it changed return. What was changed since stays, and is named.
 * @throws UserError if no roster is on record that could be taken back
 */
export async function undoRoster(
  context: Pick<Context, 'newId'>,
  outer: Store,
  { actorId }: { readonly actorId: PersonId | null },
  now: Date,
): Promise<UndoneRoster> {
  return writingAlone(outer, async (store) => {
    const change = await newestPeopleChange(store, 'roster');
    if (change === undefined)
      throw new UserError('There’s no roster to undo: none changed anything, or all were undone.');
    const rows = await rowChangesOf(store, change.id);
    const addedIds = rows.flatMap(({ table, before, key }) =>
      table === 'person' && before === null && typeof key['id'] === 'number' ? [key['id']] : [],
    );
    const added = new Set(addedIds);
    const ofOthers = rows.filter((row) => !added.has(personIn(row)));
    const stays: string[] = [];
    const lines = await putLinesBack(store, ofOthers, stays, now);
    const facts = await putFactsBack(store, ofOthers, stays);
    const deleted: string[] = [];
    const takenOut: { id: number; name: string; because: string[] }[] = [];
    for (const id of addedIds) await dropUnsent(store, id);
    const named = await tablesNaming(store, addedIds, ownTables);
    const drawn = rows.flatMap(({ table, key }) => (table === 'reportingLine' ? [Number(key['id'])] : []));
    const known = { named, drawn: new Set(drawn) };
    for (const id of addedIds) {
      const person = await findPerson(store, id);
      if (person === undefined) continue;
      const because = await builtOn(store, person, known);
      if (because === undefined) stays.push(`${person.name} (${id}) was merged with somebody since, and stays.`);
      else if (because.length > 0) takenOut.push({ id, name: person.name, because });
      else deleted.push(person.name);
      if (because === undefined) continue;
      if (because.length === 0) await deletePerson(store, id);
      else if (person.leftOn === null) await takeOut(store, person, actorId, now);
    }
    await markUndone(store, change.id, actorId, now);
    const event = { actorId, event: 'roster.undone', subjectKind: 'people-change', subjectId: change.id };
    await recordAudit(store, event, now);
    await followReportingLines(context, store, 'everybody', actorId, now);
    return { madeAt: change.madeAt, deleted, takenOut, lines, facts, stays };
  });
}

function personIn({ table, key, after }: RowChange): number {
  const id = table === 'person' ? key['id'] : after?.['personId'];
  return typeof id === 'number' ? id : 0;
}

/** What goes with the person. */
const ownTables = ['knownAs', 'linkProposal', 'reportingLine'] as const satisfies (keyof Tables)[];

const words: Partial<Record<keyof Tables, string>> = {
  interaction: 'entries',
  outbox: 'messages',
  nudge: 'nudges',
  ask: 'asks',
  askStep: 'asks',
  deal: 'deals',
  promise: 'promises',
  reportingLine: 'reporting lines that were drawn since',
  pulseMember: 'a pulse',
};

/** What refers to somebody by now, in words; undefined where they were merged with somebody. */
async function builtOn(
  store: Store,
  person: Person,
  known: { readonly named: ReadonlyMap<number, ReadonlySet<keyof Tables>>; readonly drawn: ReadonlySet<number> },
): Promise<string[] | undefined> {
  const tables = known.named.get(person.id) ?? new Set<keyof Tables>();
  if (person.leftWhy === 'merged' || tables.has('person')) return undefined;
  const hasMore = await hasOtherLines(store, person.id, known.drawn);
  const all = [...tables, ...(hasMore ? (['reportingLine'] as const) : [])];
  return [...new Set(all.map((table) => words[table] ?? 'records'))];
}

/** What people and what they are known by were before. */
async function putFactsBack(store: Store, rows: readonly RowChange[], stays: string[]): Promise<number> {
  const people = new Set<number>();
  for (const row of rows.toReversed()) {
    if (row.table === 'reportingLine') continue;
    const id = row.table === 'person' ? row.key['id'] : (await findRow(store, 'knownAs', row.key))?.['personId'];
    const kept = await putRowBack(store, row);
    if (typeof id !== 'number') continue;
    if (row.table === 'person' && kept.length > 0) {
      const person = await findPerson(store, id);
      stays.push(`${person?.name ?? 'Somebody'} (${id}) was changed since, and stays as they are: ${kept.join(', ')}.`);
    } else people.add(id);
  }
  return people.size;
}
