/** What is written to both databases in the same way reads the same: plans, digests and Homes. */
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { behaviours } from '../../src/behaviours/index.ts';
import type { Context } from '../../src/context.ts';
import { demoSeed, fillDemo } from '../../src/demo/team.ts';
import { weeklyPlan } from '../../src/leading/weekly-plan.ts';
import { homeView } from '../../src/slack/views/home/home.ts';
import { loadHome } from '../../src/slack/loading/home-data.ts';
import { openDatabase } from '../../src/store/db.ts';
import type { Store } from '../../src/store/db.ts';
import { loadDigest } from '../../src/store/digest-facts.ts';
import { everybody } from '../../src/store/people.ts';
import { loadPlanning } from '../../src/store/plan-input.ts';
import { readPolicy } from '../../src/store/policy.ts';
import { saveWorkspace } from '../../src/store/workspaces.ts';
import { demoWeeks } from '../helpers/demo-weeks.ts';
import { freshOnServer, hasServer } from '../helpers/place.ts';
import { fillRandomCompany } from '../helpers/random-company.ts';
import { slackClients } from '../helpers/slack-clients.ts';

const now = new Date('2026-11-23T09:00:00Z');
const companies = Number(process.env['TEST_COMPANIES'] ?? 8);

/** The same workspace of a file in memory and of a server. */
async function both(): Promise<(workspaceId: string) => Promise<readonly [file: Store, server: Store]>> {
  const places = [':memory:', await freshOnServer()];
  const databases = await Promise.all(places.map((path) => openDatabase({ path })));
  onTestFinished(async () => {
    for (const database of databases) await database.close();
  });
  return async (workspaceId) => {
    const stores = databases.map((database) => database.forWorkspace(workspaceId));
    for (const store of stores) await saveWorkspace(store, { name: 'Test & Co', botUserId: null }, now);
    return stores as unknown as readonly [Store, Store];
  };
}

/** What everybody in a company is shown, as one text a person. */
async function everythingShown(store: Store, at: Date): Promise<string[]> {
  const people = await everybody(store);
  const planning = await loadPlanning(
    store,
    behaviours,
    people.map(({ id }) => id),
    at,
  );
  const policy = await readPolicy(store);
  const context: Context = {
    store,
    behaviours,
    ...slackClients(),
    clock: () => at,
    pause: async () => undefined,
    newId: () => 'id',
    log: pino({ level: 'silent' }),
    deliverSoon: () => undefined,
  };
  const shown: string[] = [];
  for (const person of people) {
    const leads = planning.facts.leaderIds.includes(person.id);
    const plan = leads ? weeklyPlan(await planning.inputOf(person.id)) : [];
    const digest = leads ? await loadDigest(store, behaviours, policy, person.id, at) : undefined;
    shown.push(JSON.stringify([person.name, plan, digest, homeView(await loadHome(context, person, 0))]));
  }
  return shown;
}

describe.skipIf(!hasServer)('both databases show the same', () => {
  test(`in ${companies} random companies`, { timeout: 600_000 }, async () => {
    const workspace = await both();
    let length = 0;
    for (let seed = 0; seed < companies; seed += 1) {
      const [file, server] = await workspace(`T0${seed}`);
      await fillRandomCompany(file, seed, now);
      await fillRandomCompany(server, seed, now);
      const shown = await everythingShown(file, now);
      expect(await everythingShown(server, now)).toEqual(shown);
      length += shown.join('').length;
    }
    expect(length / companies).toBeGreaterThan(10_000);
  });

  test('in the made-up company, over two weeks of its life (with TEST_LONG ten)', { timeout: 600_000 }, async () => {
    const start = '2026-11-23T14:00:00Z';
    const [file, server] = await (await both())(demoSeed().teamId);
    const weeks = [];
    for (const store of [file, server]) {
      await fillDemo(store, new Date(start));
      weeks.push(await demoWeeks(store, start));
    }
    for (const days of process.env['TEST_LONG'] === undefined ? [14] : [14, 28, 28]) {
      for (const one of weeks) await one.leap(1, days);
      const at = weeks[0]?.now ?? now;
      expect(await everythingShown(server, at)).toEqual(await everythingShown(file, at));
    }
  });
});
