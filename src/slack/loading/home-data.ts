/** Gathers what a Home tab shows, as the database says it now. */
import type { AskState } from '../../behaviours/facts.ts';
import { askFor } from '../../acts/read-ask.ts';
import { workingCalendarOf } from '../../acts/local-day.ts';
import type { PersonId } from '../../behaviours/ids.ts';
import type { Context } from '../../context.ts';
import { unsettledAskStates } from '../../leading/ask-lifecycle.ts';
import { timeZoneOf } from '../../leading/calendars.ts';
import { asksOf } from '../../store/asks.ts';
import type { Store } from '../../store/db.ts';
import { findHeldBack, heldProblem } from '../../store/held-back.ts';
import { countProblems } from '../../store/outbox-counts.ts';
import type { Person } from '../../store/people.ts';
import { loadPlanning } from '../../store/plan-input.ts';
import { reportsNow } from '../../store/reporting-lines.ts';
import { findWorkspace } from '../../store/workspaces.ts';
import { weekOf } from '../../time/working-week.ts';
import { localDateOf } from '../../time/zoned.ts';
import { orphansFor } from './departures-data.ts';
import { loadWaitingClaims } from './claims-data.ts';
import { loadAway } from './away-data.ts';
import { loadLeaderHome } from './home-manager-data.ts';
import { loadRepHome } from './home-rep-data.ts';
import { summaryOf } from './load-ask.ts';
import { loadPulseHome } from './pulse-home-data.ts';
import type { AskSummary } from '../views/ask/ask-words.ts';
import type { HomeData } from '../views/home/shown-home.ts';

const mostAsks = 50;

/** @param page of the people, from 0 */
export async function loadHome(context: Context, person: Person, page: number): Promise<HomeData> {
  const now = context.clock();
  // A lead reads of each manager's team.
  const leaderIds = [person.id, ...(await reportsNow(context.store, person.id))];
  const planning = await loadPlanning(context.store, context.behaviours, leaderIds, now);
  const zone = timeZoneOf(person, (await findWorkspace(context.store))?.defaultTimeZone ?? 'Etc/UTC');
  const leader = planning.facts.leaderIds.includes(person.id)
    ? await loadLeaderHome(context, person, planning, page)
    : undefined;
  const asks = await loadAsks(context, person, { holderId: person.id }, unsettledAskStates);
  return {
    today: localDateOf(now, zone),
    weekOf: weekOf((await workingCalendarOf(context.store, person)).days, localDateOf(now, zone)),
    asksWithMe: asks.filter(({ id }) => leader?.asksInTheWeek.has(id) !== true),
    manager: leader?.manager,
    lead: leader?.lead,
    rep: await loadRepHome(context, person, planning, (states) =>
      loadAsks(context, person, { repId: person.id }, states),
    ),
    pulse: await loadPulseHome(context, person),
    withoutManager: await orphansFor(context.store, person),
    claims: await loadWaitingClaims(context.store, person),
    away: await loadAway(context.store, person, now),
    heldBack: person.isAdmin ? await countHeldBack(context.store) : undefined,
  };
}

/** Undefined where everything is sent. */
async function countHeldBack(store: Store): Promise<number | undefined> {
  if ((await findHeldBack(store.database)) === undefined) return undefined;
  return (await countProblems(store))[heldProblem] ?? 0;
}

/** The asks of one side that the reader may read, oldest first. */
export async function loadAsks(
  context: Context,
  reader: Person,
  side: { repId: PersonId } | { holderId: PersonId },
  states: readonly AskState[],
): Promise<AskSummary[]> {
  const summaries: AskSummary[] = [];
  for (const { id } of await asksOf(context.store, { ...side, states, limit: mostAsks })) {
    const found = await askFor(context.store, reader.id, id);
    if (found !== undefined) summaries.push(await summaryOf(context.store, found, reader, context.clock()));
  }
  return summaries;
}
