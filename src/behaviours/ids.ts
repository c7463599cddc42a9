/**
 * Ids of records, told apart by their kinds: one of an ask doesn't fit where a person's is meant. A bare number fits anywhere, as it
 * comes from a form, a file or a test.
 */
declare const kindOfId: unique symbol;
type Id<Kind extends string> = number & { readonly [kindOfId]?: Kind };

export type PersonId = Id<'person'>;
export type AskId = Id<'ask'>;
export type AssignmentId = Id<'assignment'>;
export type BookingId = Id<'booking'>;
export type CycleId = Id<'cycle'>;
export type DealId = Id<'deal'>;
export type ExpectationId = Id<'expectation'>;
export type GoalId = Id<'goal'>;
export type IdeaId = Id<'idea'>;
export type InteractionId = Id<'interaction'>;
export type NudgeId = Id<'nudge'>;
export type PraiseId = Id<'praise'>;
export type PromiseId = Id<'promise'>;
export type PulseId = Id<'pulse'>;
