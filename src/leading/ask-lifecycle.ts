import type { AskKind, AskState } from '../behaviours/facts.ts';
import { UserError } from '../errors.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Guarded } from './access.ts';
import { managerOf } from './roles.ts';
import type { Line } from './roles.ts';

/** In the order in which they are offered. */
export const askKinds = ['help', 'exception', 'resource', 'training', 'blocked-deal'] as const satisfies AskKind[];

/** Who put the thing in the way: the rep's own skill or will, the customer's side, or our company. Essay 004. */
export type Obstacle = 'internal' | 'external' | 'company';

export const obstacles = ['internal', 'external', 'company'] as const satisfies Obstacle[];

export type AskStepKind =
  | 'asked'
  | 'taken'
  | 'granted'
  | 'declined'
  | 'done'
  | 'handed'
  | 'confirmed'
  | 'reopened'
  | 'withdrawn';

interface Transition {
  readonly from: readonly AskState[];
  readonly to: AskState;
  readonly by: 'holder' | 'rep';
}

/** A `handed` ask is open again, with the lead. */
const transitions: Readonly<Record<Exclude<AskStepKind, 'asked'>, Transition>> = {
  taken: { from: ['open', 'taken'], to: 'taken', by: 'holder' },
  granted: { from: ['open', 'taken'], to: 'granted', by: 'holder' },
  declined: { from: ['open', 'taken'], to: 'declined', by: 'holder' },
  done: { from: ['open', 'taken'], to: 'done', by: 'holder' },
  handed: { from: ['open', 'taken'], to: 'open', by: 'holder' },
  confirmed: { from: ['granted', 'done', 'declined'], to: 'confirmed', by: 'rep' },
  reopened: { from: ['granted', 'done', 'declined'], to: 'open', by: 'rep' },
  withdrawn: { from: ['open', 'taken'], to: 'withdrawn', by: 'rep' },
};

/** States in which somebody still has to do something for the rep. */
export const unsettledAskStates: readonly AskState[] = ['open', 'taken'];
/** States in which the rep hasn't said yet whether it helped. */
export const unconfirmedAskStates: readonly AskState[] = ['granted', 'declined', 'done'];

/**
 * The state after a step.
 * @throws UserError if this person may not take this step, or it doesn't fit the ask's state (someone was faster).
 */
export function stateAfter(
  ask: { readonly state: AskState; readonly holderId: number; readonly repId: number },
  step: Exclude<AskStepKind, 'asked'>,
  actorId: number,
): AskState {
  const transition = transitions[step];
  const right = transition.by === 'holder' ? ask.holderId : ask.repId;
  if (actorId !== right)
    throw new UserError(
      transition.by === 'holder'
        ? 'This ask is with somebody else now, so you can’t answer it. Your Home tab shows what is with you.'
        : 'Only the person who asked can do that.',
    );
  if (!transition.from.includes(ask.state))
    throw new UserError(`That was already settled: the ask is ${describeAskState(ask.state)}. Nothing was changed.`);
  return transition.to;
}

/** The steps that a person may take now, in the order to show them. */
export function stepsFor(
  ask: { readonly state: AskState; readonly holderId: number; readonly repId: number },
  actorId: number,
): Exclude<AskStepKind, 'asked'>[] {
  return (Object.keys(transitions) as Exclude<AskStepKind, 'asked'>[]).filter((step) => {
    const transition = transitions[step];
    return transition.from.includes(ask.state) && actorId === (transition.by === 'holder' ? ask.holderId : ask.repId);
  });
}

/** As what an ask is guarded: once it was taken to the lead, the lead may read it. */
export function guardOf(steps: readonly { readonly step: AskStepKind }[]): Extract<Guarded, 'ask' | 'escalated-ask'> {
  return steps.some(({ step }) => step === 'handed') ? 'escalated-ask' : 'ask';
}

/** The same step by the same person right again: a second click, which changes nothing. */
export function isRepeated(
  steps: readonly { readonly step: AskStepKind; readonly actorId: number; readonly until: LocalDate | null }[],
  again: { readonly step: AskStepKind; readonly actorId: number; readonly until: LocalDate | null },
): boolean {
  const last = steps.at(-1);
  return last?.step === again.step && last.actorId === again.actorId && last.until === again.until;
}

/**
 * Who must hold the ask as the reporting lines are now: who holds it, if that is the rep's manager, or the lead to whom it was
 * taken; else the rep's manager.
 * @returns undefined if the rep reports to nobody
 */
export function rightHolder(
  ask: { readonly repId: number; readonly holderId: number },
  wasHanded: boolean,
  lines: readonly Line[],
): number | undefined {
  const manager = managerOf(ask.repId, lines);
  const lead = manager === undefined ? undefined : managerOf(manager, lines);
  return wasHanded && ask.holderId === lead ? lead : manager;
}

/** The state in a rep's words, to follow "is": `open`, `taken` … */
export function describeAskState(state: AskState): string {
  switch (state) {
    case 'open':
      return 'open';
    case 'taken':
      return 'taken';
    case 'granted':
      return 'granted';
    case 'declined':
      return 'declined';
    case 'done':
      return 'done';
    case 'confirmed':
      return 'confirmed as settled';
    case 'withdrawn':
      return 'withdrawn';
  }
}
