import type { Behaviour } from '../behaviours/behaviour.ts';
import { daysRemembered } from '../leading/memory.ts';
import type { PastNudge } from '../leading/nudge.ts';
import { asKnownTo } from '../leading/own-entries.ts';
import type { Policy } from '../leading/policy.ts';
import type { PlanInput } from '../leading/weekly-plan.ts';
import { localDateOf } from '../time/zoned.ts';
import type { Store } from './db.ts';
import { loadFacts } from './facts.ts';
import type { WorkspaceFacts } from './facts.ts';
import { everybodysStopped, rememberedNudges } from './nudges.ts';
import type { Nudge } from './nudges.ts';

/** What all plans of a workspace follow from, loaded once. */
export interface Planning {
  readonly facts: WorkspaceFacts;
  /** The workspace's; a plan's input has the manager's own. */
  readonly policy: Policy;
  /** What the plan of one manager or lead follows from. */
  inputOf(leaderId: number): Promise<PlanInput>;
}

const millisecondsPerDay = 86_400_000;

/** Loads the facts once, a query a table; each leader's own past nudges when they are asked for. */
export async function loadPlanning(store: Store, behaviours: readonly Behaviour[], now: Date): Promise<Planning> {
  const facts = await loadFacts(store, now);
  const stopped = await everybodysStopped(store);
  const since = new Date(now.getTime() - daysRemembered * millisecondsPerDay);
  return {
    facts,
    policy: facts.times.policy,
    async inputOf(leaderId) {
      const team = asKnownTo(leaderId, facts.team(leaderId), behaviours);
      const past = await rememberedNudges(store, leaderId, since, team.today);
      return {
        team,
        policy: policyOf(facts, leaderId),
        behaviours,
        past: past.map((nudge) => toPastNudge(nudge, team.calendar.timeZone)),
        stopped: stopped.get(leaderId) ?? [],
        stoppedByRep: stopped,
      };
    },
  };
}

/** @throws Error for somebody who isn't on record */
function policyOf({ people, times }: WorkspaceFacts, personId: number): Policy {
  const person = people.get(personId);
  if (person === undefined) throw new Error(`No person ${personId}`);
  return times.policyOf(person);
}

/** The nudge as the planner remembers it. `timeZone` is that of the person who was nudged. */
export function toPastNudge(nudge: Nudge, timeZone: string): PastNudge {
  const answeredOn = nudge.answeredAt === null ? undefined : localDateOf(nudge.answeredAt, timeZone);
  return { ...nudge, nudgedOn: localDateOf(nudge.createdAt, timeZone), answeredOn };
}
