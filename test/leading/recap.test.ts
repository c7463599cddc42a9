import { describe, expect, test } from 'vitest';
import { behaviours } from '../../src/behaviours/index.ts';
import { recapOf } from '../../src/leading/recap.ts';
import type { RecapInput } from '../../src/leading/recap.ts';
import { recapMessage } from '../../src/slack/views/recap/recap.ts';
import { dueAbout } from '../../src/behaviours/due.ts';
import type { PlannedNudge } from '../../src/leading/nudge.ts';
import { interaction, rep, team } from '../helpers/facts.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

/** A Friday. */
const on: LocalDate = '2026-11-27';

function recap(input: Partial<RecapInput> & Pick<RecapInput, 'team'>) {
  return recapOf({ behaviours, on, moved: [], promises: [], ...input });
}

const priya = (...days: LocalDate[]) =>
  rep({ id: 2, name: 'Priya', interactions: days.map((day) => interaction('check-in', day, { repId: 2 })) });
const sam = (...days: LocalDate[]) =>
  rep({ id: 3, name: 'Sam', interactions: days.map((day) => interaction('ride-along', day, { repId: 3 })) });

const promiseKept = interaction('keep-promise', on, { minutes: null });

describe('what was done', () => {
  test('names people and acts of the seven days that end on its day, by name', () => {
    const found = recap({
      team: team([sam('2026-11-24'), priya('2026-11-20', '2026-11-21', '2026-11-27', '2026-11-28')]),
    });
    expect(found.did).toEqual([
      { name: 'Priya', acts: [{ noun: 'check-ins', count: 2, days: ['2026-11-21', '2026-11-27'] }] },
      { name: 'Sam', acts: [{ noun: 'ride-along', count: 1, days: ['2026-11-24'] }] },
    ]);
    expect([found.seen, found.people]).toEqual([2, 2]);
  });

  test('counts only what this manager logged themselves', () => {
    const others = rep({ id: 2, interactions: [interaction('check-in', on, { managerId: 99 })] });
    expect(recap({ team: team([others]) })).toMatchObject({ did: [], seen: 0 });
  });

  test('leaves out what is for the author’s eyes alone, also in the balance', () => {
    const own = ['reflection', 'time-balance'].map((kind) => interaction(kind, on, { repId: 2 }));
    const found = recap({
      team: team([rep({ id: 2, interactions: own }), sam(on)], {
        teamwide: [interaction('time-balance', on, { repId: null }), interaction('share-vision', on, { repId: null })],
      }),
    });
    expect(found.did.map(({ name }) => name)).toEqual(['Sam', null]);
    expect(JSON.stringify(found)).not.toMatch(/reflection|looks? at the week/u);
    expect(found.balance?.people.map(({ value }) => value)).toEqual([1, 0]);
  });

  test('tells a kept promise once: among what moved', () => {
    const kept = rep({ id: 2, interactions: [interaction('keep-promise', on, { minutes: null })] });
    const promise = { what: 'promise', name: 'Priya', text: 'Call legal', on } as const;
    const found = recap({ team: team([kept]), moved: [promise] });
    expect(found.did).toEqual([]);
    expect(found.moved).toEqual([promise]);
  });
});

test('where everybody is away, nothing is missing: no word of what was never written down', () => {
  const away = rep({ id: 4, name: 'Nia', isOut: true });
  const [none, some] = [
    [away, away],
    [away, sam()],
  ].map((reps) => {
    const shown = {
      recap: recap({ team: team(reps) }),
      nudges: [],
      bookAs: undefined,
      nextBooked: undefined,
      today: on,
    };
    return JSON.stringify(recapMessage(shown).blocks);
  });
  expect(none).toContain('Your people are all away.');
  expect(none).not.toMatch(/Nothing written down|Log one thing|nothing logged/u);
  expect(some).toContain('Nothing written down this week.');
});

const movedAssignment = (state: 'improved' | 'open' | 'missed', settledOn: LocalDate | null) =>
  ({
    id: 1,
    agreedOn: '2026-11-01',
    dueOn: on,
    state,
    settledOn,
  }) as const;

const movedCycle = (closedOn: LocalDate | null, settledOn = on) =>
  ({
    id: 1,
    openedOn: '2026-10-01',
    closedOn,
    evaluatedOn: settledOn,
    assignments: [movedAssignment('improved', settledOn)],
  }) as const;

describe('what moved', () => {
  test('is a gap closed or an assignment improved this week, never both of one cycle', () => {
    expect(recap({ team: team([rep({ name: 'Priya', cycles: [movedCycle(on)] })]) }).moved).toEqual([
      { what: 'cycle', name: 'Priya', on },
    ]);
    expect(recap({ team: team([rep({ name: 'Priya', cycles: [movedCycle(null)] })]) }).moved).toEqual([
      { what: 'assignment', name: 'Priya', on },
    ]);
    expect(recap({ team: team([rep({ cycles: [movedCycle(null, '2026-11-20')] })]) }).moved).toEqual([]);
  });

  test('begins with deals, and knows ideas that were used', () => {
    const idea = { id: 1, heardOn: '2026-10-01', usedOn: on, creditedOn: null } as const;
    const deal = { what: 'deal', name: 'Priya', deal: 'Northwind', how: 'won' } as const;
    const moved = recap({ team: team([rep({ name: 'Priya', ideas: [idea] })]), moved: [deal] }).moved;
    expect(moved).toEqual([deal, { what: 'idea', name: 'Priya', on }]);
  });
});

const planned = (behaviour: string, repId: number | null): PlannedNudge => ({
  ...dueAbout(
    behaviour,
    null,
    { sentence: 'x', record: null, elapsed: 1, rhythm: 1, dueSince: on },
    { headline: 'x', act: 'x', openingLine: 'x' },
  ),
  repId,
  asksWhy: false,
});

describe('start next week with', () => {
  test('whom the next plan names first, with the last time together, which a kept promise isn’t', () => {
    const facts = team([priya('2026-11-10'), sam('2026-11-02')]);
    const kept = {
      ...facts,
      reps: facts.reps.map((one) => ({ ...one, interactions: [promiseKept, ...one.interactions] })),
    };
    const coming = [planned('share-vision', null), planned('ride-along', 3), planned('check-in', 2)];
    expect(recap({ team: kept, coming }).next).toEqual({
      repId: 3,
      name: 'Sam',
      lastOn: '2026-11-02',
      behaviour: 'ride-along',
    });
  });

  test('nobody where the plan names nobody, or has come', () => {
    expect(recap({ team: team([sam()]), coming: [planned('share-vision', null)] }).next).toBeUndefined();
    expect(recap({ team: team([sam()]) }).next).toBeUndefined();
  });
});

describe('a count means one thing', () => {
  test('a promise kept or a word of thanks is told, and is no time with anybody', () => {
    const thanked = rep({ id: 2, name: 'Priya', interactions: [interaction('recognition', on), promiseKept] });
    const found = recap({ team: team([thanked, sam(on)]) });
    expect([found.seen, found.people]).toEqual([1, 2]);
    expect(found.did.map(({ name }) => name)).toEqual(['Priya', 'Sam']);
    const shown = { recap: found, nudges: [], bookAs: undefined, nextBooked: undefined, today: on };
    expect(JSON.stringify(recapMessage(shown).blocks)).toContain('Week ending Fri, Nov 27 · time with 1 of 2 people.');
  });

  test('no day stands in two weeks where a holiday moved one of them', () => {
    const facts = team([priya('2026-12-18', '2026-12-21')], { today: '2026-12-24' });
    const christmas = recap({ team: facts, on: '2026-12-24', before: '2026-12-18' });
    expect(christmas.did[0]?.acts[0]?.days).toEqual(['2026-12-21']);
    const shown = {
      recap: christmas,
      nudges: [],
      bookAs: undefined,
      nextBooked: undefined,
      today: '2026-12-24',
    } as const;
    expect(JSON.stringify(recapMessage(shown).blocks)).toContain('Sat, Dec 19 to Thu, Dec 24');
  });
});

test('the balance counts 28 days, says who is out, and needs two people', () => {
  const away = rep({ id: 4, name: 'Nia', isOut: true });
  const found = recap({ team: team([priya('2026-10-30', '2026-10-31', on), sam(on), away]) }).balance;
  expect(found).toEqual({
    days: 28,
    median: 1,
    people: [
      { name: 'Priya', value: 2, isOut: false },
      { name: 'Sam', value: 1, isOut: false },
      { name: 'Nia', value: 0, isOut: true },
    ],
  });
  expect(recap({ team: team([priya(on)]) }).balance).toBeUndefined();
});

const openPromise = (id: number, dueOn: LocalDate) => ({ id, name: 'Priya', text: 'Call', dueOn });

test('promises come by their day', () => {
  const promises = [openPromise(1, '2026-12-02'), openPromise(2, '2026-11-30')] as const;
  expect(recap({ team: team([priya()]), promises }).promises.map(({ id }) => id)).toEqual([2, 1]);
});
