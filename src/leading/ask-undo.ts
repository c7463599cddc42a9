/** How an answer to an ask is taken back: one tap decides much, so it is told a little later, and can be undone until somebody went on from it. */
import type { AskState } from '../behaviours/facts.ts';
import type { PersonId } from '../behaviours/ids.ts';
import type { LocalDate } from '../time/zoned.ts';
import { stateFrom } from './ask-lifecycle.ts';
import type { AskStepKind } from './ask-lifecycle.ts';

/** For so long the rep, or the lead, isn't told yet: who pressed by mistake sees it at once. Our own judgement. */
const graceMilliseconds = 30_000;

const undoable: readonly AskStepKind[] = ['granted', 'declined', 'done', 'handed'];

/** When those concerned hear of an answer that was given now. */
export function heardAt(step: AskStepKind, now: Date): Date {
  return undoable.includes(step) ? new Date(now.getTime() + graceMilliseconds) : now;
}

interface Step {
  readonly step: AskStepKind;
  readonly actorId: PersonId;
  readonly until: LocalDate | null;
  readonly holderId: PersonId | null;
}

/**
 * The answer that this person can take back: the last thing that happened to the ask, given by them for the rep. Not what a lead took
 * over: that has gone on.
 */
export function undoableStep<Taken extends Step>(
  ask: { readonly repId: PersonId },
  steps: readonly Taken[],
  actorId: PersonId,
): Taken | undefined {
  const last = steps.at(-1);
  if (last?.actorId !== actorId || actorId === ask.repId || !undoable.includes(last.step)) return undefined;
  const isTakenOver = last.step === 'handed' && last.holderId === actorId;
  return isTakenOver ? undefined : last;
}

/** How an ask stood after these steps. @param managerId who had it at first, where the steps don't say */
export function standsAfter(
  steps: readonly Step[],
  managerId: PersonId,
): { readonly state: AskState; readonly holderId: PersonId; readonly takenUntil: LocalDate | null } {
  let now = { state: 'open' as AskState, holderId: managerId, takenUntil: null as LocalDate | null };
  for (const { step, holderId, until } of steps) {
    const state = stateFrom(step) ?? now.state;
    const takenUntil = step === 'taken' ? until : state === 'taken' ? now.takenUntil : null;
    now = { state, holderId: holderId ?? now.holderId, takenUntil };
  }
  return now;
}
