import type { ImportedDeal } from '../store/deals.ts';
import { addDays } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import { workdayAfter, workdayBefore } from './days.ts';
import { markets, openStages, products } from './market.ts';
import type { Market } from './market.ts';
import type { DemoPerson } from './people.ts';
import type { Profile } from './profiles.ts';
import type { Chance } from './random.ts';

/** A deal before anybody has an id in the database. */
export interface DemoDeal extends Omit<ImportedDeal, 'ownerId'> {
  readonly owner: string;
  /** Nothing has happened on it for long: no talk about it either. */
  readonly isIdle: boolean;
}

/** Ages in calendar days: how long ago a deal in this stage was opened, and in how many days it should close. */
const ages: Readonly<Record<(typeof openStages)[number], Ages>> = {
  Discovery: { opened: [9, 30], closes: [60, 110], amount: [12, 34] },
  Evaluation: { opened: [26, 60], closes: [40, 80], amount: [16, 44] },
  Proposal: { opened: [42, 90], closes: [25, 52], amount: [18, 52] },
  Negotiation: { opened: [64, 130], closes: [12, 26], amount: [22, 58] },
};

interface Ages {
  readonly opened: Range;
  readonly closes: Range;
  /** In thousands. */
  readonly amount: Range;
}
type Range = readonly [least: number, most: number];

const sizes = ['pilot', 'rollout', 'renewal', 'two sites', 'second depot', 'four docks', 'nationwide'] as const;
const bigAmount = 168_000;
const freshDays = 4;

/** Three or four deals of one rep: open ones in several stages, and one that is won or lost. */
export function dealsOf(
  person: DemoPerson,
  profile: Profile,
  accounts: Iterator<string>,
  today: LocalDate,
  chance: Chance,
): DemoDeal[] {
  const market = markets[person.team];
  if (market === undefined) return [];
  const idle = profile.idleDealDays ?? [];
  const isNew = person.daysHere < 90;
  const stages = chance.shuffled(isNew ? (['Discovery', 'Discovery', 'Evaluation'] as const) : openStages).slice(0, 3);
  const open = stages.map((stage, index) => {
    const idleDays = idle[index];
    const late = idleDays === undefined ? stage : chance.pick(['Evaluation', 'Proposal', 'Negotiation'] as const);
    return openDeal(person, market, late, idleDays, accounts, today, chance);
  });
  const big = profile.bigDealClosesIn;
  if (big !== undefined) open.push(bigDeal(person, market, big, accounts, today));
  return isNew ? open : [...open, closedDeal(person, market, accounts, today, chance)];
}

function openDeal(
  person: DemoPerson,
  market: Market,
  stage: (typeof openStages)[number],
  idleDays: number | undefined,
  accounts: Iterator<string>,
  today: LocalDate,
  chance: Chance,
): DemoDeal {
  const { opened, closes, amount } = ages[stage];
  const openedDays = Math.min(chance.between(...opened) + (idleDays ?? 0), Math.max(9, person.daysHere - 6));
  return {
    ...about(person, market, accounts, chance),
    stage,
    amount: chance.between(...amount) * 1_000 + chance.pick([0, 500]),
    openedOn: workdayBefore(today, openedDays),
    lastActivityOn: workdayBefore(today, idleDays ?? chance.between(0, freshDays)),
    closeOn: workdayAfter(today, chance.between(...closes)),
    status: 'open',
    isIdle: idleDays !== undefined,
  };
}

function bigDeal(
  person: DemoPerson,
  market: Market,
  closesIn: number,
  accounts: Iterator<string>,
  today: LocalDate,
): DemoDeal {
  return {
    externalId: '',
    name: 'Route Planner, all depots',
    account: nextOf(accounts),
    owner: person.handle,
    currency: market.currency,
    stage: 'Negotiation',
    amount: bigAmount,
    openedOn: workdayBefore(today, 118),
    lastActivityOn: workdayBefore(today, 2),
    closeOn: workdayAfter(today, closesIn),
    status: 'open',
    isIdle: false,
  };
}

function closedDeal(
  person: DemoPerson,
  market: Market,
  accounts: Iterator<string>,
  today: LocalDate,
  chance: Chance,
): DemoDeal {
  const isWon = chance.next() < 0.55;
  const closedOn = workdayBefore(today, chance.between(4, 55));
  return {
    ...about(person, market, accounts, chance),
    stage: isWon ? 'Won' : 'Lost',
    amount: chance.between(14, 58) * 1_000,
    openedOn: addDays(closedOn, -chance.between(50, 120)),
    lastActivityOn: closedOn,
    closeOn: closedOn,
    status: isWon ? 'won' : 'lost',
    isIdle: false,
  };
}

/** A deal that is opened today: small, early, and named after what the customer may buy. */
export function firstDeal(
  market: Market,
  account: string,
  today: LocalDate,
  chance: Chance,
): Omit<ImportedDeal, 'externalId' | 'ownerId'> {
  return {
    name: `${chance.pick(products)}, ${chance.pick(sizes)}`,
    account,
    currency: market.currency,
    stage: 'Discovery',
    amount: chance.between(...ages.Discovery.amount) * 1_000 + chance.pick([0, 500]),
    openedOn: today,
    lastActivityOn: today,
    closeOn: workdayAfter(today, chance.between(...ages.Discovery.closes)),
    status: 'open',
  };
}

function about(person: DemoPerson, market: Market, accounts: Iterator<string>, chance: Chance) {
  return {
    externalId: '',
    name: `${chance.pick(products)}, ${chance.pick(sizes)}`,
    account: nextOf(accounts),
    owner: person.handle,
    currency: market.currency,
  };
}

/** Each account once before any comes again. */
export function* endlessly(items: readonly string[]): Generator<string, never> {
  for (;;) yield* items;
}

function nextOf(accounts: Iterator<string>): string {
  return String(accounts.next().value);
}
