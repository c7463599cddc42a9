/** What becomes of a claimed reporting line: who is asked, and how it ends without an answer. */
import type { PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { claimDays, decidersOf } from '../leading/claims.ts';
import type { Above, Claim, ClaimState } from '../leading/claims.ts';
import { checkLine } from '../leading/roles.ts';
import type { Line } from '../leading/roles.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { settleClaim, waitingClaims } from '../store/line-claims.ts';
import type { LineClaim } from '../store/line-claims.ts';
import { takeFromOutbox } from '../store/outbox-withdrawal.ts';
import { admins, findPeople } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { managerIdOf } from '../store/reporting-lines.ts';
import { say } from './say.ts';
import { refreshAbout } from './refresh.ts';

const millisecondsPerDay = 86_400_000;

/** Who is above somebody now and is still here. */
export async function aboveOf(store: Store, personId: PersonId): Promise<Above> {
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

/** Asks each of those who decide as things stand now, once. @returns whoever wasn't asked before */
export async function sendQuestions(
  context: Pick<Context, 'newId'>,
  store: Store,
  claim: Claim & Pick<LineClaim, 'id'>,
  now: Date,
): Promise<number[]> {
  const { id } = claim;
  const asked: number[] = [];
  for (const recipientId of await askedOf(store, claim)) {
    const question = { kind: 'line-question', recipientId, subject: { claim: id } } as const;
    if (await say(context, store, { occurrenceKey: questionKey(id, recipientId), ...question }, now))
      asked.push(recipientId);
  }
  return asked;
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
      else if (isFresh(claim, now)) return void concerned.push(...(await sendQuestions(context, store, claim, now)));
      else if (await settle(store, claim, 'lapsed', null, now)) await tellClaimant(context, store, claim, now);
      concerned.push(...(await concernedBy(store, claim)));
    });
  return concerned;
}

/** Said, or answered, within the days for which it counts. */
export function isFresh(claim: LineClaim, now: Date): boolean {
  return now.getTime() - (claim.decidedAt ?? claim.claimedAt).getTime() < claimDays * millisecondsPerDay;
}

/** One of the two has left, the person has another manager now, or the line would be a circle. */
export async function isOvertaken(store: Store, claim: LineClaim): Promise<boolean> {
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
async function linesAbove(store: Store, personId: PersonId): Promise<Line[]> {
  const lines: Line[] = [];
  for (let below = personId; ;) {
    const managerId = await managerIdOf(store, below);
    if (managerId === undefined || lines.some((line) => line.personId === below)) return lines;
    lines.push({ personId: below, managerId });
    below = managerId;
  }
}

/** It is about what is no longer so: whoever claimed it hears. */
export async function overtake(
  context: Pick<Context, 'newId'>,
  store: Store,
  claim: LineClaim,
  now: Date,
): Promise<void> {
  if (!(await settle(store, claim, 'overtaken', null, now))) return;
  // What was claimed is so, whoever said it: there is nothing to tell.
  if ((await managerIdOf(store, claim.personId)) !== claim.managerId) await tellClaimant(context, store, claim, now);
}

/** @returns false if it was settled before */
export async function settle(
  store: Store,
  claim: LineClaim,
  state: Exclude<ClaimState, 'waiting'>,
  actorId: PersonId | null,
  now: Date,
): Promise<boolean> {
  if (!(await settleClaim(store, claim.id, state, actorId, now))) return false;
  await takeFromOutbox(store, 'line-question', { claim: claim.id });
  await refreshAbout(store, 'claim', { claim: claim.id });
  return true;
}

/** Tells whoever claimed it what became of it. */
export async function tellClaimant(
  context: Pick<Context, 'newId'>,
  store: Store,
  claim: LineClaim,
  now: Date,
): Promise<void> {
  const message = { kind: 'line-answer', recipientId: claim.claimedBy, subject: { claim: claim.id } } as const;
  await say(context, store, { occurrenceKey: `line-answer|${claim.id}`, ...message }, now);
}

/** Those whose Home tab shows it as things stand now: whom it is about, who claimed it, and who may say yes. */
export async function concernedBy(store: Store, claim: Claim & Pick<LineClaim, 'fromManagerId'>): Promise<number[]> {
  const { personId, managerId, claimedBy, fromManagerId } = claim;
  const deciders = [...decidersOf(claim, await aboveOf(store, personId)), ...(await askedOf(store, claim))];
  return [personId, managerId, claimedBy, ...(fromManagerId === null ? [] : [fromManagerId]), ...deciders];
}

/** Of the question to one person, in the outbox. */
export function questionKey(claimId: number, recipientId: PersonId): string {
  return `line-question|${claimId}|${recipientId}`;
}
