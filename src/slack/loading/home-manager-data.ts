/** Gathers what a manager or a lead sees in the Home tab. */
import type { RepFacts } from '../../behaviours/facts.ts';
import type { Context } from '../../context.ts';
import { byMostMissed, lastSeenOn } from '../../leading/attention.ts';
import { teamsPageOf } from '../../acts/open-home.ts';
import { asKnownTo } from '../../leading/own-entries.ts';
import { nextActs } from '../../leading/telling-acts.ts';
import type { TellingAct } from '../../leading/telling-acts.ts';
import { digestFrom } from '../../store/digest-facts.ts';
import type { Person } from '../../store/people.ts';
import type { Planning } from '../../store/plan-input.ts';
import { weeksFrom } from '../../store/weeks-of-people.ts';
import type { LoadedWeeks } from '../../store/weeks-of-people.ts';
import { countPromises } from '../../store/promises.ts';
import { addDays, daysBetween } from '../../time/zoned.ts';
import type { LocalDate } from '../../time/zoned.ts';
import { heldForNow } from './departures-data.ts';
import { openPromisesBy } from './development-data.ts';
import { planOverview } from './plan-overview.ts';
import type { LeadHome, ManagerHome, PersonRow } from '../views/home/shown-home.ts';

/** Over how many days a lead sees the promises that were kept. */
const promiseDays = 28;

/** What somebody to whom anybody reports sees: a manager, a lead, or both. */
export async function loadLeaderHome(
  context: Context,
  person: Person,
  planning: Planning,
  page: number,
): Promise<{ manager: ManagerHome; lead: LeadHome | undefined; asksInTheWeek: ReadonlySet<number> }> {
  const { store, behaviours } = context;
  const input = await planning.inputOf(person.id);
  const team = asKnownTo(person.id, input.team, behaviours);
  const { overview, inTheWeek, dues } = await planOverview(context, person, input);
  const forNow = await heldForNow(store, person.id);
  const promises = await openPromisesBy(store, person.id);
  return {
    asksInTheWeek: inTheWeek.askIds,
    lead: await loadLead(context, person, planning),
    manager: {
      plan: overview,
      promises: promises.filter(({ id }) => !inTheWeek.promiseIds.has(id)),
      people: byMostMissed(team).map((facts) => ({
        ...personRow(facts, nextActs(facts, dues, behaviours, team.today), team.today),
        isForNow: forNow.has(facts.rep.id),
      })),
      page,
      weeks: weeksOfTeam(context, person, planning, team.today),
    },
  };
}

/** Weeks in which nothing at all was logged make no picture. */
function weeksOfTeam(
  { behaviours }: Context,
  person: Person,
  { facts, policy: { missedAfterDays } }: Planning,
  on: LocalDate,
): LoadedWeeks | undefined {
  if (!facts.managerIds.includes(person.id)) return undefined;
  const weeks = weeksFrom(facts, [facts.team(person.id)], { behaviours, missedAfterDays, on });
  const isEmpty = weeks.groups.every((group) => group.people.every((one) => !one.weeks.includes('seen')));
  return isEmpty ? undefined : { ...weeks, title: `Your people, the last ${weeks.weeks.length} weeks` };
}

function personRow({ rep, ...facts }: RepFacts, next: readonly TellingAct[], today: LocalDate): PersonRow {
  const lastOn = lastSeenOn({ rep, ...facts });
  return {
    id: rep.id,
    name: rep.name,
    days: lastOn === undefined ? undefined : Math.max(0, daysBetween(lastOn, today)),
    next: next.map(({ behaviour, ...act }) => ({ name: behaviour.name, ...act })),
  };
}

async function loadLead(context: Context, person: Person, { policy, facts }: Planning): Promise<LeadHome | undefined> {
  const digest = await digestFrom(context.store, context.behaviours, policy, facts, person.id);
  if (digest === undefined) return undefined;
  const managerIds = digest.teams.map(({ managerId }) => managerId);
  const days = { since: addDays(digest.on, -promiseDays), today: digest.on };
  const promises = (await countPromises(context.store, managerIds, days)).map(({ managerId, ...counts }) => ({
    managerName: facts.people.get(managerId)?.name ?? 'Somebody',
    ...counts,
  }));
  return { digest, promises, page: await teamsPageOf(context.store, person.id) };
}
