/** What a manager does about a deal that the data show as blocked: each is one transaction, answers the nudge, and the rep hears of it. */
import type { CompanyObstacle } from '../behaviours/company-obstacles.ts';
import type { NudgeId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { bookableStates, pausableStates } from '../leading/nudge-answer.ts';
import { addAsk } from '../store/asks.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { findDeal, quietDeal } from '../store/deals.ts';
import type { Deal } from '../store/deals.ts';
import { receiveOnce } from '../store/inbound.ts';
import { answerNudge } from '../store/nudges.ts';
import type { Nudge } from '../store/nudges.ts';
import type { Person } from '../store/people.ts';
import { addPromise } from '../store/promises.ts';
import { managerIdOf } from '../store/reporting-lines.ts';
import type { LocalDate } from '../time/zoned.ts';
import { auditAnswer } from './answer-nudge.ts';
import { localDayOf } from './local-day.ts';
import { ownNudge, ownReport } from './own.ts';
import { checkDay, tellOfPromise } from './promises.ts';
import { oneRhythmFrom } from './quiet-deal.ts';
import { refreshMessagesOf } from './refresh.ts';
import { takeStep } from './step-ask.ts';
import { wordsOf } from './typed-words.ts';

/** A nudge about a deal that the data show as blocked. */
export interface IdleDeal {
  readonly nudge: Nudge;
  readonly deal: Deal;
  readonly rep: Person;
}

/**
 * The deal of a nudge of the acting person, as it is now.
 * @throws UserError if it isn't theirs, isn't about such a deal, or the deal went to somebody else meanwhile
 */
export async function idleDealOf(store: Store, acting: Person, nudgeId: NudgeId): Promise<IdleDeal> {
  const nudge = await ownNudge(store, acting, nudgeId);
  const isAboutDeal = nudge.behaviour === 'blocked-deal' && nudge.askId === null;
  const deal = isAboutDeal && nudge.dealId !== null ? await findDeal(store, nudge.dealId) : undefined;
  if (deal === undefined) throw new UserError('That nudge isn’t about a deal, so nothing changed.');
  if (deal.ownerId === null || deal.ownerId !== nudge.repId)
    throw new UserError('That deal now belongs to someone else, so nothing changed.');
  return { nudge, deal, rep: await ownReport(store, acting, deal.ownerId) };
}

/**
 * "I'll remove it, by …": a promise to the rep. The deal comes up no more before that day.
 * @param input `dueOn` is the manager's local day, today or later
 * @returns who is concerned, for their Home tabs; nobody if this came in before
 * @throws UserError, FieldError for a strange or answered nudge, no words, a day in the past
 */
export async function promiseToRemove(
  context: Context,
  acting: Person,
  input: { readonly nudgeId: NudgeId; readonly text: string; readonly dueOn: LocalDate; readonly once: string },
): Promise<readonly number[]> {
  return answering(context, acting, input, 'remove', async (tx, { deal, rep }, now) => {
    const text = wordsOf('text', input.text, 'Say in a sentence what you’ll do.');
    const madeOn = await localDayOf(tx, acting, now);
    checkDay(input.dueOn, madeOn);
    const promise = { managerId: acting.id, repId: rep.id, text, madeOn, dueOn: input.dueOn, dealId: deal.id };
    const id = await addPromise(tx, promise, now);
    await tellOfPromise(context, tx, { id, repId: rep.id }, now);
    await quietDeal(tx, deal.id, input.dueOn);
    const event = { actorId: acting.id, event: 'promise.made', subjectKind: 'promise', subjectId: id };
    await recordAudit(tx, { ...event, details: { deal: deal.id } }, now);
    return [acting.id, rep.id];
  });
}

/**
 * "To my lead": what blocks the deal becomes an ask in the rep's name, in the manager's words, and lies with the lead. The rep
 * follows it like one of their own, and says in the end whether the deal moves.
 * @throws UserError, FieldError for a strange or answered nudge, no words, nobody above
 */
export async function takeDealToLead(
  context: Context,
  acting: Person,
  input: {
    readonly nudgeId: NudgeId;
    readonly text: string;
    /** If our own company stands in the way: what exactly. */
    readonly companyObstacle: CompanyObstacle | null;
    readonly once: string;
  },
): Promise<readonly number[]> {
  return answering(context, acting, input, 'to-lead', async (tx, { deal, rep }, now) => {
    const text = wordsOf('text', input.text, 'Say in a sentence what’s blocking it and how your lead can help.');
    await leadAbove(tx, acting);
    const { companyObstacle } = input;
    const askId = await addAsk(
      tx,
      {
        repId: rep.id,
        managerId: acting.id,
        askedBy: acting.id,
        kind: 'blocked-deal',
        obstacle: companyObstacle === null ? null : 'company',
        companyObstacle,
        dealId: deal.id,
        neededBy: null,
        text,
        askedOn: await localDayOf(tx, rep, now),
      },
      now,
    );
    const event = { actorId: acting.id, event: 'ask.asked', subjectKind: 'ask', subjectId: askId };
    await recordAudit(tx, { ...event, details: { kind: 'blocked-deal', manager: acting.id } }, now);
    const concerned = await takeStep(context, tx, acting, { askId, step: 'handed' }, now);
    await quietDeal(tx, deal.id, await oneRhythmFrom(context, tx, acting, now));
    return concerned;
  });
}

/**
 * "Not blocked": neither the nudge nor the deal comes back before one rhythm has passed. The second press changes nothing.
 * @throws UserError if the nudge is somebody else's, or about no deal of theirs
 */
export async function sayNotBlocked(context: Context, acting: Person, nudgeId: NudgeId): Promise<void> {
  const now = context.clock();
  await writing(context.store, async (tx) => {
    const { nudge, deal } = await idleDealOf(tx, acting, nudgeId);
    const quietUntil = await oneRhythmFrom(context, tx, acting, now);
    if (!(await answerNudge(tx, nudge.id, { state: 'not-needed', quietUntil, from: pausableStates }, now))) return;
    await quietDeal(tx, deal.id, quietUntil);
    await auditAnswer(tx, acting, nudge, 'not-blocked', now);
    await refreshMessagesOf(tx, [nudge]);
  });
}

/** @throws UserError if nobody is above the manager */
export async function leadAbove(store: Store, acting: Person): Promise<number> {
  const leadId = await managerIdOf(store, acting.id);
  if (leadId === undefined) throw new UserError('I don’t know who your lead is. Name them with /firstline team.');
  return leadId;
}

/** Answers the nudge once, with whatever that means for the deal. */
async function answering(
  context: Context,
  acting: Person,
  input: { readonly nudgeId: NudgeId; readonly once: string },
  answer: string,
  work: (tx: Store, idle: IdleDeal, now: Date) => Promise<readonly number[]>,
): Promise<readonly number[]> {
  const now = context.clock();
  return writing(context.store, async (tx) => {
    if (!(await receiveOnce(tx, input.once, now))) return [];
    const idle = await idleDealOf(tx, acting, input.nudgeId);
    if (!(await answerNudge(tx, idle.nudge.id, { state: 'done', from: bookableStates }, now)))
      throw new UserError('This was already answered. The message has the latest.');
    const result = await work(tx, idle, now);
    await auditAnswer(tx, acting, idle.nudge, answer, now);
    await refreshMessagesOf(tx, [idle.nudge]);
    return result;
  });
}
