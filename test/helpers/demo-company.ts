/** The made-up company in memory, and how it looks from its managers' side. */
import { freshPlace } from './place.ts';
import { onTestFinished } from 'vitest';
import { behaviours } from '../../src/behaviours/index.ts';
import { people, reportsTo } from '../../src/demo/people.ts';
import { slackIdFor } from '../../src/demo/seed.ts';
import { demoSeed, fillDemo } from '../../src/demo/team.ts';
import { openDatabase } from '../../src/store/db.ts';
import type { Store } from '../../src/store/db.ts';
import { interactionsBetween } from '../../src/store/interactions.ts';
import type { Interaction } from '../../src/store/interactions.ts';
import { findPersonBySlackId } from '../../src/store/people.ts';
import type { Person } from '../../src/store/people.ts';
import { loadPlanning } from '../../src/store/plan-input.ts';
import { addDays } from '../../src/time/zoned.ts';
import type { LocalDate } from '../../src/time/zoned.ts';
import type { PlanInput } from '../../src/leading/weekly-plan.ts';

export const demoManagers = people.filter(({ manager, handle }) => manager !== null && reportsTo(handle).length > 0);

/** Acts that are no time together. */
const noTalks = ['recognition', 'keep-promise', 'introduce', 'thank-manager', 'answer-ask', 'blocked-deal'];

/** The company as it is when the sandbox starts; it closes with the test. */
export async function demoCompany(start: string, seed?: number): Promise<Store> {
  const opened = await openDemoCompany(start, seed);
  onTestFinished(() => opened.close());
  return opened.store;
}

/** The same, for several tests; whoever opens it closes it. */
export async function openDemoCompany(start: string, seed?: number): Promise<{ store: Store; close(): Promise<void> }> {
  const database = await openDatabase({ path: await freshPlace() });
  const store = database.forWorkspace(demoSeed().teamId);
  await fillDemo(store, new Date(start), seed);
  return { store, close: () => database.close() };
}

export async function demoPerson(store: Store, handle: string): Promise<Person> {
  const person = await findPersonBySlackId(store, slackIdFor(handle));
  if (person === undefined) throw new Error(`Nobody is called ${handle}`);
  return person;
}

/** What a plan for this person follows from. */
export async function planInputOf(store: Store, handle: string, at: Date): Promise<PlanInput> {
  const { id } = await demoPerson(store, handle);
  return (await loadPlanning(store, behaviours, [id], at)).inputOf(id);
}

/** What a manager logged as time with each of their reps, newest first, by the rep's handle. */
export async function talksOf(store: Store, manager: string): Promise<ReadonlyMap<string, readonly Interaction[]>> {
  const { id } = await demoPerson(store, manager);
  const all = await interactionsBetween(store, { limit: 20_000 });
  const found = new Map<string, readonly Interaction[]>();
  for (const { handle } of reportsTo(manager)) {
    const rep = await demoPerson(store, handle);
    found.set(
      handle,
      all.filter((one) => one.managerId === id && one.repId === rep.id && !noTalks.includes(one.behaviour)),
    );
  }
  return found;
}

/** How many of them happened in the four weeks up to a day. */
export function inFourWeeks(talks: readonly Interaction[], until: LocalDate): number {
  return talks.filter(({ happenedOn }) => happenedOn > addDays(until, -28) && happenedOn <= until).length;
}
