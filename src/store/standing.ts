import type { PersonId } from '../behaviours/ids.ts';
import { isFromTimes } from '../leading/access.ts';
import type { Moment, OwnTime, Standing } from '../leading/access.ts';
import type { Store } from './db.ts';
import { timesOf } from './line-tellings.ts';
import { findPerson } from './people.ts';
import { linesOf, managerIdOf } from './reporting-lines.ts';

/** What is looked at: who wrote it, if that counts, and to which time it belongs. */
export interface LookedAt {
  readonly authorId?: PersonId;
  readonly from: Moment;
}

/** How the acting person stands to a rep and to something of theirs, from the database. */
export async function standingOf(
  store: Store,
  actingId: PersonId,
  repId: PersonId,
  { authorId, from }: LookedAt,
): Promise<Standing> {
  const acting = await findPerson(store, actingId);
  const rep = await findPerson(store, repId);
  const managerId = rep?.leftOn === null ? await managerIdOf(store, repId) : undefined;
  const manager = managerId === undefined ? undefined : await findPerson(store, managerId);
  const leadId = manager?.leftOn === null ? await managerIdOf(store, manager.id) : undefined;
  const own = await timesOf(store, repId, actingId);
  const isManagerNow = managerId === actingId;
  const isLeadNow = leadId === actingId;
  const above = isLeadNow ? await timesAbove(store, repId, actingId) : [];
  return {
    isRepConcerned: actingId === repId,
    isManagerNow,
    wasManager: !isManagerNow && own.length > 0,
    isLeadNow,
    isFromMyTime: isFromTimes(from, [...own, ...above]),
    isAdmin: acting?.isAdmin ?? false,
    isAuthor: authorId === actingId,
  };
}

/** The times in which the rep reported to a manager who reported to this lead. */
async function timesAbove(store: Store, repId: PersonId, leadId: PersonId): Promise<OwnTime[]> {
  const managers = (await linesOf(store, repId)).filter(({ personId }) => personId === repId);
  const times: OwnTime[] = [];
  for (const managerId of new Set(managers.map((line) => line.managerId))) {
    const below = await timesOf(store, repId, managerId);
    const above = await timesOf(store, managerId, leadId);
    times.push(...below.flatMap((one) => above.flatMap((other) => shared(one, other) ?? [])));
  }
  return times;
}

function shared(one: OwnTime, other: OwnTime): OwnTime | undefined {
  const ends = [one.until, other.until].filter((until) => until !== null);
  const since = one.since > other.since ? one.since : other.since;
  const until = ends.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
  return until !== null && until < since ? undefined : { since, until };
}
