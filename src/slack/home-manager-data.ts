/** Gathers what a manager or a lead sees in the Home tab. */
import type { Due } from '../behaviours/behaviour.ts';
import type { RepFacts, TeamFacts } from '../behaviours/facts.ts';
import type { Context } from '../context.ts';
import { byMostMissed, lastSeenOn } from '../leading/attention.ts';
import { teamsPageOf } from '../acts/open-home.ts';
import { asKnownTo } from '../leading/own-entries.ts';
import { tellingActs } from '../leading/telling-acts.ts';
import { everythingDue } from '../leading/weekly-plan.ts';
import { plannedBookings } from '../store/bookings.ts';
import { loadDigest } from '../store/digest-facts.ts';
import type { Person } from '../store/people.ts';
import type { Planning } from '../store/plan-input.ts';
import { countPromises } from '../store/promises.ts';
import { addDays, daysBetween, formatInstant } from '../time/zoned.ts';
import { nameOfAct } from './booking-form.ts';
import { heldForNow } from './departures-data.ts';
import { openPromisesBy } from './development-data.ts';
import { planOverview } from './plan-overview.ts';
import type { BookingRow, LeadHome, ManagerHome, PersonRow, WaitingRow } from './views/home-data.ts';

/** Over how many days a lead sees the promises that were kept. */
const promiseDays = 28;

/** What somebody to whom anybody reports sees: a manager, a lead, or both. */
export async function loadLeaderHome(
  context: Context,
  person: Person,
  planning: Planning,
  page: number,
): Promise<{ manager: ManagerHome; lead: LeadHome | undefined }> {
  const input = await planning.inputOf(person.id);
  const team = asKnownTo(person.id, input.team, context.behaviours);
  const dues = everythingDue(input);
  const plan = await planOverview(context, person, planning);
  const ofLead = new Set(context.behaviours.filter(({ nudges }) => nudges === 'lead').map(({ id }) => id));
  const isOfLead = ({ behaviour }: { readonly behaviour: string }) => ofLead.has(behaviour);
  const forNow = await heldForNow(context.store, person.id);
  const lead = await loadLead(context, person, planning, plan.waiting.filter(isOfLead));
  return {
    lead,
    manager: {
      // A lead's own acts have a section of their own.
      plan: lead === undefined ? plan : { ...plan, waiting: plan.waiting.filter((row) => !isOfLead(row)) },
      promises: await openPromisesBy(context.store, person.id),
      bookings: await loadBookings(context, person, team.calendar.timeZone),
      people: byMostMissed(team).map((facts) => ({
        ...personRow(context, team, facts, dues),
        isForNow: forNow.has(facts.rep.id),
      })),
      page,
    },
  };
}

async function loadBookings(context: Context, person: Person, zone: string): Promise<BookingRow[]> {
  const planned = await plannedBookings(context.store, { managerId: person.id });
  return Promise.all(
    planned
      .filter((booking) => booking.startsAt > context.clock())
      .map(async (booking) => ({
        id: booking.id,
        what: await nameOfAct(context, booking),
        when: formatInstant(booking.startsAt, zone),
      })),
  );
}

function personRow(context: Context, team: TeamFacts, facts: RepFacts, dues: readonly Due[]): PersonRow {
  const lastOn = lastSeenOn(facts);
  const { acts, moreDue } = tellingActs(facts, dues, context.behaviours, team.today);
  return {
    id: facts.rep.id,
    name: facts.rep.name,
    days: lastOn === undefined ? undefined : Math.max(0, daysBetween(lastOn, team.today)),
    acts: acts.map(({ behaviour, ...act }) => ({ name: behaviour.name, ...act })),
    moreDue,
  };
}

async function loadLead(
  context: Context,
  person: Person,
  { policy, facts: { people } }: Planning,
  acts: readonly WaitingRow[],
): Promise<LeadHome | undefined> {
  const digest = await loadDigest(context.store, context.behaviours, policy, person.id, context.clock());
  if (digest === undefined) return undefined;
  const managerIds = digest.teams.map(({ managerId }) => managerId);
  const days = { since: addDays(digest.on, -promiseDays), today: digest.on };
  const promises = (await countPromises(context.store, managerIds, days)).map(({ managerId, ...counts }) => ({
    managerName: people.get(managerId)?.name ?? 'Somebody',
    ...counts,
  }));
  return { digest, promises, acts, page: await teamsPageOf(context.store, person.id) };
}
