/** A rep comes from another manager: what that one did or didn't do is no reproach to this one. */
import { describe, expect, test } from 'vitest';
import { checkIn } from '../../src/behaviours/check-in.ts';
import { developmentGap } from '../../src/behaviours/development-gap.ts';
import { rideAlong } from '../../src/behaviours/ride-along.ts';
import { defaultPolicy, settingsOf } from '../../src/leading/policy.ts';
import { addDays } from '../../src/time/zoned.ts';
import { interaction, rep, team, today } from '../helpers/facts.ts';

const daysAgo = (days: number) => addDays(today, -days);
const earlier = { managerId: 99 };

const cameDaysAgo = (days: number) =>
  rep({ reportsSince: daysAgo(days), interactions: [interaction('ride-along', daysAgo(41), earlier)] });
const rideAlongDue = (days: number) => rideAlong.due(team([cameDaysAgo(days)]), settingsOf(rideAlong, defaultPolicy));

describe('the last ride-along was with an earlier manager, 41 days ago', () => {
  test('who took them over yesterday is asked for nothing', () => {
    expect(rideAlongDue(1)).toEqual([]);
    expect(rideAlongDue(29)).toEqual([]);
  });

  test('after a rhythm with the new manager it is due, counted from the day they came', () => {
    const [due] = rideAlongDue(30);
    expect(due?.evidence.sentence).toBe('No ride-along with Priya since they joined your team on Oct 24 (30 days).');
    expect(due?.evidence).toMatchObject({ elapsed: 30, dueSince: today });
  });

  test('one of their own, written down for a day before, counts from that day', () => {
    const facts = rep({ reportsSince: daysAgo(1), interactions: [interaction('ride-along', daysAgo(41))] });
    expect(rideAlong.due(team([facts]), settingsOf(rideAlong, defaultPolicy))[0]?.evidence.elapsed).toBe(41);
  });
});

test('check-ins about numbers that somebody else had say nothing of the new manager', () => {
  const numbers = [3, 5, 7].map((days) =>
    interaction('check-in', daysAgo(days), { ...earlier, details: { about: 'numbers' } }),
  );
  const came = (days: number) => team([rep({ reportsSince: daysAgo(days), interactions: numbers })]);
  expect(checkIn.due(came(1), settingsOf(checkIn, defaultPolicy))).toEqual([]);
  expect(checkIn.due(came(200), settingsOf(checkIn, defaultPolicy))).toHaveLength(1);
});

test('a cycle that nobody looked at for long is looked at within a rhythm of the new manager’s', () => {
  const cycles = [{ id: 5, openedOn: daysAgo(300), closedOn: null, evaluatedOn: null, assignments: [] }];
  const dues = (days: number) =>
    developmentGap.due(team([rep({ reportsSince: daysAgo(days), cycles })]), settingsOf(developmentGap, defaultPolicy));
  expect(dues(1)).toEqual([]);
  expect(dues(200)[0]?.evidence.sentence).toContain('(300 days)');
});
