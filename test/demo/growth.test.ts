import { freshPlace } from '../helpers/place.ts';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { behaviours } from '../../src/behaviours/index.ts';
import { people, reportsTo } from '../../src/demo/people.ts';
import { slackIdFor } from '../../src/demo/seed.ts';
import { fillDemo } from '../../src/demo/team.ts';
import { everythingDue, weeklyPlan } from '../../src/leading/weekly-plan.ts';
import { cyclesOf } from '../../src/store/cycles.ts';
import { openDatabase } from '../../src/store/db.ts';
import type { OpenDatabase, Store } from '../../src/store/db.ts';
import { expectationsOf } from '../../src/store/expectations.ts';
import { goalsOf } from '../../src/store/goals.ts';
import { everybody, findPersonBySlackId } from '../../src/store/people.ts';
import type { Person } from '../../src/store/people.ts';
import { loadPlanning } from '../../src/store/plan-input.ts';
import { addDays, instantOf, localDateOf, mondayOf } from '../../src/time/zoned.ts';

const storyStart = '2026-11-21T15:00:00Z';
const starts = [
  storyStart,
  '2026-11-23T16:00:00Z',
  '2026-11-24T03:00:00Z',
  '2026-01-01T12:00:00Z',
  '2026-03-11T20:00:00Z',
  '2026-05-14T08:00:00Z',
  '2026-08-23T23:30:00Z',
  '2026-12-28T14:00:00Z',
  '2027-02-12T09:00:00Z',
  '2028-02-29T15:00:00Z',
];
const reps = people.filter(({ manager, handle }) => manager !== null && reportsTo(handle).length === 0);
const managers = people.filter(({ manager, handle }) => manager !== null && reportsTo(handle).length > 0);
const leads = people.filter(({ manager }) => manager === null);

const opened = new Map<string, OpenDatabase>();
afterAll(async () => {
  for (const database of opened.values()) await database.close();
});

/** The team as it is at a start; tests only read it. */
async function filled(start: string): Promise<Store> {
  const known = opened.get(start);
  if (known !== undefined) return known.forWorkspace('T1');
  const database = await openDatabase({ path: await freshPlace() });
  opened.set(start, database);
  const store = database.forWorkspace('T1');
  await fillDemo(store, new Date(start));
  return store;
}

async function personOf(store: Store, handle: string): Promise<Person> {
  const person = await findPersonBySlackId(store, slackIdFor(handle));
  if (person === undefined) throw new Error(`No ${handle}`);
  return person;
}

/** What is due, and what the plan says, on the Monday after the week of the start. */
async function nextMonday(store: Store, handle: string, start: string) {
  const { id, timeZone } = await personOf(store, handle);
  const zone = timeZone ?? 'Etc/UTC';
  const monday = addDays(mondayOf(localDateOf(new Date(start), zone)), 7);
  const planning = await loadPlanning(store, behaviours, [id], instantOf(monday, '09:00', zone));
  const input = await planning.inputOf(id);
  return { due: everythingDue(input), plan: weeklyPlan(input) };
}

describe.each(starts)('started at %s', (start) => {
  test('a handful of many kinds is due for every manager, and the plan is about what is on record', async () => {
    const store = await filled(start);
    for (const { handle } of managers) {
      const { due, plan } = await nextMonday(store, handle, start);
      const absent = plan.filter(({ evidence }) => /^No .* yet\./u.test(evidence.sentence));
      expect(absent).toEqual([]);
      expect(due.length).toBeGreaterThanOrEqual(8);
      // Two or three talks a month leave much that is due by the essays' rhythms: six or seven acts a rep at most.
      expect(due.length).toBeLessThanOrEqual(42);
      expect(new Set(due.map(({ behaviour }) => behaviour)).size).toBeGreaterThanOrEqual(7);
      expect(due.filter(({ evidence }) => evidence.record === null).length).toBeLessThan(due.length / 2);
    }
  });

  test('every lead has something to do', async () => {
    const store = await filled(start);
    for (const { handle } of leads) {
      const { plan } = await nextMonday(store, handle, start);
      expect(plan.length).toBeGreaterThanOrEqual(2);
    }
  });

  test('nothing happened in the future, or before the rep was there', async () => {
    const store = await filled(start);
    const everyone = await everybody(store);
    for (const { handle } of managers) {
      const manager = await personOf(store, handle);
      const later = new Date(Date.parse(start) + 40 * 86_400_000);
      const planning = await loadPlanning(store, behaviours, [manager.id], later);
      const today = localDateOf(new Date(start), manager.timeZone ?? 'Etc/UTC');
      for (const { interactions, rep } of planning.facts.team(manager.id).reps)
        for (const { happenedOn } of interactions) {
          expect(happenedOn <= today).toBe(true);
          const startedOn = everyone.find(({ id }) => id === rep.id)?.startedOn ?? '';
          expect(happenedOn >= startedOn).toBe(true);
        }
    }
  });
});

test('among everybody, nearly every kind of act is due for somebody', async () => {
  const store = await filled(storyStart);
  const due: string[] = [];
  for (const { handle } of [...managers, ...leads])
    due.push(...(await nextMonday(store, handle, storyStart)).due.map(({ behaviour }) => behaviour));
  // An open ask of another sort is with Marisol, a pulse comes later, and Friday's question isn't asked on a Monday.
  const missing = behaviours.map(({ id }) => id).filter((id) => !due.includes(id));
  expect(missing).toEqual(['answer-ask', 'time-balance', 'trust-pulse']);
});

test('every rep has goals and expectations on record, and all but one something to work on', async () => {
  const store = await filled(storyStart);
  const without: string[] = [];
  const unconfirmed: string[] = [];
  for (const { handle } of reps) {
    const { id } = await personOf(store, handle);
    const cycles = await cyclesOf(store, id);
    expect((await goalsOf(store, id)).length).toBeGreaterThan(0);
    expect(cycles.length).toBeLessThanOrEqual(1);
    if (cycles.length === 0) without.push(handle);
    const [newest] = await expectationsOf(store, id);
    expect(newest).toBeDefined();
    if (newest?.acknowledgedOn === null) unconfirmed.push(handle);
  }
  expect(without).toEqual(['devon']);
  expect(unconfirmed).toContain('luca');
  expect(unconfirmed).toContain('devon');
  expect(unconfirmed.length).toBeLessThan(5);
});

test('nobody gets a message about what is long past: only the asks are told', async () => {
  const store = await filled(storyStart);
  const rows = await store.database.selectFrom('outbox').select('kind').execute();
  expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['ask-card', 'ask-news']));
  expect(rows.length).toBeLessThan(10);
});

test('the same start gives the same records', async () => {
  const one = await filled(storyStart);
  const again = await openDatabase({ path: await freshPlace() });
  onTestFinished(() => again.close());
  const other = again.forWorkspace('T1');
  await fillDemo(other, new Date(storyStart));
  for (const table of [
    'interaction',
    'promise',
    'cycle',
    'assignment',
    'goal',
    'idea',
    'praise',
    'skillNote',
  ] as const) {
    const rows = (store: Store) => store.database.selectFrom(table).selectAll().orderBy('id').execute();
    const first = await rows(one);
    expect(first.length).toBeGreaterThan(5);
    expect(await rows(other)).toEqual(first);
  }
});
