/** Companies of every shape, with something of every kind on record: for what must hold whoever looks. */
import { behaviours } from '../../src/behaviours/index.ts';
import { addAsk } from '../../src/store/asks.ts';
import { addBooking } from '../../src/store/bookings.ts';
import { openCycle } from '../../src/store/cycles.ts';
import { saveDeals } from '../../src/store/deal-batches.ts';
import { addDealChanges } from '../../src/store/deal-changes.ts';
import type { Store } from '../../src/store/db.ts';
import { openDealsOf } from '../../src/store/deals.ts';
import { addExpectation } from '../../src/store/expectations.ts';
import { addGoal } from '../../src/store/goals.ts';
import { addIdea } from '../../src/store/ideas.ts';
import { addInteraction } from '../../src/store/interactions.ts';
import { saveLastTalk } from '../../src/store/last-talks.ts';
import { stopBehaviour } from '../../src/store/stopped-behaviours.ts';
import { addPerson, changePerson } from '../../src/store/people.ts';
import { addPromise } from '../../src/store/promises.ts';
import { setManager } from '../../src/store/reporting-lines.ts';
import { addSkillNote } from '../../src/store/skills.ts';
import { keepUsualStays } from '../../src/store/usual-stays.ts';
import { addDays, utcDateOf } from '../../src/time/zoned.ts';
import type { LocalDate } from '../../src/time/zoned.ts';
import { dice } from './dice.ts';

const firstNames = ['Ana', 'Ben', 'Cem', 'Dot', 'Eve', 'Fay', 'Gil', 'Hal', 'Ida', 'Jo'];
const zones = ['Europe/London', 'America/New_York', 'Asia/Kolkata', null];
const stages = ['Prospecting', 'Proposal', 'Negotiation'];

interface Made {
  readonly store: Store;
  readonly now: Date;
  readonly throwDice: (below: number) => number;
  readonly day: (most?: number) => LocalDate;
}

/**
 * Fills an empty store with 4 to 22 people: teams, teams of teams, people who lead both reps and managers, some who moved, left or have
 * no account, two with the same first name; and with rows of every kind about them, also by those who led them before.
 * @returns the ids of everybody
 */
export async function fillRandomCompany(store: Store, seed: number, now: Date): Promise<number[]> {
  const throwDice = dice(seed);
  const today = utcDateOf(now);
  const made: Made = { store, now, throwDice, day: (most = 120) => addDays(today, -throwDice(most)) };
  const ids: number[] = [];
  const count = 4 + throwDice(19);
  for (let index = 0; index < count; index += 1) {
    const name = `${firstNames[throwDice(firstNames.length)] ?? ''} ${String.fromCodePoint(65 + (index % 26))}son${index}`;
    const slackUserId = throwDice(12) === 0 ? null : `U0${seed}P${index}`;
    const timeZone = zones[throwDice(zones.length)] ?? null;
    ids.push(await addPerson(store, { name, slackUserId, timeZone, startedOn: made.day(400) }, now));
  }
  const managerOf = new Map<number, number>();
  for (const [index, id] of ids.entries()) {
    if (index === 0 || throwDice(15) === 0) continue;
    // Mostly small teams at the bottom, now and then a chain.
    const managerId = ids[throwDice(Math.max(1, Math.min(index, Math.ceil(count / 4))))] ?? 0;
    if (throwDice(6) === 0) await setManager(store, id, ids[throwDice(index)] ?? managerId, addDays(today, -300));
    await setManager(store, id, managerId, made.day(200));
    managerOf.set(id, managerId);
  }
  for (const id of ids) await addRecords(made, id, managerOf.get(id), ids);
  for (const id of ids) if (throwDice(14) === 0) await changePerson(store, id, { leftOn: today });
  await keepUsualStays(store, now);
  return ids;
}

async function addRecords(made: Made, repId: number, managerId: number | undefined, ids: readonly number[]) {
  const { store, now, throwDice, day } = made;
  const anybody = () => ids[throwDice(ids.length)] ?? repId;
  const leader = () => (managerId === undefined || throwDice(5) === 0 ? anybody() : managerId);
  const times = (most: number, work: () => Promise<unknown>) => repeat(throwDice(most + 1), work);
  await times(8, () => logSomething(made, leader(), throwDice(9) === 0 ? null : repId));
  await times(2, () => addDeal(made, repId));
  for (const deal of await openDealsOf(store, repId)) await moveDeal(made, deal.id);
  await times(1, () =>
    addAsk(
      store,
      {
        repId,
        managerId: leader(),
        kind: 'help',
        text: 'Help',
        obstacle: null,
        dealId: null,
        neededBy: null,
        askedOn: day(9),
      },
      now,
    ),
  );
  const plan = { managerId: leader(), repId, dealId: null, behaviour: 'check-in', nudgeId: null, minutes: 30 };
  await times(1, () =>
    addBooking(store, { ...plan, startsAt: new Date(now.getTime() + (throwDice(9) - 4) * 86_400_000) }, now),
  );
  await times(1, () =>
    addPromise(store, { managerId: leader(), repId, text: 'A slot', madeOn: day(20), dueOn: day(10) }, now),
  );
  await times(1, () =>
    openCycle(
      store,
      {
        managerId: leader(),
        repId,
        gap: 'Asks',
        rootCause: 'skill',
        assignment: 'Ask',
        openedOn: day(60),
        dueOn: day(20),
      },
      now,
    ),
  );
  await times(1, () => addGoal(store, { repId, authorId: leader(), text: 'Lead', on: day(90) }, now));
  await times(1, () => addExpectation(store, { managerId: leader(), repId, text: 'Call', on: day(90) }, now));
  await times(1, () => addIdea(store, { repId, text: 'A list', heardOn: day(60) }, now));
  if (managerId !== undefined && throwDice(3) === 0)
    await saveLastTalk(store, { managerId, repId, answer: 'weeks', givenOn: day(20) }, now);
  if (throwDice(6) === 0) await stopBehaviour(store, repId, behaviours[throwDice(behaviours.length)]?.id ?? '', now);
}

async function logSomething({ store, now, throwDice, day }: Made, managerId: number, repId: number | null) {
  const behaviour = behaviours[throwDice(behaviours.length)]?.id ?? '';
  const entry = { minutes: 30, dealId: null, details: {}, texts: {}, shared: false, nudgeId: null };
  const id = await addInteraction(store, { behaviour, managerId, repId, happenedOn: day(90), ...entry }, now);
  if (repId === null || throwDice(4) > 0) return;
  await addSkillNote(
    store,
    { managerId, repId, interactionId: id, tag: 'listening', level: 'learning', notedOn: day(90) },
    now,
  );
}

async function addDeal({ store, now, throwDice, day }: Made, ownerId: number) {
  const deal = { name: 'Renewal', account: 'Northwind', ownerId, amount: 100, currency: 'EUR', closeOn: null };
  const stage = stages[throwDice(stages.length)] ?? '';
  const days = { openedOn: day(200), lastActivityOn: day(60) };
  const externalId = `D${ownerId}-${throwDice(1_000_000)}`;
  await saveDeals(store, [{ ...deal, ...days, stage, externalId, status: 'open' }], now);
}

async function moveDeal({ store, now, throwDice, day }: Made, dealId: number) {
  const days = [day(), day(), day()].toSorted();
  const changes = days.map((seenOn) => ({
    dealId,
    what: 'stage' as const,
    before: null,
    after: stages[throwDice(stages.length)] ?? '',
    seenOn,
  }));
  await addDealChanges(store, changes, now);
}

async function repeat(times: number, work: () => Promise<unknown>): Promise<void> {
  for (let done = 0; done < times; done += 1) await work();
}
