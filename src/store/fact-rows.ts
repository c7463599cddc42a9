/** The rows that rules look at, loaded with one query a table and grouped by the rep they are about. */
import type {
  AskFact,
  BookingFact,
  ConfidenceFact,
  CycleFact,
  DealFact,
  ExpectationFact,
  GoalFact,
  IdeaFact,
  InteractionFact,
  PromiseFact,
  PulseFact,
  SkillFact,
  TeamPromiseFact,
} from '../behaviours/facts.ts';
import { keeperOf } from '../behaviours/keeper.ts';
import type { LocalDate } from '../time/zoned.ts';
import { addDays, localDateOf } from '../time/zoned.ts';
import { askFacts } from './asks.ts';
import { plannedBookings } from './bookings.ts';
import { cycleFacts } from './cycles.ts';
import type { Store } from './db.ts';
import { openDealHistories, usualStageDays } from './deal-changes.ts';
import { selectDeals, toDeal } from './deals.ts';
import { expectationFacts } from './expectations.ts';
import { goalFacts } from './goals.ts';
import { ideaFacts } from './ideas.ts';
import { selectInteractions, toInteraction } from './interactions.ts';
import { lastTalks } from './last-talks.ts';
import type { LastTalk } from './last-talks.ts';
import { promiseFacts, teamPromiseFacts } from './promises.ts';
import { pulseFacts } from './pulses.ts';
import { confidenceFacts, skillFacts } from './skills.ts';

type ByRep<T> = ReadonlyMap<number | null, readonly T[]>;

export interface FactRows {
  /** Those about the whole team, or about the manager, stand under null. */
  readonly interactions: ByRep<InteractionFact>;
  readonly deals: ByRep<DealFact>;
  readonly asks: ByRep<AskFact>;
  readonly bookings: ByRep<BookingFact>;
  readonly promises: ByRep<PromiseFact>;
  readonly cycles: ByRep<CycleFact>;
  readonly goals: ByRep<GoalFact>;
  readonly expectations: ByRep<ExpectationFact>;
  readonly ideas: ByRep<IdeaFact>;
  readonly skills: ByRep<SkillFact>;
  readonly confidence: ByRep<ConfidenceFact>;
  readonly lastTalks: ByRep<LastTalk>;
  /** By the leader who answers them. */
  readonly pulses: ReadonlyMap<number, readonly PulseFact[]>;
  /** By the leader who made them. */
  readonly teamPromises: ReadonlyMap<number, readonly TeamPromiseFact[]>;
  readonly usualStageDays: ReadonlyMap<string, number>;
}

/** Older interactions than this are no evidence for anything. */
const daysLookedBack = 400;
/** Stays in a stage that ended earlier say nothing about what is usual now. */
const stayDays = 730;
/** Won and lost deals older than this are no longer looked at. */
const closedDealDays = 60;

export async function loadFactRows(store: Store, now: Date): Promise<FactRows> {
  const today = localDateOf(now, 'Etc/UTC');
  return {
    interactions: byRep(await loadInteractions(store, addDays(today, -daysLookedBack))),
    deals: Map.groupBy(await loadDeals(store, addDays(today, -closedDealDays)), (deal) => deal.ownerId),
    asks: byRep(await askFacts(store, ['open', 'taken', 'granted', 'declined', 'done'])),
    bookings: byRep<BookingFact>(await plannedBookings(store)),
    promises: byRep(await promiseFacts(store)),
    cycles: byRep(await cycleFacts(store)),
    goals: byRep(await goalFacts(store)),
    expectations: byRep(await expectationFacts(store)),
    ideas: byRep(await ideaFacts(store)),
    skills: byRep(await skillFacts(store)),
    confidence: byRep(await confidenceFacts(store)),
    lastTalks: byRep<LastTalk>(await lastTalks(store)),
    pulses: Map.groupBy(await pulseFacts(store), ({ leaderId }) => leaderId),
    teamPromises: Map.groupBy(await teamPromiseFacts(store), keeperOf),
    usualStageDays: await usualStageDays(store, addDays(today, -stayDays)),
  };
}

function byRep<T extends { repId: number | null }>(rows: readonly T[]): ByRep<T> {
  return Map.groupBy(rows, (row) => row.repId);
}

async function loadInteractions(store: Store, earliest: LocalDate): Promise<InteractionFact[]> {
  const rows = await selectInteractions(store)
    .where('happenedOn', '>=', earliest)
    .orderBy('happenedOn', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toInteraction);
}

async function loadDeals(store: Store, closedSince: LocalDate): Promise<DealFact[]> {
  const rows = await selectDeals(store)
    .where('ownerId', 'is not', null)
    .where((where) => where.or([where('status', '=', 'open'), where('closeOn', '>=', closedSince)]))
    .orderBy('id')
    .execute();
  const histories = await openDealHistories(store);
  return rows.map((row) => ({ ...toDeal(row), ...(histories.get(row.id) ?? noHistory) }));
}

const noHistory = { stageSince: null, timesPushed: 0, pushedOn: null };
