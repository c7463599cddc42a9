/** When a lead may take an ask off the desk of one of their managers: only where it has waited there for too long. */
import type { PersonId } from '../behaviours/ids.ts';
import { daysBetween } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { AskState } from '../behaviours/facts.ts';
import { standsInFor, unsettledAskStates } from './ask-lifecycle.ts';
import type { AskStepKind } from './ask-lifecycle.ts';
import { managerOf } from './roles.ts';
import type { Line } from './roles.ts';

/** An ask that has waited for more days than this is one that the lead can help with. Our own judgement. */
const ageingAskDays = 3;

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
  ask: Waiting & { readonly repId: PersonId; readonly holderId: PersonId },
  steps: readonly { readonly step: AskStepKind; readonly actorId: PersonId; readonly holderId: PersonId | null }[],
  actorId: PersonId,
  lines: readonly Line[],
  on: LocalDate,
): boolean {
  const manager = managerOf(ask.repId, lines);
  const isLead = manager !== undefined && managerOf(manager, lines) === actorId;
  const isWithManager = (standsInFor(steps) ?? ask.holderId) === manager;
  return isLead && isWithManager && ask.holderId !== actorId && ask.repId !== actorId && isAgeing(ask, on);
}

interface StepWithHolder {
  readonly step: AskStepKind;
  readonly actorId: PersonId;
  readonly holderId: PersonId | null;
}

/**
 * The step with which a lead took the ask off this person's desk, or off the desk of who stood in for them.
 * @returns undefined if it never left them so, or is with them again
 */
export function takenOverFrom<Step extends StepWithHolder>(
  steps: readonly Step[],
  formerHolderId: PersonId,
): Step | undefined {
  const at = steps.findLastIndex(({ step, actorId, holderId }) => step === 'handed' && holderId === actorId);
  const taken = steps[at];
  if (taken === undefined || steps.slice(at).some(({ holderId }) => holderId === formerHolderId)) return undefined;
  const before = steps.slice(0, at);
  const holderId = before.findLast((step) => step.holderId !== null)?.holderId;
  return [holderId, standsInFor(before)].includes(formerHolderId) ? taken : undefined;
}
