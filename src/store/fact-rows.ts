/** The rows that rules look at, of some leaders' people: one query a table, grouped by the rep they are about. */
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
import type { PersonId } from '../behaviours/ids.ts';
import { keeperOf } from '../behaviours/keeper.ts';
import type { LocalDate } from '../time/zoned.ts';
import { addDays, localDateOf } from '../time/zoned.ts';
import { askFacts } from './asks.ts';
import { bookingsWith } from './bookings.ts';
import { cycleFacts } from './cycles.ts';
import { asOneValue, oneOfThose } from './db.ts';
import type { Store } from './db.ts';
import { prepared } from './prepared.ts';
import type { Given } from './prepared.ts';
import { openDealHistories } from './deal-changes.ts';
import { selectDeals, toDeal } from './deals.ts';
import { expectationFacts } from './expectations.ts';
import { goalFacts } from './goals.ts';
import { ideaFacts } from './ideas.ts';
import { interactionsAbout, teamwideInteractions } from './interaction-facts.ts';
import { lastTalks } from './last-talks.ts';
import type { LastTalk } from './last-talks.ts';
import { partByPart } from './part-by-part.ts';
import { promiseFacts, teamPromiseFacts } from './promise-facts.ts';
import { pulseFacts } from './pulses.ts';
import { confidenceFacts, skillFacts } from './skills.ts';
import { usualStageDays } from './usual-stays.ts';

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

/** Whose rows are loaded. */
export interface Concerned {
  readonly leaderIds: readonly PersonId[];
  /** Who reports to these leaders. */
  readonly repIds: readonly PersonId[];
  /** Who reports to those, and to none of the leaders: of them there is only the time that they had with anybody. */
  readonly belowIds: readonly PersonId[];
}

/** Older interactions than this are no evidence for anything. */
const daysLookedBack = 400;
/** Won and lost deals older than this are no longer looked at. */
const closedDealDays = 60;

/** A query a table and hundred people, each by an index. */
export async function loadFactRows(
  store: Store,
  { leaderIds, repIds, belowIds }: Concerned,
  now: Date,
): Promise<FactRows> {
  const today = localDateOf(now, 'Etc/UTC');
  const since = addDays(today, -daysLookedBack);
  const everybodyIds = [...repIds, ...belowIds];
  const dealsSince = addDays(today, -closedDealDays);
  return {
    interactions: byRep([
      ...(await partByPart(everybodyIds, (ids) => interactionsAbout(store, ids, since))),
      ...(await teamwideInteractions(store, leaderIds, since)),
    ]),
    deals: Map.groupBy(await partByPart(repIds, (ids) => loadDeals(store, ids, dealsSince)), (deal) => deal.ownerId),
    asks: byRep(await askFacts(store, ['open', 'taken', 'granted', 'declined', 'done'], { repIds })),
    bookings: byRep<BookingFact>(await bookingsWith(store, everybodyIds)),
    promises: byRep(await partByPart(repIds, (ids) => promiseFacts(store, ids))),
    cycles: byRep(await partByPart(repIds, (ids) => cycleFacts(store, ids))),
    goals: byRep(await partByPart(repIds, (ids) => goalFacts(store, ids))),
    expectations: byRep(await partByPart(repIds, (ids) => expectationFacts(store, ids))),
    ideas: byRep(await partByPart(repIds, (ids) => ideaFacts(store, ids))),
    skills: byRep(await partByPart(repIds, (ids) => skillFacts(store, ids))),
    confidence: byRep(await partByPart(repIds, (ids) => confidenceFacts(store, ids))),
    lastTalks: byRep<LastTalk>(await lastTalks(store, [...leaderIds, ...repIds])),
    pulses: Map.groupBy(await pulseFacts(store, leaderIds), ({ leaderId }) => leaderId),
    teamPromises: Map.groupBy(await teamPromiseFacts(store, leaderIds), keeperOf),
    usualStageDays: await usualStageDays(store),
  };
}

function byRep<T extends { repId: PersonId | null }>(rows: readonly T[]): ByRep<T> {
  return Map.groupBy(rows, (row) => row.repId);
}

async function loadDeals(store: Store, ownerIds: readonly PersonId[], closedSince: LocalDate): Promise<DealFact[]> {
  const rows = await dealsOf(store, { ownerIds: asOneValue(ownerIds), closedSince });
  const histories = await openDealHistories(
    store,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...toDeal(row), ...(histories.get(row.id) ?? noHistory) }));
}

const dealsOf = prepared(
  (
    database,
    { workspaceId, ownerIds, closedSince }: Given<{ readonly ownerIds: string; readonly closedSince: LocalDate }>,
  ) =>
    selectDeals({ database, workspaceId })
      .where('ownerId', 'in', oneOfThose(ownerIds))
      .where((where) => where.or([where('status', '=', 'open'), where('closeOn', '>=', closedSince)]))
      .orderBy('id'),
);

const noHistory = { stageSince: null, timesPushed: 0, pushedOn: null };
