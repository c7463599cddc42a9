/** What is loaded for one leader says the same as what is loaded for the whole company. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { behaviours } from '../../src/behaviours/index.ts';
import { importDeals } from '../../src/importing/deals/deals.ts';
import { importRoster } from '../../src/importing/roster/roster.ts';
import { everythingDue, weeklyPlan } from '../../src/leading/weekly-plan.ts';
import { comingPlanOf } from '../../src/store/coming-plan.ts';
import type { Store } from '../../src/store/db.ts';
import { digestFrom, loadDigest } from '../../src/store/digest-facts.ts';
import { everybody } from '../../src/store/people.ts';
import { loadPlanning } from '../../src/store/plan-input.ts';
import type { Planning } from '../../src/store/plan-input.ts';
import { readPolicy } from '../../src/store/policy.ts';
import { demoCompany } from '../helpers/demo-company.ts';
import { demoWeeks } from '../helpers/demo-weeks.ts';
import { emptyStore } from '../helpers/imports.ts';
import { isOnServer } from '../helpers/place.ts';
import { fillRandomCompany } from '../helpers/random-company.ts';

const crmFolder = join(import.meta.dirname, '../../../shared/data/crm');

/** All that follows from facts for one person, in a form that is compared as a whole. */
async function follows(store: Store, planning: Planning, personId: number, now: Date) {
  const { facts } = planning;
  if (!facts.leaderIds.includes(personId)) return undefined;
  const input = await planning.inputOf(personId);
  return {
    team: facts.team(personId),
    names: facts.team(personId).reps.map(({ rep }) => facts.shortNamesOf(personId)(rep.name)),
    due: everythingDue(input),
    plan: weeklyPlan(input),
    coming: await comingPlanOf(store, planning, personId, now),
    stopped: [...input.stoppedByRep].filter(([id]) => facts.team(personId).reps.some(({ rep }) => rep.id === id)),
  };
}

const comparable = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_key, part: unknown) => (part instanceof Map ? [...part] : part)) ?? 'null');

/** @returns how many leaders there were */
async function compareEverybody(store: Store, now: Date): Promise<number> {
  const ids = (await everybody(store)).map(({ id }) => id);
  const whole = await loadPlanning(store, behaviours, ids, now);
  const policy = await readPolicy(store);
  let leaders = 0;
  for (const id of ids) {
    const alone = await loadPlanning(store, behaviours, [id], now);
    const [one, all] = [await follows(store, alone, id, now), await follows(store, whole, id, now)];
    expect(comparable(one)).toEqual(comparable(all));
    if (one === undefined) continue;
    leaders += 1;
    const own = await loadDigest(store, behaviours, policy, id, now);
    expect(comparable(own)).toEqual(comparable(await digestFrom(store, behaviours, policy, whole.facts, id)));
  }
  return leaders;
}

// On a server both read the same way: test/postgres/same-answers.test.ts.
describe.skipIf(isOnServer)('one leader’s facts are the company’s', () => {
  test('in 200 random companies', async () => {
    const now = new Date('2026-11-23T09:00:00Z');
    let leaders = 0;
    for (let seed = 0; seed < 200; seed += 1) {
      const store = await emptyStore();
      await fillRandomCompany(store, seed, now);
      leaders += await compareEverybody(store, now);
    }
    expect(leaders).toBeGreaterThan(400);
  }, 300_000);

  test('in the made-up company, over ten weeks', async () => {
    const weeks = await demoWeeks(await demoCompany('2026-11-23T14:00:00Z'), '2026-11-23T14:00:00Z');
    for (const days of [14, 28, 28]) {
      await weeks.leap(1, days);
      expect(await compareEverybody(weeks.store, weeks.now)).toBeGreaterThan(4);
    }
  }, 300_000);

  test.skipIf(!existsSync(crmFolder))(
    'in a company made of real CRM data',
    async () => {
      const store = await emptyStore();
      const now = new Date('2017-11-20T09:00:00Z');
      await importRoster(store, join(crmFolder, 'sales_teams.csv'), { lead: 'Grace Hopper' }, now);
      await importDeals(store, join(crmFolder, 'sales_pipeline.csv'), {}, now);
      expect(await compareEverybody(store, now)).toBeGreaterThan(4);
    },
    300_000,
  );
});
