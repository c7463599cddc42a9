import type { NudgeId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { FieldError, UserError } from '../errors.ts';
import { afterOneRhythm } from '../leading/nudge-answer.ts';
import { correctionsFor, datedCorrections, plannedCorrections } from '../leading/wrong-record.ts';
import type { Correction } from '../leading/wrong-record.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { correctDeal, findDeal, quietDeal } from '../store/deals.ts';
import type { Deal } from '../store/deals.ts';
import { receiveOnce } from '../store/inbound.ts';
import { addInteraction, changeInteraction, findInteraction, readTexts } from '../store/interactions.ts';
import type { Interaction } from '../store/interactions.ts';
import { answerNudge } from '../store/nudges.ts';
import type { Nudge } from '../store/nudges.ts';
import type { Person } from '../store/people.ts';
import { promisesWith } from '../store/promises.ts';
import { isLocalDate, longAgo } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import { auditAnswer } from './answer-nudge.ts';
import { dayOf, knownBehaviour, ownNudge, ownSubject } from './own.ts';
import type { PersonDay } from './own.ts';
import { putRight, stateOf } from './put-right.ts';
import { refreshMessagesOf } from './refresh.ts';

/** The record that a nudge stood on, and what the acting person may say about it. */
export interface WrongRecord {
  readonly nudge: Nudge;
  readonly entry: Interaction | undefined;
  readonly deal: Deal | undefined;
  readonly corrections: readonly Correction[];
}

/** @throws UserError if the nudge is somebody else's */
export async function wrongRecordOf(store: Store, acting: Person, nudgeId: NudgeId): Promise<WrongRecord> {
  const nudge = await ownNudge(store, acting, nudgeId);
  const { record } = nudge.evidence;
  const entry = record?.kind === 'interaction' ? await findInteraction(store, record.id) : undefined;
  const deal = nudge.dealId === null ? undefined : await findDeal(store, nudge.dealId);
  const state = { isOwnEntry: entry?.managerId === acting.id, ...(await stateOf(store, record)) };
  return { nudge, entry, deal, corrections: correctionsFor(nudge, record, state) };
}

export interface CorrectionInput {
  readonly nudgeId: NudgeId;
  readonly correction: Correction;
  /** For what happened on a day; the acting person's local day. */
  readonly on: LocalDate | undefined;
  readonly once: string;
}

/**
 * "This is wrong": puts the record right and never nudges on the same evidence again.
 * @returns whose Home tabs show something old now
 * @throws UserError, FieldError if the nudge is somebody else's, or the day is missing or still to come
 */
export async function correctRecord(context: Context, acting: Person, input: CorrectionInput): Promise<number[]> {
  const now = context.clock();
  return writing(context.store, async (tx) => {
    if (!(await receiveOnce(tx, input.once, now))) return [];
    const wrong = await wrongRecordOf(tx, acting, input.nudgeId);
    const { nudge } = wrong;
    if (!wrong.corrections.includes(input.correction))
      throw new UserError('That no longer fits this nudge, so nothing changed. Your Home tab has the latest.');
    const { about } = knownBehaviour(context.behaviours, nudge.behaviour);
    if (nudge.repId !== null) await ownSubject(tx, acting, about, nudge.repId);
    const day = await dayOf(tx, acting, now);
    if (datedCorrections.includes(input.correction)) checkDay(input.on, day);
    if (plannedCorrections.includes(input.correction)) checkDayToCome(input.on, day);
    await apply(context, tx, acting, wrong, input, day, now);
    await answerNudge(tx, nudge.id, { state: 'wrong', from: ['open', 'ignored', 'snoozed', 'not-needed'] }, now);
    await auditAnswer(tx, acting, nudge, `wrong: ${input.correction}`, now);
    await refreshMessagesOf(tx, [nudge]);
    return [acting.id, ...(await repsConcerned(tx, nudge))];
  });
}

async function repsConcerned(store: Store, { repId, evidence: { record } }: Nudge): Promise<number[]> {
  if (repId !== null) return [repId];
  return record?.kind === 'promise' ? (await promisesWith(store, record.id)).map((promise) => promise.repId) : [];
}

function checkDay(on: LocalDate | undefined, { today }: PersonDay): void {
  if (on === undefined || !isLocalDate(on)) throw new FieldError('on', 'Choose the day, then send the form again.');
  if (on > today) throw new FieldError('on', 'That day is still to come. Choose today or earlier.');
}

function checkDayToCome(on: LocalDate | undefined, { today }: PersonDay): void {
  if (on === undefined || !isLocalDate(on)) throw new FieldError('on', 'Choose the day, then send the form again.');
  if (on < today) throw new FieldError('on', 'That day has passed. Choose today or later.');
}

async function apply(
  context: Context,
  store: Store,
  acting: Person,
  { nudge, entry, deal }: WrongRecord,
  { correction, on = longAgo }: CorrectionInput,
  day: PersonDay,
  now: Date,
): Promise<void> {
  switch (correction) {
    case 'later':
      return logLater(store, acting, nudge, on, now);
    case 'wrong-date':
      return entry === undefined ? undefined : redate(store, acting, entry, on, now);
    case 'activity':
      return changeDeal(store, acting, deal, { lastActivityOn: on }, now);
    case 'won':
    case 'lost':
      return changeDeal(store, acting, deal, { status: correction }, now);
    case 'not-blocked': {
      const behaviour = context.behaviours.find(({ id }) => id === nudge.behaviour);
      const until = afterOneRhythm(day.today, day.calendar, behaviour, nudge.evidence.rhythm);
      return deal === undefined ? undefined : quietDeal(store, deal.id, until);
    }
    case 'kept':
    case 'dropped':
    case 'move':
    case 'seen':
    case 'looked-at':
    case 'still-holds':
    case 'withdraw':
    case 'credited':
    case 'not-used': {
      const record = nudge.evidence.record;
      if (record === null) return undefined;
      const given = { context, store, acting, repId: nudge.repId, on, today: day.today, now };
      const details = await putRight(given, record, correction);
      return details === undefined ? undefined : logLater(store, acting, nudge, on, now, details);
    }
    case 'never-mind':
      return undefined;
  }
}

/** An entry with a day and nothing else; its details can be added by correcting it. */
async function logLater(
  store: Store,
  acting: Person,
  nudge: Nudge,
  on: LocalDate,
  now: Date,
  details: Interaction['details'] = {},
): Promise<void> {
  const { behaviour, repId, dealId } = nudge;
  const empty = { minutes: null, details, texts: {}, shared: false };
  const entry = { behaviour, managerId: acting.id, repId, happenedOn: on, dealId, nudgeId: nudge.id, ...empty };
  const id = await addInteraction(store, entry, now);
  const event = { actorId: acting.id, event: 'interaction.logged', subjectKind: 'interaction', subjectId: id };
  await recordAudit(store, { ...event, details: { behaviour, rep: repId, nudge: nudge.id } }, now);
}

async function redate(store: Store, acting: Person, entry: Interaction, on: LocalDate, now: Date): Promise<void> {
  const texts = await readTexts(store, entry.id);
  const { behaviour, managerId, repId, minutes, dealId, details, shared, nudgeId } = entry;
  const unchanged = { behaviour, managerId, repId, minutes, dealId, details, shared, nudgeId };
  await changeInteraction(store, entry.id, { ...unchanged, texts, happenedOn: on });
  const event = { actorId: acting.id, event: 'interaction.corrected', subjectKind: 'interaction', subjectId: entry.id };
  await recordAudit(store, { ...event, details: { behaviour, rep: repId } }, now);
}

async function changeDeal(
  store: Store,
  acting: Person,
  deal: Deal | undefined,
  change: Parameters<typeof correctDeal>[2],
  now: Date,
): Promise<void> {
  if (deal === undefined) return;
  await correctDeal(store, deal.id, change, now);
  const event = { actorId: acting.id, event: 'deal.corrected', subjectKind: 'deal', subjectId: deal.id };
  await recordAudit(store, { ...event, details: { ...change } }, now);
}
