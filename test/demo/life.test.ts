import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { slackIdFor } from '../../src/demo/seed.ts';
import { unsettledAskStates } from '../../src/leading/ask-lifecycle.ts';
import { asksOf } from '../../src/store/asks.ts';
import type { Store } from '../../src/store/db.ts';
import { deliveriesIn } from '../../src/store/outbox.ts';
import { clearMark } from '../../src/store/marks.ts';
import { lifeMark } from '../../src/demo/marks.ts';
import { daysBetween, localDateOf } from '../../src/time/zoned.ts';
import {
  demoCompany,
  demoManagers,
  demoPerson,
  inFourWeeks,
  openDemoCompany,
  talksOf,
} from '../helpers/demo-company.ts';
import { demoWeeks } from '../helpers/demo-weeks.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

const newYork = 'America/New_York';
const starts = ['2026-09-07T13:00:00Z', '2027-02-01T14:00:00Z', '2027-05-03T13:00:00Z'];
const sixWeeks = 6;

/**
 * Talks a rep in the last four weeks. The middling find time for one to four; the exemplary one for three and more; the one who had gone quiet is back after
 * two weeks. Vacations and holidays fall into it.
 */
const bands: Readonly<Record<string, readonly [least: number, most: number]>> = {
  dana: [1, 4],
  weilin: [1, 4],
  katrin: [2.5, 6.5],
  marcus: [0.4, 3.5],
};

interface DealRow {
  readonly status: string;
  readonly openedOn: LocalDate | null;
  readonly closeOn: LocalDate | null;
  readonly lastActivityOn: LocalDate | null;
}

async function dealsIn(store: Store): Promise<DealRow[]> {
  return store.database.selectFrom('deal').select(['status', 'openedOn', 'closeOn', 'lastActivityOn']).execute();
}

function isOneOf(...handles: readonly string[]): (slackUserId: string) => boolean {
  const ids = handles.map(slackIdFor);
  return (slackUserId) => ids.includes(slackUserId);
}

/** Local days, later than the start, on which somebody says that something happened with one of their reps. */
async function daysLoggedBy(store: Store, handle: string, start: string): Promise<string[]> {
  const { id } = await demoPerson(store, handle);
  const rows = await store.database
    .selectFrom('interaction')
    .select('happenedOn')
    .where('managerId', '=', id)
    .where('loggedAt', '>', new Date(start).toISOString())
    .execute();
  return rows.map(({ happenedOn }) => happenedOn);
}

/** As an import that is undone does: deals that nothing hangs on are gone. */
async function takeDealsAway(store: Store, most: number): Promise<void> {
  let free = store.database.selectFrom('deal').select('id').orderBy('id').limit(most);
  for (const table of ['interaction', 'ask', 'booking', 'nudge', 'promise'] as const) {
    const held = store.database.selectFrom(table).select('dealId').where('dealId', 'is not', null);
    free = free.where('id', 'not in', held);
  }
  const ids = (await free.execute()).map(({ id }) => id);
  await store.database.deleteFrom('dealChange').where('dealId', 'in', ids).execute();
  await store.database.deleteFrom('deal').where('id', 'in', ids).execute();
}

async function everythingIn(store: Store) {
  const rows: unknown[] = [];
  for (const table of ['deal', 'dealChange', 'interaction', 'ask', 'askStep', 'promise', 'nudge', 'booking'] as const)
    rows.push(await store.database.selectFrom(table).selectAll().orderBy('id').execute());
  return rows;
}

describe.each(starts)('six weeks after %s', (start) => {
  let store: Store;
  let now: Date;
  let opened: Awaited<ReturnType<typeof openDemoCompany>>;
  beforeAll(async () => {
    opened = await openDemoCompany(start);
    ({ store } = opened);
    const weeks = await demoWeeks(store, start);
    await weeks.leap(7, sixWeeks);
    now = weeks.now;
  }, 60_000);
  afterAll(() => opened.close());

  test('deals move, are won and lost and opened, and few stand still', async () => {
    const today = localDateOf(now, newYork);
    const begun = localDateOf(new Date(start), newYork);
    const deals = await dealsIn(store);
    const open = deals.filter(({ status }) => status === 'open');
    // 22 reps with two to four open deals each.
    expect(open.length).toBeGreaterThan(48);
    expect(open.length).toBeLessThan(88);
    // A deal takes about eleven weeks: something like half of those that were open ends in six, and as many are opened.
    const ended = deals.filter(({ status, closeOn }) => status !== 'open' && (closeOn ?? '') > begun);
    expect(ended.length).toBeGreaterThan(20);
    expect(ended.length).toBeLessThan(75);
    const won = ended.filter(({ status }) => status === 'won').length / ended.length;
    expect(won).toBeGreaterThan(0.2);
    expect(won).toBeLessThan(0.6);
    expect(deals.filter(({ openedOn }) => (openedOn ?? '') > begun).length).toBeGreaterThan(20);
    // Something is stuck everywhere, but it isn't the rule.
    const stale = open.filter(({ lastActivityOn }) => daysBetween(lastActivityOn ?? begun, today) >= 14).length;
    expect(stale / open.length).toBeGreaterThan(0.02);
    expect(stale / open.length).toBeLessThan(0.3);
    expect(open.filter(({ closeOn }) => daysBetween(closeOn ?? today, today) > 7)).toEqual([]);
  });

  test('managers go on as they were, each in their way', async () => {
    const today = localDateOf(now, newYork);
    const means = new Map<string, number>();
    for (const { handle } of demoManagers) {
      const counts = [...(await talksOf(store, handle)).values()].map((talks) => inFourWeeks(talks, today));
      expect(Math.max(...counts)).toBeGreaterThan(Math.min(...counts));
      means.set(handle, counts.reduce((sum, count) => sum + count, 0) / counts.length);
    }
    const outside = [...means].filter(([handle, mean]) => {
      const [least, most] = bands[handle] ?? [0, 0];
      return mean < least || mean > most;
    });
    expect(outside).toEqual([]);
    const states = await store.database.selectFrom('nudge').select('state').execute();
    expect(states.filter(({ state }) => state === 'done').length).toBeGreaterThan(12);
    expect(states.filter(({ state }) => state === 'ignored' || state === 'untrue').length).toBeGreaterThan(5);
  });

  test('reps ask, are answered and say so; promises are made and mostly kept', async () => {
    const began = new Date(start).toISOString();
    const asked = await store.database.selectFrom('ask').select('state').where('askedAt', '>', began).execute();
    // One for a rep in about five weeks.
    expect(asked.length).toBeGreaterThan(12);
    expect(asked.length).toBeLessThan(45);
    expect(asked.filter(({ state }) => state === 'confirmed').length).toBeGreaterThan(asked.length / 3);
    expect((await asksOf(store, { states: unsettledAskStates, limit: 100 })).length).toBeLessThan(16);
    const promises = await store.database
      .selectFrom('promise')
      .select('state')
      .where('createdAt', '>', began)
      .execute();
    expect(promises.length).toBeGreaterThan(5);
    expect(promises.filter(({ state }) => state === 'kept').length).toBeGreaterThan(promises.length / 3);
    const refused = await store.database
      .selectFrom('interaction')
      .select('behaviour')
      .where('loggedAt', '>', began)
      .execute();
    expect(new Set(refused.map(({ behaviour }) => behaviour)).size).toBeGreaterThan(9);
  });
});

test('in three weeks, day by day, a pulse is answered by the reps and the manager', async () => {
  const start = '2026-09-07T13:00:00Z';
  const store = await demoCompany(start);
  const weeks = await demoWeeks(store, start);
  // At half past ten in New York, half past four in Berlin.
  await weeks.leapTo(new Date('2026-09-08T14:30:00Z'));
  await weeks.leap(1, 20);
  const pulses = await store.database.selectFrom('pulse').selectAll().where('openedOn', '>=', '2026-09-07').execute();
  expect(pulses.length).toBeGreaterThanOrEqual(2);
  expect(pulses.filter(({ state }) => state === 'published').length).toBeGreaterThanOrEqual(1);
  expect(pulses.filter(({ answeredOn }) => answeredOn !== null).length).toBeGreaterThanOrEqual(1);
});

test('the same moves of the clock give the same company', async () => {
  const start = starts[0] ?? '';
  const one = await demoCompany(start);
  const other = await demoCompany(start);
  for (const store of [one, other]) await (await demoWeeks(store, start)).leap(7, 2);
  expect(await everythingIn(other)).toEqual(await everythingIn(one));
});

test('nothing happens while the clock stands, goes back, or the company was lived through before', async () => {
  const start = starts[0] ?? '';
  const store = await demoCompany(start);
  const weeks = await demoWeeks(store, start);
  const friday = new Date('2026-09-11T19:00:00Z');
  expect((await weeks.leapTo(friday)).length).toBe(28);
  const before = await everythingIn(store);
  expect(await weeks.leapTo(friday)).toEqual([]);
  expect(await weeks.leapTo(new Date(start))).toEqual([]);
  const anew = await demoWeeks(store, start);
  expect(await anew.leapTo(friday)).toEqual([]);
  // Jobs went on about asks and nudges.
  expect((await everythingIn(store)).slice(0, 3)).toEqual(before.slice(0, 3));
});

test('a company that wasn’t made up here doesn’t live', async () => {
  const start = starts[0] ?? '';
  const store = await demoCompany(start);
  await clearMark(store, lifeMark);
  const before = await everythingIn(store);
  const weeks = await demoWeeks(store, start);
  expect(await weeks.leapTo(new Date('2026-09-21T13:00:00Z'))).toEqual([]);
  expect((await everythingIn(store)).slice(0, 3)).toEqual(before.slice(0, 3));
});

test('nobody acts for whoever is played, and their reps ask on the day on which they are there to read it', async () => {
  const start = starts[1] ?? '';
  const store = await demoCompany(start);
  const weeks = await demoWeeks(store, start, isOneOf('dana', 'tom'));
  await weeks.leap(7, sixWeeks);
  const dana = await demoPerson(store, 'dana');
  const tom = await demoPerson(store, 'tom');
  const began = new Date(start).toISOString();
  const logged = await store.database
    .selectFrom('interaction')
    .select('managerId')
    .where('loggedAt', '>', began)
    .execute();
  expect(logged.filter(({ managerId }) => managerId === dana.id)).toEqual([]);
  expect(logged.length).toBeGreaterThan(20);
  const steps = await store.database
    .selectFrom('askStep')
    .select(['actorId', 'step'])
    .where('at', '>', began)
    .execute();
  // That Tom was offered to take it further is the bot's doing.
  expect(steps.filter(({ actorId, step }) => [dana.id, tom.id].includes(actorId) && step !== 'offered')).toEqual([]);
  const asked = await store.database
    .selectFrom('ask')
    .select(['askedOn', 'repId'])
    .where('askedAt', '>', began)
    .where('managerId', '=', dana.id)
    .execute();
  expect(asked.length).toBeGreaterThan(1);
  const mondays = asked.filter(({ askedOn }) => new Date(`${askedOn}T12:00:00Z`).getUTCDay() === 1);
  expect(mondays).toHaveLength(asked.length);
});

test('what somebody who is played never answers goes to the lead in the end, or isn’t needed any more', async () => {
  const start = starts[2] ?? '';
  const store = await demoCompany(start);
  const weeks = await demoWeeks(store, start, isOneOf('dana'));
  await weeks.leap(7, sixWeeks);
  const dana = await demoPerson(store, 'dana');
  const steps = await store.database
    .selectFrom('askStep')
    .innerJoin('ask', 'ask.id', 'askStep.askId')
    .select('step')
    .where('ask.managerId', '=', dana.id)
    .where('at', '>', new Date(start).toISOString())
    .execute();
  expect(steps.filter(({ step }) => step === 'handed' || step === 'withdrawn').length).toBeGreaterThan(1);
});

test('a leap that ends at night brings nobody a message before they work again', async () => {
  const start = starts[0] ?? '';
  const store = await demoCompany(start);
  const weeks = await demoWeeks(store, start);
  const saturdayNight = new Date('2026-09-12T07:00:00Z');
  await weeks.leapTo(saturdayNight);
  const waiting = await deliveriesIn(store, ['pending']);
  const due = await store.database.selectFrom('outbox').select('dueAt').where('state', '=', 'pending').execute();
  expect(waiting.length).toBeGreaterThan(0);
  expect(due.filter(({ dueAt }) => dueAt < '2026-09-13T23:00:00.000Z')).toEqual([]);
});

test('who is played is judged at each visit, not at the end of a leap', async () => {
  const start = starts[1] ?? '';
  const store = await demoCompany(start);
  const until = new Date('2027-02-15T14:00:00Z');
  const weeks = await demoWeeks(store, start, (userId, at) => userId === slackIdFor('dana') && at < until);
  await weeks.leap(28, 1);
  const days = await daysLoggedBy(store, 'dana', start);
  expect(days.filter((day) => day < '2027-02-15')).toEqual([]);
  expect(days.length).toBeGreaterThan(1);
});

test('one unexpected error costs one team one visit: the others live on, and so does it once the cause is gone', async () => {
  const start = starts[1] ?? '';
  const store = await demoCompany(start);
  const weeks = await demoWeeks(store, start);
  const dana = await demoPerson(store, 'dana');
  await sql`create trigger broken before insert on interaction when new.manager_id = ${sql.lit(dana.id)}
    begin select raise(abort, 'broken'); end`.execute(store.database);
  await weeks.leap(14, 1);
  expect(await daysLoggedBy(store, 'dana', start)).toEqual([]);
  expect((await daysLoggedBy(store, 'weilin', start)).length).toBeGreaterThan(0);
  await sql`drop trigger broken`.execute(store.database);
  await weeks.leap(14, 1);
  expect((await daysLoggedBy(store, 'dana', start)).length).toBeGreaterThan(0);
});

test('a new deal never takes the place of another, even after deals were taken away again', async () => {
  const start = starts[1] ?? '';
  const store = await demoCompany(start);
  const weeks = await demoWeeks(store, start);
  await weeks.leap(14, 1);
  await takeDealsAway(store, 20);
  const accounts = async () =>
    new Map(
      (await store.database.selectFrom('deal').select(['id', 'account']).execute()).map(({ id, account }) => [
        id,
        account,
      ]),
    );
  const before = await accounts();
  await weeks.leap(21, 1);
  const after = await accounts();
  expect(after.size).toBeGreaterThan(before.size);
  expect([...before].filter(([id, account]) => after.get(id) !== account)).toEqual([]);
});
