import { describe, expect, test } from 'vitest';
import { behaviours } from '../../src/behaviours/index.ts';
import type { WorkingCalendar } from '../../src/time/working-calendar.ts';
import { batchOf, isLiveBatch, quietUntil, reopened } from '../../src/leading/nudge-answer.ts';
import { correctionsFor } from '../../src/leading/wrong-record.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

const calendar: WorkingCalendar = {
  timeZone: 'Etc/UTC',
  days: [1, 2, 3, 4, 5],
  from: '09:00',
  until: '18:00',
  isDayOff: () => false,
};
const policy = { snoozeDays: 3, planDay: 1 } as const;

function until(pause: Parameters<typeof quietUntil>[0], today: LocalDate, behaviour: string, rhythm: number) {
  const found = behaviours.find(({ id }) => id === behaviour);
  return quietUntil(pause, { today, calendar, policy, behaviour: found, rhythm });
}

describe('not now', () => {
  test('snooze is three days, whatever day they fall on', () => {
    expect(until('snooze', '2026-11-27', 'ride-along', 30)).toBe('2026-11-30');
  });
  test.each(['2026-11-23', '2026-11-25', '2026-11-29'] as const)(
    'not this week, said on %s, lasts until the next plan',
    (today) => {
      expect(until('not-this-week', today, 'ride-along', 30)).toBe('2026-11-30');
    },
  );
  test('not this week skips to next week’s plan also where the plan comes in mid-week', () => {
    const given = { today: '2026-11-23', calendar, policy: { snoozeDays: 3, planDay: 3 }, rhythm: 1 } as const;
    expect(quietUntil('not-this-week', { ...given, behaviour: undefined })).toBe('2026-12-02');
  });
  test('not needed, and bad timing, is quiet for one rhythm, in the behaviour’s own unit, and a week at least', () => {
    expect(until('not-needed', '2026-11-23', 'ride-along', 30)).toBe('2026-12-23');
    expect(until('bad-timing', '2026-11-23', 'ride-along', 30)).toBe('2026-12-23');
    expect(until('not-needed', '2026-11-23', 'check-in', 8)).toBe('2026-12-03');
    expect(until('not-needed', '2026-11-23', 'coaching-note', 2)).toBe('2026-11-30');
  });
});

test('a message stands for its day, and lives a week', () => {
  expect(batchOf('between:2026-11-25')).toEqual({ kind: 'between', on: '2026-11-25' });
  expect(isLiveBatch('plan:2026-11-23', '2026-11-30')).toBe(true);
  expect(isLiveBatch('plan:2026-11-23', '2026-12-01')).toBe(false);
});

test('an answer taken back opens the nudge, or frees it for the next plan', () => {
  expect(reopened('plan:2026-11-23', '2026-11-24')).toEqual({ state: 'open', quietUntil: null });
  expect(reopened('plan:2026-11-02', '2026-11-24')).toEqual({ state: 'snoozed', quietUntil: '2026-11-24' });
});

describe('what can be put right', () => {
  const rep = { dealId: null, repId: 1, item: null };
  test('an entry’s date only by who wrote it', () => {
    const record = { kind: 'interaction', id: 5 } as const;
    expect(correctionsFor(rep, record, { isOwnEntry: true })).toEqual(['later', 'wrong-date', 'never-mind']);
    expect(correctionsFor(rep, record, { isOwnEntry: false })).toEqual(['later', 'never-mind']);
    expect(correctionsFor(rep, null, { isOwnEntry: false })).toEqual(['later', 'never-mind']);
  });
  test('a deal by what happened to it; an ask only by answering it', () => {
    const deal = { dealId: 3, repId: 1, item: null };
    const of = (record: Parameters<typeof correctionsFor>[1]) => correctionsFor(deal, record, { isOwnEntry: false });
    expect(of({ kind: 'deal', id: 3 })).toEqual(['activity', 'won', 'lost', 'not-blocked', 'never-mind']);
    expect(correctionsFor(rep, { kind: 'ask', id: 9 }, { isOwnEntry: false })).toEqual(['never-mind']);
  });
});
