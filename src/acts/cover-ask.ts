import type { PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { arrivalOf, coverOf, standsInFor } from '../leading/ask-lifecycle.ts';
import { recordStep, stepsOf } from '../store/asks.ts';
import type { Ask } from '../store/asks.ts';
import { recordAudit } from '../store/audit.ts';
import type { Store } from '../store/db.ts';
import { linesAbove } from '../store/lines-near.ts';
import { loadPeopleAtWork } from '../store/organisation.ts';
import type { Organisation } from '../store/organisation.ts';
import type { ReportingLine } from '../store/reporting-lines.ts';
import { refreshMessages, sendCard, sendNews, sendWaiting } from './tell-of-ask.ts';

/**
 * An ask that nobody took goes at once to a stand-in or the lead while its holder is away; the rep is told who has it. Where nobody
 * is there it waits, and the rep is told that, once. Call it in a transaction.
 * @returns everybody concerned, for their Home tabs; nobody if it stays where it is
 */
export async function coverIfAway(
  context: Pick<Context, 'newId'>,
  store: Store,
  ask: Pick<Ask, 'id' | 'repId' | 'managerId' | 'holderId' | 'state'>,
  now: Date,
): Promise<readonly number[]> {
  if (ask.state !== 'open') return [];
  const steps = await stepsOf(store, ask.id);
  const standingInFor = standsInFor(steps);
  const { organisation, lines } = await loadAroundAsk(store, ask, standingInFor);
  if (!isAway(organisation, ask.holderId, now)) return [];
  const holderId = coverOf(
    { ...ask, standingInFor },
    lines,
    (personId) => organisation.standInOf(personId),
    (personId) => isHere(organisation, personId, now),
  );
  if (holderId === undefined) {
    const arrivalId = arrivalOf(steps)?.id ?? 0;
    await sendCard(context, store, ask, arrivalId, now);
    const isNews = await sendWaiting(context, store, ask, arrivalId, now);
    return isNews ? [ask.repId, ask.holderId] : [];
  }
  const actorId = standingInFor ?? ask.holderId;
  const step = { step: 'covered', actorId, until: null, text: null } as const;
  const stepId = await recordStep(store, ask.id, { state: ask.state, holderId, takenUntil: null }, step, now);
  const event = { actorId: null, event: 'ask.covered', subjectKind: 'ask', subjectId: ask.id };
  await recordAudit(store, { ...event, details: { from: ask.holderId, to: holderId } }, now);
  const concerned = [ask.managerId, ask.holderId, holderId, actorId];
  await refreshMessages(store, ask, concerned, await stepsOf(store, ask.id));
  await sendCard(context, store, { id: ask.id, holderId }, stepId, now);
  await sendNews(context, store, ask, stepId, now);
  return [...new Set([ask.repId, ...concerned])];
}

/** Whom an ask can concern: the rep, who has it, for whom they stand in, those above each of them, and their stand-ins. */
export async function loadAroundAsk(
  store: Store,
  { repId, holderId }: Pick<Ask, 'repId' | 'holderId'>,
  standingInFor?: number,
): Promise<{ readonly organisation: Organisation; readonly lines: readonly ReportingLine[] }> {
  const concerned = [repId, holderId, ...(standingInFor === undefined ? [] : [standingInFor])];
  const lines = await linesAbove(store, concerned);
  const ids = new Set([...concerned, ...lines.map(({ managerId }) => managerId)]);
  const organisation = await loadPeopleAtWork(store, [...ids]);
  const standIns = [...ids].flatMap((id) => organisation.standInOf(id) ?? []).filter((id) => !ids.has(id));
  return {
    lines,
    organisation: standIns.length === 0 ? organisation : await loadPeopleAtWork(store, [...ids, ...standIns]),
  };
}

/** Who is here, and when they are away. */
type AskCircle = Pick<Organisation, 'people' | 'isOut'>;

/** Works here, can be written to, and isn't away. */
export function isHere(organisation: AskCircle, personId: PersonId, now: Date): boolean {
  const person = organisation.people.get(personId);
  return person?.leftOn === null && person.slackUserId !== null && !organisation.isOut(person, now);
}

/** Has left, or is away by their status or their own days off. */
export function isAway(organisation: AskCircle, personId: PersonId, now: Date): boolean {
  const person = organisation.people.get(personId);
  return person === undefined || person.leftOn !== null || organisation.isOut(person, now);
}
