/** What a planner remembers of nudges: not what they said. */
import type { PersonId } from '../behaviours/ids.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Store } from './db.ts';
import type { Nudge } from './nudges.ts';
import type { NudgeTable } from './tables.ts';

export type RememberedNudge = Pick<Nudge, (typeof rememberedColumns)[number]>;

/**
 * What a planner has to remember of a person's nudges: those since an instant, what was ever called wrong, and what is quiet on
 * `today` or later. Newest first, and the last of a message before its first.
 */
export async function rememberedNudges(
  store: Store,
  personId: PersonId,
  since: Date,
  today: LocalDate,
): Promise<RememberedNudge[]> {
  const rows = await store.database
    .selectFrom('nudge')
    .select(rememberedColumns)
    .where('workspaceId', '=', store.workspaceId)
    .where('personId', '=', personId)
    .where((where) =>
      where.or([
        where('createdAt', '>=', since.toISOString()),
        where('state', '=', 'wrong'),
        where('quietUntil', '>=', today),
      ]),
    )
    .orderBy('createdAt', 'desc')
    .orderBy('position', 'desc')
    .execute();
  return rows.map((row) => ({
    ...row,
    asksWhy: row.asksWhy === 1,
    createdAt: new Date(row.createdAt),
    answeredAt: row.answeredAt === null ? null : new Date(row.answeredAt),
  }));
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
