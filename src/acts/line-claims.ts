/** Somebody says that somebody reports to somebody: asked of whoever may say yes, and drawn only then. */
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { claimDays, decidersOf, goesUp, mayDecide } from '../leading/claims.ts';
import type { Above, Claim, ClaimState } from '../leading/claims.ts';
import { checkLine } from '../leading/roles.ts';
import type { Line } from '../leading/roles.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { addClaim, findClaim, newestClaim, settleClaim, waitingClaims } from '../store/line-claims.ts';
import type { LineClaim } from '../store/line-claims.ts';
import { takeFromOutbox } from '../store/outbox-withdrawal.ts';
import { wantRefresh, wasWritten } from '../store/outbox.ts';
import { admins, findPeople, findPerson } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { managerIdOf, setManager } from '../store/reporting-lines.ts';
import { followReportingLines } from './follow-reporting-lines.ts';
import { localDayOf } from './local-day.ts';
import { say } from './say.ts';
import { tellLines } from './tell-lines.ts';

const millisecondsPerDay = 86_400_000;

/** Who is above somebody now and is still here. */
export async function aboveOf(store: Store, personId: number): Promise<Above> {
  const managerId = await managerIdOf(store, personId);
  const leadId = managerId === undefined ? undefined : await managerIdOf(store, managerId);
  const here = new Set(
    (
      await findPeople(
        store,
        [managerId, leadId].filter((id) => id !== undefined),
      )
    )
      .filter(({ leftOn }) => leftOn === null)
      .map(({ id }) => id),
  );
  const ifHere = (id: number | undefined) => (id !== undefined && here.has(id) ? id : undefined);
  return { managerId: ifHere(managerId), leadId: ifHere(leadId) };
}

/**
 * Asks whoever may say yes. Call it in a transaction.
 * @returns `confirmed` where the other one said the same before and waits for this one's yes; `refused` where a no is still fresh
 */
export async function claimLine(
  context: Pick<Context, 'newId'>,
  store: Store,
  acting: Person,
  line: Line,
  now: Date,
): Promise<'asked' | 'waiting' | 'confirmed' | 'refused'> {
  const claim: Claim = { ...line, claimedBy: acting.id };
  const before = await newestClaim(store, line);
  if (before?.state === 'waiting') {
    if (before.claimedBy === acting.id || !mayDecide(before, await aboveOf(store, line.personId), acting))
      return 'waiting';
    await confirm(context, store, acting, before, now);
    return 'confirmed';
  }
  if (before?.state === 'refused' && before.claimedBy === acting.id && isFresh(before, now)) return 'refused';
  const fromManagerId = (await managerIdOf(store, line.personId)) ?? null;
  if (goesUp(claim)) await withdrawOthersOf(store, acting, now);
  const id = await addClaim(store, { ...claim, fromManagerId }, now);
  await audit(store, acting.id, 'reporting-line.claimed', { ...claim, id }, now);
  await sendQuestions(context, store, { ...claim, id }, now);
  return 'asked';
}

/** Asks each of those who decide as things stand now, once. */
async function sendQuestions(
  context: Pick<Context, 'newId'>,
  store: Store,
  claim: Claim & Pick<LineClaim, 'id'>,
  now: Date,
): Promise<void> {
  const { id } = claim;
  for (const recipientId of await askedOf(store, claim))
    await say(
      context,
      store,
      { occurrenceKey: questionKey(id, recipientId), kind: 'line-question', recipientId, subject: { claim: id } },
      now,
    );
}

/** Whoever decides and can be written to; the admins where nobody of them can. */
async function askedOf(store: Store, claim: Claim): Promise<number[]> {
  const deciders = await findPeople(store, decidersOf(claim, await aboveOf(store, claim.personId)));
  const reachable = deciders.filter((person) => isReachable(person) && person.id !== claim.claimedBy);
  return (reachable.length > 0 ? reachable : (await admins(store)).filter(isReachable)).map(({ id }) => id);
}

function isReachable({ slackUserId, leftOn }: Person): boolean {
  return slackUserId !== null && leftOn === null;
}

/** One at a time: who names another lead doesn't mean the first one any more. */
async function withdrawOthersOf(store: Store, acting: Person, now: Date): Promise<void> {
  for (const claim of await waitingClaims(store))
    if (claim.claimedBy === acting.id && goesUp(claim)) await settle(store, claim, 'withdrawn', acting.id, now);
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
  const concerned = await writing(context.store, async (store) => {
    const claim = await findClaim(store, claimId);
    if (claim === undefined) throw new UserError(notYours);
    if (claim.state !== 'waiting') return answeredBefore(store, acting, claim);
    if (!mayDecide(claim, await aboveOf(store, claim.personId), acting)) {
      if (await isOvertaken(store, claim)) await overtake(context, store, claim, now);
      if (await wasAsked(store, claim, acting)) return concernedBy(claim);
      throw new UserError(notYours);
    }
    if (await isOvertaken(store, claim)) await overtake(context, store, claim, now);
    else if (answer === 'no') {
      await settle(store, claim, 'refused', acting.id, now);
      await tellClaimant(context, store, claim, now);
      await audit(store, acting.id, 'reporting-line.refused', claim, now);
    } else return confirm(context, store, acting, claim, now);
    return concernedBy(claim);
  });
  context.deliverSoon();
  return concerned;
}

const notYours =
  'That isn’t yours to answer, or not any more, so nothing was changed. Your Home tab shows what waits for you.';

async function answeredBefore(store: Store, acting: Person, claim: LineClaim): Promise<readonly number[]> {
  if (claim.decidedBy === acting.id) return [];
  const mayKnow =
    (await wasAsked(store, claim, acting)) || mayDecide(claim, await aboveOf(store, claim.personId), acting);
  throw new UserError(mayKnow ? settledWords[claim.state] : notYours);
}

const settledWords: Readonly<Record<ClaimState, string>> = {
  waiting: '',
  confirmed: 'Somebody else has said yes already, so nothing was changed.',
  refused: 'Somebody else has said no already, so nothing was changed.',
  withdrawn: 'The question was taken back, so there is nothing to answer.',
  lapsed: 'The question has run out, so nothing was changed. It can be asked again.',
  overtaken: 'That has changed meanwhile, so nothing was changed. It can be asked again.',
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
  if (manager === undefined || !(await settle(store, claim, 'confirmed', acting.id, now))) return [];
  await setManager(store, personId, managerId, await localDayOf(store, manager, now), isOwn ? 'confirmed' : 'admin');
  await audit(store, acting.id, 'reporting-line.changed', claim, now);
  const told = await tellLines(context, store, now);
  const moved = await followReportingLines(context, store, acting.id, now);
  const others = await closeOldClaims(context, store, now);
  return [...concernedBy(claim), ...told, ...moved, ...others];
}

/** @throws UserError unless it is the acting person's own */
export async function withdrawClaim(context: Context, acting: Person, claimId: number): Promise<readonly number[]> {
  const now = context.clock();
  const concerned = await writing(context.store, async (store) => {
    const claim = await findClaim(store, claimId);
    if (claim?.claimedBy !== acting.id) throw new UserError('That isn’t yours to take back, so nothing was changed.');
    if (await settle(store, claim, 'withdrawn', acting.id, now))
      await audit(store, acting.id, 'reporting-line.withdrawn', claim, now);
    return [...concernedBy(claim), ...(await askedOf(store, claim))];
  });
  context.deliverSoon();
  return concerned;
}

/**
 * Closes what nobody answered in time, and what is about somebody who has left or has another manager by now; whoever claimed it hears. What
 * waits on is asked of whoever has come to decide it.
 * @returns everybody concerned
 */
export async function closeOldClaims(
  context: Pick<Context, 'newId'>,
  outer: Store,
  now: Date,
): Promise<readonly number[]> {
  const concerned: number[] = [];
  for (const claim of await waitingClaims(outer))
    await writing(outer, async (store) => {
      if (await isOvertaken(store, claim)) await overtake(context, store, claim, now);
      else if (isFresh(claim, now)) return sendQuestions(context, store, claim, now);
      else if (await settle(store, claim, 'lapsed', null, now)) await tellClaimant(context, store, claim, now);
      concerned.push(...concernedBy(claim));
    });
  return concerned;
}

function isFresh(claim: LineClaim, now: Date): boolean {
  return now.getTime() - (claim.decidedAt ?? claim.claimedAt).getTime() < claimDays * millisecondsPerDay;
}

/** One of the two has left, the person has another manager now, or the line would be a circle. */
async function isOvertaken(store: Store, claim: LineClaim): Promise<boolean> {
  const people = await findPeople(store, [claim.personId, claim.managerId]);
  if (people.length < 2 || people.some(({ leftOn }) => leftOn !== null)) return true;
  if (((await managerIdOf(store, claim.personId)) ?? null) !== claim.fromManagerId) return true;
  return isCircle(claim, await linesAbove(store, claim.managerId));
}

function isCircle({ personId, managerId }: Line, lines: readonly Line[]): boolean {
  try {
    checkLine({ personId, managerId }, lines, String);
    return false;
  } catch (error) {
    if (error instanceof UserError) return true;
    throw error;
  }
}

/** The lines from somebody up to the top. */
async function linesAbove(store: Store, personId: number): Promise<Line[]> {
  const lines: Line[] = [];
  for (let below = personId; ;) {
    const managerId = await managerIdOf(store, below);
    if (managerId === undefined || lines.some((line) => line.personId === below)) return lines;
    lines.push({ personId: below, managerId });
    below = managerId;
  }
}

async function overtake(context: Pick<Context, 'newId'>, store: Store, claim: LineClaim, now: Date): Promise<void> {
  if (!(await settle(store, claim, 'overtaken', null, now))) return;
  // What was claimed is so, whoever said it: there is nothing to tell.
  if ((await managerIdOf(store, claim.personId)) !== claim.managerId) await tellClaimant(context, store, claim, now);
}

async function settle(
  store: Store,
  claim: LineClaim,
  state: Exclude<ClaimState, 'waiting'>,
  actorId: number | null,
  now: Date,
): Promise<boolean> {
  if (!(await settleClaim(store, claim.id, state, actorId, now))) return false;
  await takeFromOutbox(store, 'line-question', { claim: claim.id });
  await wantRefresh(store, 'line-question', { claim: claim.id });
  return true;
}

async function tellClaimant(context: Pick<Context, 'newId'>, store: Store, claim: LineClaim, now: Date): Promise<void> {
  const message = { kind: 'line-answer', recipientId: claim.claimedBy, subject: { claim: claim.id } };
  await say(context, store, { occurrenceKey: `line-answer|${claim.id}`, ...message }, now);
}

function concernedBy({ personId, managerId, claimedBy, fromManagerId }: LineClaim): number[] {
  return [personId, managerId, claimedBy, ...(fromManagerId === null ? [] : [fromManagerId])];
}

function questionKey(claimId: number, recipientId: number): string {
  return `line-question|${claimId}|${recipientId}`;
}

function audit(store: Store, actorId: number, event: string, claim: Claim & { readonly id: number }, now: Date) {
  const details = { manager: claim.managerId, claim: claim.id };
  return recordAudit(store, { actorId, event, subjectKind: 'person', subjectId: claim.personId, details }, now);
}
