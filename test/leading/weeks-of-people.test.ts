import { describe, expect, it } from 'vitest';
import { behaviours } from '../../src/behaviours/index.ts';
import { mondaysUntil, weeksOfTeams } from '../../src/leading/weeks-of-people.ts';
import type { StateOfWeek } from '../../src/leading/weeks-of-people.ts';
import type { RepFacts } from '../../src/behaviours/facts.ts';
import type { WorkingCalendar } from '../../src/time/working-calendar.ts';
import { calendar, interaction, rep, team } from '../helpers/facts.ts';

/** A Friday. */
const on = '2026-11-27';

function weeks(facts: RepFacts, own: Partial<WorkingCalendar> = {}): readonly StateOfWeek[] {
  const [group] = weeksOfTeams([team([facts], { today: on })], {
    weeks: mondaysUntil(on, 8),
    on,
    behaviours,
    missedAfterDays: 14,
    calendarOf: () => ({ ...calendar, ...own }),
  });
  return group?.people[0]?.weeks ?? [];
}

describe('the weeks', () => {
  it('are the last eight, the running one included, across a change of year', () => {
    expect(mondaysUntil('2026-01-02', 2)).toEqual(['2025-12-22', '2025-12-29']);
    expect(mondaysUntil(on, 8)).toHaveLength(8);
    expect(mondaysUntil(on, 8).at(-1)).toBe('2026-11-23');
  });
});

describe('a week of a person', () => {
  it('is seen where their manager logged something, then quiet, then missed after fourteen days', () => {
    const facts = rep({ interactions: [interaction('check-in', '2026-11-02'), interaction('check-in', '2026-10-14')] });
    expect(weeks(facts).slice(1)).toEqual(['seen', 'quiet', 'missed', 'seen', 'quiet', 'missed', 'missed']);
  });

  it('is looked at from today while it runs', () => {
    const thirteen = rep({ interactions: [interaction('check-in', '2026-11-13')] });
    const fifteen = rep({ interactions: [interaction('check-in', '2026-11-12')] });
    expect(weeks(thirteen).at(-1)).toBe('quiet');
    expect(weeks(fifteen).at(-1)).toBe('missed');
  });

  it('counts neither what somebody else logged nor what people log for themselves alone', () => {
    const facts = rep({
      interactions: [
        interaction('skip-level', '2026-11-25', { managerId: 50 }),
        interaction('time-balance', '2026-11-25'),
      ],
    });
    expect(weeks(facts).at(-1)).toBe('missed');
  });

  it('is absent before somebody came, and misses nobody who has only just come', () => {
    expect(weeks(rep({ reportsSince: '2026-11-11' })).slice(-4)).toEqual(['absent', 'quiet', 'quiet', 'missed']);
    expect(weeks(rep({ reportsSince: '2026-11-26' })).slice(-2)).toEqual(['absent', 'quiet']);
  });

  it('is out where they had no working day, unless something was logged all the same', () => {
    const awayInTheLastTwo = { isDayOff: (date: string) => date >= '2026-11-16' };
    expect(weeks(rep(), awayInTheLastTwo).slice(-3)).toEqual(['missed', 'out', 'out']);
    const called = rep({ interactions: [interaction('check-in', '2026-11-18')] });
    expect(weeks(called, awayInTheLastTwo).slice(-3)).toEqual(['missed', 'seen', 'out']);
    expect(weeks(rep(), { isDayOff: (date) => date <= '2026-11-26' }).at(-1)).toBe('missed');
  });

  it('is out for somebody of whom nobody knows when they are back', () => {
    const absence = { since: new Date('2026-11-20T16:00:00Z'), until: null };
    expect(weeks(rep(), { absence }).slice(-2)).toEqual(['missed', 'out']);
  });
});
