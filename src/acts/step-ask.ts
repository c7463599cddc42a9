import type { AskId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { FieldError, UserError } from '../errors.ts';
import { isRepeated, offersOf, standsInFor, stateAfter } from '../leading/ask-lifecycle.ts';
import type { AskStepTaken, Offers } from '../leading/ask-lifecycle.ts';
import { heardAt } from '../leading/ask-undo.ts';
import { isOverdue } from '../leading/ask-times.ts';
import { pausableStates } from '../leading/nudge-answer.ts';
import { findAsk, recordStep, stepsOf } from '../store/asks.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { receiveOnce } from '../store/inbound.ts';
import { answerNudge } from '../store/nudges.ts';
import type { Nudge } from '../store/nudges.ts';
import { findPerson } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { managerIdOf } from '../store/reporting-lines.ts';
import type { LocalDate } from '../time/zoned.ts';
import { coverIfAway } from './cover-ask.ts';
import { localDayOf } from './local-day.ts';
import { promiseOfAsk } from './promise-of-ask.ts';
import { quietBlockedDeal } from './quiet-deal.ts';
import { readAsk } from './read-ask.ts';
import type { AskWithSteps } from './read-ask.ts';
import { recentNudges } from './recent-nudges.ts';
import { refreshMessagesOf } from './refresh.ts';
import { refreshMessages, sendCard, sendNews } from './tell-of-ask.ts';

export type { AskStepTaken } from '../leading/ask-lifecycle.ts';

export interface AskStepInput {
  readonly askId: AskId;
  readonly step: AskStepTaken;
  /** With `taken`: by which day there is an answer; with `renewed`: by which day it is needed; the acting person's local day. */
  readonly until?: LocalDate;
  /** The reason of a `declined`, or what is still missing after a `reopened`. */
  readonly text?: string | null;
  /** The rep hears of it from a message of another kind. */
  readonly isToldOtherwise?: boolean;
}

/** Steps of the holder that the rep hears of, one message each. */
const heardByRep: readonly AskStepTaken[] = ['taken', 'granted', 'declined', 'done', 'handed'];

/**
 * One step of an ask: the holder answers it or takes it to their lead, or the rep confirms, reopens or withdraws it.
 * @returns everybody concerned, for their Home tabs
 * @throws UserError if the ask isn't theirs, or the step doesn't fit any more; FieldError for a field of the step's form
 */
export async function stepAsk(
  context: Context,
  acting: Person,
  /** `once` names what came in from Slack, so that it counts once. */
  input: AskStepInput & { readonly once: string },
): Promise<readonly number[]> {
  const now = context.clock();
  return writing(context.store, async (store) => {
    const { steps } = await readAsk(store, acting.id, input.askId);
    if (isRepeated(steps, stepOf(acting, input)) || !(await receiveOnce(store, input.once, now))) return [];
    return takeStep(context, store, acting, input, now);
  });
}

/**
 * The same within a transaction in which more happens, and that has made sure that it counts once.
 * @returns everybody concerned
 * @throws UserError, FieldError as `stepAsk`
 */
export async function takeStep(
  context: Pick<Context, 'newId' | 'behaviours'>,
  store: Store,
  acting: Person,
  input: AskStepInput,
  now: Date,
): Promise<readonly number[]> {
  const { ask, steps } = await readAsk(store, acting.id, input.askId);
  const step = stepOf(acting, input);
  const state = stateAfter(ask, input.step, acting.id, await offersTo(store, acting, { ask, steps }, now));
  await checkFields(store, acting, step, now);
  const holderId = input.step === 'handed' ? await leadToTakeItTo(store, acting, { ask, steps }) : ask.holderId;
  const takenUntil = input.step === 'taken' ? step.until : state === 'taken' ? ask.takenUntil : null;
  const moved = input.step === 'renewed' && step.until !== null ? { neededBy: step.until } : {};
  const stepId = await recordStep(store, ask.id, { state, holderId, takenUntil, ...moved }, step, now);
  const on = await localDayOf(store, acting, now);
  if (state !== ask.state || acting.id === ask.holderId)
    await promiseOfAsk(store, ask, { state, actorId: acting.id, until: takenUntil, on }, now);
  await quietBlockedDeal(context, store, acting, ask, { step: input.step, now });
  if (acting.id === ask.holderId) await answerNudgesAbout(store, acting, ask.id, now);
  const event = { actorId: acting.id, event: `ask.${input.step}`, subjectKind: 'ask', subjectId: ask.id };
  await recordAudit(store, { ...event, details: { from: ask.state, to: state, holder: holderId } }, now);
  const concerned = [ask.managerId, ask.holderId, holderId, ...steps.map(({ actorId }) => actorId)];
  await refreshMessages(store, ask, concerned, await stepsOf(store, ask.id));
  if (heardByRep.includes(input.step) && acting.id !== ask.repId && input.isToldOtherwise !== true)
    await sendNews(context, store, ask, stepId, now, heardAt(input.step, now));
  if (!bringsCard.includes(input.step)) return [...new Set([ask.repId, ...concerned])];
  const isByRep = acting.id === ask.repId;
  await sendCard(context, store, { id: ask.id, holderId }, stepId, now, isByRep ? now : heardAt(input.step, now));
  return [...new Set([ask.repId, ...concerned, ...(await coverNow(context, store, ask.id, now))])];
}

function stepOf(acting: Person, input: AskStepInput) {
  return { step: input.step, actorId: acting.id, until: input.until ?? null, text: cleaned(input.text) };
}

/** Steps of which whoever has the ask then gets a card. */
const bringsCard: readonly AskStepTaken[] = ['handed', 'reopened', 'renewed'];

async function coverNow(
  context: Pick<Context, 'newId'>,
  store: Store,
  askId: AskId,
  now: Date,
): Promise<readonly number[]> {
  const ask = await findAsk(store, askId);
  return ask === undefined ? [] : coverIfAway(context, store, ask, now);
}

/** What this person can do because the ask has waited for too long: nothing, unless they are the rep. */
export async function offersTo(store: Store, acting: Person, found: AskWithSteps, now: Date): Promise<Offers> {
  const isRep = acting.id === found.ask.repId;
  return offersOf(found.steps, {
    hasLead: isRep && (await leadFor(store, acting, found)) !== undefined,
    isPast: isRep && isOverdue(found.ask, await localDayOf(store, acting, now)),
  });
}

/** The nudges that asked the holder for this are done. */
async function answerNudgesAbout(store: Store, acting: Person, askId: AskId, now: Date): Promise<void> {
  const recent = await recentNudges(store, acting.id, now);
  const answered: Nudge[] = [];
  for (const nudge of recent.filter((candidate) => candidate.askId === askId))
    if (await answerNudge(store, nudge.id, { state: 'done', from: pausableStates }, now)) answered.push(nudge);
  await refreshMessagesOf(store, answered);
}

/**
 * The lead to whom this person can take the ask: the rep, or who has it in the manager's place.
 * @returns undefined if there is none, or it went further than the manager already
 */
export async function leadFor(
  store: Store,
  acting: Pick<Person, 'id'>,
  { ask, steps }: AskWithSteps,
): Promise<number | undefined> {
  const managerId = await managerIdOf(store, ask.repId);
  const isWithManager = (standsInFor(steps) ?? ask.holderId) === managerId;
  if (managerId === undefined || !isWithManager || ![ask.holderId, ask.repId].includes(acting.id)) return undefined;
  const leadId = await managerIdOf(store, managerId);
  if (leadId === undefined || leadId === ask.holderId || leadId === ask.repId) return undefined;
  return (await findPerson(store, leadId))?.leftOn === null ? leadId : undefined;
}

async function leadToTakeItTo(store: Store, acting: Person, found: AskWithSteps): Promise<number> {
  const leadId = await leadFor(store, acting, found);
  if (leadId === undefined) throw new UserError('I don’t know who your lead is. Name them with /firstline team.');
  return leadId;
}

async function checkFields(
  store: Store,
  acting: Person,
  step: { step: AskStepTaken; until: LocalDate | null; text: string | null },
  now: Date,
): Promise<void> {
  if (step.step === 'taken') {
    if (step.until === null) throw new FieldError('until', 'Choose the day you’ll have an answer.');
    if (step.until < (await localDayOf(store, acting, now)))
      throw new FieldError('until', 'That day has passed. Choose today or later.');
  }
  if (step.step === 'renewed' && (step.until === null || step.until < (await localDayOf(store, acting, now))))
    throw new FieldError('neededBy', 'Choose today or later.');
  if (step.step === 'declined' && step.text === null)
    throw new FieldError('reason', 'Say why in a sentence. It makes a no easier to take.');
}

function cleaned(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
