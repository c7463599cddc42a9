/** What is said in a simulated half-year, and what was true before. */
import type { Behaviour } from '../../src/behaviours/behaviour.ts';
import { behaviours } from '../../src/behaviours/index.ts';
import type { TeamFacts } from '../../src/behaviours/facts.ts';
import { isInARow } from '../../src/leading/quiet.ts';
import { fingerprintOf } from '../../src/leading/nudge.ts';
import type { PastNudge, PlannedNudge } from '../../src/leading/nudge.ts';
import { everythingDue } from '../../src/leading/weekly-plan.ts';
import type { PlanInput } from '../../src/leading/weekly-plan.ts';
import { addDays } from '../../src/time/zoned.ts';
import type { LocalDate } from '../../src/time/zoned.ts';
import type { Before } from './before-a-plan.ts';

/** A nudge as it was said, and what became of it. */
export type Said = { -readonly [key in keyof PastNudge]: PastNudge[key] } & {
  readonly planned: PlannedNudge;
  answeredOn: LocalDate | undefined;
  /** When it became untrue, or was set aside. */
  settledOn: LocalDate | undefined;
  /** Minutes of coaching that were on record for the rep in the 30 days before. */
  readonly coachedMinutes: number;
  /** Why it shouldn't have been said: somebody else has it, or it is done already. */
  readonly shouldNot: string | undefined;
};

export interface Message {
  readonly kind: 'plan' | 'between' | 'recap';
  /** The plan asks whether to go on, too. */
  readonly isHello: boolean;
  readonly at: Date;
  readonly on: LocalDate;
  readonly nudges: readonly Said[];
  /** Before it: about whom anything was due and might be said, and of which kinds; null for the team. */
  readonly offered: ReadonlyMap<number | null, ReadonlySet<string>>;
  readonly before: Before;
}

const coaching = new Set(behaviours.filter(({ isCoaching }) => isCoaching).map(({ id }) => id));

/** The rules as they are, each worked out once for the facts of one instant. */
export const behavioursOnce: readonly Behaviour[] = behaviours.map((behaviour) => {
  const known = new WeakMap<TeamFacts, ReturnType<Behaviour['due']>>();
  return {
    ...behaviour,
    due(team, settings) {
      const dues = known.get(team) ?? behaviour.due(team, settings);
      known.set(team, dues);
      return dues;
    },
  };
});

export function offeredBy(input: PlanInput): Map<number | null, ReadonlySet<string>> {
  const { today } = input.team;
  const last = (person: number | null) => input.past.find((nudge) => nudge.repId === person);
  const sayable = everythingDue(input).filter((due) => !isInARow(due, last(due.repId), today));
  const byPerson = Map.groupBy(sayable, ({ repId: person }) => person);
  return new Map([...byPerson].map(([person, dues]) => [person, new Set(dues.map(({ behaviour }) => behaviour))]));
}

export function asSaid(
  planned: PlannedNudge,
  id: number,
  nudgedOn: LocalDate,
): Omit<Said, 'coachedMinutes' | 'shouldNot'> {
  const { behaviour, repId: about, dealId, askId, item } = planned;
  const fingerprint = fingerprintOf(planned);
  return {
    id,
    behaviour,
    repId: about,
    dealId,
    askId,
    item,
    fingerprint,
    state: 'open',
    nudgedOn,
    quietUntil: null,
    asksWhy: planned.asksWhy,
    planned,
    answeredOn: undefined,
    settledOn: undefined,
  };
}

export function coachedMinutes({ repId: about }: PlannedNudge, { team }: PlanInput): number {
  const from = addDays(team.today, -30);
  const entries = team.reps.find(({ rep }) => rep.id === about)?.interactions ?? [];
  return entries
    .filter(({ behaviour, happenedOn }) => coaching.has(behaviour) && happenedOn > from)
    .reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
}
