import { describe, expect, test } from 'vitest';
import { afterWorkingDays, isOverdue, offerDueAt } from '../../src/leading/ask-times.ts';
import type { AskStepKind } from '../../src/leading/ask-lifecycle.ts';
import type { WorkingCalendar } from '../../src/time/working-calendar.ts';

const berlin: WorkingCalendar = {
  timeZone: 'Europe/Berlin',
  days: [1, 2, 3, 4, 5],
  from: '09:00',
  until: '18:00',
  isDayOff: (date) => date === '2026-12-25',
};

function at(instant: string): Date {
  return new Date(instant);
}

function steps(...given: [AskStepKind, string][]) {
  return given.map(([step, instant]) => ({ step, at: at(instant) }));
}

describe('working days of who must act', () => {
  test.each([
    ['in working time: the same time of day', '2026-11-23T09:30:00Z', 2, '2026-11-25T09:30:00Z'],
    ['at the first working minute', '2026-11-23T08:00:00Z', 1, '2026-11-24T08:00:00Z'],
    ['in the last working minute', '2026-11-23T16:59:00Z', 1, '2026-11-24T16:59:00Z'],
    ['a minute after work: from the next morning on', '2026-11-23T17:00:00Z', 1, '2026-11-25T08:00:00Z'],
    ['on a Friday afternoon: not over the weekend', '2026-11-27T15:00:00Z', 1, '2026-11-30T15:00:00Z'],
    ['on a Saturday: from Monday on', '2026-11-28T12:00:00Z', 2, '2026-12-02T08:00:00Z'],
    ['before a holiday', '2026-12-24T10:00:00Z', 1, '2026-12-28T10:00:00Z'],
  ])('%s', (_when, from, days, until) => {
    expect(afterWorkingDays(berlin, at(from), days)).toEqual(at(until));
  });

  test('nobody knows when they are back: no end', () => {
    const away = { ...berlin, absence: { since: at('2026-11-20T08:00:00Z'), until: null } };
    expect(afterWorkingDays(away, at('2026-11-23T10:00:00Z'), 1)).toBeUndefined();
  });

  test('the clocks go back in between: the same time on the wall', () => {
    expect(afterWorkingDays(berlin, at('2026-10-23T10:00:00Z'), 1)).toEqual(at('2026-10-26T11:00:00Z'));
  });
});

describe('the offer to take it to the lead', () => {
  const asked: [AskStepKind, string] = ['asked', '2026-11-23T09:00:00Z'];

  test('comes 2 working days after it was asked', () => {
    expect(offerDueAt({ state: 'open' }, steps(asked), berlin)).toEqual(at('2026-11-25T09:00:00Z'));
  });

  test.each(['taken', 'granted', 'declined', 'done', 'confirmed', 'withdrawn'] as const)(
    'not once it is %s',
    (state) => {
      expect(offerDueAt({ state }, steps(asked), berlin)).toBeUndefined();
    },
  );

  test('not again while it stands; after another day, if the rep gave one', () => {
    const offered: [AskStepKind, string] = ['offered', '2026-11-25T09:00:00Z'];
    expect(offerDueAt({ state: 'open' }, steps(asked, offered), berlin)).toBeUndefined();
    const waited = steps(asked, offered, ['waited', '2026-11-25T10:00:00Z']);
    expect(offerDueAt({ state: 'open' }, waited, berlin)).toEqual(at('2026-11-26T10:00:00Z'));
    const renewed = steps(asked, offered, ['renewed', '2026-11-25T10:00:00Z']);
    expect(offerDueAt({ state: 'open' }, renewed, berlin)).toBeUndefined();
  });

  test.each(['handed', 'covered', 'moved', 'reopened'] as const)('counts anew once it was %s', (step) => {
    const again = steps(asked, ['offered', '2026-11-25T09:00:00Z'], [step, '2026-11-26T09:00:00Z']);
    expect(offerDueAt({ state: 'open' }, again, berlin)).toEqual(at('2026-11-30T09:00:00Z'));
  });
});

describe('the day it was needed by', () => {
  test.each([
    ['2026-11-24', '2026-11-23', false],
    ['2026-11-24', '2026-11-24', false],
    ['2026-11-24', '2026-11-25', true],
    [null, '2026-11-25', false],
  ] as const)('%s is past on %s: %j', (neededBy, today, isPast) => {
    expect(isOverdue({ state: 'open', neededBy }, today)).toBe(isPast);
    expect(isOverdue({ state: 'taken', neededBy }, today)).toBe(isPast);
    expect(isOverdue({ state: 'granted', neededBy }, today)).toBe(false);
  });
});
