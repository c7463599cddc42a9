/** What a manager sees on Friday of their own week with their people: what they did, what came of it, and what is open. */
import type { Behaviour } from '../behaviours/behaviour.ts';
import type { AskKind, InteractionFact, RepFacts, TeamFacts } from '../behaviours/facts.ts';
import type { PersonId } from '../behaviours/ids.ts';
import { median } from '../behaviours/rhythm.ts';
import { isTimeWith } from '../behaviours/time-with.ts';
import { addDays } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import { ownOnlyKinds } from './access.ts';
import type { PlannedNudge } from './nudge.ts';
import { isInside, timeBy, weekUntil } from './time-with-people.ts';
import type { Span } from './time-with-people.ts';

/** Over how many days the balance of attention is looked at: as the nudge about it does. */
const balanceDays = 28;
/** A deal that moves so many days after it was cleared moves because of that, as far as anybody can tell. */
export const clearedDays = 28;
/** A picture of one person balances nothing. */
const fewestInBalance = 2;
/** It stands among what moved, with its words. */
const keepPromiseId = 'keep-promise';

/** What was done with one person, or with the team as a whole. */
export interface DoneFor {
  /** Null for the team. */
  readonly name: string | null;
  /** By kind, in the catalogue's order. */
  readonly acts: readonly { readonly noun: string; readonly count: number; readonly days: readonly LocalDate[] }[];
}

/** Something that came of it. */
export type Moved =
  | { readonly what: 'deal'; readonly name: string; readonly deal: string; readonly how: string | null }
  | { readonly what: 'cycle' | 'assignment' | 'idea'; readonly name: string; readonly on: LocalDate }
  | {
      readonly what: 'ask';
      readonly name: string;
      readonly kind: AskKind;
      readonly outcome: 'granted' | 'declined' | 'done';
      readonly on: LocalDate;
    }
  | { readonly what: 'promise'; readonly name: string | null; readonly text: string; readonly on: LocalDate };

export interface OpenPromise {
  readonly id: number;
  /** Null where it was made to the whole team. */
  readonly name: string | null;
  readonly text: string;
  readonly dueOn: LocalDate;
}

/** How often each of the reps got time, the most often first. */
export interface Balance {
  readonly days: number;
  readonly median: number;
  readonly people: readonly { readonly name: string; readonly value: number; readonly isOut: boolean }[];
}

export interface Recap {
  /** The manager's local day for which it was written. */
  readonly on: LocalDate;
  /** All days after this one, up to and including `on`. */
  readonly after: LocalDate;
  readonly people: number;
  /** There was nobody to have time with. */
  readonly isEverybodyOut: boolean;
  /** How many of them the manager had time with. */
  readonly seen: number;
  /** By name, the team last. */
  readonly did: readonly DoneFor[];
  readonly moved: readonly Moved[];
  /** The nearest day first. */
  readonly promises: readonly OpenPromise[];
  /** Whom the next plan names first, and when the two last had time together; undefined where it names nobody, or has come already. */
  readonly next: Next | undefined;
  /** Undefined where there is only one. */
  readonly balance: Balance | undefined;
}

export interface Next {
  readonly repId: PersonId;
  readonly name: string;
  readonly lastOn: LocalDate | undefined;
  /** What to book with them; undefined where what is to be done is no meeting. */
  readonly behaviour: string | undefined;
}

export interface RecapInput {
  /** As the manager may know it. */
  readonly team: TeamFacts;
  readonly behaviours: readonly Behaviour[];
  readonly on: LocalDate;
  /** What moved beyond the facts about the team: deals, asks and promises. */
  readonly moved: readonly Moved[];
  readonly promises: readonly OpenPromise[];
  /** The day of the recap before; undefined where there was none. */
  readonly before?: LocalDate | undefined;
  /** What the next plan will hold, in its order. */
  readonly coming?: readonly PlannedNudge[];
}

/** The recap of the days since the one before, seven as a rule, that end on `on`. Only what this manager logged counts, and nothing that is for their own eyes. */
export function recapOf(input: RecapInput): Recap {
  const { team, on } = input;
  const span = weekUntil(on, input.before);
  const everybody = [...team.reps, ...team.managers.flatMap(({ manager, reps }) => [manager, ...reps])];
  const mine = everybody.map((facts) => ({ facts, entries: ownEntries(input, facts.interactions, span) }));
  const withActs = mine
    .map(({ facts, entries }) => ({ name: facts.rep.name, acts: actsOf(input.behaviours, entries) }))
    .filter(({ acts }) => acts.length > 0)
    .toSorted((one, other) => one.name.localeCompare(other.name));
  const forTeam = actsOf(input.behaviours, ownEntries(input, team.teamwide, span));
  const seen = new Set(mine.filter(({ entries }) => entries.some(isTimeWith)).map(({ facts }) => facts.rep.id));
  return {
    on,
    after: span.after,
    people: team.reps.length,
    isEverybodyOut: team.reps.length > 0 && team.reps.every(({ isOut }) => isOut),
    seen: team.reps.filter(({ rep }) => seen.has(rep.id)).length,
    did: [...withActs, ...(forTeam.length === 0 ? [] : [{ name: null, acts: forTeam }])],
    moved: [...input.moved.filter(({ what }) => what === 'deal'), ...development(team, span), ...otherThanDeals(input)],
    promises: input.promises.toSorted((one, other) => one.dueOn.localeCompare(other.dueOn) || one.id - other.id),
    next: nextOne(input),
    balance: balanceOf(input),
  };
}

/** Logged by this manager in these days; newest first. */
function ownEntries(
  { team, behaviours }: RecapInput,
  entries: readonly InteractionFact[],
  span: Span,
): InteractionFact[] {
  const hidden = ownOnlyKinds(behaviours);
  return entries.filter(
    ({ managerId, happenedOn, behaviour }) =>
      managerId === team.manager.id && isInside(span, happenedOn) && !hidden.includes(behaviour),
  );
}

function actsOf(behaviours: readonly Behaviour[], entries: readonly InteractionFact[]): DoneFor['acts'] {
  return behaviours.flatMap(({ id, noun }) => {
    const days = entries
      .filter(({ behaviour }) => behaviour === id && id !== keepPromiseId)
      .map((entry) => entry.happenedOn);
    return days.length === 0
      ? []
      : [{ noun: days.length === 1 ? noun.one : noun.many, count: days.length, days: [...new Set(days)].toSorted() }];
  });
}

/** Gaps closed, assignments seen again and better, ideas used. A closed gap says that its last assignment went well, too. */
function development(team: TeamFacts, span: Span): Moved[] {
  return team.reps.flatMap(({ rep: { name }, cycles, ideas }) => [
    ...cycles.flatMap(({ closedOn, assignments }): Moved[] => {
      if (isInside(span, closedOn)) return [{ what: 'cycle', name, on: closedOn }];
      const [improved] = assignments.flatMap(({ state, settledOn }) =>
        state === 'improved' && isInside(span, settledOn) ? [settledOn] : [],
      );
      return improved === undefined ? [] : [{ what: 'assignment', name, on: improved }];
    }),
    ...ideas.flatMap(({ usedOn }): Moved[] => (isInside(span, usedOn) ? [{ what: 'idea', name, on: usedOn }] : [])),
  ]);
}

function otherThanDeals({ moved }: RecapInput): Moved[] {
  return moved.filter(({ what }) => what !== 'deal');
}

function nextOne({ team, coming = [] }: RecapInput): Next | undefined {
  for (const { repId, behaviour } of coming) {
    const facts = team.reps.find(({ rep }) => rep.id === repId);
    if (facts === undefined) continue;
    return {
      repId: facts.rep.id,
      name: facts.rep.name,
      lastOn: timeBy(team.manager.id, facts)[0]?.happenedOn,
      behaviour: isTimeWith({ behaviour }) ? behaviour : undefined,
    };
  }
  return undefined;
}

/** Times, not minutes: the nudge about even attention counts the same, and minutes are often a guess. */
function balanceOf(input: RecapInput): Balance | undefined {
  const { team, on } = input;
  if (team.reps.length < fewestInBalance) return undefined;
  const from = addDays(on, -balanceDays);
  const people = team.reps
    .map((facts: RepFacts) => ({
      name: facts.rep.name,
      value: ownEntries(input, facts.interactions, { after: from, on }).filter(isTimeWith).length,
      isOut: facts.isOut,
    }))
    .toSorted((one, other) => other.value - one.value || one.name.localeCompare(other.name));
  return {
    days: balanceDays,
    median: median(people.map(({ value }) => value)),
    people,
  };
}
