/** When the weekly plan comes, against the database: one a week, whatever clocks, zones and absences do. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { followSlackUser } from '../../src/acts/follow-slack-user.ts';
import { lookAtLeaders } from '../../src/jobs/leaders.ts';
import { planWeeks } from '../../src/jobs/plan.ts';
import { beginRound } from '../../src/jobs/round.ts';
import { addAsk } from '../../src/store/asks.ts';
import { loadFacts } from '../../src/store/facts.ts';
import { changePerson } from '../../src/store/people.ts';
import { loadPlanning } from '../../src/store/plan-input.ts';
import { writeSetting } from '../../src/store/settings.ts';
import { everythingDue } from '../../src/leading/weekly-plan.ts';
import { addDays, instantOf, localDateOf, wallClockOf } from '../../src/time/zoned.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const minute = 60_000;
const hour = 60 * minute;

async function run(instant: Date | string): Promise<void> {
  office.moveTo(typeof instant === 'string' ? instant : instant.toISOString());
  const round = beginRound(office.context);
  await lookAtLeaders(office.context, round);
  await planWeeks(office.context, round);
}

/** The messages of nudges to Dana: the batch, and when it was written. */
async function messages(kind = 'plan'): Promise<{ batch: string; at: Date }[]> {
  const { dana } = office.people;
  return (await office.outbox())
    .filter((delivery) => delivery.kind === kind && delivery.recipientId === dana.id)
    .map(({ subject, dueAt }) => ({ batch: String(subject['batch']), at: dueAt }));
}

async function set(name: string, value: unknown): Promise<void> {
  await writeSetting(office.store, `person:${office.people.dana.id}`, name, value, office.context.clock());
}

async function live(timeZone: string, country: string | null = null): Promise<void> {
  await changePerson(office.store, office.people.dana.id, { timeZone, country });
}

/** Priya asked Dana for help a week ago, and needed it by Friday. */
async function askLate(): Promise<void> {
  const { dana, priya } = office.people;
  const ask = { kind: 'help', obstacle: null, dealId: null, neededBy: '2026-11-20', text: 'Help' } as const;
  const who = { repId: priya.id, managerId: dana.id, askedOn: '2026-11-16' } as const;
  await addAsk(office.store, { ...ask, ...who }, new Date('2026-11-16T10:00:00Z'));
}

/** What is due about one of Dana's reps. */
async function about(repId: number) {
  const now = office.context.clock();
  const input = await (
    await loadPlanning(office.store, office.context.behaviours, [office.people.dana.id], now)
  ).inputOf(office.people.dana.id);
  return everythingDue(input).filter((due) => due.repId === repId);
}

describe('on the days on which clocks change, at 01:30 and 02:30, exactly one comes', () => {
  test.each([
    ['America/New_York', '2026-03-08', '01:30', '01:30'],
    ['America/New_York', '2026-03-08', '02:30', '03:00'],
    ['America/New_York', '2026-11-01', '01:30', '01:30'],
    ['America/New_York', '2026-11-01', '02:30', '02:30'],
    ['Europe/Berlin', '2026-03-29', '01:30', '01:30'],
    ['Europe/Berlin', '2026-03-29', '02:30', '03:00'],
    ['Europe/Berlin', '2026-10-25', '01:30', '01:30'],
    ['Europe/Berlin', '2026-10-25', '02:30', '02:30'],
    ['Australia/Lord_Howe', '2026-04-05', '01:30', '01:30'],
    ['Australia/Lord_Howe', '2026-04-05', '02:30', '02:30'],
    ['Australia/Lord_Howe', '2026-10-04', '01:30', '01:30'],
    ['Australia/Lord_Howe', '2026-10-04', '02:30', '02:30'],
  ] as const)('%s on %s, set to %s: at %s', async (timeZone, sunday, planAt, comesAt) => {
    await live(timeZone);
    await set('workingDays', [7]);
    await set('workingFrom', '00:00');
    await set('workingUntil', '06:00');
    await set('planDay', 7);
    await set('planAt', planAt);
    const midnight = instantOf(sunday, '00:00', timeZone).getTime();
    for (let later = 0; later < 8 * hour; later += 10 * minute) await run(new Date(midnight + later));
    expect((await messages()).map(({ batch, at }) => [batch, wallClockOf(at, timeZone)])).toEqual([
      [`plan:${sunday}`, `${sunday}T${comesAt}`],
    ]);
  });
});

describe('over the edges of the calendar it is one a week', () => {
  test.each([
    ['29 February', '2028-02-28', 2, '2028-02-29'],
    ['ISO week 53', '2026-12-28', 1, '2026-12-28'],
    ['the year’s end', '2026-12-28', 5, '2027-01-01'],
    ['the week after', '2027-01-04', 1, '2027-01-04'],
    ['the 31st', '2026-08-31', 1, '2026-08-31'],
  ] as const)('%s', async (_what, week, planDay, on) => {
    await set('planDay', planDay);
    for (let day = 0; day < 7; day += 1)
      for (const time of ['09:00', '12:00', '17:30']) await run(instantOf(addDays(week, day), time, 'Etc/UTC'));
    expect(await messages()).toEqual([{ batch: `plan:${on}`, at: instantOf(on, '09:00', 'Etc/UTC') }]);
  });
});

describe('a change of zone in mid-week brings no second message', () => {
  test.each([
    [
      'westward over the date line, back to the same Monday',
      'Pacific/Auckland',
      '2026-11-22T20:00:00Z',
      'Pacific/Honolulu',
    ],
    ['eastward', 'America/New_York', '2026-11-23T14:00:00Z', 'Asia/Singapore'],
    ['westward', 'Asia/Singapore', '2026-11-23T01:00:00Z', 'America/New_York'],
  ])('%s', async (_which, from, first, to) => {
    await live(from);
    await run(first);
    expect(await messages()).toHaveLength(1);
    const { dana } = office.people;
    await followSlackUser(office.context, { id: dana.slackUserId ?? '', tz: to });
    for (let later = 0; later < 6 * 24 * hour; later += 6 * hour) {
      const at = new Date(Date.parse(first) + later);
      if (localDateOf(at, to) < '2026-11-28') await run(at);
    }
    expect(await messages()).toHaveLength(1);
  });

  test('nor what can’t wait a second one for a local day that had its plan', async () => {
    await live('Pacific/Auckland');
    await run('2026-11-22T20:00:00Z');
    await askLate();
    await live('Pacific/Honolulu');
    await run('2026-11-23T20:00:00Z');
    expect(localDateOf(new Date('2026-11-23T20:00:00Z'), 'Pacific/Honolulu')).toBe('2026-11-23');
    expect(await messages('between')).toEqual([]);
    await run('2026-11-24T20:00:00Z');
    expect(await messages('between')).toMatchObject([{ batch: 'between:2026-11-24' }]);
  });
});

describe('away', () => {
  test('on a holiday of their country the plan comes on the next working day; without a country by the workspace’s', async () => {
    const holiday = '2026-09-07';
    await live('America/New_York', 'US');
    await run(instantOf(holiday, '10:00', 'America/New_York'));
    expect(await messages()).toEqual([]);
    await run(instantOf('2026-09-08', '09:00', 'America/New_York'));
    expect(await messages()).toMatchObject([{ batch: 'plan:2026-09-08' }]);

    await live('Asia/Singapore', null);
    await writeSetting(office.store, 'workspace', 'holidayCountry', 'SG', office.context.clock());
    await run(instantOf('2026-11-09', '10:00', 'Asia/Singapore'));
    expect(await messages()).toHaveLength(1);
    await run(instantOf('2026-11-10', '09:00', 'Asia/Singapore'));
    expect(await messages()).toMatchObject([{}, { batch: 'plan:2026-11-10' }]);
  });

  test('all week: no plan, and on the return one, not two', async () => {
    await set('daysOff', [{ from: '2026-11-23', until: '2026-12-04' }]);
    for (let day = 0; day < 14; day += 1) await run(instantOf(addDays('2026-11-23', day), '10:00', 'Etc/UTC'));
    expect(await messages()).toEqual([]);
    await run('2026-12-07T09:00:00Z');
    await run('2026-12-08T09:00:00Z');
    expect(await messages()).toMatchObject([{ batch: 'plan:2026-12-07' }]);
  });

  test('until a status is changed, and back on Wednesday: this week’s plan comes then, once', async () => {
    const { dana } = office.people;
    const status = (emoji: string) =>
      followSlackUser(office.context, {
        id: dana.slackUserId ?? '',
        profile: { status_emoji: emoji, status_text: '', status_expiration: 0 },
      });
    office.moveTo('2026-11-20T16:00:00Z');
    await status(':palm_tree:');
    await run('2026-11-23T10:00:00Z');
    await run('2026-11-24T10:00:00Z');
    expect(await messages()).toEqual([]);
    office.moveTo('2026-11-25T08:00:00Z');
    await status('');
    await run('2026-11-25T09:00:00Z');
    await run('2026-11-26T09:00:00Z');
    expect(await messages()).toMatchObject([{ batch: 'plan:2026-11-23' }]);
  });

  test('a plan that was written and never sent was not ignored', async () => {
    await run('2026-11-23T10:00:00Z');
    await run('2026-11-30T10:00:00Z');
    const states = await office.store.database
      .selectFrom('nudge')
      .select(['batch', 'state'])
      .where('personId', '=', office.people.dana.id)
      .orderBy('id')
      .execute();
    expect([...new Set(states.map(({ batch, state }) => `${batch} ${state}`))]).toEqual([
      'plan:2026-11-23 untrue',
      'plan:2026-11-30 open',
    ]);
  });
});

describe('a rep who is out', () => {
  test('is not missed: nudges about them wait until they are back', async () => {
    const { priya, sam } = office.people;
    expect(await about(priya.id)).not.toEqual([]);
    await changePerson(office.store, priya.id, { outSince: office.context.clock(), outUntil: null });
    expect(await about(priya.id)).toEqual([]);
    expect(await about(sam.id)).not.toEqual([]);
    await changePerson(office.store, priya.id, { outSince: null });
    expect(await about(priya.id)).not.toEqual([]);
  });

  test('by their own days off, from the first to the last', async () => {
    const { priya, dana } = office.people;
    const off = [{ from: '2026-11-23', until: '2026-11-24' }] as const;
    await writeSetting(office.store, `person:${priya.id}`, 'daysOff', off, office.context.clock());
    const isOut = async (instant: string) =>
      (await loadFacts(office.store, [dana.id], new Date(instant)))
        .team(dana.id)
        .reps.find(({ rep }) => rep.id === priya.id)?.isOut;
    expect(await isOut('2026-11-22T12:00:00Z')).toBe(false);
    expect(await isOut('2026-11-23T00:00:00Z')).toBe(true);
    expect(await isOut('2026-11-24T23:59:00Z')).toBe(true);
    expect(await isOut('2026-11-25T00:00:00Z')).toBe(false);
  });

  test('is still owed an answer', async () => {
    const { priya } = office.people;
    await changePerson(office.store, priya.id, { outSince: office.context.clock(), outUntil: null });
    await askLate();
    expect((await about(priya.id)).map(({ behaviour }) => behaviour)).toEqual(['answer-ask']);
  });
});
