/** What a lead sees of their managers: counts, ages and names of people missed; never note text, never a ranking. */
import type { Behaviour } from '../behaviours/behaviour.ts';
import type { AskFact, RepFacts, TeamFacts } from '../behaviours/facts.ts';
import { keeperOf } from '../behaviours/keeper.ts';
import { addDays, daysBetween } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import { unsettledAskStates } from './ask-lifecycle.ts';
import { byTurns, deedsOf } from './deeds.ts';
import type { Span } from './deeds.ts';
import { oneThingOf } from './digest-one-thing.ts';
import type { OneThing } from './digest-one-thing.ts';
import { obstacleForALead } from './obstacles.ts';
import type { ObstacleCount } from './obstacles.ts';
import { asKnownTo } from './own-entries.ts';
import type { Policy } from './policy.ts';
import { isAgeing } from './take-over.ts';

export interface Missed {
  readonly repId: number;
  readonly name: string;
  /** Since anything was logged with them. */
  readonly days: number;
}

export interface Ages {
  readonly count: number;
  readonly oldestDays: number;
  /** The one that waits for longest; undefined where there is none. */
  readonly oldestId: number | undefined;
}

export interface TeamDigest {
  readonly managerId: number;
  readonly managerName: string;
  readonly people: number;
  /** People with whom something was logged in the last 7 days. */
  readonly seen: number;
  /** People who are out, and with whom nothing was logged in these days: nobody could have had time with them. */
  readonly out: number;
  readonly missed: readonly Missed[];
  /** What was logged in the last 7 days, by behaviour, in the catalogue's order; only those above 0. */
  readonly logged: readonly { readonly noun: string; readonly count: number }[];
  /** With the manager, not settled. */
  readonly openAsks: Ages;
  /** Of these, the ones that have waited for too long. */
  readonly ageingAsks: Ages;
  /** With the lead, not settled. */
  readonly asksWithLead: Ages;
  /** Reported by a rep and still open, or idle for longer than the rhythm. */
  readonly blockedDeals: { readonly reported: number; readonly idle: number };
  /** To people of this team, with a day in the last 7: those taken back aside. */
  readonly promises: { readonly due: number; readonly kept: number };
  /** What to thank the manager for: `deedsOf`. */
  readonly deeds: readonly string[];
  /** By the lead, in the last 7 days. */
  readonly wasThanked: boolean;
}

/** A rep with whom the lead could sit down. */
export interface SkipLevel {
  readonly repId: number;
  readonly name: string;
  readonly managerName: string;
}

/** A talk that the lead has booked with a rep. */
export interface BookedTalk {
  readonly repId: number;
  readonly name: string;
  /** `Tue, Nov 24, 10:00 AM` by the lead's clock. */
  readonly when: string;
}

export interface Digest {
  /** The lead's local days. */
  readonly from: LocalDate;
  readonly on: LocalDate;
  /** Sorted by the managers' names. */
  readonly teams: readonly TeamDigest[];
  /** Managers to thank, each with what for; who stands first changes from week to week. */
  readonly wentWell: readonly TeamDigest[];
  /** What our own company puts in the way of most deals; undefined where nobody named anything. */
  readonly topObstacle: ObstacleCount | undefined;
  /** Whom the lead hasn't sat down with for longest. */
  readonly skipLevel: SkipLevel | undefined;
  /** Others to choose from, by name. */
  readonly skipLevels: readonly SkipLevel[];
  readonly booked: readonly BookedTalk[];
  /** Nothing was ever logged by any of these managers. */
  readonly isEmpty: boolean;
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
  /** How many asks each manager settled in these days, by their id. */
  readonly answeredAsks?: ReadonlyMap<number, number>;
  /** Ids of managers whom the lead has thanked in these days. */
  readonly thanked?: ReadonlySet<number>;
  readonly booked?: readonly BookedTalk[];
  /** How many deals the idle rule of the blocked-deal behaviour finds in a team. */
  idleDealsOf(team: TeamFacts): number;
}

export const digestDays = 7;
const skipLevelKind = 'skip-level';
/** More can't be chosen from in one list. */
const mostSkipLevels = 100;

export function digestOf(input: DigestInput): Digest {
  const span = { after: addDays(input.on, -digestDays), on: input.on };
  const known = input.teams
    .map((team) => ({ whole: team, team: asKnownTo(input.lead.id, team, input.behaviours) }))
    .toSorted((one, other) => one.team.manager.name.localeCompare(other.team.manager.name));
  const teams = known.map(({ whole, team }) => teamDigest(input, span, whole, withManagerOnly(team)));
  const obstacles = input.obstacles ?? [];
  const booked = input.booked ?? [];
  const bookedReps = new Set(booked.map(({ repId }) => repId));
  const skipLevels = skipLevelsOf(input, bookedReps);
  const [skipLevel] = skipLevels;
  const wentWell = byTurns(teams, input.on).filter(({ deeds }) => deeds.length > 0);
  return {
    from: span.after,
    on: span.on,
    teams,
    wentWell,
    topObstacle: obstacles[0],
    skipLevel,
    skipLevels: skipLevels.toSorted((one, other) => one.name.localeCompare(other.name)),
    booked,
    isEmpty: known.every(({ team }) =>
      withManagerOnly(team).reps.every(({ interactions }) => interactions.length === 0),
    ),
    oneThing: oneThingOf({
      teams: byTurns(teams, input.on),
      obstacle: obstacleForALead(obstacles),
      skipLevel,
      bookedReps,
    }),
  };
}

/** @param whole with what the idle rule looks at; `team` holds what this manager logged, and nobody else */
function teamDigest(input: DigestInput, span: Span, whole: TeamFacts, team: TeamFacts): TeamDigest {
  const isIn = (day: LocalDate): boolean => day > span.after && day <= span.on;
  const wasSeen = ({ interactions }: RepFacts): boolean => interactions.some(({ happenedOn }) => isIn(happenedOn));
  const thisWeek = team.reps.flatMap((facts) => facts.interactions).filter(({ happenedOn }) => isIn(happenedOn));
  const asks = team.reps.flatMap((facts) => facts.asks).filter((ask) => unsettledAskStates.includes(ask.state));
  const withManager = asks.filter((ask) => ask.holderId === team.manager.id);
  const due = team.reps
    .flatMap((facts) => facts.promises)
    .filter((promise) => keeperOf(promise) === team.manager.id && isIn(promise.dueOn) && promise.state !== 'dropped');
  const answered = input.answeredAsks?.get(team.manager.id) ?? 0;
  return {
    managerId: team.manager.id,
    managerName: team.manager.name,
    people: team.reps.length,
    seen: team.reps.filter(wasSeen).length,
    out: team.reps.filter((facts) => facts.isOut && !wasSeen(facts)).length,
    missed: missedOf(team.reps, span.on, input.policy.missedAfterDays),
    logged: input.behaviours.flatMap((behaviour) => {
      const number = thisWeek.filter((interaction) => interaction.behaviour === behaviour.id).length;
      return number === 0 ? [] : [{ noun: number === 1 ? behaviour.noun.one : behaviour.noun.many, count: number }];
    }),
    openAsks: ages(withManager, span.on),
    ageingAsks: ages(
      withManager.filter((ask) => isAgeing(ask, span.on)),
      span.on,
    ),
    asksWithLead: ages(
      asks.filter((ask) => ask.holderId === input.lead.id),
      span.on,
    ),
    blockedDeals: {
      reported: asks.filter((ask) => ask.kind === 'blocked-deal').length,
      idle: input.idleDealsOf(whole),
    },
    promises: { due: due.length, kept: due.filter(({ state }) => state === 'kept').length },
    deeds: deedsOf(team, span, answered),
    wasThanked: input.thanked?.has(team.manager.id) ?? false,
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

/** Who is away isn't missed, and who has only just come isn't either. */
function missedOf(reps: readonly RepFacts[], on: LocalDate, afterDays: number): Missed[] {
  return reps
    .filter(({ isOut }) => !isOut)
    .map((facts) => ({ repId: facts.rep.id, name: facts.rep.name, days: daysUnseenOn(facts, on) }))
    .filter((missed) => missed.days > afterDays)
    .toSorted((one, other) => other.days - one.days || one.name.localeCompare(other.name));
}

function daysUnseenOn(facts: RepFacts, on: LocalDate): number {
  const last = facts.interactions.find(({ happenedOn }) => happenedOn <= on)?.happenedOn;
  const since = last === undefined || last < facts.reportsSince ? facts.reportsSince : last;
  return Math.max(0, daysBetween(since, on));
}

function ages(asks: readonly AskFact[], on: LocalDate): Ages {
  const [oldest] = asks.toSorted((one, other) => one.askedOn.localeCompare(other.askedOn) || one.id - other.id);
  return {
    count: asks.length,
    oldestDays: oldest === undefined ? 0 : Math.max(0, daysBetween(oldest.askedOn, on)),
    oldestId: oldest?.id,
  };
}

/** Whom the lead could sit down with, those first who have waited for longest: nobody who is away, or with whom it is booked. */
function skipLevelsOf({ lead, teams }: DigestInput, bookedReps: ReadonlySet<number>): SkipLevel[] {
  return teams
    .flatMap((team) =>
      team.reps
        .filter(({ rep, isOut }) => !isOut && !bookedReps.has(rep.id) && rep.id !== lead.id)
        .map((facts) => ({
          person: { repId: facts.rep.id, name: facts.rep.name, managerName: team.manager.name },
          since: lastTalkWith(lead.id, facts) ?? facts.reportsSince,
        })),
    )
    .toSorted((one, other) => one.since.localeCompare(other.since) || one.person.name.localeCompare(other.person.name))
    .slice(0, mostSkipLevels)
    .map(({ person }) => person);
}

function lastTalkWith(leadId: number, facts: RepFacts): LocalDate | undefined {
  return facts.interactions.find(({ behaviour, managerId }) => behaviour === skipLevelKind && managerId === leadId)
    ?.happenedOn;
}
