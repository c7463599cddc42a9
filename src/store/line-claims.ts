import type { PersonId } from '../behaviours/ids.ts';
import type { Claim, ClaimState } from '../leading/claims.ts';
import type { Store } from './db.ts';

export interface LineClaim extends Claim {
  readonly id: number;
  readonly fromManagerId: PersonId | null;
  readonly state: ClaimState;
  readonly claimedAt: Date;
  readonly decidedAt: Date | null;
  readonly decidedBy: PersonId | null;
}

/** @returns the new claim's id */
export async function addClaim(
  store: Store,
  claim: Claim & Pick<LineClaim, 'fromManagerId'>,
  now: Date,
): Promise<number> {
  const { personId, managerId, claimedBy, fromManagerId } = claim;
  const row = await store.database
    .insertInto('lineClaim')
    .values({
      workspaceId: store.workspaceId,
      personId,
      managerId,
      claimedBy,
      fromManagerId,
      state: 'waiting',
      claimedAt: now.toISOString(),
      decidedAt: null,
      decidedBy: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function findClaim(store: Store, id: number): Promise<LineClaim | undefined> {
  const row = await select(store).where('id', '=', id).executeTakeFirst();
  return row && toClaim(row);
}

/** Those that wait for an answer, oldest first. */
export async function waitingClaims(store: Store): Promise<LineClaim[]> {
  return (await select(store).where('state', '=', 'waiting').orderBy('id').execute()).map(toClaim);
}

/** The newest one between these two, however it ended. */
export async function newestClaim(
  store: Store,
  { personId, managerId }: Pick<Claim, 'personId' | 'managerId'>,
): Promise<LineClaim | undefined> {
  const row = await select(store)
    .where('personId', '=', personId)
    .where('managerId', '=', managerId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toClaim(row);
}

/** @returns false if it was settled before */
export async function settleClaim(
  store: Store,
  id: number,
  state: Exclude<ClaimState, 'waiting'>,
  decidedBy: PersonId | null,
  now: Date,
): Promise<boolean> {
  const result = await store.database
    .updateTable('lineClaim')
    .set({ state, decidedBy, decidedAt: now.toISOString() })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

function select(store: Store) {
  return store.database.selectFrom('lineClaim').selectAll().where('workspaceId', '=', store.workspaceId);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

function toClaim({ workspaceId: _workspace, ...row }: Row): LineClaim {
  return {
    ...row,
    claimedAt: new Date(row.claimedAt),
    decidedAt: row.decidedAt === null ? null : new Date(row.decidedAt),
  };
}
