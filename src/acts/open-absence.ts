/** Out by a status without an end: noticed, asked about once, and lifted by a word of the person's own. */
import { createHash } from 'node:crypto';
import type { PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { isBackAtWork, withWorkOn } from '../leading/visible-work.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { beginOpenAbsence, changeOpenAbsence, endOpenAbsence, findOpenAbsence } from '../store/open-absences.ts';
import { hasten, outsideWorkingTime } from '../store/outbox-waits.ts';
import { changePerson, findPerson, findPersonBySlackId } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { isWorkingTime } from '../time/working-calendar.ts';
import { localDateOf } from '../time/zoned.ts';
import { workingCalendarOf } from './local-day.ts';
import { say } from './say.ts';
import { refreshAbout } from './refresh.ts';

/** Of the message that asks. */
const areYouBack = 'are-you-back';

/** Enough to see that a status is another one. Its words are not kept. */
export function statusMarkOf(status: {
  readonly emoji: string;
  readonly text: string;
  readonly expiresAt: number;
}): string {
  return createHash('sha256')
    .update(JSON.stringify([status.emoji, status.text, status.expiresAt]))
    .digest('hex')
    .slice(0, 4);
}

/**
 * Keeps up with a status that says "out" without an end.
 * @returns true where the person has said that they are back, and the status is still the one of then: it doesn't count
 */
export async function isLifted(
  store: Store,
  person: Person,
  status: { readonly mark: string; readonly outSince: Date | null; readonly outUntil: Date | null },
): Promise<boolean> {
  const known = await findOpenAbsence(store, person.id);
  const isOpen = status.outSince !== null && status.outUntil === null;
  if (known !== undefined) {
    if (isOpen && known.statusMark === null) await changeOpenAbsence(store, person.id, { statusMark: status.mark });
    const isSame = isOpen && (known.statusMark ?? status.mark) === status.mark;
    if (isSame) return known.liftedAt !== null;
    await endOpenAbsence(store, person.id);
  }
  if (isOpen && status.outSince !== null)
    await beginOpenAbsence(store, { personId: person.id, since: status.outSince, statusMark: status.mark });
  return false;
}

/**
 * Somebody did something here. Where a status without an end says that they are out, the day counts; after a week of such days they
 * are asked once whether they are back, now that they are here and only in their working hours.
 */
export async function noticeWork(context: Context, slackUserId: string): Promise<void> {
  const { store } = context;
  const found = await findPersonBySlackId(store, slackUserId);
  if (found === undefined || !isOutOpenly(found)) return;
  const now = context.clock();
  const isAsked = await writing(store, async (tx) => {
    const person = await findPerson(tx, found.id);
    if (person === undefined || person.outSince === null || !isOutOpenly(person)) return false;
    await beginOpenAbsence(tx, { personId: person.id, since: person.outSince, statusMark: null });
    const absence = await findOpenAbsence(tx, person.id);
    if (absence === undefined || absence.askedAt !== null) return false;
    const calendar = await workingCalendarOf(tx, { ...person, outSince: null });
    const today = localDateOf(now, calendar.timeZone);
    const work = withWorkOn(absence, today);
    if (work.lastWorkedOn !== absence.lastWorkedOn)
      await changeOpenAbsence(tx, person.id, {
        firstWorkedOn: work.firstWorkedOn,
        lastWorkedOn: work.lastWorkedOn,
        daysWorked: work.daysWorked,
      });
    if (!isBackAtWork(work, today) || !isWorkingTime(calendar, now)) return false;
    await changeOpenAbsence(tx, person.id, { askedAt: now });
    const subject = questionTo(person.id, absence.since);
    const occurrenceKey = `${areYouBack}|${person.id}|${subject.since}`;
    return say(context, tx, { kind: areYouBack, recipientId: person.id, subject, occurrenceKey }, now);
  });
  if (isAsked) context.deliverSoon([found.id]);
}

/** The status doesn't count any more, until it is another one in Slack. What waited comes now. A second time changes nothing. */
export async function sayBack(context: Context, acting: Person): Promise<Person> {
  const now = context.clock();
  return writing(context.store, async (tx) => {
    const found = (await findPerson(tx, acting.id)) ?? acting;
    if (found.outSince === null || found.outUntil !== null) return found;
    await beginOpenAbsence(tx, { personId: found.id, since: found.outSince, statusMark: null });
    await changeOpenAbsence(tx, found.id, { liftedAt: now });
    await changePerson(tx, found.id, { outSince: null, outUntil: null });
    await hasten(tx, found.id, outsideWorkingTime, now);
    await refreshAbout(tx, 'absence', questionTo(found.id, found.outSince));
    return { ...found, outSince: null, outUntil: null };
  });
}

/**
 * Away all the same: the status counts again, as it did before.
 * @throws UserError where it says nothing of the kind any more
 */
export async function sayStillAway(context: Context, acting: Person): Promise<Person> {
  return writing(context.store, async (tx) => {
    const found = (await findPerson(tx, acting.id)) ?? acting;
    const absence = await findOpenAbsence(tx, found.id);
    if (absence === undefined && found.outSince === null)
      throw new UserError('Your Slack status no longer says you’re out, so nothing changed.');
    if (absence === undefined) return found;
    await changeOpenAbsence(tx, found.id, { liftedAt: null, askedAt: absence.askedAt ?? context.clock() });
    await changePerson(tx, found.id, { outSince: absence.since, outUntil: null });
    await refreshAbout(tx, 'absence', questionTo(found.id, absence.since));
    return { ...found, outSince: absence.since, outUntil: null };
  });
}

/** Since when a status without an end keeps the person away; undefined where none does. */
export function outOpenlySince(person: Pick<Person, 'outSince' | 'outUntil'>): Date | undefined {
  return person.outSince !== null && person.outUntil === null ? person.outSince : undefined;
}

/** The subject of the message that asks. */
function questionTo(personId: PersonId, since: Date) {
  return { person: personId, since: since.toISOString() };
}

function isOutOpenly(person: Person): boolean {
  return person.leftOn === null && outOpenlySince(person) !== undefined;
}
