/** What our own company puts in the way of deals, counted: what a lead can remove for everybody. Essay 004. */
import { companyObstacles } from '../behaviours/company-obstacles.ts';
import type { CompanyObstacle } from '../behaviours/company-obstacles.ts';
import type { AskState, DealFact } from '../behaviours/facts.ts';
import type { DealId, PersonId } from '../behaviours/ids.ts';
import { counted, dealAmount } from '../behaviours/rhythm.ts';
import { addDays } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import { unconfirmedAskStates, unsettledAskStates } from './ask-lifecycle.ts';

/** Somebody said that our company stands in the way: a rep in an ask, or a manager in the log. */
export interface ObstacleReport {
  /** Null where it wasn't said what exactly. */
  readonly obstacle: CompanyObstacle | null;
  readonly dealId: DealId | null;
  /** The local day of whoever said so. */
  readonly on: LocalDate;
}

export type DealMoney = Pick<DealFact, 'id' | 'amount' | 'currency'>;

/** A sum in one currency; null where the deals name none. In major units. */
export interface Money {
  readonly currency: string | null;
  readonly amount: number;
}

/** How often one obstacle was named, and what stands behind it. */
export interface ObstacleCount {
  readonly obstacle: CompanyObstacle;
  readonly reports: number;
  /** Different deals among them. */
  readonly deals: number;
  /** Of those deals whose amount is known: one sum a currency, the largest first. Never mixed. */
  readonly money: readonly Money[];
}

/** Reports of so many days count, today among them. */
export const obstacleDays = 90;
const mostObstacles = 3;
/** An obstacle behind so many deals is worth a lead's week. */
const dealsForALead = 3;

/** The first day that counts. */
export function obstaclesSince(today: LocalDate): LocalDate {
  return addDays(today, 1 - obstacleDays);
}

/**
 * The three obstacles that stand behind most deals; of as many deals, the one named more often, then in the order of the catalogue.
 * One deal counts once for an obstacle, however often it was named.
 */
export function topObstacles(
  reports: readonly ObstacleReport[],
  deals: readonly DealMoney[],
  today: LocalDate,
): ObstacleCount[] {
  const since = obstaclesSince(today);
  const recent = reports.filter(({ on }) => on >= since && on <= today);
  const byId = new Map(deals.map((deal) => [deal.id, deal]));
  return companyObstacles
    .flatMap((obstacle) => {
      const named = recent.filter((report) => report.obstacle === obstacle);
      if (named.length === 0) return [];
      const ids = [...new Set(named.flatMap(({ dealId }) => dealId ?? []))];
      const money = moneyOf(ids.flatMap((id) => byId.get(id) ?? []));
      return [{ obstacle, reports: named.length, deals: ids.length, money }];
    })
    .toSorted((one, other) => other.deals - one.deals || other.reports - one.reports)
    .slice(0, mostObstacles);
}

/** How many of them didn't say what exactly: they can't be counted together. */
export function unnamedReports(reports: readonly ObstacleReport[], today: LocalDate): number {
  const since = obstaclesSince(today);
  return reports.filter(({ obstacle, on }) => obstacle === null && on >= since && on <= today).length;
}

/** The sums, one a currency, the largest first; deals without an amount add nothing. */
export function moneyOf(deals: readonly Omit<DealMoney, 'id'>[]): Money[] {
  const sums = new Map<string | null, number>();
  for (const { amount, currency } of deals) if (amount !== null) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return [...sums]
    .map(([currency, amount]) => ({ currency, amount }))
    .toSorted((one, other) => other.amount - one.amount || (one.currency ?? '').localeCompare(other.currency ?? ''));
}

/** The one that a lead can do something about for everybody: it has a name, and stands behind three deals or more. */
export function obstacleForALead(obstacles: readonly ObstacleCount[]): ObstacleCount | undefined {
  return obstacles.find(({ obstacle, deals }) => obstacle !== 'other' && deals >= dealsForALead);
}

const mostCurrencies = 3;
const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** `3 deals, €120,000 and $9,000`; without the money where no amount is known. */
export function behindWords({ deals, reports, money }: Omit<ObstacleCount, 'obstacle'>): string {
  const sums = money.slice(0, mostCurrencies).flatMap((sum) => dealAmount(sum) ?? []);
  const others = money.length - sums.length;
  const parts = others > 0 ? [...sums, counted(others, 'other currency', 'other currencies')] : sums;
  const number = deals === 0 ? `named ${counted(reports, 'time')}` : counted(deals, 'deal');
  return parts.length === 0 ? number : `${number}, ${listed.format(parts)}`;
}

/** For whom an ask waits, as its reader sees it. */
export type Waiting = 'you' | 'others' | 'confirmation';

/** @returns undefined for an ask that waits for nobody any more */
export function waitingFor(
  ask: { readonly state: AskState; readonly holderId: PersonId },
  readerId: PersonId,
): Waiting | undefined {
  if (unsettledAskStates.includes(ask.state)) return ask.holderId === readerId ? 'you' : 'others';
  return unconfirmedAskStates.includes(ask.state) ? 'confirmation' : undefined;
}
