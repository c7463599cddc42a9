/** Somebody says that somebody reports to somebody: asked of whoever may say yes, and drawn only then. */
import type { PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { decidersOf, goesUp, mayDecide } from '../leading/claims.ts';
import type { Claim, ClaimState } from '../leading/claims.ts';
import type { Line } from '../leading/roles.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { addClaim, findClaim, newestClaim, waitingClaims } from '../store/line-claims.ts';
import type { LineClaim } from '../store/line-claims.ts';
import { wasWritten } from '../store/outbox.ts';
import { reportsBelow } from '../store/lines-near.ts';
import { findPerson } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { managerIdOf, setManager } from '../store/reporting-lines.ts';
import {
  aboveOf,
  closeOldClaims,
  concernedBy,
  isFresh,
  isOvertaken,
  overtake,
  questionKey,
  sendQuestions,
  settle,
  tellClaimant,
} from './claim-steps.ts';
import { followReportingLines } from './follow-reporting-lines.ts';
import { localDayOf } from './local-day.ts';
import { tellLines } from './tell-lines.ts';

export interface Claimed {
  /** `confirmed` where the other one said the same before and waits for this one's yes; `refused` where a no is still fresh. */
  readonly became: 'asked' | 'waiting' | 'confirmed' | 'refused';
  /** Everybody concerned, for their Home tabs. */
  readonly concerned: readonly number[];
}

/** Asks whoever may say yes. Call it in a transaction. */
export async function claimLine(
  context: Pick<Context, 'newId'>,
  store: Store,
  acting: Person,
  line: Line,
  now: Date,
): Promise<Claimed> {
  const claim: Claim = { ...line, claimedBy: acting.id };
  const before = await newestClaim(store, line);
  if (before?.state === 'waiting') {
    if (before.claimedBy === acting.id || !mayDecide(before, await aboveOf(store, line.personId), acting))
      return { became: 'waiting', concerned: [] };
    return { became: 'confirmed', concerned: await confirm(context, store, acting, before, now) };
  }
  if (before?.state === 'refused' && before.claimedBy === acting.id && isFresh(before, now))
    return { became: 'refused', concerned: [] };
  const fromManagerId = (await managerIdOf(store, line.personId)) ?? null;
  const withdrawn = goesUp(claim) ? await withdrawOthersOf(store, acting, now) : [];
  const id = await addClaim(store, { ...claim, fromManagerId }, now);
  await audit(store, acting.id, 'reporting-line.claimed', { ...claim, id }, now);
  await sendQuestions(context, store, { ...claim, id }, now);
  return { became: 'asked', concerned: [...withdrawn, ...(await concernedBy(store, { ...claim, fromManagerId }))] };
}

/** One at a time: who names another lead doesn't mean the first one any more. @returns everybody concerned */
async function withdrawOthersOf(store: Store, acting: Person, now: Date): Promise<readonly number[]> {
  const concerned: number[] = [];
  for (const claim of await waitingClaims(store)) {
    if (claim.claimedBy !== acting.id || !goesUp(claim)) continue;
    await settle(store, claim, 'withdrawn', acting.id, now);
    concerned.push(...(await concernedBy(store, claim)));
  }
  return concerned;
}

/**
 * Says yes or no to a claim, by whoever may as things stand now. The first answer counts; the same one again does nothing.
 * @returns everybody concerned, for their Home tabs
 * @throws UserError for everybody else, and where it was settled before
 */
export async function decideClaim(
  context: Context,
  acting: Person,
  { claimId, answer }: { readonly claimId: number; readonly answer: 'yes' | 'no' },
): Promise<readonly number[]> {
  const now = context.clock();
  return writing(context.store, async (store) => {
    const claim = await findClaim(store, claimId);
    if (claim === undefined) throw new UserError(notYours);
    if (claim.state !== 'waiting') return answeredBefore(store, acting, claim);
    if (!mayDecide(claim, await aboveOf(store, claim.personId), acting)) {
      if (await isOvertaken(store, claim)) await overtake(context, store, claim, now);
      if (await wasAsked(store, claim, acting)) return concernedBy(store, claim);
      throw new UserError(notYours);
    }
    if (await isOvertaken(store, claim)) await overtake(context, store, claim, now);
    else if (answer === 'no') {
      await settle(store, claim, 'refused', acting.id, now);
      await tellClaimant(context, store, claim, now);
      await audit(store, acting.id, 'reporting-line.refused', claim, now);
    } else return confirm(context, store, acting, claim, now);
    return concernedBy(store, claim);
  });
}

const notYours = 'That isn’t yours to answer anymore, so nothing changed. Your Home tab shows what is.';

async function answeredBefore(store: Store, acting: Person, claim: LineClaim): Promise<readonly number[]> {
  if (claim.decidedBy === acting.id) return [];
  const mayKnow =
    (await wasAsked(store, claim, acting)) || mayDecide(claim, await aboveOf(store, claim.personId), acting);
  throw new UserError(mayKnow ? settledWords[claim.state] : notYours);
}

const settledWords: Readonly<Record<ClaimState, string>> = {
  waiting: '',
  confirmed: 'Someone else already said yes, so nothing changed.',
  refused: 'Someone else already said no, so nothing changed.',
  withdrawn: 'The question was withdrawn, so there’s nothing to answer.',
  lapsed: 'That question has expired, so nothing changed. It can be asked again.',
  overtaken: 'That has changed, so there’s nothing to answer. It can be asked again.',
};

function wasAsked(store: Store, claim: LineClaim, { id }: Person): Promise<boolean> {
  return wasWritten(store, questionKey(claim.id, id));
}

/** @returns everybody concerned */
async function confirm(
  context: Pick<Context, 'newId'>,
  store: Store,
  acting: Person,
  claim: LineClaim,
  now: Date,
): Promise<readonly number[]> {
  const { personId, managerId } = claim;
  const manager = await findPerson(store, managerId);
  const isOwn = decidersOf(claim, await aboveOf(store, personId)).includes(acting.id);
  const before = await concernedBy(store, claim);
  if (manager === undefined || !(await settle(store, claim, 'confirmed', acting.id, now))) return [];
  await setManager(store, personId, managerId, await localDayOf(store, manager, now), isOwn ? 'confirmed' : 'admin');
  await audit(store, acting.id, 'reporting-line.changed', claim, now);
  const told = await tellLines(context, store, now);
  const moved = await followReportingLines(context, store, [personId, managerId, ...told], acting.id, now);
  const others = await closeOldClaims(context, store, now);
  return [...before, ...(await reportsBelow(store, [personId])), ...told, ...moved, ...others];
}

/** @throws UserError unless it is the acting person's own */
export async function withdrawClaim(context: Context, acting: Person, claimId: number): Promise<readonly number[]> {
  const now = context.clock();
  return writing(context.store, async (store) => {
    const claim = await findClaim(store, claimId);
    if (claim?.claimedBy !== acting.id) throw new UserError('That isn’t yours to undo, so nothing changed.');
    if (await settle(store, claim, 'withdrawn', acting.id, now))
      await audit(store, acting.id, 'reporting-line.withdrawn', claim, now);
    return concernedBy(store, claim);
  });
}

function audit(store: Store, actorId: PersonId, event: string, claim: Claim & { readonly id: number }, now: Date) {
  const details = { manager: claim.managerId, claim: claim.id };
  return recordAudit(store, { actorId, event, subjectKind: 'person', subjectId: claim.personId, details }, now);
}
