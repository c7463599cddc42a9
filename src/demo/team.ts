import { sendCard, sendNews } from '../acts/tell-of-ask.ts';
import { unsettledAskStates, stateAfter } from '../leading/ask-lifecycle.ts';
import { addAsk, findAsk, recordStep, stepsOf } from '../store/asks.ts';
import { addBooking } from '../store/bookings.ts';
import { dealsByExternalId, saveDeals } from '../store/deal-batches.ts';
import type { Deal } from '../store/deals.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { addInteraction } from '../store/interactions.ts';
import { addPerson, everybody } from '../store/people.ts';
import { setManager } from '../store/reporting-lines.ts';
import { findWorkspace, saveWorkspace } from '../store/workspaces.ts';
import { addDays, instantOf, localDateOf } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import { asks } from './asks.ts';
import type { DemoAsk } from './asks.ts';
import { bookings } from './bookings.ts';
import { instantUpTo, workdayAfter, workingDaysBack } from './days.ts';
import { dealsOf, endlessly } from './deals.ts';
import type { DemoDeal } from './deals.ts';
import { historyOf, vocabulary } from './history.ts';
import type { DemoEntry } from './history.ts';
import { markets } from './market.ts';
import { companyName, emailOf, people, reportsTo, teamId } from './people.ts';
import type { DemoPerson } from './people.ts';
import { profiles } from './profiles.ts';
import { chanceFrom } from './random.ts';
import type { Chance } from './random.ts';
import { slackIdFor, workspaceOf } from './seed.ts';
import type { SandboxSeedLike } from './seed.ts';

const seed = 20_261_121;
const longestLineDays = 900;

/** The people of the made-up company, as users of a sandbox. */
export function demoSeed(): SandboxSeedLike {
  return workspaceOf(
    teamId,
    companyName,
    people.map((person) => ({
      id: slackIdFor(person.handle),
      name: person.handle,
      realName: person.name,
      email: emailOf(person),
      timeZone: person.timeZone,
      title: person.title,
      ...(person.isAdmin === true && { isAdmin: true }),
    })),
  );
}

/**
 * Writes the made-up company into an empty log: people, lines, deals, ten weeks of history, asks. The same every time, relative to
 * `now`. Does nothing where somebody is on record already.
 */
export async function fillDemo(store: Store, now: Date): Promise<void> {
  await writing(store, async (tx) => {
    if ((await everybody(tx)).length > 0) return;
    if ((await findWorkspace(tx)) === undefined) await saveWorkspace(tx, { name: companyName, botUserId: null }, now);
    const chance = chanceFrom(seed);
    const ids = await addPeople(tx, now);
    const days = new Map(people.map((person) => [person.handle, localDateOf(now, person.timeZone)]));
    const dayOf = (handle: string): LocalDate => days.get(handle) ?? localDateOf(now, 'Etc/UTC');
    const deals = makeDeals(dayOf, chance);
    const context = { store: tx, now, chance, ids, dayOf, deals, stored: await storeDeals(tx, deals, ids, now) };
    await addHistory(context);
    for (const ask of asks) await addDemoAsk(context, ask);
    await addBookings(context);
  });
}

interface Filling {
  readonly store: Store;
  readonly now: Date;
  readonly chance: Chance;
  /** By handle. */
  readonly ids: ReadonlyMap<string, number>;
  /** The local day of a person, by handle. */
  readonly dayOf: (handle: string) => LocalDate;
  readonly deals: readonly DemoDeal[];
  /** By external id. */
  readonly stored: ReadonlyMap<string, Deal>;
}

async function addPeople(store: Store, now: Date): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const person of people) {
    const { name, timeZone, country, team } = person;
    const today = localDateOf(now, timeZone);
    const id = await addPerson(
      store,
      {
        name,
        timeZone,
        country,
        team,
        slackUserId: slackIdFor(person.handle),
        email: emailOf(person),
        startedOn: addDays(today, -person.daysHere),
        isAdmin: person.isAdmin === true,
      },
      now,
    );
    ids.set(person.handle, id);
    if (person.manager !== null)
      await setManager(store, id, idOf(ids, person.manager), addDays(today, -lineDays(person)));
  }
  return ids;
}

/** A line begins when both are there. */
function lineDays(person: DemoPerson): number {
  const manager = people.find((other) => other.handle === person.manager);
  return Math.min(person.daysHere, manager?.daysHere ?? longestLineDays, longestLineDays);
}

function makeDeals(dayOf: (handle: string) => LocalDate, chance: Chance): DemoDeal[] {
  const accounts = new Map(
    Object.entries(markets).map(([team, market]) => [team, endlessly(chance.shuffled(market.accounts))]),
  );
  return people
    .flatMap((person) => {
      const profile = profiles[person.handle];
      const own = accounts.get(person.team);
      return profile === undefined || own === undefined
        ? []
        : dealsOf(person, profile, own, dayOf(person.handle), chance);
    })
    .map((deal, index) => ({ ...deal, externalId: `KF-${1041 + index * 7}` }));
}

async function storeDeals(
  store: Store,
  deals: readonly DemoDeal[],
  ids: ReadonlyMap<string, number>,
  now: Date,
): Promise<Map<string, Deal>> {
  await saveDeals(
    store,
    deals.map(({ owner, isIdle: _idle, ...deal }) => ({ ...deal, ownerId: idOf(ids, owner) })),
    now,
  );
  return dealsByExternalId(
    store,
    deals.map((deal) => deal.externalId),
  );
}

async function addHistory(filling: Filling): Promise<void> {
  const { chance, deals, dayOf } = filling;
  for (const manager of people) {
    const words = vocabulary(chance);
    for (const rep of reportsTo(manager.handle)) {
      const profile = profiles[rep.handle];
      if (profile === undefined) continue;
      for (const entry of historyOf(rep, profile, deals, dayOf(manager.handle), words, chance))
        await addEntry(filling, manager, entry);
    }
  }
}

async function addEntry(
  { store, now, ids, stored, chance }: Filling,
  manager: DemoPerson,
  entry: DemoEntry,
): Promise<void> {
  const { deal, rep, ...columns } = entry;
  const loggedAt = `1${chance.between(0, 7)}:${chance.pick(['05', '20', '40', '55'])}`;
  await addInteraction(
    store,
    {
      ...columns,
      managerId: idOf(ids, manager.handle),
      repId: idOf(ids, rep),
      dealId: (deal && stored.get(deal.externalId)?.id) ?? null,
      nudgeId: null,
    },
    instantUpTo(now, entry.happenedOn, loggedAt, manager.timeZone),
  );
}

async function addDemoAsk({ store, now, chance, ids, dayOf, deals, stored }: Filling, ask: DemoAsk): Promise<void> {
  const rep = personOf(ask.rep);
  const manager = personOf(rep.manager ?? '');
  const today = dayOf(rep.handle);
  const deal = ask.deal === null ? undefined : largest(deals, rep.handle, ask.deal === 'idle');
  const askedOn = workingDaysBack(today, ask.askedDaysAgo);
  const id = await addAsk(
    store,
    {
      repId: idOf(ids, rep.handle),
      managerId: idOf(ids, manager.handle),
      kind: ask.kind,
      obstacle: ask.obstacle,
      dealId: (deal && stored.get(deal.externalId)?.id) ?? null,
      neededBy: ask.neededIn === null ? null : workdayAfter(today, ask.neededIn),
      text: ask.text.replaceAll('{account}', deal?.account ?? 'the customer'),
      askedOn,
    },
    instantUpTo(now, askedOn, '10:25', rep.timeZone),
  );
  for (const [index, step] of ask.steps.entries()) {
    const before = await findAsk(store, id);
    if (before === undefined) throw new Error('The ask is not there');
    const on = workingDaysBack(today, step.daysAgo);
    const until = step.untilIn === null ? null : workdayAfter(step.untilIn === 0 ? on : today, step.untilIn);
    const change = {
      state: stateAfter(before, step.step, before.holderId),
      takenUntil: step.step === 'taken' ? until : null,
      ...(step.step === 'handed' && { holderId: idOf(ids, manager.manager ?? '') }),
    };
    const taken = { step: step.step, actorId: before.holderId, until, text: step.text };
    await recordStep(store, id, change, taken, instantUpTo(now, on, `1${3 + index}:40`, manager.timeZone));
  }
  await announce(store, id, () => idFrom(chance), now);
}

/** What is still open lies with its holder as a card; the rep hears the last step. */
async function announce(store: Store, askId: number, newId: () => string, now: Date): Promise<void> {
  const ask = await findAsk(store, askId);
  const last = (await stepsOf(store, askId)).at(-1);
  if (ask === undefined || last === undefined) return;
  if (unsettledAskStates.includes(ask.state)) await sendCard({ newId }, store, ask, last.id, now);
  await sendNews({ newId }, store, ask, last.id, now);
}

async function addBookings({ store, now, ids, dayOf }: Filling): Promise<void> {
  for (const booking of bookings) {
    const rep = personOf(booking.rep);
    const manager = personOf(rep.manager ?? '');
    const day = workdayAfter(dayOf(manager.handle), booking.inDays);
    await addBooking(
      store,
      {
        managerId: idOf(ids, manager.handle),
        repId: idOf(ids, rep.handle),
        dealId: null,
        behaviour: booking.behaviour,
        nudgeId: null,
        startsAt: instantOf(day, booking.at, manager.timeZone),
        minutes: booking.minutes,
      },
      now,
    );
  }
}

function largest(deals: readonly DemoDeal[], owner: string, isIdle: boolean): DemoDeal | undefined {
  return deals
    .filter((deal) => deal.owner === owner && deal.status === 'open' && deal.isIdle === isIdle)
    .toSorted((one, other) => (other.amount ?? 0) - (one.amount ?? 0))[0];
}

function personOf(handle: string): DemoPerson {
  const person = people.find((candidate) => candidate.handle === handle);
  if (person === undefined) throw new Error(`Nobody is called ${handle}`);
  return person;
}

function idOf(ids: ReadonlyMap<string, number>, handle: string): number {
  const id = ids.get(handle);
  if (id === undefined) throw new Error(`Nobody is called ${handle}`);
  return id;
}

function idFrom(chance: Chance): string {
  return `demo-${chance.between(0, 2 ** 31).toString(36)}${chance.between(0, 2 ** 31).toString(36)}`;
}
