/** What a lead sees of their managers: counts, ages and names of people missed; never note text, never a ranking. */
import type { Behaviour } from '../behaviours/behaviour.ts';
import type { AskFact, RepFacts, TeamFacts } from '../behaviours/facts.ts';
import type { PersonId } from '../behaviours/ids.ts';
import { keeperOf } from '../behaviours/keeper.ts';
import { isAbsent } from '../time/working-calendar.ts';
import { daysBetween } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import { unsettledAskStates } from './ask-lifecycle.ts';
import { byTurns, deedsOf } from './deeds.ts';
import type { Advice } from './digest-advice.ts';
import { changesOf } from './digest-changes.ts';
import type { Changes } from './digest-changes.ts';
import { bareFirstNameOf, oneThingOf } from './digest-one-thing.ts';
import type { OneThing } from './digest-one-thing.ts';
import { obstacleForALead } from './obstacles.ts';
import type { ObstacleCount } from './obstacles.ts';
import { asKnownTo } from './own-entries.ts';
import type { Policy } from './policy.ts';
import { quietOf } from './quiet-manager.ts';
import type { Quiet } from './quiet-manager.ts';
import { isAgeing } from './take-over.ts';
import { hadTime, isInside, missedBy, weekUntil } from './time-with-people.ts';
import type { Span } from './time-with-people.ts';

export interface Missed {
  readonly repId: PersonId;
  readonly name: string;
  /** Since they had time with their manager. */
  readonly days: number;
}

export interface Ages {
  readonly count: number;
  readonly oldestDays: number;
  /** The one that waits for longest, who asked it, and when; undefined where there is none. */
  readonly oldestId: number | undefined;
  readonly oldestFrom: string | undefined;
  readonly oldestOn: LocalDate | undefined;
}

export interface TeamDigest {
  readonly managerId: PersonId;
  readonly managerName: string;
  readonly people: number;
  /** People who had time with the manager in these days. */
  readonly seen: number;
  /** People who are out, and had none: nobody could have had time with them. */
  readonly out: number;
  readonly missed: readonly Missed[];
  /** The manager has gone quiet; undefined where they haven't, or are away. */
  readonly quiet: Quiet | undefined;
  /** What was logged in these days, by behaviour, in the catalogue's order; only those above 0. */
  readonly logged: readonly { readonly noun: string; readonly count: number }[];
  /** With the manager, not settled. */
  readonly openAsks: Ages;
  /** Of these, the ones that have waited for too long. */
  readonly ageingAsks: Ages;
  /** With the lead, not settled. */
  readonly asksWithLead: Ages;
  /** Reported by a rep and still open, or idle for longer than the rhythm. */
  readonly blockedDeals: { readonly reported: number; readonly idle: number };
  /** To people of this team, with a day in these: those taken back aside. One that was made to the whole team is one. */
  readonly promises: { readonly due: number; readonly kept: number };
  /** What to thank the manager for: `deedsOf`. */
  readonly deeds: readonly string[];
  /** By the lead, in these days. */
  readonly wasThanked: boolean;
}

/** A rep with whom the lead could sit down. */
export interface SkipLevel {
  readonly repId: PersonId;
  readonly name: string;
  readonly managerName: string;
}

/** A talk that the lead has booked with a rep. */
export interface BookedTalk {
  readonly repId: PersonId;
  readonly name: string;
  /** `Tue, Nov 24, 10:00 AM` by the lead's clock. */
  readonly when: string;
}

export interface Digest {
  /** The lead's local days: all after `from`, up to and including `on`. */
  readonly from: LocalDate;
  readonly on: LocalDate;
  /** Sorted by the managers' names. */
  readonly teams: readonly TeamDigest[];
  /** What is different from the week before. */
  readonly changes: Changes;
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
  /** The day of the digest before; undefined where there was none. */
  readonly before?: LocalDate | undefined;
  /** What earlier digests advised, newest first. */
  readonly given?: readonly Advice[];
  /** The day on which the lead last wrote to a manager, by the manager. */
  readonly lastAsked?: ReadonlyMap<number, LocalDate>;
  /** What the lead calls people; first names, if left out. */
  readonly shortNameOf?: (name: string) => string;
  /** How many deals the idle rule of the blocked-deal behaviour finds in a team. */
  idleDealsOf(team: TeamFacts): number;
}

const skipLevelKind = 'skip-level';
/** More can't be chosen from in one list. */
const mostSkipLevels = 100;

export function digestOf(input: DigestInput): Digest {
  const span = weekUntil(input.on, input.before);
  const known = input.teams
    .map((team) => ({ whole: team, team: asKnownTo(input.lead.id, team, input.behaviours) }))
    .toSorted((one, other) => one.team.manager.name.localeCompare(other.team.manager.name));
  const own = known.map(({ whole, team }) => ({ whole, team: withManagerOnly(team) }));
  const teams = own.map(({ whole, team }) => teamDigest(input, span, whole, team));
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
    changes: changesOf(
      own.map(({ team }) => team),
      teams,
      span,
      input.policy.missedAfterDays,
      teams.reduce((sum, { managerId }) => sum + (input.answeredAsks?.get(managerId) ?? 0), 0),
    ),
    wentWell,
    topObstacle: obstacles[0],
    skipLevel,
    skipLevels: skipLevels.toSorted((one, other) => one.name.localeCompare(other.name)),
    booked,
    isEmpty: own.every(({ team }) => !hasBegun(team)),
    oneThing: oneThingOf({
      teams: byTurns(teams, input.on),
      obstacle: obstacleForALead(obstacles),
      skipLevel,
      bookedReps,
      on: input.on,
      given: input.given ?? [],
      lastAsked: input.lastAsked ?? new Map<number, LocalDate>(),
      shortNameOf: input.shortNameOf ?? bareFirstNameOf,
    }),
  };
}

/** @param whole with what the idle rule looks at; `team` holds what this manager logged, and nobody else */
function teamDigest(input: DigestInput, span: Span, whole: TeamFacts, team: TeamFacts): TeamDigest {
  const managerId = team.manager.id;
  const thisWeek = team.reps
    .flatMap((facts) => facts.interactions)
    .filter(({ happenedOn }) => isInside(span, happenedOn));
  const asks = team.reps.flatMap((facts) =>
    facts.asks.filter((ask) => unsettledAskStates.includes(ask.state)).map((ask) => ({ ...ask, from: facts.rep.name })),
  );
  const withManager = asks.filter((ask) => ask.holderId === managerId);
  const due = promisesDue(team, span);
  const answered = input.answeredAsks?.get(managerId) ?? 0;
  return {
    managerId,
    managerName: team.manager.name,
    people: team.reps.length,
    seen: team.reps.filter((facts) => hadTime(managerId, facts, span)).length,
    out: team.reps.filter((facts) => facts.isOut && !hadTime(managerId, facts, span)).length,
    // Where nothing was ever written down, nobody knows who is missed.
    missed: hasBegun(team) ? missedBy(team, span.on, input.policy.missedAfterDays) : [],
    quiet: quietOf(team, span.on, input.policy.missedAfterDays, isAbsent(team.calendar, team.now)),
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
    wasThanked: input.thanked?.has(managerId) ?? false,
  };
}

/** Promises of the manager's to this team whose day is in the span. What was promised to all of them after a pulse is one promise. */
function promisesDue(team: TeamFacts, span: Span) {
  const due = team.reps
    .flatMap((facts) => facts.promises)
    .filter(
      (promise) =>
        keeperOf(promise) === team.manager.id && isInside(span, promise.dueOn) && promise.state !== 'dropped',
    );
  return [
    ...new Map(
      due.map((promise) => [
        typeof promise.pulseId === 'number' ? `pulse ${promise.pulseId}` : `promise ${promise.id}`,
        promise,
      ]),
    ).values(),
  ];
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

function hasBegun({ reps }: TeamFacts): boolean {
  return reps.some(({ interactions }) => interactions.length > 0);
}

function ages(asks: readonly (AskFact & { readonly from: string })[], on: LocalDate): Ages {
  const [oldest] = asks.toSorted((one, other) => one.askedOn.localeCompare(other.askedOn) || one.id - other.id);
  return {
    count: asks.length,
    oldestDays: oldest === undefined ? 0 : Math.max(0, daysBetween(oldest.askedOn, on)),
    oldestId: oldest?.id,
    oldestFrom: oldest?.from,
    oldestOn: oldest?.askedOn,
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

function lastTalkWith(leadId: PersonId, facts: RepFacts): LocalDate | undefined {
  return facts.interactions.find(({ behaviour, managerId }) => behaviour === skipLevelKind && managerId === leadId)
    ?.happenedOn;
}
