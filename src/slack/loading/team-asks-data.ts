/** Gathers what `/firstline asks` shows to somebody to whom others report. */
import type { PersonId } from '../../behaviours/ids.ts';
import { linesNear } from '../../store/lines-near.ts';
import { askFor } from '../../acts/read-ask.ts';
import { dayOf } from '../../acts/own.ts';
import type { AskFact } from '../../behaviours/facts.ts';
import type { Context } from '../../context.ts';
import { unconfirmedAskStates, unsettledAskStates } from '../../leading/ask-lifecycle.ts';
import { obstaclesSince, topObstacles, unnamedReports, waitingFor } from '../../leading/obstacles.ts';
import { managersOf, reportsOf } from '../../leading/roles.ts';
import { askFacts } from '../../store/asks.ts';
import type { Store } from '../../store/db.ts';
import { companyObstaclesOf } from '../../store/obstacles.ts';
import { findPeople } from '../../store/people.ts';
import type { Person } from '../../store/people.ts';
import type { ReportingLine } from '../../store/reporting-lines.ts';
import { daysBetween } from '../../time/zoned.ts';
import type { LocalDate } from '../../time/zoned.ts';
import { summaryOf } from './load-ask.ts';
import { askGroups, asksOnAPage } from '../views/ask/team-asks.ts';
import type { AskGroup, ManagerAsks, TeamAsks } from '../views/ask/team-asks.ts';

interface Placed {
  readonly group: AskGroup;
  readonly id: number;
}

/** @param page from 0; one past the end shows the last */
export async function loadTeamAsks(context: Context, acting: Person, page: number): Promise<TeamAsks> {
  const { store } = context;
  const now = context.clock();
  const lines = await linesNear(store, [acting.id]);
  const managerIds = managersOf(acting.id, lines);
  const teamIds = [...new Set([acting.id, ...managerIds].flatMap((id) => reportsOf(id, lines)))];
  const { today } = await dayOf(store, acting, now);
  const asks = await askFacts(store, [...unsettledAskStates, ...unconfirmedAskStates], {
    repIds: [acting.id, ...teamIds],
    holderIds: [acting.id],
  });
  const placed = await readable(store, acting, placedFor(acting, asks, lines));
  const last = Math.max(0, Math.ceil(placed.length / asksOnAPage) - 1);
  const shown = Math.min(page, last);
  const rows: { group: AskGroup; ask: TeamAsks['rows'][number]['ask'] }[] = [];
  for (const { group, id } of placed.slice(shown * asksOnAPage, (shown + 1) * asksOnAPage)) {
    const found = await askFor(store, acting.id, id);
    if (found !== undefined) rows.push({ group, ask: await summaryOf(store, found, acting, now) });
  }
  const { reports, deals } = await companyObstaclesOf(store, teamIds, obstaclesSince(today));
  return {
    page: shown,
    rows,
    counts: countsOf(placed),
    managers: await managersAsks(store, managerIds, asks, { lines, today }),
    obstacles: topObstacles(reports, deals, today),
    unnamed: unnamedReports(reports, today),
  };
}

/** Those of the acting person, of who reports to them, and what they have: by group, the oldest first. */
function placedFor(acting: Person, asks: readonly AskFact[], lines: readonly ReportingLine[]): Placed[] {
  const reports = new Set(reportsOf(acting.id, lines));
  const concerned = asks
    .filter(({ repId, holderId }) => repId === acting.id || holderId === acting.id || reports.has(repId))
    .toSorted((one, other) => one.askedOn.localeCompare(other.askedOn) || one.id - other.id)
    .flatMap((ask) => {
      const group: AskGroup | undefined = ask.repId === acting.id ? 'own' : waitingFor(ask, acting.id);
      return group === undefined ? [] : [{ group, id: ask.id }];
    });
  return askGroups.flatMap((group) => concerned.filter((ask) => ask.group === group));
}

/** Only what the access rules let this person read. */
async function readable(store: Store, acting: Person, placed: readonly Placed[]): Promise<Placed[]> {
  const kept: Placed[] = [];
  for (const ask of placed) if ((await askFor(store, acting.id, ask.id)) !== undefined) kept.push(ask);
  return kept;
}

function countsOf(placed: readonly Placed[]): TeamAsks['counts'] {
  const of = (group: AskGroup) => placed.filter((ask) => ask.group === group).length;
  return { you: of('you'), others: of('others'), confirmation: of('confirmation'), own: of('own') };
}

/** What lies with each manager, in numbers; the oldest first. */
async function managersAsks(
  store: Store,
  managerIds: readonly PersonId[],
  asks: readonly AskFact[],
  { lines, today }: { readonly lines: readonly ReportingLine[]; readonly today: LocalDate },
): Promise<ManagerAsks[]> {
  const managers = await findPeople(store, managerIds);
  return managers
    .map((manager) => {
      const reps = new Set(reportsOf(manager.id, lines));
      const ofTeam = asks.filter(({ repId, holderId }) => reps.has(repId) && holderId === manager.id);
      const open = ofTeam.filter(({ state }) => unsettledAskStates.includes(state));
      return {
        managerName: manager.name,
        open: open.length,
        oldestDays: Math.max(0, ...open.map(({ askedOn }) => daysBetween(askedOn, today))),
        unconfirmed: ofTeam.length - open.length,
      };
    })
    .toSorted((one, other) => other.oldestDays - one.oldestDays || one.managerName.localeCompare(other.managerName));
}
