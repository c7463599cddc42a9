/** Under which names, addresses and ids people are and were known, and who says so. Nothing here is ever forgotten by a change. */
import type { PersonId } from '../behaviours/ids.ts';
import { foldedClue, foldedClues, whoIsMeant } from '../leading/who-is-meant.ts';
import type { Clues, Known, KnownKind, KnownSource, Meant } from '../leading/who-is-meant.ts';
import { oneOf } from './db.ts';
import type { Store } from './db.ts';

/** One of a person's names, addresses or ids, as it was written. */
export interface KnownAs extends Known {
  readonly value: string;
  readonly since: Date;
  readonly until: Date | null;
}

/**
 * A source says this of a person now. What it said before of the same kind becomes former, except ids: a person may have several.
 * @returns false if it said so already
 */
export async function noteKnown(
  store: Store,
  known: {
    readonly personId: PersonId;
    readonly kind: KnownKind;
    readonly value: string;
    readonly source: KnownSource;
  },
  now: Date,
): Promise<boolean> {
  const { personId, kind, source } = known;
  const value = known.value.trim();
  const folded = foldedClue(kind, value);
  if (folded === '') return false;
  const at = now.toISOString();
  const before = await select(store)
    .where('personId', '=', personId)
    .where('kind', '=', kind)
    .where('source', '=', source)
    .where('until', 'is', null)
    .execute();
  const current = before.find((row) => row.folded === folded);
  if (current !== undefined && current.value === value) return false;
  const replaced = kind === 'name' || kind === 'address' ? before.filter((row) => row !== current) : [];
  for (const { id } of replaced)
    await store.database.updateTable('knownAs').set({ until: at }).where('id', '=', id).execute();
  await store.database
    .insertInto('knownAs')
    .values({ workspaceId: store.workspaceId, personId, kind, value, folded, source, since: at, until: null })
    .onConflict((conflict) =>
      conflict
        .columns(['workspaceId', 'personId', 'kind', 'folded', 'source'])
        .doUpdateSet({ value, until: null, ...(current === undefined && { since: at }) }),
    )
    .execute();
  return true;
}

/** Everything one person is or was known by, the oldest first. */
export async function knownOf(store: Store, personId: PersonId): Promise<KnownAs[]> {
  return (await select(store).where('personId', '=', personId).orderBy('id').execute()).map(toKnown);
}

/** Everything that these people are or were known by. */
export async function knownOfPeople(store: Store, personIds: readonly PersonId[]): Promise<KnownAs[]> {
  return (await select(store).where('personId', 'in', oneOf(personIds)).execute()).map(toKnown);
}

/** Everything that anybody is or was known by: for an import, which looks at everybody. */
export async function everythingKnown(store: Store): Promise<KnownAs[]> {
  return (await select(store).orderBy('id').execute()).map(toKnown);
}

/** What is on record with one of these clues. */
export async function knownBy(store: Store, clues: Clues): Promise<KnownAs[]> {
  const found: KnownAs[] = [];
  for (const { kind, folded } of foldedClues(clues)) {
    const rows = await select(store).where('kind', '=', kind).where('folded', '=', folded).orderBy('id').execute();
    found.push(...rows.map(toKnown));
  }
  return found;
}

/** Who is meant, by what is on record: `leading/who-is-meant.ts`. */
export async function findMeant(store: Store, clues: Clues): Promise<Meant> {
  return whoIsMeant(clues, await knownBy(store, clues));
}

function select(store: Store) {
  return store.database.selectFrom('knownAs').selectAll().where('workspaceId', '=', store.workspaceId);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

function toKnown(row: Row): KnownAs {
  const { personId, kind, value, folded, source } = row;
  const until = row.until === null ? null : new Date(row.until);
  return { personId, kind, value, folded, source, isCurrent: until === null, since: new Date(row.since), until };
}
