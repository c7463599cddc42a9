/** What a rep is told of a month with their manager: what was said, what was promised, what was done for them. */
import type { Behaviour } from '../behaviours/behaviour.ts';
import type {
  AssignmentState,
  AskKind,
  AskState,
  CycleFact,
  InteractionFact,
  PromiseState,
} from '../behaviours/facts.ts';
import type { LocalDate } from '../time/zoned.ts';

/** Both days included. */
export interface Month {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** How often something of one kind took place, and when. */
export interface TookPlace {
  readonly noun: string;
  readonly count: number;
  readonly days: readonly LocalDate[];
}

/** Told by their words. */
const toldOtherwise = new Set(['recognition']);

/** What took place in the month by kind, in the catalogue's order and in words for the rep. @param entries those that count to the rep */
export function tookPlace(
  behaviours: readonly Behaviour[],
  entries: readonly Pick<InteractionFact, 'behaviour' | 'happenedOn'>[],
  month: Month,
): TookPlace[] {
  return behaviours.flatMap(({ id, forRep }) => {
    if (forRep === null || toldOtherwise.has(id)) return [];
    const { noun } = forRep;
    const days = entries
      .filter(({ behaviour, happenedOn }) => behaviour === id && isIn(month, happenedOn))
      .map(({ happenedOn }) => happenedOn);
    if (days.length === 0) return [];
    return [
      { noun: days.length === 1 ? noun.one : noun.many, count: days.length, days: [...new Set(days)].toSorted() },
    ];
  });
}

/** Something that was done for the rep. */
export type Helped = 'obstacle' | 'exception' | 'ask';

/** As what an answer to an ask is told; undefined where nothing was done. */
export function helpedBy(kind: AskKind, outcome: AskState): Helped | undefined {
  if (outcome !== 'granted' && outcome !== 'done') return undefined;
  if (kind === 'blocked-deal') return 'obstacle';
  return kind === 'exception' ? 'exception' : 'ask';
}

/** Kept in the month. */
export function isKeptIn(
  month: Month,
  { state, settledOn }: { readonly state: PromiseState; readonly settledOn: LocalDate | null },
): boolean {
  return state === 'kept' && isIn(month, settledOn);
}

interface DatedAssignment {
  readonly agreedOn?: LocalDate;
  readonly dueOn: LocalDate;
  readonly state: AssignmentState;
  readonly settledOn: LocalDate | null;
}

/**
 * What the rep worked on as it was when the month ended: nothing that came later. Undefined for what began after it, or ended before.
 */
export function cycleIn<
  Cycle extends {
    readonly openedOn: LocalDate;
    readonly closedOn: LocalDate | null;
    readonly assignments: readonly DatedAssignment[];
  },
>({ from, until }: Month, cycle: Cycle): Cycle | undefined {
  if (cycle.openedOn > until || (cycle.closedOn !== null && cycle.closedOn < from)) return undefined;
  return {
    ...cycle,
    closedOn: cycle.closedOn !== null && cycle.closedOn > until ? null : cycle.closedOn,
    assignments: cycle.assignments
      .filter(({ agreedOn }) => agreedOn === undefined || agreedOn <= until)
      .map((assignment) =>
        assignment.settledOn !== null && assignment.settledOn > until
          ? { ...assignment, state: 'open' as const, settledOn: null }
          : assignment,
      ),
  };
}

/** Promised in the month, and not taken back. */
export function isPromisedIn(
  month: Month,
  { madeOn, state }: { readonly madeOn: LocalDate; readonly state: PromiseState },
): boolean {
  return state !== 'dropped' && isIn(month, madeOn);
}

/** Did anything happen with what the rep works on? */
export function hasMovedIn(
  month: Month,
  cycle: Pick<CycleFact, 'openedOn' | 'closedOn'> & {
    readonly assignments: readonly { readonly settledOn: LocalDate | null }[];
  },
): boolean {
  const days = [cycle.openedOn, cycle.closedOn, ...cycle.assignments.map(({ settledOn }) => settledOn)];
  return days.some((day) => isIn(month, day));
}

export function isIn({ from, until }: Month, day: LocalDate | null): day is LocalDate {
  return day !== null && day >= from && day <= until;
}
