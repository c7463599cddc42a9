import type { PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { awayForGoodSince } from '../leading/away-for-good.ts';
import { timeZoneOf } from '../leading/calendars.ts';
import { lastActOf } from '../store/audit.ts';
import type { Store } from '../store/db.ts';
import { findPerson } from '../store/people.ts';
import { managerIdOf } from '../store/reporting-lines.ts';
import { readOwnSettings } from '../store/settings.ts';
import { findWorkspace } from '../store/workspaces.ts';
import { localDateOf } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import { say } from './say.ts';

/** Since which of their own days this person has been away for good; undefined for somebody who is here, will be back, or has left. */
export async function awayForGood(store: Store, personId: PersonId, now: Date): Promise<LocalDate | undefined> {
  const person = await findPerson(store, personId);
  if (person?.leftOn !== null) return undefined;
  const zone = timeZoneOf(person, (await findWorkspace(store))?.defaultTimeZone ?? 'Etc/UTC');
  const dayOf = (instant: Date) => localDateOf(instant, zone);
  const daysOff = (await readOwnSettings(store, [personId])).get(personId)?.daysOff ?? [];
  const { outSince, outUntil } = person;
  if (outSince === null && daysOff.length === 0) return undefined;
  const lastSignAt = await lastActOf(store, personId);
  return awayForGoodSince({ outSince, outUntil, daysOff, lastSignAt }, dayOf(now), dayOf);
}

/**
 * The lead of a manager who is away for good hears it once, with the way to another manager for their people. Asks are with whoever
 * stands in, or with the lead, meanwhile.
 * @returns true if that is news
 */
export async function tellAwayForGood(
  context: Pick<Context, 'newId'>,
  store: Store,
  managerId: PersonId,
  now: Date,
): Promise<boolean> {
  const since = await awayForGood(store, managerId, now);
  const leadId = since === undefined ? undefined : await managerIdOf(store, managerId);
  if (since === undefined || leadId === undefined || (await findPerson(store, leadId))?.leftOn !== null) return false;
  const subject = { manager: managerId, person: leadId, since };
  const occurrenceKey = `manager-away|${managerId}|${leadId}|${since}`;
  return say(context, store, { occurrenceKey, kind: 'manager-away', recipientId: leadId, subject }, now);
}
