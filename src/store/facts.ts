import type { BookingFact, DealFact, InteractionFact, RepFacts, TeamFacts } from '../behaviours/facts.ts';
import { calendarOf } from '../leading/calendars.ts';
import type { Policy } from '../leading/policy.ts';
import { repsOf } from '../leading/roles.ts';
import type { LocalDate } from '../time/zoned.ts';
import { addDays, localDateOf } from '../time/zoned.ts';
import { askFacts } from './asks.ts';
import { plannedBookings } from './bookings.ts';
import type { Store } from './db.ts';
import { selectDeals, toDeal } from './deals.ts';
import { selectInteractions, toInteraction } from './interactions.ts';
import { everybody } from './people.ts';
import type { Person } from './people.ts';
import { currentLines } from './reporting-lines.ts';
import type { ReportingLine } from './reporting-lines.ts';
import { findWorkspace } from './workspaces.ts';

/** Everything on record that rules look at, indexed: loaded with one query a table, however many people there are. */
export interface WorkspaceFacts {
  readonly now: Date;
  readonly people: ReadonlyMap<number, Person>;
  readonly lines: readonly ReportingLine[];
  /** Everybody who has reps, by id. */
  readonly managerIds: readonly number[];
  team(managerId: number): TeamFacts;
}

/** Older interactions than this are no evidence for anything. */
const daysLookedBack = 400;

/** Won and lost deals older than this are no longer looked at. */
const closedDealDays = 60;

export async function loadFacts(store: Store, policy: Policy, now: Date): Promise<WorkspaceFacts> {
  const workspace = await findWorkspace(store);
  const defaultZone = workspace?.defaultTimeZone ?? 'Etc/UTC';
  const earliest = addDays(localDateOf(now, 'Etc/UTC'), -daysLookedBack);
  const people = new Map((await everybody(store)).map((person) => [person.id, person]));
  const lines = await currentLines(store);
  const interactions = groupBy(await loadInteractions(store, earliest), (interaction) => interaction.repId);
  const deals = groupBy(await loadDeals(store, now), (deal) => deal.ownerId);
  const asks = groupBy(await askFacts(store, ['open', 'taken', 'granted', 'declined', 'done']), (ask) => ask.repId);
  const bookings = groupBy<BookingFact>(await plannedBookings(store), (booking) => booking.repId);
  const byManager = groupBy(lines, (line) => line.managerId);

  function team(managerId: number): TeamFacts {
    const manager = people.get(managerId);
    if (manager === undefined) throw new Error(`No person ${managerId}`);
    const calendar = calendarOf(manager, policy, defaultZone);
    const today = localDateOf(now, calendar.timeZone);
    const reps = new Set(repsOf(managerId, lines));
    return {
      manager,
      now,
      today,
      calendar,
      reps: (byManager.get(managerId) ?? [])
        .filter((line) => reps.has(line.personId))
        .flatMap((line): RepFacts[] => {
          const rep = people.get(line.personId);
          if (rep === undefined) return [];
          return [
            {
              rep,
              reportsSince: line.startedOn,
              interactions: (interactions.get(rep.id) ?? []).filter((interaction) => interaction.happenedOn <= today),
              deals: deals.get(rep.id) ?? [],
              asks: asks.get(rep.id) ?? [],
              bookings: (bookings.get(rep.id) ?? []).filter((booking) => booking.startsAt > now),
            },
          ];
        }),
    };
  }

  const managerIds = [...byManager.keys()].filter(
    (id) => people.get(id)?.leftOn === null && repsOf(id, lines).length > 0,
  );
  return { now, people, lines, managerIds: managerIds.toSorted((one, other) => one - other), team };
}

async function loadInteractions(store: Store, earliest: LocalDate): Promise<InteractionFact[]> {
  const rows = await selectInteractions(store)
    .where('happenedOn', '>=', earliest)
    .orderBy('happenedOn', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toInteraction);
}

async function loadDeals(store: Store, now: Date): Promise<DealFact[]> {
  const closedSince = addDays(localDateOf(now, 'Etc/UTC'), -closedDealDays);
  const rows = await selectDeals(store)
    .where('ownerId', 'is not', null)
    .where((where) => where.or([where('status', '=', 'open'), where('closeOn', '>=', closedSince)]))
    .orderBy('id')
    .execute();
  return rows.map(toDeal);
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => number | null): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
