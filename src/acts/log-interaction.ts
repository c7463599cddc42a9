import type { Behaviour } from '../behaviours/behaviour.ts';
import type { BookingId, InteractionId, NudgeId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { guardOfEntry, hasWordsToShare } from '../leading/access.ts';
import { loggableStates } from '../leading/nudge-answer.ts';
import { recordAudit } from '../store/audit.ts';
import { plannedBookings, settleBooking } from '../store/bookings.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { receiveOnce } from '../store/inbound.ts';
import { addInteraction } from '../store/interactions.ts';
import { answerNudge, findNudge } from '../store/nudges.ts';
import type { Nudge } from '../store/nudges.ts';
import type { Person } from '../store/people.ts';
import { wantRefreshOfRecaps } from '../store/recap-refresh.ts';
import { localDateOf } from '../time/zoned.ts';
import { applyChanges } from './apply-changes.ts';
import { checkEntry } from './check-entry.ts';
import type { Entry } from './check-entry.ts';
import { changesFrom, itemsOf, noteTexts } from './follow-from.ts';
import { dayOf, knownBehaviour, ownBooking, ownNudge } from './own.ts';
import type { PersonDay } from './own.ts';
import { recentNudges } from './recent-nudges.ts';
import { refreshDigests, refreshMessagesOf, refreshAbout } from './refresh.ts';
import { tellRepOfNote } from './share-note.ts';
import { teamConcerned } from './team-promise.ts';
import { welcomeRep } from './welcome-rep.ts';

export interface LogInput {
  readonly entry: Entry;
  readonly nudgeId?: NudgeId | undefined;
  readonly bookingId?: BookingId | undefined;
  /** What came in from Slack, e.g. `view:V1`: the second with the same key has no effect. */
  readonly once: string;
}

/** `interactionId` is undefined for a repeat, which had no effect. */
export interface Logged {
  readonly interactionId: InteractionId | undefined;
  /** Whose Home tabs show something old now. */
  readonly concerned: readonly number[];
}

/**
 * Writes down what happened and what follows from it, answers the nudges that asked for it and settles its booking, in one
 * transaction.
 * @throws UserError, FieldError if the entry can't be: a stranger, the future, somebody else's nudge
 */
export async function logInteraction(context: Context, acting: Person, input: LogInput): Promise<Logged> {
  const now = context.clock();
  return writing(context.store, async (tx): Promise<Logged> => {
    if (!(await receiveOnce(tx, input.once, now))) return { interactionId: undefined, concerned: [] };
    const day = await dayOf(tx, acting, now);
    const rep = await checkEntry(context, tx, acting, input.entry, day);
    const behaviour = knownBehaviour(context.behaviours, input.entry.behaviour);
    const nudges = await nudgesAnswered(tx, acting, input, behaviour, day, now);
    const changes = changesFrom(behaviour, input.entry);
    // Whoever is written about hears first what this is, even if nobody else reads the words.
    if (rep?.welcomedAt === null) await welcomeRep(context, tx, rep.id, now);
    const { promise: _promise, ...entry } = input.entry;
    const texts = noteTexts(behaviour, entry.texts, changes);
    // A ticked box over an empty field shares nothing.
    const shared = entry.shared && hasWordsToShare(behaviour.form, texts);
    const interactionId = await addInteraction(
      tx,
      { ...entry, texts, shared, managerId: acting.id, nudgeId: nudges[0]?.id ?? null },
      now,
    );
    await applyChanges(
      { context, store: tx, acting, rep, interactionId, on: entry.happenedOn, today: day.today, now },
      changes,
    );
    for (const nudge of nudges) await answerNudge(tx, nudge.id, { state: 'done', from: loggableStates }, now);
    await settleBookings(tx, acting, input, day, now);
    await refreshMessagesOf(tx, nudges);
    if (behaviour.nudges === 'lead') await refreshDigests(tx, [acting.id]);
    await wantRefreshOfRecaps(tx, { managerId: acting.id, repId: rep?.id ?? null }, now);
    if (shared && rep !== undefined) await tellRepOfNote(context, tx, interactionId, rep, now);
    await recordAudit(
      tx,
      {
        actorId: acting.id,
        event: 'interaction.logged',
        subjectKind: 'interaction',
        subjectId: interactionId,
        details: {
          ...kindForAudit(behaviour),
          rep: input.entry.repId,
          nudge: nudges[0]?.id ?? null,
          shared,
        },
      },
      now,
    );
    const promisedTo = rep === undefined ? await teamConcerned(tx, interactionId) : [rep.id];
    return { interactionId, concerned: [acting.id, ...promisedTo] };
  });
}

/** What others may read of an entry's kind in the audit: nothing where it is the author's alone. */
export function kindForAudit(behaviour: Behaviour): { behaviour?: string } {
  return guardOfEntry(behaviour) === 'own-entry' ? {} : { behaviour: behaviour.id };
}

/** The nudge that was pressed, and those that ask for the very same. */
async function nudgesAnswered(
  store: Store,
  acting: Person,
  { entry, nudgeId, bookingId }: LogInput,
  behaviour: Behaviour,
  day: PersonDay,
  now: Date,
): Promise<Nudge[]> {
  const pressed = nudgeId === undefined ? undefined : await ownNudge(store, acting, nudgeId);
  if (pressed?.state === 'done') throw new UserError('This is already logged. Press Correct next to it to change it.');
  const booking = bookingId === undefined ? undefined : await ownBooking(store, acting, bookingId);
  const bookedId = booking?.nudgeId ?? null;
  const booked = bookedId === null ? undefined : await findNudge(store, bookedId);
  const recent = await recentNudges(store, acting.id, now);
  const items = itemsOf(behaviour, entry);
  const same = recent.filter(
    (nudge) =>
      (nudge.state === 'open' || nudge.state === 'booked') &&
      nudge.behaviour === entry.behaviour &&
      nudge.repId === entry.repId &&
      (nudge.dealId === null || nudge.dealId === entry.dealId) &&
      (nudge.item === null || items.includes(nudge.item)) &&
      localDateOf(nudge.createdAt, day.calendar.timeZone) <= entry.happenedOn,
  );
  const answered = [pressed, booked, ...same].filter((nudge) => nudge !== undefined && nudge.state !== 'done');
  return [...new Map(answered.flatMap((nudge) => (nudge === undefined ? [] : [[nudge.id, nudge]]))).values()];
}

/** The booking it was logged from, and others of the same act that were for that day. */
async function settleBookings(
  store: Store,
  acting: Person,
  { entry, bookingId, nudgeId }: LogInput,
  day: PersonDay,
  now: Date,
): Promise<void> {
  for (const booking of await plannedBookings(store, { managerId: acting.id })) {
    const isSameAct = booking.behaviour === entry.behaviour && booking.repId === entry.repId;
    const isThatDay = localDateOf(booking.startsAt, day.calendar.timeZone) === entry.happenedOn;
    const isMeant = booking.id === bookingId || (nudgeId !== undefined && booking.nudgeId === nudgeId);
    if (!isMeant && !(isSameAct && isThatDay)) continue;
    if (!(await settleBooking(store, booking.id, 'happened'))) continue;
    await refreshAbout(store, 'booking-that-happened', { booking: booking.id });
    const nudge = booking.nudgeId === null ? undefined : await findNudge(store, booking.nudgeId);
    if (nudge === undefined) continue;
    await answerNudge(store, nudge.id, { state: 'done', from: ['booked'] }, now);
    await refreshMessagesOf(store, [nudge]);
  }
}
