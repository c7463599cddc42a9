import type { Behaviour } from '../behaviours/behaviour.ts';
import type { Context } from '../context.ts';
import { FieldError, UserError } from '../errors.ts';
import { canBeShared } from '../leading/access.ts';
import type { Store } from '../store/db.ts';
import { findDeal } from '../store/deals.ts';
import type { Interaction, NewInteraction } from '../store/interactions.ts';
import { findPerson } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { isLocalDate } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import { checkRecords } from './check-records.ts';
import { knownBehaviour, ownSubject } from './own.ts';
import type { PersonDay } from './own.ts';
import { teamPromiseIn } from './team-promise.ts';

/** What is entered. The manager is the acting person. `texts` holds all that was typed, also what belongs to records. */
export interface Entry extends Omit<NewInteraction, 'managerId' | 'nudgeId'> {
  /** What the manager promised with it: both or neither. */
  readonly promise?: { readonly text: string | undefined; readonly by: LocalDate | undefined };
}

/** More than a day is a slip of the finger. */
export const mostMinutes = 1440;

/**
 * Is this an entry that the acting person can make? Decided from the database.
 * @param before the entry as it was, when it is corrected: then its person may have moved on meanwhile, and its days be past
 * @returns the person it is about; undefined where it is about the team
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
  const isAboutNobody = behaviour.about === 'team' || (await teamPromiseIn(store, acting, behaviour, entry.details));
  if (entry.repId === null && !isAboutNobody) throw new FieldError('rep', 'Choose the person it was with.');
  const rep = entry.repId === null ? undefined : await subjectOf(store, acting, behaviour, entry, before);
  if (entry.shared && (!canBeShared(behaviour) || rep === undefined))
    throw new UserError('These words can’t be shared. Untick the box, then send the form again.');
  if (!isLocalDate(entry.happenedOn)) throw new FieldError('happenedOn', 'Choose the day it happened.');
  if (entry.happenedOn > day.today)
    throw new FieldError('happenedOn', 'That day is still to come. Choose today or earlier, or book it instead.');
  if (entry.minutes !== null && !(entry.minutes >= 0 && entry.minutes <= mostMinutes))
    throw new FieldError('minutes', `Enter a whole number from 0 to ${mostMinutes}.`);
  const deal = entry.dealId === null ? undefined : await findDeal(store, entry.dealId);
  if (entry.dealId !== null && entry.dealId !== before?.dealId && deal?.ownerId !== entry.repId)
    throw new FieldError('deal', `Choose one of ${rep?.name ?? 'the rep'}’s own deals.`);
  const { repId, happenedOn, details, texts } = entry;
  const problem = behaviour.problem?.({ repId, happenedOn, details, texts });
  if (problem !== undefined) throw new FieldError(problem.field, problem.message);
  await checkRecords(store, acting, { behaviour, entry, rep, today: day.today, before });
  return rep;
}

/** Words may be shared, and entries made, only with those about whom the author may log this kind now. */
async function subjectOf(
  store: Store,
  acting: Person,
  behaviour: Behaviour,
  entry: Entry,
  before: Interaction | undefined,
): Promise<Person | undefined> {
  const personId = entry.repId ?? 0;
  const isNew = before?.repId !== personId || before.behaviour !== entry.behaviour || (entry.shared && !before.shared);
  return isNew ? ownSubject(store, acting, behaviour.about, personId) : findPerson(store, personId);
}
