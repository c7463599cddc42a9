import { describe, expect, test } from 'vitest';
import { promises } from '../../src/demo/promises.ts';
import { interactionsBetween } from '../../src/store/interactions.ts';
import { addDays, mondayOf } from '../../src/time/zoned.ts';
import { demoCompany, demoManagers, demoPerson, inFourWeeks, talksOf } from '../helpers/demo-company.ts';

const starts = [
  ['2026-11-30T14:00:00Z', '2026-11-30'],
  ['2027-03-15T13:00:00Z', '2027-03-15'],
] as const;

/**
 * Talks a rep in four weeks. Most managers find time for two or three; one makes it every week; one has logged nothing for three
 * weeks, so that what is left is the fourth.
 */
const bands: Readonly<Record<string, readonly [least: number, most: number]>> = {
  dana: [2, 3.2],
  weilin: [1.8, 3.2],
  katrin: [3.2, 5],
  marcus: [0.4, 1.6],
};

describe.each(starts)('from %s', (start, today) => {
  test('managers log two or three talks a rep and month, one more, one hardly any', async () => {
    const store = await demoCompany(start);
    const means = new Map<string, number>();
    for (const { handle } of demoManagers) {
      const counts = [...(await talksOf(store, handle)).values()].map((talks) => inFourWeeks(talks, today));
      expect(Math.max(...counts)).toBeLessThanOrEqual(7);
      means.set(handle, counts.reduce((sum, count) => sum + count, 0) / counts.length);
    }
    const outside = [...means].filter(([handle, mean]) => {
      const [least, most] = bands[handle] ?? [0, 0];
      return mean < least || mean > most;
    });
    expect(outside).toEqual([]);
  });

  test('the months before were no busier', async () => {
    const store = await demoCompany(start);
    for (const { handle } of demoManagers)
      for (const talks of (await talksOf(store, handle)).values())
        expect(inFourWeeks(talks, addDays(today, -28))).toBeLessThanOrEqual(9);
  });

  test('there are gaps: somebody unseen for five weeks, somebody seen a lot, a new hire, a vacation', async () => {
    const store = await demoCompany(start);
    const danas = await talksOf(store, 'dana');
    expect(danas.get('aisha')?.[0]?.happenedOn).toBe(addDays(today, -35));
    expect(inFourWeeks(danas.get('priya') ?? [], today)).toBeGreaterThanOrEqual(4);
    expect((await demoPerson(store, 'devon')).startedOn).toBe(addDays(today, -38));
    const all = await interactionsBetween(store, { limit: 20_000 });
    for (const { handle } of demoManagers) {
      const { id } = await demoPerson(store, handle);
      const own = all.filter(({ managerId, repId }) => managerId === id && repId !== null);
      const weeks = new Set(own.map(({ happenedOn }) => mondayOf(happenedOn)));
      const empty = Array.from({ length: 9 }, (_, index) => addDays(mondayOf(today), -7 * (index + 1)));
      expect(empty.filter((week) => !weeks.has(week)).length).toBeGreaterThanOrEqual(1);
    }
  });

  test('one manager has gone quiet: nothing with anybody for three weeks, and no answer on Fridays', async () => {
    const store = await demoCompany(start);
    const { id } = await demoPerson(store, 'marcus');
    const all = await interactionsBetween(store, { limit: 20_000 });
    const own = all.filter(({ managerId, repId }) => managerId === id && repId !== null);
    const newest = own[0]?.happenedOn ?? '';
    expect(newest <= addDays(today, -21)).toBe(true);
    expect(newest > addDays(today, -28)).toBe(true);
    const fridays = all.filter(({ managerId, behaviour }) => managerId === id && behaviour === 'time-balance');
    expect(fridays[0]?.happenedOn).toBe(addDays(today, -24));
  });
});

test('promises read well after “You promised Camila”', () => {
  expect(promises.filter(({ text }) => !/^(?:an? |the |to |no )/u.test(text) || /[.!]$/u.test(text))).toEqual([]);
});
