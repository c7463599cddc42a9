import { freshPlace } from '../helpers/place.ts';
import { describe, expect, onTestFinished, test } from 'vitest';
import { behaviours } from '../../src/behaviours/index.ts';
import { emailOf, people } from '../../src/demo/people.ts';
import { demoSeed, fillDemo } from '../../src/demo/team.ts';
import { managersOf, repsOf } from '../../src/leading/roles.ts';
import { weeklyPlan } from '../../src/leading/weekly-plan.ts';
import type { SandboxSeed } from '@firstline/slack-sandbox';
import { asksOf } from '../../src/store/asks.ts';
import { openDatabase } from '../../src/store/db.ts';
import type { Store } from '../../src/store/db.ts';
import { countDeals } from '../../src/store/deal-batches.ts';
import { interactionsBetween, readTexts } from '../../src/store/interactions.ts';
import { deliveriesIn } from '../../src/store/outbox.ts';
import { everybody } from '../../src/store/people.ts';
import { loadPlanning } from '../../src/store/plan-input.ts';
import { currentLines } from '../../src/store/reporting-lines.ts';
import { addDays, instantOf, localDateOf, mondayOf } from '../../src/time/zoned.ts';

const saturday = new Date('2026-11-21T12:00:00Z');

async function demoStore(now: Date): Promise<Store> {
  const database = await openDatabase({ path: await freshPlace() });
  onTestFinished(() => database.close());
  const store = database.forWorkspace(demoSeed().teamId);
  await fillDemo(store, now);
  return store;
}

describe('the made-up team', () => {
  test('is 2 leads, 4 managers and 22 reps in 3 zones, one of them new and one of 10 years', async () => {
    const store = await demoStore(saturday);
    const lines = await currentLines(store);
    const everyone = await everybody(store);
    const managers = everyone.filter(({ id }) => repsOf(id, lines).length > 0);
    expect(managers).toHaveLength(4);
    expect(everyone.filter(({ id }) => managersOf(id, lines).length > 0)).toHaveLength(2);
    expect(managers.flatMap(({ id }) => repsOf(id, lines))).toHaveLength(22);
    expect(new Set(everyone.map(({ timeZone }) => timeZone)).size).toBe(3);
    const starts = everyone.map(({ startedOn }) => startedOn ?? '').toSorted();
    expect([starts[0], starts.at(-1)]).toEqual(['2016-11-20', '2026-10-14']);
  });

  test('is known to Slack and to the log by the same ids, with addresses that don’t exist', async () => {
    const store = await demoStore(saturday);
    const seed: SandboxSeed = demoSeed();
    const onRecord = (await everybody(store)).map(({ slackUserId, email, name }) => ({ slackUserId, email, name }));
    expect(seed.users.map(({ id, email, realName }) => ({ slackUserId: id, email, name: realName }))).toEqual(onRecord);
    expect(new Set(seed.users.map(({ id }) => id)).size).toBe(28);
    for (const person of people) expect(emailOf(person)).toMatch(/^[a-z.-]+@kestrel-freight\.example$/);
  });

  test('is the same every time for the same instant', async () => {
    expect(await told()).toEqual(await told());
  });

  test('isn’t written over people who are there', async () => {
    const store = await demoStore(saturday);
    await fillDemo(store, new Date('2027-01-05T12:00:00Z'));
    expect(await everybody(store)).toHaveLength(28);
  });
});

describe('its history', () => {
  test('is ten weeks of entries on working days, seldom ones for longer, none in the future, some of them shared', async () => {
    const store = await demoStore(saturday);
    const entries = await interactionsBetween(store, { limit: 5_000 });
    const days = entries.map(({ happenedOn }) => happenedOn);
    expect(days.filter((day) => ['Sat', 'Sun'].includes(weekday(day)))).toEqual([]);
    expect(days.filter((day) => day > '2026-11-21' || day < '2025-10-17')).toEqual([]);
    const older = entries.filter(({ happenedOn }) => happenedOn < '2026-09-08').map(({ behaviour }) => behaviour);
    expect(new Set(older)).toEqual(
      new Set(['grow-career', 'personal-goals', 'set-standards', 'skip-level', 'strategy-brief']),
    );
    expect(entries.filter(({ loggedAt }) => loggedAt > saturday)).toEqual([]);
    const logged = new Set(entries.map(({ behaviour }) => behaviour));
    // Those that only ever answer a nudge that nobody got yet.
    expect(behaviours.map(({ id }) => id).filter((id) => !logged.has(id))).toEqual([
      'answer-ask',
      'even-attention',
      'early-conversation',
    ]);
    expect(entries.filter(({ shared }) => shared).length).toBeGreaterThan(30);
  });

  test('has about 90 deals and an ask in each of several states', async () => {
    const store = await demoStore(saturday);
    const deals = await countDeals(store);
    const count = Object.values(deals).reduce((sum, one) => sum + one, 0);
    expect(count).toBeGreaterThan(80);
    expect(count).toBeLessThan(100);
    expect((await allAsks(store)).map(({ state }) => state)).toEqual(['open', 'taken', 'granted', 'open'].toSorted());
    expect((await deliveriesIn(store, ['pending'])).map(({ kind }) => kind)).toContain('ask-card');
  });

  test('fills only what the forms of the behaviours ask for', async () => {
    const store = await demoStore(saturday);
    for (const entry of await interactionsBetween(store, { limit: 5_000 })) {
      const form = behaviours.find(({ id }) => id === entry.behaviour)?.form ?? [];
      for (const [id, value] of Object.entries(entry.details)) {
        const field = form.find((one) => one.id === id);
        expect(['choice', 'choices', 'date', 'record', 'person']).toContain(field?.kind);
        const values =
          field !== undefined && 'choices' in field ? field.choices.map((choice) => choice.value) : undefined;
        expect([value].flat().filter((one) => values?.includes(String(one)) === false)).toEqual([]);
      }
      const texts = form.filter(({ kind }) => kind === 'text').map(({ id }) => id);
      for (const field of Object.keys(await readTexts(store, entry.id))) expect(texts).toContain(field);
    }
  });
});

describe('every manager’s next plan has three nudges of three kinds', () => {
  test.each([
    '2026-11-16T13:00:00Z',
    '2026-11-17T13:00:00Z',
    '2026-11-18T13:00:00Z',
    '2026-11-19T13:00:00Z',
    '2026-11-20T13:00:00Z',
    '2026-11-21T13:00:00Z',
    '2026-11-22T13:00:00Z',
    '2027-01-02T23:30:00Z',
    '2027-03-12T09:00:00Z',
    '2028-02-29T09:00:00Z',
  ])('begun at %s', async (start) => {
    const now = new Date(start);
    const store = await demoStore(now);
    const monday = addDays(mondayOf(localDateOf(now, 'Etc/UTC')), 7);
    const everyone = (await everybody(store)).map(({ id }) => id);
    const planning = await loadPlanning(store, behaviours, everyone, instantOf(monday, '09:00', 'America/New_York'));
    for (const managerId of planning.facts.managerIds) {
      const plan = weeklyPlan(await planning.inputOf(managerId));
      expect(new Set(plan.map(({ behaviour }) => behaviour)).size).toBe(3);
      expect(new Set(plan.map(({ repId }) => repId)).size).toBe(3);
      expect(
        plan.map(({ evidence }) => evidence.sentence).filter((sentence) => !/[A-Z][a-z]{2} \d{1,2}/.test(sentence)),
      ).toEqual([]);
    }
    expect(planning.facts.managerIds).toHaveLength(4);
  });
});

async function told() {
  const store = await demoStore(saturday);
  const entries = await interactionsBetween(store, { limit: 5_000 });
  return { entries, texts: await readTexts(store, entries[3]?.id ?? 0), asks: await allAsks(store) };
}

async function allAsks(store: Store) {
  const asks = await asksOf(store, { states: ['open', 'taken', 'granted', 'declined', 'done'], limit: 20 });
  return asks.toSorted((one, other) => one.state.localeCompare(other.state) || one.id - other.id);
}

function weekday(day: string): string {
  return new Date(`${day}T12:00:00Z`).toUTCString().slice(0, 3);
}
