import { describe, expect, it } from 'vitest';
import type { RepFacts } from '../../src/behaviours/facts.ts';
import type { PastNudge } from '../../src/leading/nudge.ts';
import { actsDue, everythingDue, weeklyPlan } from '../../src/leading/weekly-plan.ts';
import { ask, interaction, lookedAfter, rep, team as teamOf } from '../helpers/facts.ts';
import { but, caredForTeam as team, input, nudged, oneCheckIn } from '../helpers/planning.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

describe('variety', () => {
  const [due] = everythingDue(input({ team: oneCheckIn }));
  const before = (nudgedOn: LocalDate) => nudged(due, 'done', { nudgedOn, fingerprint: 'another' });

  it('the kind that was nudged last for a person waits three weeks, or for another kind', () => {
    expect(weeklyPlan(input({ team: oneCheckIn, past: [before('2026-11-03')] }))).toEqual([]);
    expect(weeklyPlan(input({ team: oneCheckIn, past: [before('2026-11-02')] }))).toHaveLength(1);
    const other = nudged(due, 'done', { behaviour: 'connect', nudgedOn: '2026-11-16' });
    expect(weeklyPlan(input({ team: oneCheckIn, past: [other, before('2026-11-09')] }))).toHaveLength(1);
  });

  it('what can’t wait may repeat itself', () => {
    const asked = team([{ ...lookedAfter(2), asks: [ask({ askedOn: '2026-11-16' })] }]);
    const [urgent] = everythingDue(input({ team: asked }));
    expect(weeklyPlan(input({ team: asked, past: [nudged(urgent, 'ignored')] }))).toHaveLength(1);
  });

  it('what a message said this week is not repeated by the plan', () => {
    const asked = team([{ ...lookedAfter(2), asks: [ask({ askedOn: '2026-11-16' })] }]);
    const [urgent] = everythingDue(input({ team: asked }));
    const past = [nudged(urgent, 'open', { nudgedOn: '2026-11-23' })] as const;
    expect(weeklyPlan(input({ team: asked, past }))).toEqual([]);
  });
});

describe('ignored twice in a row', () => {
  const long = team([but('check-in')]);
  const [due] = everythingDue(input({ team: long }));
  const ignored = (nudgedOn: LocalDate, more: Partial<PastNudge> = {}) =>
    nudged(due, 'ignored', { nudgedOn, repId: 7, ...more });

  const asks = (past: readonly PastNudge[]) => weeklyPlan(input({ team: long, past }))[0]?.asksWhy;

  it('the kind comes after two weeks instead of one, also where it is long overdue', () => {
    const lately = [ignored('2026-11-16'), ignored('2026-11-09')] as const;
    expect(weeklyPlan(input({ team: long, past: lately }))).toEqual([]);
    const earlier = [ignored('2026-11-09'), ignored('2026-11-02')] as const;
    expect(weeklyPlan(input({ team: long, past: earlier })).map(({ asksWhy }) => asksWhy)).toEqual([true]);
  });

  it('the question comes once, and again after two more', () => {
    const [first, second] = [ignored('2026-09-07'), ignored('2026-09-14')] as const;
    const third = ignored('2026-09-28', { asksWhy: true });
    expect(asks([third, second, first])).toBe(false);
    expect(asks([ignored('2026-10-12'), third, second, first])).toBe(true);
    expect(asks([nudged(due, 'snoozed', { repId: 7 }), third, second, first])).toBe(false);
  });

  it('several ignored in one message count once', () => {
    const one = ignored('2026-11-16', { repId: 8 });
    expect(weeklyPlan(input({ team: long, past: [one, one, one] })).map(({ asksWhy }) => asksWhy)).toEqual([false]);
  });

  it('ignoring one promise does not silence another', () => {
    const promise = { managerId: 1, madeOn: '2026-11-02', dueOn: '2026-11-20', state: 'open' } as const;
    const two = team([
      {
        ...lookedAfter(2),
        promises: [
          { ...promise, id: 1 },
          { ...promise, id: 2 },
        ],
      },
    ]);
    const [one] = everythingDue(input({ team: two })).filter(({ item }) => item === 'promise:1');
    const past = (['2026-11-16', '2026-11-09'] as const).map((nudgedOn) => nudged(one, 'ignored', { nudgedOn }));
    expect(weeklyPlan(input({ team: two, past })).map(({ item }) => item)).toEqual(['promise:2']);
  });
});

/** Somebody with three asks that have waited for three weeks. */
function thriceAsked(id: number): RepFacts {
  return { ...lookedAfter(id), asks: [3, 4, 5].map(() => ask({ repId: id, askedOn: '2026-11-02' })) };
}

describe('whose turn it is', () => {
  it('whoever was nudged least comes first, other things being equal', () => {
    const two = team([rep({ id: 2, name: 'A' }), rep({ id: 3, name: 'B' })]);
    const [due] = everythingDue(input({ team: two })).filter(({ repId }) => repId === 2);
    const [first] = everythingDue(input({ team: two, past: [nudged(due, 'done', { fingerprint: 'another' })] }));
    expect(first?.repId).toBe(3);
  });

  it('after six weeks without a nudge somebody has a place, whatever others need', () => {
    const all = team([
      thriceAsked(2),
      thriceAsked(3),
      thriceAsked(4),
      { ...but('connect'), rep: { id: 5, name: 'E', startedOn: null } },
    ]);
    const nudgedWeeksAgo = (repId: number | null, nudgedOn: LocalDate) =>
      nudged(everythingDue(input({ team: all }))[0], 'done', {
        repId,
        behaviour: 'grow-career',
        nudgedOn,
        fingerprint: 'x',
      });
    const others = [2, 3, 4, null].map((id) => nudgedWeeksAgo(id, '2026-11-16'));
    const placed = (since: LocalDate) =>
      weeklyPlan(input({ team: all, past: [...others, nudgedWeeksAgo(5, since)] })).some(({ repId }) => repId === 5);
    expect(placed('2026-10-19')).toBe(false);
    expect(placed('2026-10-12')).toBe(true);
  });

  it('a rep who wants no nudges of a kind gets none, and what was sent is no longer true', () => {
    const stoppedByRep = new Map([[2, ['check-in']]]);
    expect(everythingDue(input({ team: oneCheckIn, stoppedByRep }))).toEqual([]);
    expect(actsDue(input({ team: oneCheckIn, stoppedByRep })).size).toBe(0);
  });
});

describe('leads', () => {
  const managed = { manager: rep({ id: 20, name: 'Mary M' }), reps: [rep({ id: 21, name: 'Ann A' })] };

  it('are asked what leads are asked, and managers what managers are', () => {
    const lead = teamOf([], { managers: [managed] });
    expect(weeklyPlan(input({ team: lead })).map(({ behaviour, repId }) => [behaviour, repId])).toEqual([
      ['skip-level', 21],
    ]);
    expect(
      weeklyPlan(
        input({ team: teamOf([], { teamwide: [interaction('share-vision', '2026-01-05', { repId: null })] }) }),
      ),
    ).toEqual([]);
  });

  it('have one budget where they are managers, too', () => {
    const both = teamOf([rep({ id: 2 }), rep({ id: 3 })], { managers: [managed] });
    const plan = weeklyPlan(input({ team: both }));
    expect(plan).toHaveLength(3);
    expect(everythingDue(input({ team: both })).map(({ behaviour }) => behaviour)).toContain('skip-level');
  });
});
