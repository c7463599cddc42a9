/** Gathers what somebody who reports to a manager sees in the Home tab. */
import type { AskState } from '../../behaviours/facts.ts';
import type { Context } from '../../context.ts';
import { unconfirmedAskStates, unsettledAskStates } from '../../leading/ask-lifecycle.ts';
import { kindsForRep } from '../../leading/access.ts';
import { managerOf } from '../../leading/roles.ts';
import { plannedBookings } from '../../store/bookings.ts';
import { goalsOf } from '../../store/goals.ts';
import { ideasOf } from '../../store/ideas.ts';
import { interactionsBetween } from '../../store/interactions.ts';
import { namesByIds } from '../../store/people.ts';
import type { Person } from '../../store/people.ts';
import type { Planning } from '../../store/plan-input.ts';
import { praisesOf } from '../../store/praises.ts';
import { formatInstant } from '../../time/zoned.ts';
import { asTheRep, currentCycle, expectationsForRep, promisesToRep } from './development-data.ts';
import type { AskSummary } from '../views/ask/ask-words.ts';
import { headingForRep } from '../views/log/entry.ts';
import type { ComingUp, RepHome } from '../views/home/shown-home.ts';

const mostLogged = 20;
const mostPraises = 20;

/**
 * Undefined for somebody who reports to nobody.
 * @param asksIn the reader's own asks in these states
 */
export async function loadRepHome(
  context: Context,
  person: Person,
  planning: Planning,
  asksIn: (states: readonly AskState[]) => Promise<readonly AskSummary[]>,
): Promise<RepHome | undefined> {
  const { store } = context;
  const { lines, people } = planning.facts;
  const managerId = managerOf(person.id, lines);
  const manager = managerId === undefined ? undefined : people.get(managerId);
  if (managerId === undefined || manager === undefined) return undefined;
  const leadId = managerOf(manager.id, lines);
  const entries = await interactionsBetween(store, {
    repId: person.id,
    ...kindsForRep(context.behaviours),
    limit: mostLogged,
  });
  const praises = await praisesOf(store, person.id, mostPraises);
  const others = [...praises, ...entries].map((one) => one.managerId);
  const names = await namesByIds(store, others);
  return {
    managerName: manager.name,
    managerShortName: planning.facts.shortNamesOf(person.id)(manager.name),
    leadName: leadId === undefined ? undefined : people.get(leadId)?.name,
    asks: await asksIn([...unsettledAskStates, ...unconfirmedAskStates]),
    promises: await promisesToRep(store, person.id, asTheRep),
    cycle: (await currentCycle(store, person.id, person, asTheRep))?.cycle,
    goals: await goalsOf(store, person.id),
    expectations: await expectationsForRep(store, person.id),
    praises: praises.map(({ text, givenOn, managerId: giver }) => ({
      text,
      givenOn,
      managerName: names.get(giver) ?? 'Somebody',
    })),
    ideas: await ideasOf(store, person.id),
    comingUp: await comingUpFor(context, person, [managerId, leadId], planning),
    logged: entries.map((entry) => ({
      id: entry.id,
      what: what(context, entry.behaviour, names.get(entry.managerId)),
      on: entry.happenedOn,
      minutes: entry.minutes,
      hasSharedWords: entry.shared && entry.hasTexts,
    })),
  };
}

/** When their manager, or who leads that one, has set time aside for them; what for is the manager's to say. */
async function comingUpFor(
  context: Context,
  person: Person,
  leaderIds: readonly (number | undefined)[],
  { facts }: Planning,
): Promise<ComingUp[]> {
  const { timeZone } = facts.times.calendarOf(person);
  return (await plannedBookings(context.store, { repId: person.id }))
    .filter(({ managerId, startsAt }) => leaderIds.includes(managerId) && startsAt > context.clock())
    .map(({ managerId, startsAt }) => ({
      name: facts.people.get(managerId)?.name ?? 'Somebody',
      when: formatInstant(startsAt, timeZone),
    }));
}

/** `Ride-along with Priya Nair`. */
function what(context: Context, behaviourId: string, name: string | undefined): string {
  const behaviour = context.behaviours.find(({ id }) => id === behaviourId);
  return headingForRep(behaviour, name ?? 'somebody who left');
}
