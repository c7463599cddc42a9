import type { Change } from '../../behaviours/change.ts';
import { evaluate, openCycle } from './cycles.ts';
import { recordGoals, revisit, stateExpectation } from './development.ts';
import type { ChangeHandler } from './handler.ts';
import { credit, hear, use } from './ideas.ts';
import { praise } from './praise.ts';
import { makePromise, move, settle } from './promises.ts';
import { answerPulse } from './pulse.ts';

/** Changes that leave a record of their own. */
export type RecordChange = Exclude<Change, { kind: 'note-skill' | 'ask-confidence' }>;
export type RecordKind = RecordChange['kind'];

const handlers: { readonly [Kind in RecordKind]: ChangeHandler<Kind> } = {
  'make-promise': makePromise,
  'settle-promise': settle,
  'move-promise': move,
  'open-cycle': openCycle,
  'evaluate-assignment': evaluate,
  'record-goals': recordGoals,
  'revisit-goals': revisit,
  'state-expectation': stateExpectation,
  'hear-idea': hear,
  'use-idea': use,
  'credit-idea': credit,
  praise,
  'answer-pulse': answerPulse,
};

export function handlerOf<Kind extends RecordKind>(kind: Kind): ChangeHandler<Kind> {
  return handlers[kind];
}

export function leavesRecord(change: Change): change is RecordChange {
  return change.kind in handlers;
}
