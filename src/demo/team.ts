import { dealsByExternalId, saveDeals } from '../store/deal-batches.ts';
import type { Deal } from '../store/deals.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { countLinesAsTold } from '../store/line-tellings.ts';
import { addPerson, everybody } from '../store/people.ts';
import { setManager } from '../store/reporting-lines.ts';
import { writeMark } from '../store/marks.ts';
import { findWorkspace, saveWorkspace } from '../store/workspaces.ts';
import { addDays, localDateOf } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import { dealsOf, endlessly } from './deals.ts';
import type { DemoDeal } from './deals.ts';
import { addEntry } from './entries.ts';
import { addAsks, addBookings } from './fill-asks.ts';
import { addCycles } from './fill-cycles.ts';
import { addOwnTime } from './fill-own-time.ts';
import { addPromises } from './fill-promises.ts';
import { addPulses } from './fill-pulses.ts';
import { addTalks } from './fill-talks.ts';
import { addThanks } from './fill-thanks.ts';
import { addSkills } from './fill-skills.ts';
import { idOf } from './filling.ts';
import type { Filling } from './filling.ts';
import { historyOf, vocabulary } from './history.ts';
import { bornMark, lifeMark } from './marks.ts';
import { markets } from './market.ts';
import { companyName, emailOf, people, reportsTo, teamId } from './people.ts';
import type { DemoPerson } from './people.ts';
import { profiles } from './profiles.ts';
import { chanceFrom } from './random.ts';
import type { Chance } from './random.ts';
import { groupsOf } from './roles.ts';
import { slackIdFor, workspaceOf } from './seed.ts';
import type { SandboxSeedLike } from './seed.ts';

const usualSeed = 20_261_121;
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
    groupsOf(
      people.map(({ handle, name, manager, isAdmin = false }) => ({
        id: handle,
        userId: slackIdFor(handle),
        name,
        managerId: manager ?? undefined,
        isAdmin,
      })),
    ),
  );
}

/**
 * Writes the made-up company into an empty log: people, lines, deals, ten weeks of history, asks, and what is on record of
 * everybody's growth. Nobody gets a message about what is long past. The same every time, relative to
 * `now`, for the same seed. Does nothing where somebody is on record already.
 */
export async function fillDemo(store: Store, now: Date, seed = usualSeed): Promise<void> {
  await writing(store, async (tx) => {
    if ((await everybody(tx)).length > 0) return;
    if ((await findWorkspace(tx)) === undefined) await saveWorkspace(tx, { name: companyName, botUserId: null }, now);
    const chance = chanceFrom(seed);
    const ids = await addPeople(tx, now);
    const days = new Map(people.map((person) => [person.handle, localDateOf(now, person.timeZone)]));
    const dayOf = (handle: string): LocalDate => days.get(handle) ?? localDateOf(now, 'Etc/UTC');
    const deals = makeDeals(dayOf, chance);
    await writeMark(tx, bornMark, dayOf('dana'));
    await writeMark(tx, lifeMark, now.toISOString());
    const context = { store: tx, now, chance, ids, dayOf, deals, stored: await storeDeals(tx, deals, ids, now) };
    await addHistory(context);
    await addAsks(context);
    await addBookings(context);
    for (const [index, add] of [
      addTalks,
      addCycles,
      addSkills,
      addPromises,
      addThanks,
      addOwnTime,
      addPulses,
    ].entries())
      await add({ ...context, chance: chanceFrom(seed + 1 + index) });
  });
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
  await countLinesAsTold(store);
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
