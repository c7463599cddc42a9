/** When a lead may take an ask off the desk of one of their managers: only where it has waited there for too long. */
import { daysBetween } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { AskState } from '../behaviours/facts.ts';
import { standsInFor, unsettledAskStates } from './ask-lifecycle.ts';
import type { AskStepKind } from './ask-lifecycle.ts';
import { managerOf } from './roles.ts';
import type { Line } from './roles.ts';

/** An ask that has waited for more days than this is one that the lead can help with. Our own judgement. */
export const ageingAskDays = 3;

interface Waiting {
  readonly state: AskState;
  readonly askedOn: LocalDate;
  readonly takenUntil: LocalDate | null;
}

/** Has it waited for too long? Not while somebody has said by which day there is an answer, and that day isn't past. */
export function isAgeing(ask: Waiting, on: LocalDate): boolean {
  if (!unsettledAskStates.includes(ask.state) || daysBetween(ask.askedOn, on) <= ageingAskDays) return false;
  return ask.state !== 'taken' || ask.takenUntil === null || ask.takenUntil < on;
}

/**
 * May this person take the ask to themselves? The lead of the rep's manager may, while it lies with the manager, or with somebody
 * in the manager's place, and is ageing. Until then its words are none of theirs.
 * @param on the local day of who wants to take it
 */
export function mayTakeOver(
  ask: Waiting & { readonly repId: number; readonly holderId: number },
  steps: readonly { readonly step: AskStepKind; readonly actorId: number; readonly holderId: number | null }[],
  actorId: number,
  lines: readonly Line[],
  on: LocalDate,
): boolean {
  const manager = managerOf(ask.repId, lines);
  const isLead = manager !== undefined && managerOf(manager, lines) === actorId;
  const isWithManager = (standsInFor(steps) ?? ask.holderId) === manager;
  return isLead && isWithManager && ask.holderId !== actorId && ask.repId !== actorId && isAgeing(ask, on);
}
