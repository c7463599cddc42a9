import { fc } from '../helpers/fast-check.ts';
import { describe, expect, test } from 'vitest';
import type { AskStepKind } from '../../src/leading/ask-lifecycle.ts';
import { canBeCompared, comparableFrom, endsOf, threadsOf, weeksOfThreads } from '../../src/leading/threads.ts';
import type { AskInTime, PromiseInTime, ThreadFacts } from '../../src/leading/threads.ts';
import { mondaysUntil } from '../../src/leading/weeks-of-people.ts';
import type { StateOfWeek } from '../../src/leading/weeks-of-people.ts';
import { addDays, mondayOf } from '../../src/time/zoned.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

/** A Wednesday. */
const on: LocalDate = '2026-11-25';
const weeks = mondaysUntil(on, weeksOfThreads);
/** Tuesday of the week before. */
const lastTuesday: LocalDate = '2026-11-17';

const nothing: ThreadFacts = { weeks, on, people: [], asks: [], promises: [], pulses: [] };
const lastWeek = (values: readonly (number | null)[]) => values[10];

function ask(neededBy: LocalDate, ...steps: readonly [AskStepKind, LocalDate, LocalDate?][]): AskInTime {
  return { neededBy, steps: steps.map(([step, day, until]) => ({ step, on: day, until: until ?? null })) };
}

function promise(more: Partial<PromiseInTime> = {}): PromiseInTime {
  return { id: 1, pulseId: null, dueOn: lastTuesday, state: 'kept', settledOn: lastTuesday, ...more };
}

const asksOf = (...asks: readonly AskInTime[]) => lastWeek(threadsOf({ ...nothing, asks }).asks);
const promisesOf = (...promises: readonly PromiseInTime[]) => lastWeek(threadsOf({ ...nothing, promises }).promises);

describe('coverage', () => {
  test('counts who isn’t missed, of those who were there', () => {
    const states: readonly StateOfWeek[] = ['seen', 'quiet', 'missed', 'out', 'absent'];
    const people = states.map((state) => ({ weeks: weeks.map(() => state) }));
    expect(threadsOf({ ...nothing, people }).coverage).toEqual(weeks.map(() => 67));
  });
  test('is empty where nobody was there', () => {
    const people = [{ weeks: weeks.map(() => 'out' as const) }];
    expect(threadsOf({ ...nothing, people }).coverage).toEqual(weeks.map(() => null));
  });
});

describe('a team that has only just begun', () => {
  const states: readonly StateOfWeek[] = ['seen', 'quiet', 'quiet'];
  /** Everybody came in the week of 2 November. */
  const people = states.map((state) => ({ weeks: weeks.map((_week, at) => (at < 8 ? 'absent' : state)) }));

  test('is counted from the week in which somebody can be missed: until then nobody is, whatever happens', () => {
    const { coverage } = threadsOf({ ...nothing, people, missableFrom: '2026-11-17' });
    expect(coverage).toEqual(weeks.map((_week, at) => (at < 10 ? null : 100)));
  });

  test('is told when there will be two weeks to compare', () => {
    const days = ['2026-11-20', '2026-11-26', '2026-12-08'] as const;
    const threads = days.map((missableFrom) => threadsOf({ ...nothing, people, missableFrom }));
    expect(threads.map((one) => comparableFrom(one, on))).toEqual(['2026-11-30', '2026-11-30', '2026-12-14']);
  });
});

describe('asks settled in time', () => {
  test.each<[string, AskInTime, number | undefined]>([
    ['on the day', ask(lastTuesday, ['asked', '2026-11-10'], ['granted', lastTuesday]), 100],
    ['a no is an answer', ask(lastTuesday, ['asked', '2026-11-10'], ['declined', '2026-11-11']), 100],
    ['a day late', ask(lastTuesday, ['asked', '2026-11-10'], ['done', '2026-11-18']), 0],
    ['taken only', ask(lastTuesday, ['asked', '2026-11-10'], ['taken', '2026-11-10']), 0],
    ['opened again before its day', ask(lastTuesday, ['done', '2026-11-11'], ['reopened', '2026-11-12']), 0],
    [
      'opened again and settled',
      ask(lastTuesday, ['done', '2026-11-11'], ['reopened', '2026-11-12'], ['done', '2026-11-13']),
      100,
    ],
    ['opened again after its day', ask(lastTuesday, ['done', '2026-11-11'], ['reopened', '2026-11-19']), 100],
    ['withdrawn after its day', ask(lastTuesday, ['withdrawn', '2026-11-18']), 0],
  ])('%s', (_name, one, expected) => {
    expect(asksOf(one)).toBe(expected);
  });

  test('what the rep took back before its day counts nowhere', () => {
    expect(asksOf(ask(lastTuesday, ['asked', '2026-11-10'], ['withdrawn', '2026-11-12']))).toBeNull();
  });

  test('another day given by the rep doesn’t make the first one met', () => {
    const renewed = ask(
      '2026-11-20',
      ['asked', '2026-11-02'],
      ['renewed', '2026-11-12', '2026-11-20'],
      ['done', '2026-11-19'],
    );
    const { asks } = threadsOf({ ...nothing, asks: [renewed] });
    expect(asks.slice(9)).toEqual([0, 50, 50]);
  });

  test('a day that isn’t over yet isn’t counted', () => {
    const { asks } = threadsOf({ ...nothing, asks: [ask(on, ['granted', '2026-11-23']), ask('2026-11-27')] });
    expect(asks).toEqual(weeks.map(() => null));
  });
});

describe('promises kept', () => {
  test('one broken promise is not a week of nothing kept: four weeks count', () => {
    const kept = (['2026-10-27', '2026-11-03', '2026-11-10'] as const).map((dueOn, id) =>
      promise({ id, dueOn, settledOn: dueOn }),
    );
    const broken = promise({ id: 9, dueOn: '2026-11-17', state: 'open', settledOn: null });
    const { promises } = threadsOf({ ...nothing, promises: [...kept, broken] });
    expect(promises.slice(6)).toEqual([null, 100, 100, 100, 75, 67]);
  });

  test.each<[string, Partial<PromiseInTime>, number]>([
    ['by the day', {}, 100],
    ['a day late', { settledOn: '2026-11-18' }, 0],
    ['dropped before the day', { state: 'dropped', settledOn: '2026-11-12' }, 0],
    ['still open', { state: 'open', settledOn: null }, 0],
  ])('%s', (_name, more, expected) => {
    expect(promisesOf(promise(more))).toBe(expected);
  });

  test('what was promised to a whole team counts once', () => {
    const team = [1, 2, 3].map((id) => promise({ id, pulseId: 7 }));
    expect(promisesOf(...team, promise({ id: 9, state: 'dropped' }))).toBe(50);
    expect(promisesOf(...team, promise({ id: 4, pulseId: 7, state: 'open', settledOn: null }))).toBe(0);
  });
});

test('what happens seldom is summed up over the first six weeks and the last six; what is older counts nowhere', () => {
  const days = ['2026-09-06', '2026-09-07', '2026-10-18', '2026-10-19', lastTuesday] as const;
  const promises = days.map((dueOn, id) => promise({ id, dueOn, settledOn: id % 2 === 0 ? dueOn : on }));
  expect(threadsOf({ ...nothing, promises }).promisesInHalves).toEqual({
    before: { inTime: 1, of: 2 },
    lately: { inTime: 1, of: 2 },
  });
});

test('pulses of one week are averaged over their statements', () => {
  const pulses = [
    { closedOn: lastTuesday, points: [4, 3.5, 4] },
    { closedOn: '2026-11-20', points: [3, 3, 4.5] },
  ] as const;
  const { pulse } = threadsOf({ ...nothing, pulses });
  expect(pulse.slice(9)).toEqual([null, 3.7, null]);
});

test('with fewer than two weeks there is nothing to compare, and it says from when there is', () => {
  const empty = threadsOf(nothing);
  expect([canBeCompared(empty), comparableFrom(empty, on)]).toEqual([false, '2026-12-07']);
  const people = [{ weeks: weeks.map((_week, at): StateOfWeek => (at === 11 ? 'quiet' : 'absent')) }];
  const young = threadsOf({ ...nothing, people });
  expect([canBeCompared(young), comparableFrom(young, on)]).toEqual([false, '2026-11-30']);
});

test('the ends of a thread are its oldest and newest values', () => {
  expect(endsOf(['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23'], [null, 1, 2, null])).toEqual({
    first: { week: '2026-11-09', value: 1 },
    last: { week: '2026-11-16', value: 2 },
  });
  expect(endsOf(['2026-11-02'], [null])).toBeUndefined();
});

const day = fc.integer({ min: -120, max: 20 }).map((days) => addDays(on, days));
const steps: readonly AskStepKind[] = [
  'taken',
  'granted',
  'declined',
  'done',
  'reopened',
  'renewed',
  'withdrawn',
  'confirmed',
];
const anyAsk: fc.Arbitrary<AskInTime> = fc.record({
  neededBy: day,
  steps: fc
    .array(fc.record({ step: fc.constantFrom(...steps), on: day, until: fc.option(day) }), { maxLength: 6 })
    .map((taken) => taken.toSorted((one, other) => one.on.localeCompare(other.on))),
});
const anyPromise: fc.Arbitrary<PromiseInTime> = fc.record({
  id: fc.nat(),
  pulseId: fc.option(fc.nat({ max: 3 })),
  dueOn: day,
  state: fc.constantFrom('open', 'kept', 'dropped'),
  settledOn: fc.option(day),
});
const anyState = fc.constantFrom<StateOfWeek>('seen', 'quiet', 'missed', 'out', 'absent');
const anyFacts: fc.Arbitrary<ThreadFacts> = fc.record({
  weeks: fc.constant(weeks),
  on: fc.constant(on),
  people: fc.array(fc.record({ weeks: fc.array(anyState, { minLength: 12, maxLength: 12 }) }), { maxLength: 5 }),
  asks: fc.array(anyAsk, { maxLength: 8 }),
  promises: fc.array(anyPromise, { maxLength: 8 }),
  pulses: fc.array(
    fc.record({
      closedOn: day,
      points: fc.array(fc.double({ min: 1, max: 5, noNaN: true }), { minLength: 3, maxLength: 3 }),
    }),
    { maxLength: 4 },
  ),
});

test('whatever happened: twelve weeks, percent from 0 to 100, points from 1 to 5, and nothing where nothing was due', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const { weeks: shown, coverage, asks, promises, pulse } = threadsOf(facts);
      expect(shown).toHaveLength(12);
      for (const thread of [coverage, asks, promises]) {
        expect(thread).toHaveLength(12);
        expect(thread.filter((value) => value !== null && (value < 0 || value > 100))).toEqual([]);
      }
      expect(pulse).toHaveLength(12);
      expect(pulse.filter((value) => value !== null && (value < 1 || value > 5))).toEqual([]);
      for (const [at, monday] of shown.entries()) {
        const since = shown[Math.max(0, at - 3)] ?? monday;
        const isCounted = (date: LocalDate) => date >= since && mondayOf(date) <= monday && date < on;
        expect(promises[at] === null).toBe(!facts.promises.some(({ dueOn }) => isCounted(dueOn)));
        expect(pulse[at] === null).toBe(!facts.pulses.some(({ closedOn }) => mondayOf(closedOn) === monday));
      }
    }),
  );
});
