/** Promises whose maker, or to whom they were made, has left. */
import type { PersonId } from '../behaviours/ids.ts';
import { keeperOf } from '../behaviours/keeper.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { About } from './about.ts';
import { oneOf } from './db.ts';
import type { Store } from './db.ts';

/** Open promises by, to or with one of these, to people who are here, of which the wrong one is the keeper, with who has to be: the rep's manager, once its maker has left. */
export async function promisesToHandOn(
  store: Store,
  about: About,
): Promise<
  { id: number; repId: PersonId; managerId: PersonId; holderId: PersonId | null; keeperId: PersonId | null }[]
> {
  let open = store.database
    .selectFrom('promise')
    .innerJoin('person as maker', 'maker.id', 'promise.managerId')
    .innerJoin('person as rep', 'rep.id', 'promise.repId')
    .leftJoin('person as holder', 'holder.id', 'promise.holderId')
    .leftJoin('reportingLine', (join) =>
      join.onRef('reportingLine.personId', '=', 'promise.repId').on('reportingLine.endedOn', 'is', null),
    )
    .leftJoin('person as manager', 'manager.id', 'reportingLine.managerId')
    .select(['promise.id', 'promise.repId', 'promise.managerId', 'promise.holderId'])
    .select(['maker.leftOn as makerLeftOn', 'holder.leftOn as holderLeftOn', 'reportingLine.managerId as nowId'])
    .select('manager.leftOn as managerLeftOn')
    .where('promise.workspaceId', '=', store.workspaceId)
    .where('promise.state', '=', 'open')
    .where('rep.leftOn', 'is', null)
    .where((where) => where.or([where('maker.leftOn', 'is not', null), where('promise.holderId', 'is not', null)]))
    .orderBy('promise.id');
  if (about !== 'everybody')
    open = open.where((where) =>
      where.or([
        where('promise.managerId', 'in', oneOf(about)),
        where('promise.repId', 'in', oneOf(about)),
        where('promise.holderId', 'in', oneOf(about)),
      ]),
    );
  const rows = await open.execute();
  return rows.flatMap(({ makerLeftOn, holderLeftOn, nowId, managerLeftOn, ...promise }) => {
    const { holderId, managerId } = promise;
    const managerNow = managerLeftOn === null ? nowId : null;
    const isBack = makerLeftOn === null && (managerNow === managerId || holderLeftOn !== null);
    // What was given to a successor stays with them, also when its maker comes back.
    const keeperId = isBack ? null : makerLeftOn === null ? holderId : (managerNow ?? holderId);
    return keeperId === holderId ? [] : [{ ...promise, keeperId }];
  });
}

/** Somebody else keeps it from now on; null gives it back to who made it. */
export async function setPromiseHolder(store: Store, id: number, holderId: PersonId | null): Promise<void> {
  await store.database
    .updateTable('promise')
    .set({ holderId })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .execute();
}

/**
 * What was promised to somebody who has left can't be kept any more. One to a whole team is settled with the others.
 * @returns who had to keep each
 */
export async function dropPromisesTo(store: Store, repId: PersonId, on: LocalDate): Promise<number[]> {
  const rows = await store.database
    .updateTable('promise')
    .set({ state: 'dropped', settledOn: on })
    .where('workspaceId', '=', store.workspaceId)
    .where('repId', '=', repId)
    .where('state', '=', 'open')
    .where('pulseId', 'is', null)
    .returning(['managerId', 'holderId'])
    .execute();
  return rows.map(keeperOf);
}
