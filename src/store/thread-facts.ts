import type { Behaviour } from '../behaviours/behaviour.ts';
import type { TeamFacts } from '../behaviours/facts.ts';
import type { PulseResult } from '../leading/pulse.ts';
import { managersOf } from '../leading/roles.ts';
import { threadsOf, weeksOfThreads } from '../leading/threads.ts';
import type { AskInTime, PromiseInTime, PublishedPulse, Threads } from '../leading/threads.ts';
import { localDateOf } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Store } from './db.ts';
import { loadFacts } from './facts.ts';
import type { PulseKind } from './pulse-tables.ts';
import { weeksFrom } from './weeks-of-people.ts';

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

/** @returns undefined for somebody to whom nobody reports */
export async function loadThreads(
  store: Store,
  behaviours: readonly Behaviour[],
  leaderId: number,
  now: Date,
): Promise<LeaderThreads | undefined> {
  const facts = await loadFacts(store, now);
  const leader = facts.people.get(leaderId);
  const managerIds = managersOf(leaderId, facts.lines).filter((id) => facts.managerIds.includes(id));
  const hasReps = facts.managerIds.includes(leaderId);
  if (leader === undefined || (managerIds.length === 0 && !hasReps)) return undefined;
  const zone = facts.times.calendarOf(leader).timeZone;
  const on = localDateOf(now, zone);
  const { missedAfterDays } = facts.times.policy;

  async function threads(teams: readonly TeamFacts[], pulses: readonly LedPulses[]): Promise<Threads> {
    const { weeks, groups } = weeksFrom(facts, teams, { behaviours, missedAfterDays, on, count: weeksOfThreads });
    const [since = on] = weeks;
    const ids = teams.map(({ manager }) => manager.id);
    return threadsOf({
      weeks,
      on,
      people: groups.flatMap(({ people }) => people),
      asks: await asksInTime(store, ids, since, zone),
      promises: await promisesInTime(store, ids, since),
      pulses: await publishedPulses(store, pulses, since),
    });
  }

  const own = { leaderIds: [leaderId], kind: 'team' } as const;
  const pooled = { leaderIds: [leaderId], kind: 'pool' } as const;
  const theirs = { leaderIds: managerIds, kind: 'team' } as const;
  return {
    on,
    team: hasReps ? await threads([facts.team(leaderId)], [own]) : undefined,
    teams:
      managerIds.length === 0
        ? undefined
        : await threads(
            managerIds.map((id) => facts.team(id)),
            [theirs, pooled],
          ),
    missedAfterDays,
  };
}

/** Asks of these managers' reps that had to be settled by a day since then; their steps by the clock of the zone. */
async function asksInTime(
  store: Store,
  managerIds: readonly number[],
  since: LocalDate,
  zone: string,
): Promise<AskInTime[]> {
  const rows = await store.database
    .selectFrom('ask')
    .innerJoin('askStep', 'askStep.askId', 'ask.id')
    .select(['ask.id', 'ask.neededBy', 'askStep.step', 'askStep.until', 'askStep.at'])
    .where('ask.workspaceId', '=', store.workspaceId)
    .where('ask.managerId', 'in', managerIds)
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
async function promisesInTime(store: Store, managerIds: readonly number[], since: LocalDate): Promise<PromiseInTime[]> {
  return store.database
    .selectFrom('promise')
    .select(['id', 'pulseId', 'dueOn', 'state', 'settledOn'])
    .where('workspaceId', '=', store.workspaceId)
    .where('managerId', 'in', managerIds)
    .where('dueOn', '>=', since)
    .execute();
}

interface LedPulses {
  readonly leaderIds: readonly number[];
  readonly kind: PulseKind;
}

/** What was published of these pulses since then: averages, and none of the sentences. */
async function publishedPulses(store: Store, led: readonly LedPulses[], since: LocalDate): Promise<PublishedPulse[]> {
  const rows = await store.database
    .selectFrom('pulse')
    .select(['closedOn', 'result'])
    .where('workspaceId', '=', store.workspaceId)
    .where('state', '=', 'published')
    .where('closedOn', '>=', since)
    .where((where) =>
      where.or(
        led.map(({ leaderIds, kind }) => where.and([where('leaderId', 'in', leaderIds), where('kind', '=', kind)])),
      ),
    )
    .orderBy('id')
    .execute();
  return rows.flatMap(({ closedOn, result }) => {
    if (closedOn === null || result === null) return [];
    const { statements } = JSON.parse(store.secrets.open(result)) as PulseResult;
    return [{ closedOn, points: statements.map(({ points }) => points) }];
  });
}
