import type { Behaviour } from '../behaviours/behaviour.ts';
import type { TeamFacts } from '../behaviours/facts.ts';
import type { PersonId } from '../behaviours/ids.ts';
import { maySee } from '../leading/access.ts';
import type { Standing } from '../leading/access.ts';
import type { PulseResult } from '../leading/pulse.ts';
import { managersOf } from '../leading/roles.ts';
import { threadsOf, weeksOfThreads } from '../leading/threads.ts';
import type { AskInTime, PromiseInTime, PublishedPulse, Threads } from '../leading/threads.ts';
import { addDays, localDateOf } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import { oneOf } from './db.ts';
import type { Store } from './db.ts';
import { isLeadOfPulse, maySeePulse } from './pulse-standing.ts';
import type { ReportingLine } from './reporting-lines.ts';
import { loadTeams, weeksFrom } from './weeks-of-people.ts';

/** The last weeks as one leader may see them. A person who is manager and lead has both. */
export interface LeaderThreads {
  /** The leader's local day. */
  readonly on: LocalDate;
  /** Of their own reps; undefined for somebody who has none. */
  readonly team: Threads | undefined;
  /** Of their managers' teams together; undefined for somebody who leads no managers. */
  readonly teams: Threads | undefined;
  /** Who hasn't had time with their manager for more days than this is missed. */
  readonly missedAfterDays: number;
}

/** How a lead stands to a pulse of a manager who reported to them already when it was opened. */
const asLead: Standing = {
  isRepConcerned: false,
  isManagerNow: false,
  wasManager: false,
  isLeadNow: true,
  isFromMyTime: true,
  isAdmin: false,
  isAuthor: false,
};

/** @returns undefined for somebody to whom nobody reports */
export async function loadThreads(
  store: Store,
  behaviours: readonly Behaviour[],
  leaderId: PersonId,
  now: Date,
): Promise<LeaderThreads | undefined> {
  const facts = await loadTeams(store, leaderId, now);
  const leader = facts.people.get(leaderId);
  const managerIds = managersOf(leaderId, facts.lines).filter((id) => facts.managerIds.includes(id));
  const hasReps = facts.managerIds.includes(leaderId);
  if (leader === undefined || (managerIds.length === 0 && !hasReps)) return undefined;
  const zone = facts.times.calendarOf(leader).timeZone;
  const on = localDateOf(now, zone);
  const { missedAfterDays } = facts.times.policy;

  async function threads(teams: readonly TeamFacts[]): Promise<Threads> {
    const { weeks, groups } = weeksFrom(facts, teams, { behaviours, missedAfterDays, on, count: weeksOfThreads });
    const [since = on] = weeks;
    const ids = teams.map(({ manager }) => manager.id);
    return threadsOf({
      weeks,
      on,
      people: groups.flatMap(({ people }) => people),
      missableFrom: missableFrom(teams, missedAfterDays),
      asks: await asksInTime(store, ids, since, zone),
      promises: await promisesInTime(store, ids, since),
      pulses: await publishedPulses(store, leaderId, facts.lines, ids, since),
    });
  }

  return {
    on,
    team: hasReps ? await threads([facts.team(leaderId)]) : undefined,
    teams: managerIds.length === 0 ? undefined : await threads(managerIds.map((id) => facts.team(id))),
    missedAfterDays,
  };
}

/** The first day on which anybody in these teams can be missed; undefined where there is nobody. */
function missableFrom(teams: readonly TeamFacts[], missedAfterDays: number): LocalDate | undefined {
  const [first] = teams.flatMap(({ reps }) => reps.map(({ reportsSince }) => reportsSince)).toSorted();
  return first === undefined ? undefined : addDays(first, missedAfterDays + 1);
}

/** Asks of these managers' reps that had to be settled by a day since then; their steps by the clock of the zone. */
async function asksInTime(
  store: Store,
  managerIds: readonly PersonId[],
  since: LocalDate,
  zone: string,
): Promise<AskInTime[]> {
  const rows = await store.database
    .selectFrom('ask')
    .innerJoin('askStep', 'askStep.askId', 'ask.id')
    .select(['ask.id', 'ask.neededBy', 'askStep.step', 'askStep.until', 'askStep.at'])
    .where('ask.workspaceId', '=', store.workspaceId)
    .where('ask.managerId', 'in', oneOf(managerIds))
    .where('ask.neededBy', '>=', since)
    .orderBy('askStep.id')
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((steps) => {
    const neededBy = steps[0]?.neededBy ?? null;
    if (neededBy === null) return [];
    return [
      {
        neededBy,
        steps: steps.map(({ step, until, at }) => ({ step, until, on: localDateOf(new Date(at), zone) })),
      },
    ];
  });
}

/** Promises of these managers with a day since then. */
async function promisesInTime(
  store: Store,
  managerIds: readonly PersonId[],
  since: LocalDate,
): Promise<PromiseInTime[]> {
  return store.database
    .selectFrom('promise')
    .select(['id', 'pulseId', 'dueOn', 'state', 'settledOn'])
    .where('workspaceId', '=', store.workspaceId)
    .where('managerId', 'in', oneOf(managerIds))
    .where('dueOn', '>=', since)
    .execute();
}

/**
 * What was published since then of the pulses in which these managers' teams were asked, as far as the reader may see it: averages,
 * and none of the sentences. A small team's is that of several teams together.
 */
async function publishedPulses(
  store: Store,
  readerId: PersonId,
  lines: readonly ReportingLine[],
  managerIds: readonly PersonId[],
  since: LocalDate,
): Promise<PublishedPulse[]> {
  const rows = await store.database
    .selectFrom('pulse')
    .innerJoin('pulseTeam', 'pulseTeam.pulseId', 'pulse.id')
    .select(['pulse.id', 'pulse.leaderId', 'pulse.openedOn', 'pulse.closedOn', 'pulse.result', 'pulseTeam.managerId'])
    .where('pulse.workspaceId', '=', store.workspaceId)
    .where('pulse.state', '=', 'published')
    .where('pulse.closedOn', '>=', since)
    .where('pulseTeam.managerId', 'in', oneOf(managerIds))
    .orderBy('pulse.id')
    .execute();
  const pulses: PublishedPulse[] = [];
  for (const asked of Map.groupBy(rows, ({ id }) => id).values()) {
    const [pulse] = asked;
    if (pulse === undefined || pulse.closedOn === null || pulse.result === null) continue;
    const teams = { ...pulse, managerIds: asked.map(({ managerId }) => managerId) };
    // Of managers who report to the reader their line says it; asking for each of them anew takes seconds.
    const isOfManager = !managerIds.includes(readerId);
    const isSeen = isOfManager
      ? isLeadOfPulse(readerId, lines, teams) && maySee('pulse-result', asLead) === 'all'
      : await maySeePulse(store, readerId, teams);
    if (!isSeen) continue;
    const { statements } = JSON.parse(store.secrets.open(pulse.result)) as PulseResult;
    pulses.push({ closedOn: pulse.closedOn, points: statements.map(({ points }) => points) });
  }
  return pulses;
}
