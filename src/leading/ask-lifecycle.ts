import type { AskStepTaken } from '../asks/ask-kind.ts';
import type { AskState } from '../behaviours/facts.ts';
import type { PersonId } from '../behaviours/ids.ts';
import { UserError } from '../errors.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Guarded } from './access.ts';
import { managerOf } from './roles.ts';
import type { Line } from './roles.ts';

export type { AskStepTaken } from '../asks/ask-kind.ts';

/** Who put the thing in the way: the rep's own skill or will, the customer's side, or our company. Essay 004. */
export type Obstacle = 'internal' | 'external' | 'company';

export const obstacles = ['internal', 'external', 'company'] as const satisfies Obstacle[];

export type AskStepKind =
  | 'asked'
  | AskStepTaken
  /** The rep was offered to take it to the lead. */
  | 'offered'
  /** It went to the lead or a stand-in, because the one who acts here is away. */
  | 'covered'
  /** It went to whom the reporting lines say. */
  | 'moved'
  /** It was closed, because who asked has left. */
  | 'lapsed';

interface Transition {
  readonly from: readonly AskState[];
  /** Null: it stays as it is. */
  readonly to: AskState | null;
  readonly by: 'holder' | 'rep';
}

/** A `handed` ask is open again, with the lead. */
const transitions: Readonly<Record<AskStepTaken, Transition>> = {
  taken: { from: ['open', 'taken'], to: 'taken', by: 'holder' },
  granted: { from: ['open', 'taken'], to: 'granted', by: 'holder' },
  declined: { from: ['open', 'taken'], to: 'declined', by: 'holder' },
  done: { from: ['open', 'taken'], to: 'done', by: 'holder' },
  handed: { from: ['open', 'taken'], to: 'open', by: 'holder' },
  confirmed: { from: ['granted', 'done', 'declined'], to: 'confirmed', by: 'rep' },
  reopened: { from: ['granted', 'done', 'declined'], to: 'open', by: 'rep' },
  waited: { from: ['open'], to: null, by: 'rep' },
  renewed: { from: ['open', 'taken'], to: null, by: 'rep' },
  withdrawn: { from: ['open', 'taken'], to: 'withdrawn', by: 'rep' },
};

/** The state that a step brings; undefined for those after which it stands as before. */
export function stateFrom(step: AskStepKind): AskState | undefined {
  if (step === 'asked') return 'open';
  if (step === 'lapsed') return 'withdrawn';
  return step in transitions ? (transitions[step as AskStepTaken].to ?? undefined) : undefined;
}

/** States in which somebody still has to do something for the rep. */
export const unsettledAskStates: readonly AskState[] = ['open', 'taken'];
/** States in which the rep hasn't said yet whether it helped. */
export const unconfirmedAskStates: readonly AskState[] = ['granted', 'declined', 'done'];

interface AskNow {
  readonly state: AskState;
  readonly holderId: PersonId;
  readonly repId: PersonId;
}

/** What the rep was offered, and can do because of it. */
export interface Offers {
  /** To take it to the lead themselves. */
  readonly lead: boolean;
  /** To give it another day. */
  readonly wait: boolean;
  /** To say by when they still need it, for the day is past. */
  readonly renewal: boolean;
}

const noOffers: Offers = { lead: false, wait: false, renewal: false };

/**
 * The state after a step.
 * @throws UserError if this person may not take this step, or it doesn't fit the ask's state (someone was faster).
 */
export function stateAfter(ask: AskNow, step: AskStepTaken, actorId: PersonId, offers: Offers = noOffers): AskState {
  const transition = transitions[step];
  if (!isTheirs(ask, step, actorId, offers))
    throw new UserError(
      actorId === ask.repId && step === 'handed'
        ? 'You can’t take this to their lead yet. I’ll ask you once it has waited too long.'
        : transition.by === 'holder'
          ? 'This ask is with somebody else now, so you can’t answer it. Your Home tab shows what is with you.'
          : 'Only the person who asked can do that.',
    );
  if (!transition.from.includes(ask.state))
    throw new UserError(`That was already settled: the ask is ${describeAskState(ask.state)}. Nothing changed.`);
  if (!isOfferedNow(ask, step, actorId, offers)) throw new UserError('That ask has moved on, so nothing changed.');
  return transition.to ?? ask.state;
}

/** The steps that a person may take now, in the order to show them. */
export function stepsFor(ask: AskNow, actorId: PersonId, offers: Offers = noOffers): AskStepTaken[] {
  return (Object.keys(transitions) as AskStepTaken[]).filter(
    (step) =>
      isTheirs(ask, step, actorId, offers) &&
      transitions[step].from.includes(ask.state) &&
      isOfferedNow(ask, step, actorId, offers),
  );
}

function isTheirs(ask: AskNow, step: AskStepTaken, actorId: PersonId, offers: Offers): boolean {
  if (step === 'handed' && actorId === ask.repId && actorId !== ask.holderId) return offers.lead;
  return actorId === (transitions[step].by === 'holder' ? ask.holderId : ask.repId);
}

function isOfferedNow(ask: AskNow, step: AskStepTaken, actorId: PersonId, offers: Offers): boolean {
  if (actorId !== ask.repId) return true;
  if (step === 'waited') return offers.wait;
  return step !== 'renewed' || offers.renewal;
}

interface PastStep {
  readonly step: AskStepKind;
}

/** Steps with which it came to whoever has it, to be answered. */
const arrivals: readonly AskStepKind[] = ['asked', 'handed', 'covered', 'moved', 'reopened'];
/** Steps that put it into somebody else's hands. */
const transfers: readonly AskStepKind[] = ['handed', 'covered', 'moved'];

/** The step with which it came to who has it now. */
export function arrivalOf<Step extends PastStep>(steps: readonly Step[]): Step | undefined {
  return steps.findLast(({ step }) => arrivals.includes(step));
}

/** The steps since it came to who has it now. */
export function sinceArrival<Step extends PastStep>(steps: readonly Step[]): readonly Step[] {
  return steps.slice(steps.findLastIndex(({ step }) => arrivals.includes(step)) + 1);
}

/**
 * What the rep can do now, of what they were offered: to take it to the lead from the day they were asked whether they want to, or
 * the day it was needed by is past, until it is with somebody else.
 * @param given `hasLead`: there is a lead, and the ask isn't with them; `isPast`: the day it was needed by is past, for the rep
 */
export function offersOf(
  steps: readonly PastStep[],
  given: { readonly hasLead: boolean; readonly isPast: boolean },
): Offers {
  const since = sinceArrival(steps);
  const lastWord = since.findLast(({ step }) => step === 'offered' || step === 'waited');
  return {
    lead: given.hasLead && (given.isPast || since.some(({ step }) => step === 'offered')),
    wait: given.hasLead && lastWord?.step === 'offered',
    renewal: given.isPast,
  };
}

/** For whom the holder stands in; undefined where they don't. */
export function standsInFor(
  steps: readonly { readonly step: AskStepKind; readonly actorId: PersonId; readonly holderId: PersonId | null }[],
): number | undefined {
  const last = steps.findLast(({ step }) => transfers.includes(step));
  return last?.step === 'covered' && last.holderId !== last.actorId ? last.actorId : undefined;
}

/** As what an ask is guarded: once it was taken to the lead, the lead may read it. */
export function guardOf(steps: readonly { readonly step: AskStepKind }[]): Extract<Guarded, 'ask' | 'escalated-ask'> {
  return steps.some(({ step }) => step === 'handed') ? 'escalated-ask' : 'ask';
}

const settlingSteps: readonly AskStepKind[] = ['granted', 'done', 'declined', 'withdrawn'];

/** When an ask was settled, for whose time it belongs to; undefined while somebody still has to do something for the rep. */
export function settledAt(
  state: AskState,
  steps: readonly { readonly step: AskStepKind; readonly at: Date }[],
): Date | undefined {
  if (unsettledAskStates.includes(state)) return undefined;
  return (steps.findLast(({ step }) => settlingSteps.includes(step)) ?? steps.at(-1))?.at;
}

/** Steps that nobody takes: they follow from the calendar and the reporting lines. */
const ownSteps: readonly AskStepKind[] = ['offered', 'covered', 'moved', 'lapsed'];

/** The same step by the same person right again: a second click, which changes nothing. */
export function isRepeated(
  steps: readonly { readonly step: AskStepKind; readonly actorId: PersonId; readonly until: LocalDate | null }[],
  again: { readonly step: AskStepKind; readonly actorId: PersonId; readonly until: LocalDate | null },
): boolean {
  const last = steps.findLast(({ step }) => !ownSteps.includes(step));
  return last?.step === again.step && last.actorId === again.actorId && last.until === again.until;
}

/**
 * Who must hold the ask as the reporting lines are now: who holds it, if that is the rep's manager, or the lead to whom it was
 * taken, or who stands in for either; else the rep's manager.
 * @param standingInFor for whom the holder stands in: `standsInFor`
 * @returns undefined if the rep reports to nobody
 */
export function rightHolder(
  ask: { readonly repId: PersonId; readonly holderId: PersonId },
  wasHanded: boolean,
  lines: readonly Line[],
  standingInFor?: number,
): number | undefined {
  const manager = managerOf(ask.repId, lines);
  const lead = manager === undefined ? undefined : managerOf(manager, lines);
  const answerable = standingInFor ?? ask.holderId;
  const isRight = answerable === manager || (wasHanded && answerable === lead);
  return isRight && manager !== undefined ? ask.holderId : manager;
}

/** Whom an ask can go to while the one who acts is away. */
export interface Cover {
  /** Who has it. */
  readonly holderId: PersonId;
  /** Whose it is to answer, while somebody stands in for them. */
  readonly standingInFor: number | undefined;
  readonly repId: PersonId;
}

/**
 * Who gets an ask whose holder is away: who named a stand-in, theirs; else, for a manager, the lead. Whoever it is kept for has it
 * back where the stand-in is away, too.
 * @param isHere is this person here, at work, and able to be written to?
 * @returns undefined if nobody is there: it waits
 */
export function coverOf(
  { holderId, standingInFor, repId }: Cover,
  lines: readonly Line[],
  standInOf: (personId: PersonId) => number | undefined,
  isHere: (personId: PersonId) => boolean,
): number | undefined {
  const answerable = standingInFor ?? holderId;
  const lead = managerOf(repId, lines) === answerable ? managerOf(answerable, lines) : undefined;
  return [answerable, standInOf(answerable), lead].find(
    (candidate) => candidate !== undefined && candidate !== holderId && candidate !== repId && isHere(candidate),
  );
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
