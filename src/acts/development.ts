/** Who may look at a rep's development: cycles, goals, expectations. Decided by `leading/access.ts` from the database. */
import type { CycleId, PersonId } from '../behaviours/ids.ts';
import { UserError } from '../errors.ts';
import { maySee } from '../leading/access.ts';
import type { Moment } from '../leading/access.ts';
import { findCycle } from '../store/cycles.ts';
import type { Cycle } from '../store/cycles.ts';
import type { Store } from '../store/db.ts';
import { standingOf } from '../store/standing.ts';
import type { LocalDate } from '../time/zoned.ts';

/** What is live the rep and their manager now may read; an earlier manager, a lead and everybody else may not. */
export async function mayReadDevelopment(
  store: Store,
  actingId: PersonId,
  repId: PersonId,
  from: Moment = 'live',
): Promise<boolean> {
  return maySee('development', await standingOf(store, actingId, repId, { from })) === 'all';
}

/** The same of one cycle: a closed one belongs to whoever was the manager then. */
export async function mayReadCycle(
  store: Store,
  actingId: PersonId,
  { repId, closedOn }: Pick<Cycle, 'repId' | 'closedOn'>,
): Promise<boolean> {
  return mayReadDevelopment(store, actingId, repId, momentOfDay(closedOn));
}

/** Of what is settled only the day is known. On the day on which a line began, it belongs to who came before. */
export function momentOfDay(settledOn: LocalDate | null): Moment {
  return settledOn === null ? 'live' : new Date(`${settledOn}T00:00:00.000Z`);
}

/** The cycle, if this person may read it as things stand now. */
export async function cycleFor(store: Store, actingId: PersonId, cycleId: CycleId): Promise<Cycle | undefined> {
  const cycle = await findCycle(store, cycleId);
  return cycle !== undefined && (await mayReadCycle(store, actingId, cycle)) ? cycle : undefined;
}

/** @throws UserError, the same for a cycle that isn't there and for one that isn't theirs to read */
export async function readCycle(store: Store, actingId: PersonId, cycleId: CycleId): Promise<Cycle> {
  const cycle = await cycleFor(store, actingId, cycleId);
  if (cycle === undefined)
    throw new UserError('You can’t read that development plan. Your Home tab shows what you can.');
  return cycle;
}
