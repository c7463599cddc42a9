import type { PersonId } from '../behaviours/ids.ts';
import { linesNear } from '../store/lines-near.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { checkNaming, isLeadOf } from '../leading/naming.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { confirmLine, lineOf } from '../store/held-lines.ts';
import type { OrphanLine } from '../store/held-lines.ts';
import { findPeople, findPerson } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { setManager } from '../store/reporting-lines.ts';
import type { LineSource } from '../store/tables.ts';
import { awayForGood } from './away-for-good.ts';
import { followReportingLines } from './follow-reporting-lines.ts';
import { localDayOf } from './local-day.ts';
import { refreshShown } from './tell-of-departures.ts';
import { welcomeRep } from './welcome-rep.ts';

export interface NamedManager {
  readonly actorId: PersonId;
  /** Whose manager is named. */
  readonly repIds: readonly PersonId[];
  readonly managerId: PersonId;
}

/**
 * Whoever holds people for somebody who has left says who manages them from now on; so does the lead of a manager who is away for
 * good, and an admin. Asks and promises go along. One of several who is named stays with whoever holds them, and has the others.
 * @returns everybody concerned, for their Home tabs; nobody where it was so already
 * @throws UserError for people who aren't theirs to give, a manager who has left, or a line that makes a circle
 */
export async function nameManager(
  context: Pick<Context, 'newId'>,
  outer: Store,
  input: NamedManager,
  now: Date,
): Promise<readonly number[]> {
  return nameManagers(context, outer, { actorId: input.actorId, named: [input] }, now);
}

/** The same for several managers at once: all of it, or nothing. */
export async function nameManagers(
  context: Pick<Context, 'newId'>,
  outer: Store,
  input: { readonly actorId: PersonId; readonly named: readonly Omit<NamedManager, 'actorId'>[] },
  now: Date,
): Promise<readonly number[]> {
  return writing(outer, async (store) => {
    const acting = await findPerson(store, input.actorId);
    if (acting?.leftOn !== null) throw new UserError('The roster says you’ve left, so nothing changed.');
    const changed: number[] = [];
    for (const { repIds, managerId } of input.named)
      changed.push(...(await nameOne(context, store, acting, { repIds, managerId }, now)));
    if (changed.length === 0) return [];
    const followed = await followReportingLines(context, store, changed, acting.id, now);
    await refreshShown(store, [acting.id, ...changed]);
    return [...new Set([acting.id, ...changed, ...followed])];
  });
}

async function nameOne(
  context: Pick<Context, 'newId'>,
  store: Store,
  acting: Person,
  { repIds, managerId }: Omit<NamedManager, 'actorId'>,
  now: Date,
): Promise<number[]> {
  const manager = await findPerson(store, managerId);
  if (manager?.leftOn !== null)
    throw new UserError(`${manager?.name ?? 'That person'} has left. Choose someone who’s here.`);
  const reps = await findPeople(store, [...new Set(repIds)]);
  const found = new Map<number, OrphanLine | undefined>();
  for (const { id } of reps) found.set(id, await lineOf(store, id));
  const wanted = reps
    .filter(({ id, leftOn }) => leftOn === null && !isSettled(found.get(id), managerId))
    .map(({ id }) => id);
  if (wanted.length === 0) return [];
  const names = new Map([...reps, manager, acting].map(({ id, name }) => [id, name]));
  const lines = await linesNear(store, [acting.id, managerId, ...wanted]);
  const theirs = new Set<number>();
  for (const id of wanted) if (await isTheirs(store, acting.id, found.get(id), now)) theirs.add(id);
  const { toManager, staying } = checkNaming(
    { actorId: acting.id, isAdmin: acting.isAdmin, repIds: wanted, managerId, theirs },
    lines,
    (id) => names.get(id) ?? 'That person',
  );
  const on = await localDayOf(store, manager, now);
  const sourceOf = (id: number): LineSource => (theirs.has(id) ? 'confirmed' : 'admin');
  for (const id of toManager) {
    if (!(await setManager(store, id, managerId, on, sourceOf(id)))) await confirmLine(store, id, sourceOf(id));
    await audit(store, acting, id, managerId, now);
    await welcomeRep(context, store, id, now);
  }
  // Who leads the others now is with whoever held all of them; where nobody did, nothing is known of it.
  for (const id of staying) if (found.get(id)?.source === 'held') await confirmLine(store, id, sourceOf(id));
  return [managerId, ...wanted, ...wanted.flatMap((id) => found.get(id)?.managerId ?? [])];
}

/** Reports to that manager, and not just for now. */
function isSettled(line: OrphanLine | undefined, managerId: PersonId): boolean {
  return line?.managerId === managerId && line.source !== 'held';
}

async function isTheirs(store: Store, actorId: PersonId, line: OrphanLine | undefined, now: Date): Promise<boolean> {
  if (line === undefined) return false;
  if (line.source === 'held' && line.managerId === actorId) return true;
  const isLead = isLeadOf(actorId, line.personId, await linesNear(store, [line.personId]));
  return isLead && (await awayForGood(store, line.managerId, now)) !== undefined;
}

async function audit(store: Store, acting: Person, subjectId: number, managerId: PersonId, now: Date): Promise<void> {
  const event = { actorId: acting.id, event: 'reporting-line.changed', subjectKind: 'person', subjectId };
  await recordAudit(store, { ...event, details: { manager: managerId } }, now);
}
