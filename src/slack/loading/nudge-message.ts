/** What the weekly plan and the message between plans share: a batch of nudges, as it stands. */
import type { Behaviour } from '../../behaviours/behaviour.ts';
import type { Choice } from '../../behaviours/field.ts';
import type { Context } from '../../context.ts';
import { dayOf } from '../../acts/own.ts';
import type { PersonDay } from '../../acts/own.ts';
import { thinnedNow } from '../../acts/snowed-under.ts';
import type { SubjectOf } from '../../leading/messages.ts';
import { batchOf, isLiveBatch } from '../../leading/nudge-answer.ts';
import { plannedBookingOfNudge } from '../../store/bookings.ts';
import type { Store } from '../../store/db.ts';
import { interactionOfNudge } from '../../store/interactions.ts';
import type { Interaction } from '../../store/interactions.ts';
import { nudgesOfBatch } from '../../store/nudges.ts';
import type { Nudge } from '../../store/nudges.ts';
import { wasRaised } from '../../store/obstacles.ts';
import { wasSent } from '../../store/outbox.ts';
import { findPeople, findPerson } from '../../store/people.ts';
import type { Person } from '../../store/people.ts';
import { promiseAboutDeal } from '../../store/promises.ts';
import { managerIdOf } from '../../store/reporting-lines.ts';
import { weeksBetween } from '../../time/working-week.ts';
import { formatDay } from '../../time/zoned.ts';
import type { LocalDate } from '../../time/zoned.ts';
import { shortNameForReader } from '../../store/short-names.ts';
import { howItEnded } from './nudge-ended.ts';
import { subjectFor } from './nudge-subject.ts';
import { thingOf } from '../../leading/nudge-subject.ts';
import { heldForNow } from './departures-data.ts';
import { shownBooking } from './shown-booking.ts';
import type { ShownNudge } from '../views/nudge/nudge.ts';
import { nudgeMessage } from '../views/nudge/plan.ts';
import type { RenderedMessage } from '../kit/rendered-message.ts';

/** @returns undefined where nothing is open at the first sending, or the next plan has taken its place by then; what was sent is kept true however old it is */
export async function renderBatch(
  context: Pick<Context, 'store' | 'behaviours'>,
  kind: 'plan' | 'between',
  subject: SubjectOf<'plan'>,
  recipient: Person,
  now: Date,
): Promise<RenderedMessage | undefined> {
  const { batch } = subject;
  if (subject.person !== recipient.id || batchOf(batch).kind !== kind) return undefined;
  const { store } = context;
  const day = await dayOf(store, recipient, now);
  const { today, calendar } = day;
  const isUpdate = await wasSent(store, kind, subject);
  const { on } = batchOf(batch);
  if (!isUpdate && !isLiveBatch(batch, today)) return undefined;
  const all = await nudgesOfBatch(store, recipient.id, batch);
  const nudges = isUpdate ? all : all.filter(({ state }) => state === 'open');
  if (nudges.length === 0) return undefined;
  const people = new Set(nudges.flatMap(({ repId }) => repId ?? [])).size;
  const shown = await Promise.all(nudges.map((nudge) => showNudge(context, recipient, nudge, now, day)));
  const held = new Set((await heldForNow(store, recipient.id)).keys());
  const about = nudges.flatMap(({ repId, state }) =>
    state === 'open' && repId !== null && held.has(repId) ? [repId] : [],
  );
  const forNow = (await findPeople(store, [...new Set(about)])).map(({ name }) => name);
  const isOfThisWeek = weeksBetween(calendar.days, on, today) <= 0;
  return nudgeMessage({
    kind,
    nudges: shown,
    people,
    forNow,
    ...(isOfThisWeek && { week: { thinned: await thinnedNow(store, recipient, now) } }),
    from: isOfThisWeek ? undefined : { on, today },
  });
}

/** The choices that a nudge of this kind offers as buttons. */
function tapsOf({ form, oneTap }: Behaviour): readonly Choice[] {
  const field = form.find(({ id }) => id === oneTap);
  return field?.kind === 'choice' ? field.choices : [];
}

/** What was answered in one tap, in the words of the button. */
function answerOf(behaviour: Behaviour | undefined, { details }: Pick<Interaction, 'details'>): string | undefined {
  if (behaviour?.oneTap === undefined) return undefined;
  return tapsOf(behaviour).find(({ value }) => value === details[behaviour.oneTap ?? ''])?.label;
}

/** The data, and no ask of a rep, show the deal as blocked. */
function isAboutIdleDeal({ behaviour, dealId, askId }: Nudge): boolean {
  return behaviour === 'blocked-deal' && dealId !== null && askId === null;
}

async function idleDealOf(
  store: Store,
  recipient: Person,
  nudge: Nudge,
  today: LocalDate,
): Promise<NonNullable<ShownNudge['idleDeal']>> {
  const hasLead = (await managerIdOf(store, recipient.id)) !== undefined;
  if (nudge.state !== 'done' || nudge.dealId === null) return { hasLead, inHand: undefined };
  const promise = await promiseAboutDeal(store, recipient.id, nudge.dealId);
  const isNewer = promise !== undefined && promise.madeOn >= batchOf(nudge.batch).on;
  if (!isNewer) {
    const isRaised = await wasRaised(store, recipient.id, nudge.dealId, nudge.createdAt);
    return { hasLead, inHand: isRaised ? 'It’s with your lead.' : undefined };
  }
  const by = formatDay(promise.dueOn, today);
  return { hasLead, inHand: promise.state === 'kept' ? 'You cleared it.' : `You’ll clear this by ${by}.` };
}

async function aboutWhom(store: Store, reader: Person, { repId }: Nudge): Promise<ShownNudge['about']> {
  const person = repId === null ? undefined : await findPerson(store, repId);
  if (person === undefined) return undefined;
  const shortName = await shortNameForReader(store, reader.id, person.name);
  return { id: person.id, name: person.name, shortName };
}

/** A nudge with what became of it, ready to be drawn. @param day the recipient's, where it is known already */
export async function showNudge(
  { store, behaviours }: Pick<Context, 'store' | 'behaviours'>,
  recipient: Person,
  nudge: Nudge,
  now: Date,
  day?: PersonDay,
): Promise<ShownNudge> {
  const { today, calendar, policy } = day ?? (await dayOf(store, recipient, now));
  const behaviour = behaviours.find(({ id }) => id === nudge.behaviour);
  const booking = nudge.state === 'booked' ? await plannedBookingOfNudge(store, nudge.id) : undefined;
  const isLogged = nudge.state === 'done' || nudge.state === 'wrong';
  const entry = isLogged ? await interactionOfNudge(store, nudge.id) : undefined;
  return {
    id: nudge.id,
    words: nudge.words,
    subject: await subjectFor(store, recipient, nudge),
    thing: thingOf(nudge),
    about: await aboutWhom(store, recipient, nudge),
    sentence: nudge.evidence.sentence,
    state: nudge.state,
    quietUntil: nudge.quietUntil,
    today,
    snoozeDays: policy.snoozeDays,
    ...(isAboutIdleDeal(nudge) && { idleDeal: await idleDealOf(store, recipient, nudge, today) }),
    taps: behaviour === undefined ? [] : tapsOf(behaviour),
    asksWhy: nudge.asksWhy,
    ended:
      entry === undefined || thingOf(nudge) !== undefined
        ? await howItEnded({ store, reader: recipient, nudge, behaviour, today })
        : undefined,
    booking: booking && (await shownBooking({ store, behaviours }, booking, calendar.timeZone)),
    entry: entry && { id: entry.id, happenedOn: entry.happenedOn, answer: answerOf(behaviour, entry) },
  };
}
