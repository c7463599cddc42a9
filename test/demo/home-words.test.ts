/** How many words the Home tab of the made-up company has: a Monday's, before anything is answered. */
import { freshPlace } from '../helpers/place.ts';
import { expect, onTestFinished, test } from 'vitest';
import { pino } from 'pino';
import { WebClient } from '@slack/web-api';
import { behaviours } from '../../src/behaviours/index.ts';
import type { Context } from '../../src/context.ts';
import { demoSeed, fillDemo } from '../../src/demo/team.ts';
import { weeklyPlan } from '../../src/leading/weekly-plan.ts';
import { loadHome } from '../../src/slack/loading/home-data.ts';
import { homeView } from '../../src/slack/views/home/home.ts';
import { openDatabase } from '../../src/store/db.ts';
import { addNudges } from '../../src/store/nudges.ts';
import { everybody } from '../../src/store/people.ts';
import { loadPlanning } from '../../src/store/plan-input.ts';
import { wordsOf } from '../helpers/blocks.ts';

const monday = new Date('2026-11-23T14:05:00Z');

async function madeUp(): Promise<Context> {
  const database = await openDatabase({ path: await freshPlace() });
  onTestFinished(() => database.close());
  const store = database.forWorkspace(demoSeed().teamId);
  await fillDemo(store, new Date('2026-11-23T10:00:00Z'));
  const slack = new WebClient('xoxb-unused');
  const log = pino({ level: 'silent' });
  return {
    store,
    behaviours,
    slack,
    sender: slack,
    clock: () => monday,
    pause: async () => undefined,
    newId: () => '',
    log,
    deliverSoon: () => undefined,
  };
}

/** What is seen before a list of options or a question is opened. */
function unfolded(blocks: unknown): unknown {
  return JSON.parse(
    JSON.stringify(blocks, (key, value: unknown) => (key === 'options' || key === 'confirm' ? [] : value)),
  );
}

/** The words on the Home tab of one of them, their plan of the week sent. */
async function wordsOn(context: Context, name: string): Promise<number> {
  const person = (await everybody(context.store)).find((one) => one.name === name);
  if (person === undefined) throw new Error(`Nobody is called ${name}`);
  const planning = await loadPlanning(context.store, behaviours, [person.id], monday);
  if (planning.facts.leaderIds.includes(person.id)) {
    const plan = weeklyPlan(await planning.inputOf(person.id));
    await addNudges(context.store, person.id, 'plan:2026-11-23', plan, monday);
  }
  const words = wordsOf(unfolded(homeView(await loadHome(context, person, 0)).blocks));
  return words.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

test('is short enough to be read: a third less than it was', async () => {
  const context = await madeUp();
  const counted = {
    manager: await wordsOn(context, 'Dana Whitfield'),
    lead: await wordsOn(context, 'Marisol Vega'),
    rep: await wordsOn(context, 'Priya Raman'),
  };
  // They were 756, 455 and 549 while each thing stood in up to four places.
  expect(counted.manager).toBeLessThan(300);
  expect(counted.lead).toBeLessThan(304);
  expect(counted.rep).toBeLessThan(366);
});
