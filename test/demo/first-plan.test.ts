import { expect, test } from 'vitest';
import { everythingDue, weeklyPlan } from '../../src/leading/weekly-plan.ts';
import { addDays, instantOf, localDateOf, mondayOf } from '../../src/time/zoned.ts';
import { demoCompany, demoManagers, demoPerson, planInputOf } from '../helpers/demo-company.ts';

const mondays = [
  '2026-11-23T14:00:00Z',
  '2026-11-30T14:00:00Z',
  '2027-01-04T14:00:00Z',
  '2027-03-15T13:00:00Z',
  '2027-06-14T13:00:00Z',
  '2028-02-28T14:00:00Z',
];
const otherDays = ['2026-11-25T18:00:00Z', '2026-11-27T18:49:00Z', '2026-11-28T15:00:00Z'];
const seeds = [undefined, 7, 20_270_101];

/** The plan of the first manager at nine on the Monday that is here or next. */
async function firstPlan(start: string, seed: number | undefined) {
  const store = await demoCompany(start, seed);
  const today = localDateOf(new Date(start), 'America/New_York');
  const monday = mondayOf(today) === today ? today : addDays(mondayOf(today), 7);
  const input = await planInputOf(store, 'dana', instantOf(monday, '09:00', 'America/New_York'));
  return { store, input, plan: weeklyPlan(input) };
}

test.each([...mondays, ...otherDays].flatMap((start) => seeds.map((seed) => [start, seed] as const)))(
  'begun at %s (seed %s), the first manager’s Monday has three things about three people, one of them with a subject',
  async (start, seed) => {
    const { plan } = await firstPlan(start, seed);
    expect(plan).toHaveLength(3);
    expect(new Set(plan.map(({ behaviour }) => behaviour)).size).toBe(3);
    expect(new Set(plan.map(({ repId }) => repId)).size).toBe(3);
    expect(plan.filter(({ item, askId }) => askId !== null || item?.startsWith('promise:') === true)).not.toEqual([]);
    expect(plan.filter(({ evidence }) => evidence.isAbsence === true)).toEqual([]);
  },
);

test.each(mondays)('begun at %s, who hasn’t been seen for five weeks is in it', async (start) => {
  const { store, plan } = await firstPlan(start, undefined);
  expect(plan.map(({ repId }) => repId)).toContain((await demoPerson(store, 'aisha')).id);
});

test('a promise whose day has come and a deal that waits are due for the first manager, each about somebody else', async () => {
  const { store, input } = await firstPlan('2026-11-30T14:00:00Z', undefined);
  const due = everythingDue(input);
  const priya = await demoPerson(store, 'priya');
  const tom = await demoPerson(store, 'tom');
  expect(due.find(({ behaviour }) => behaviour === 'keep-promise')?.repId).toBe(priya.id);
  expect(due.find(({ askId }) => askId !== null)?.repId).toBe(tom.id);
});

test('every other manager has three things, too, and the one who went quiet a promise that is late', async () => {
  const start = '2026-11-30T14:00:00Z';
  const store = await demoCompany(start);
  for (const { handle, timeZone } of demoManagers) {
    const today = localDateOf(new Date(start), timeZone);
    const input = await planInputOf(store, handle, instantOf(today, '09:00', timeZone));
    expect(weeklyPlan(input)).toHaveLength(3);
  }
  const input = await planInputOf(store, 'marcus', new Date(start));
  const late = everythingDue(input).filter(({ behaviour }) => behaviour === 'keep-promise');
  expect(late.map(({ repId }) => repId)).toEqual([(await demoPerson(store, 'camila')).id]);
});
