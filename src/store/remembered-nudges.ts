/** What a planner remembers of nudges: not what they said. */
import type { PersonId } from '../behaviours/ids.ts';
import type { LocalDate } from '../time/zoned.ts';
import { asOneValue, oneOfThose } from './db.ts';
import type { Store } from './db.ts';
import type { Nudge } from './nudges.ts';
import { prepared } from './prepared.ts';
import type { Given } from './prepared.ts';
import type { NudgeTable } from './tables.ts';

export type RememberedNudge = Pick<Nudge, (typeof rememberedColumns)[number]>;

/** Somebody, and their local day. */
interface PersonToday {
  readonly personId: PersonId;
  readonly today: LocalDate;
}

/**
 * What a planner has to remember of these people's nudges: those since an instant, what was ever called wrong, and what is quiet on
 * their `today` or later. Newest first, and the last of a message before its first; by person.
 */
export async function rememberedNudges(
  store: Store,
  people: readonly PersonToday[],
  since: Date,
): Promise<ReadonlyMap<number, readonly RememberedNudge[]>> {
  const found = new Map<number, readonly RememberedNudge[]>();
  // Those who have the same day together: it is one day for most, and three all over the world.
  for (const [today, those] of Map.groupBy(people, (person) => person.today)) {
    const personIds = asOneValue(those.map(({ personId }) => personId));
    const rows = await newestOf(store, { personIds, since: since.toISOString(), today });
    for (const [personId, theirs] of Map.groupBy(rows, (row) => row.personId))
      found.set(personId, theirs.map(toRemembered));
  }
  return found;
}

type Whose = { readonly personIds: string; readonly since: string; readonly today: LocalDate };

const newestOf = prepared((database, { workspaceId, personIds, since, today }: Given<Whose>) =>
  database
    .selectFrom('nudge')
    .select(rememberedColumns)
    .select('personId')
    .where('workspaceId', '=', workspaceId)
    .where('personId', 'in', oneOfThose(personIds))
    .where((where) =>
      where.or([where('createdAt', '>=', since), where('state', '=', 'wrong'), where('quietUntil', '>=', today)]),
    )
    .orderBy('createdAt', 'desc')
    .orderBy('position', 'desc'),
);

function toRemembered({ personId: _person, ...row }: Awaited<ReturnType<typeof newestOf>>[number]): RememberedNudge {
  return {
    ...row,
    asksWhy: row.asksWhy === 1,
    createdAt: new Date(row.createdAt),
    answeredAt: row.answeredAt === null ? null : new Date(row.answeredAt),
  };
}

const rememberedColumns = [
  'id',
  'behaviour',
  'repId',
  'dealId',
  'askId',
  'item',
  'fingerprint',
  'state',
  'quietUntil',
  'asksWhy',
  'createdAt',
  'answeredAt',
] as const satisfies (keyof NudgeTable)[];
