import { describe, expect, test } from 'vitest';
import type { AskState } from '../../src/behaviours/facts.ts';
import { UserError } from '../../src/errors.ts';
import {
  describeAskState,
  guardOf,
  isRepeated,
  rightHolder,
  stateAfter,
  stepsFor,
} from '../../src/leading/ask-lifecycle.ts';
import type { AskStepKind } from '../../src/leading/ask-lifecycle.ts';

const [rep, manager, lead, other] = [2, 1, 4, 9] as const;
const states = ['open', 'taken', 'granted', 'declined', 'done', 'confirmed', 'withdrawn'] as const satisfies AskState[];
const byHolder = ['taken', 'granted', 'declined', 'done', 'handed'] as const;

const allSteps = [...byHolder, 'confirmed', 'reopened', 'withdrawn'] as const;

function works(ask: ReturnType<typeof asked>, step: (typeof allSteps)[number], actor: number): boolean {
  try {
    return states.includes(stateAfter(ask, step, actor));
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

function stepsOf(...kinds: AskStepKind[]): { step: AskStepKind }[] {
  return kinds.map((step) => ({ step }));
}

function asked(state: AskState) {
  return { state, holderId: manager, repId: rep };
}

describe('the steps of an ask', () => {
  test.each(states)('from %s nobody but the holder and the rep can do anything', (state) => {
    expect(stepsFor(asked(state), other)).toEqual([]);
    for (const step of allSteps)
      expect(() => stateAfter(asked(state), step, other)).toThrow(/somebody else|Only the person/u);
  });

  test.each([
    ['open', [...byHolder], ['withdrawn']],
    ['taken', [...byHolder], ['withdrawn']],
    ['granted', [], ['confirmed', 'reopened']],
    ['declined', [], ['confirmed', 'reopened']],
    ['done', [], ['confirmed', 'reopened']],
    ['confirmed', [], []],
    ['withdrawn', [], []],
  ] as const)('from %s the holder can %j and the rep %j', (state, holderSteps, repSteps) => {
    expect(stepsFor(asked(state), manager)).toEqual(holderSteps);
    expect(stepsFor(asked(state), rep)).toEqual(repSteps);
  });

  test.each(states)('whatever is offered in %s works, and only that', (state) => {
    for (const actor of [manager, rep])
      expect(allSteps.filter((step) => works(asked(state), step, actor))).toEqual(stepsFor(asked(state), actor));
  });

  test('who is too late hears what it is now', () => {
    expect(() => stateAfter(asked('withdrawn'), 'granted', manager)).toThrow(describeAskState('withdrawn'));
  });
});

describe('a second click', () => {
  const taken = { step: 'taken', actorId: manager, until: '2026-11-24' } as const;

  test('is the same step by the same person with the same day', () => {
    expect(isRepeated([taken], taken)).toBe(true);
    expect(isRepeated([taken], { ...taken, until: '2026-11-25' })).toBe(false);
    expect(isRepeated([taken], { ...taken, actorId: lead })).toBe(false);
    expect(isRepeated([], taken)).toBe(false);
    const reopened = { step: 'reopened', actorId: rep, until: null } as const;
    expect(isRepeated([taken, reopened], taken)).toBe(false);
  });
});

describe('who may read and who must answer', () => {
  test('it is open to the lead from the step up on, for good', () => {
    expect(guardOf(stepsOf('asked', 'taken'))).toBe('ask');
    expect(guardOf(stepsOf('asked', 'handed', 'granted', 'reopened'))).toBe('escalated-ask');
  });

  test('it follows the reporting lines', () => {
    const lines = [
      { personId: rep, managerId: other },
      { personId: other, managerId: lead },
    ];
    expect(rightHolder({ repId: rep, holderId: manager }, false, lines)).toBe(other);
    expect(rightHolder({ repId: rep, holderId: other }, false, lines)).toBe(other);
    expect(rightHolder({ repId: rep, holderId: lead }, true, lines)).toBe(lead);
    expect(rightHolder({ repId: rep, holderId: lead }, false, lines)).toBe(other);
    expect(rightHolder({ repId: rep, holderId: manager }, true, [])).toBeUndefined();
  });
});
