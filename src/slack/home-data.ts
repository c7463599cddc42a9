/** Gathers what a Home tab shows, as the database says it now. */
import { askFor } from '../acts/read-ask.ts';
import type { Context } from '../context.ts';
import { unconfirmedAskStates, unsettledAskStates } from '../leading/ask-lifecycle.ts';
import { byMostMissed } from '../leading/attention.ts';
import { timeZoneOf } from '../leading/calendars.ts';
import { managerOf } from '../leading/roles.ts';
import type { AskState, RepFacts, TeamFacts } from '../behaviours/facts.ts';
import { asksOf } from '../store/asks.ts';
import { plannedBookings } from '../store/bookings.ts';
import { loadDigest } from '../store/digest-facts.ts';
import { interactionsBetween } from '../store/interactions.ts';
import type { Person } from '../store/people.ts';
import { loadPlanning } from '../store/plan-input.ts';
import type { Planning } from '../store/plan-input.ts';
import { findWorkspace } from '../store/workspaces.ts';
import { daysBetween, formatInstant, localDateOf } from '../time/zoned.ts';
import { summaryOf } from './load-ask.ts';
import { planOverview } from './plan-overview.ts';
import type { AskSummary } from './views/ask-words.ts';
import type { BookingRow, HomeData, ManagerHome, PersonRow, RepHome } from './views/home-data.ts';

const mostAsks = 50;
const mostLogged = 20;

/** @param page of the people, from 0 */
export async function loadHome(context: Context, person: Person, page: number): Promise<HomeData> {
  const now = context.clock();
  const planning = await loadPlanning(context.store, context.behaviours, now);
  const zone = timeZoneOf(person, (await findWorkspace(context.store))?.defaultTimeZone ?? 'Etc/UTC');
  return {
    today: localDateOf(now, zone),
    asksWithMe: await loadAsks(context, person, { holderId: person.id }, unsettledAskStates),
    manager: planning.facts.managerIds.includes(person.id)
      ? await loadManager(context, person, planning, page)
      : undefined,
    lead: await loadDigest(context.store, context.behaviours, planning.policy, person.id, now),
    rep: await loadRep(context, person, planning),
  };
}

/** The asks of one side that the reader may read, oldest first. */
export async function loadAsks(
  context: Context,
  reader: Person,
  side: { repId: number } | { holderId: number },
  states: readonly AskState[],
): Promise<AskSummary[]> {
  const summaries: AskSummary[] = [];
  for (const { id } of await asksOf(context.store, { ...side, states, limit: mostAsks })) {
    const found = await askFor(context.store, reader.id, id);
    if (found !== undefined) summaries.push(await summaryOf(context.store, found, reader, context.clock()));
  }
  return summaries;
}

async function loadManager(context: Context, person: Person, planning: Planning, page: number): Promise<ManagerHome> {
  const team = planning.facts.team(person.id);
  return {
    plan: await planOverview(context, person, planning),
    bookings: await loadBookings(context, person, planning, team.calendar.timeZone),
    people: byMostMissed(team).map((facts) => personRow(context, team, facts)),
    page,
  };
}

async function loadBookings(context: Context, person: Person, planning: Planning, zone: string): Promise<BookingRow[]> {
  const planned = await plannedBookings(context.store, { managerId: person.id });
  return planned
    .filter((booking) => booking.startsAt > context.clock())
    .map((booking) => ({
      id: booking.id,
      what: what(
        context,
        booking.behaviour,
        booking.repId === null ? undefined : planning.facts.people.get(booking.repId),
      ),
      when: formatInstant(booking.startsAt, zone),
    }));
}

function personRow(context: Context, team: TeamFacts, facts: RepFacts): PersonRow {
  const since = context.behaviours
    .filter((behaviour) => behaviour.nudges === 'manager' && behaviour.about === 'rep')
    .map((behaviour) => {
      const last = facts.interactions.find((interaction) => interaction.behaviour === behaviour.id);
      return { behaviour: behaviour.name, days: last && daysBetween(last.happenedOn, team.today) };
    });
  return { id: facts.rep.id, name: facts.rep.name, since };
}

async function loadRep(context: Context, person: Person, planning: Planning): Promise<RepHome | undefined> {
  const { lines, people } = planning.facts;
  const managerId = managerOf(person.id, lines);
  const manager = managerId === undefined ? undefined : people.get(managerId);
  if (manager === undefined) return undefined;
  const leadId = managerOf(manager.id, lines);
  const entries = await interactionsBetween(context.store, { repId: person.id, limit: mostLogged });
  return {
    managerName: manager.name,
    leadName: leadId === undefined ? undefined : people.get(leadId)?.name,
    asks: await loadAsks(context, person, { repId: person.id }, [...unsettledAskStates, ...unconfirmedAskStates]),
    logged: entries.map((entry) => ({
      id: entry.id,
      what: what(context, entry.behaviour, people.get(entry.managerId)),
      on: entry.happenedOn,
      minutes: entry.minutes,
      hasSharedWords: entry.shared && entry.hasTexts,
    })),
  };
}

/** `Ride-along with Priya Nair`. */
function what(context: Context, behaviourId: string, other: Person | undefined): string {
  const name = context.behaviours.find((behaviour) => behaviour.id === behaviourId)?.name ?? behaviourId;
  return other === undefined ? name : `${name} with ${other.name}`;
}
