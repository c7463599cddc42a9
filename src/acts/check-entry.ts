import type { Context } from '../context.ts';
import { FieldError } from '../errors.ts';
import type { Store } from '../store/db.ts';
import { findDeal } from '../store/deals.ts';
import type { Interaction, NewInteraction } from '../store/interactions.ts';
import { findPerson } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { isLocalDate } from '../time/zoned.ts';
import { knownBehaviour, ownReport } from './own.ts';
import type { PersonDay } from './own.ts';

/** What is entered. The manager is the acting person. */
export type Entry = Omit<NewInteraction, 'managerId' | 'nudgeId'>;

/** More than a day is a slip of the finger. */
export const mostMinutes = 1440;

/**
 * Is this an entry that the acting person can make?
 * @param before the entry as it was, when it is corrected: then the rep may have moved on meanwhile
 * @returns the rep it is about; undefined where it is about the team
 * @throws UserError, FieldError with what to do instead
 */
export async function checkEntry(
  context: Pick<Context, 'behaviours'>,
  store: Store,
  acting: Person,
  entry: Entry,
  day: PersonDay,
  before?: Interaction,
): Promise<Person | undefined> {
  const behaviour = knownBehaviour(context.behaviours, entry.behaviour);
  if (behaviour.about === 'rep' && entry.repId === null) throw new FieldError('rep', 'Choose the person it was with.');
  const rep = entry.repId === null ? undefined : await repOf(store, acting, entry, before);
  if (!isLocalDate(entry.happenedOn)) throw new FieldError('happenedOn', 'Choose the day it happened.');
  if (entry.happenedOn > day.today)
    throw new FieldError('happenedOn', 'That day is still to come. Choose today or earlier, or book it instead.');
  if (entry.minutes !== null && !(entry.minutes >= 0 && entry.minutes <= mostMinutes))
    throw new FieldError('minutes', `Please give a whole number from 0 to ${mostMinutes}.`);
  const deal = entry.dealId === null ? undefined : await findDeal(store, entry.dealId);
  if (entry.dealId !== null && entry.dealId !== before?.dealId && deal?.ownerId !== entry.repId)
    throw new FieldError('deal', `Choose one of ${rep?.name ?? 'the rep'}’s own deals.`);
  return rep;
}

/** Words may be shared, and entries made, only with those who report to the author now. */
async function repOf(
  store: Store,
  acting: Person,
  entry: Entry,
  before: Interaction | undefined,
): Promise<Person | undefined> {
  const repId = entry.repId ?? 0;
  const isNew = before?.repId !== repId || (entry.shared && !before.shared);
  return isNew ? ownReport(store, acting, repId) : findPerson(store, repId);
}
