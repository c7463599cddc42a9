/** What a lead sees of their managers: counts, ages and names of people missed; never note text, never a ranking. */
import type { Behaviour } from '../behaviours/behaviour.ts';
import { companyObstacleNames } from '../behaviours/company-obstacles.ts';
import type { AskFact, RepFacts, TeamFacts } from '../behaviours/facts.ts';
import { addDays, daysBetween } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import { daysUnseen, lastSeenOn } from './attention.ts';
import { unsettledAskStates } from './ask-lifecycle.ts';
import { behindWords, obstacleDays, obstacleForALead } from './obstacles.ts';
import type { ObstacleCount } from './obstacles.ts';
import { asKnownTo } from './own-entries.ts';
import type { Policy } from './policy.ts';

export interface Missed {
  readonly repId: number;
  readonly name: string;
  /** Since anything was logged with them. */
  readonly days: number;
}

export interface TeamDigest {
  readonly managerId: number;
  readonly managerName: string;
  readonly people: number;
  /** People with whom something was logged in the last 7 days. */
  readonly seen: number;
  readonly missed: readonly Missed[];
  /** What was logged in the last 7 days, by behaviour, in the catalogue's order; only those above 0. */
  readonly logged: readonly { readonly noun: string; readonly count: number }[];
  /** With the manager, not settled; age in days. */
  readonly openAsks: { readonly count: number; readonly oldestDays: number };
  /** Handed to the lead, not settled. */
  readonly asksWithLead: { readonly count: number; readonly oldestDays: number };
  /** Reported by a rep and still open, or idle for longer than the rhythm. */
  readonly blockedDeals: { readonly reported: number; readonly idle: number };
}

/** The one thing that the lead can do, in a sentence, with why. */
export interface OneThing {
  readonly act: string;
  readonly why: string;
}

export interface Digest {
  /** The lead's local days. */
  readonly from: LocalDate;
  readonly on: LocalDate;
  readonly teams: readonly TeamDigest[];
  /** What our own company puts in the way of most deals; undefined where nobody named anything. */
  readonly topObstacle: ObstacleCount | undefined;
  readonly oneThing: OneThing;
}

export interface DigestInput {
  readonly lead: { readonly id: number };
  /** The teams of the lead's managers. */
  readonly teams: readonly TeamFacts[];
  readonly behaviours: readonly Behaviour[];
  readonly policy: Policy;
  /** The lead's local day. */
  readonly on: LocalDate;
  /** What our own company puts in the way in these teams, by `topObstacles`. */
  readonly obstacles?: readonly ObstacleCount[];
  /** How many deals the idle rule of the blocked-deal behaviour finds in a team. */
  idleDealsOf(team: TeamFacts): number;
}

const digestDays = 7;
/** An ask that has waited longer than this is one that the lead can help with. */
const ageingAskDays = 3;

export function digestOf(input: DigestInput): Digest {
  const teams = input.teams.map((team) => teamDigest(input, asKnownTo(input.lead.id, team, input.behaviours)));
  const obstacles = input.obstacles ?? [];
  const oneThing = oneThingOf(teams, obstacleForALead(obstacles));
  return { from: addDays(input.on, -digestDays), on: input.on, teams, topObstacle: obstacles[0], oneThing };
}

function teamDigest(input: DigestInput, whole: TeamFacts): TeamDigest {
  const team = withManagerOnly(whole);
  const from = addDays(input.on, -digestDays);
  const thisWeek = team.reps
    .flatMap((facts) => facts.interactions)
    .filter((interaction) => interaction.happenedOn > from);
  const asks = team.reps.flatMap((facts) => facts.asks).filter((ask) => unsettledAskStates.includes(ask.state));
  return {
    managerId: team.manager.id,
    managerName: team.manager.name,
    people: team.reps.length,
    seen: team.reps.filter((facts) => (lastSeenOn(facts) ?? '') > from).length,
    missed: missedOf(team, team.reps, input.policy.missedAfterDays),
    logged: input.behaviours.flatMap((behaviour) => {
      const number = thisWeek.filter((interaction) => interaction.behaviour === behaviour.id).length;
      return number === 0 ? [] : [{ noun: number === 1 ? behaviour.noun.one : behaviour.noun.many, count: number }];
    }),
    openAsks: ages(
      asks.filter((ask) => ask.holderId === team.manager.id),
      input.on,
    ),
    asksWithLead: ages(
      asks.filter((ask) => ask.holderId === input.lead.id),
      input.on,
    ),
    blockedDeals: {
      reported: asks.filter((ask) => ask.kind === 'blocked-deal').length,
      idle: input.idleDealsOf(whole),
    },
  };
}

/** What this manager logged themselves: a skip-level of the lead's own is no time with the manager. */
function withManagerOnly(team: TeamFacts): TeamFacts {
  return {
    ...team,
    reps: team.reps.map((facts) => ({
      ...facts,
      interactions: facts.interactions.filter((interaction) => interaction.managerId === team.manager.id),
    })),
  };
}

function missedOf(team: TeamFacts, reps: readonly RepFacts[], afterDays: number): Missed[] {
  return reps
    .map((facts) => ({ repId: facts.rep.id, name: facts.rep.name, days: daysUnseen(team, facts) }))
    .filter((missed) => missed.days > afterDays)
    .toSorted((one, other) => other.days - one.days || one.name.localeCompare(other.name));
}

function ages(asks: readonly AskFact[], on: LocalDate): { count: number; oldestDays: number } {
  return { count: asks.length, oldestDays: Math.max(0, ...asks.map((ask) => daysBetween(ask.askedOn, on))) };
}

/** The first that applies, from what only the lead can do to what is pleasant. */
function oneThingOf(teams: readonly TeamDigest[], obstacle: ObstacleCount | undefined): OneThing {
  const waiting = oldest(
    teams,
    (team) => team.asksWithLead.oldestDays,
    (team) => team.asksWithLead.count > 0,
  );
  if (waiting !== undefined)
    return {
      act: `Answer what came up to you from ${waiting.managerName}’s team.`,
      why: `${waiting.asksWithLead.count === 1 ? 'One ask is' : `${waiting.asksWithLead.count} asks are`} with you, the oldest for ${days(waiting.asksWithLead.oldestDays)}.`,
    };
  const ageing = oldest(
    teams,
    (team) => team.openAsks.oldestDays,
    (team) => team.openAsks.oldestDays > ageingAskDays,
  );
  if (ageing !== undefined)
    return {
      act: `Ask ${ageing.managerName} which open ask you can take off their desk.`,
      why: `${ageing.openAsks.count === 1 ? 'One ask is' : `${ageing.openAsks.count} asks are`} open there, the oldest for ${days(ageing.openAsks.oldestDays)}.`,
    };
  if (obstacle !== undefined)
    return {
      act: `Fix ${companyObstacleNames[obstacle.obstacle]}: ${behindWords(obstacle)}.`,
      why: `Your teams named it as what our own company puts in the way, in the last ${obstacleDays} days. You can remove it for all of them.`,
    };
  const missing = oldest(
    teams,
    (team) => team.missed[0]?.days ?? 0,
    (team) => team.missed.length > 0,
  );
  const [person] = missing?.missed ?? [];
  if (missing !== undefined && person !== undefined)
    return {
      act: `Give ${missing.managerName} an hour back this week, for ${person.name}.`,
      why: `Nothing has been logged with ${person.name} for ${days(person.days)}. Ask what you can take over, so that there is time.`,
    };
  const blocked = oldest(
    teams,
    (team) => team.blockedDeals.reported,
    (team) => team.blockedDeals.reported > 0,
  );
  if (blocked !== undefined)
    return {
      act: `Ask ${blocked.managerName} which blocked deal needs somebody more senior.`,
      why: `${blocked.blockedDeals.reported === 1 ? 'One deal is' : `${blocked.blockedDeals.reported} deals are`} reported as blocked in that team.`,
    };
  const caring = oldest(
    teams,
    (team) => team.seen,
    (team) => team.people > 0 && team.seen === team.people,
  );
  if (caring !== undefined)
    return {
      act: `Thank ${caring.managerName}.`,
      why: `Everybody in that team (${caring.people}) had time with their manager this week.`,
    };
  return {
    act: 'Sit down with one of your managers and ask what would make their week easier.',
    why: 'Nothing is waiting for you today.',
  };
}

function oldest(
  teams: readonly TeamDigest[],
  sizeOf: (team: TeamDigest) => number,
  applies: (team: TeamDigest) => boolean,
): TeamDigest | undefined {
  return teams
    .filter(applies)
    .toSorted((one, other) => sizeOf(other) - sizeOf(one) || one.managerId - other.managerId)[0];
}

function days(number: number): string {
  return number === 1 ? 'one day' : `${number} days`;
}
