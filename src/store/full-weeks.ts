/** What was said about a whole week: that somebody is snowed under, and with whom a recap said that it begins. */
import type { PersonId } from '../behaviours/ids.ts';
import type { Thinned } from '../leading/week-budget.ts';
import type { LocalDate } from '../time/zoned.ts';
import { asOneValue, oneOfThose, oneOfThoseTexts } from './db.ts';
import type { Store } from './db.ts';
import { prepared } from './prepared.ts';
import type { Given } from './prepared.ts';

/** @param week its name: the Monday that it holds */
export async function thinWeek(
  store: Store,
  personId: PersonId,
  week: LocalDate,
  choice: Thinned,
  now: Date,
): Promise<void> {
  const set = { choice, chosenAt: now.toISOString() };
  await store.database
    .insertInto('thinnedWeek')
    .values({ workspaceId: store.workspaceId, personId, week, ...set })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'personId', 'week']).doUpdateSet(set))
    .execute();
}

/** @returns false where it wasn't thinned */
export async function restoreWeek(store: Store, personId: PersonId, week: LocalDate): Promise<boolean> {
  const result = await store.database
    .deleteFrom('thinnedWeek')
    .where('workspaceId', '=', store.workspaceId)
    .where('personId', '=', personId)
    .where('week', '=', week)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Somebody, and a week by its name: the Monday that it holds. */
export interface PersonWeek {
  readonly personId: PersonId;
  readonly week: LocalDate;
}

/** What is still wanted of a week by those who are snowed under in it, by person; nobody else is there. */
export async function thinnedIn(store: Store, people: readonly PersonWeek[]): Promise<ReadonlyMap<number, Thinned>> {
  const rows = ofTheirWeek(people, await thinnedOf(store, asValues(people)));
  return new Map(rows.map(({ personId, choice }) => [personId, choice]));
}

const thinnedOf = prepared((database, { workspaceId, personIds, weeks }: Given<Weeks>) =>
  database
    .selectFrom('thinnedWeek')
    .select(['personId', 'week', 'choice'])
    .where('workspaceId', '=', workspaceId)
    .where('personId', 'in', oneOfThose(personIds))
    .where('week', 'in', oneOfThoseTexts<LocalDate>(weeks)),
);

/** The plan of that week holds a place for the rep, unless there is nothing to do by then. The first announcement stands. */
export async function announce(
  store: Store,
  personId: PersonId,
  week: LocalDate,
  repId: PersonId,
  now: Date,
): Promise<void> {
  await store.database
    .insertInto('announcement')
    .values({ workspaceId: store.workspaceId, personId, week, repId, announcedAt: now.toISOString() })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'personId', 'week']).doNothing())
    .execute();
}

export interface Announcement {
  readonly repId: PersonId;
  readonly at: Date;
}

/** Whom a recap announced to each of these people for a week, by person. */
export async function announcedFor(
  store: Store,
  people: readonly PersonWeek[],
): Promise<ReadonlyMap<number, Announcement>> {
  const rows = ofTheirWeek(people, await announcedTo(store, asValues(people)));
  return new Map(rows.map(({ personId, repId, announcedAt }) => [personId, { repId, at: new Date(announcedAt) }]));
}

const announcedTo = prepared((database, { workspaceId, personIds, weeks }: Given<Weeks>) =>
  database
    .selectFrom('announcement')
    .select(['personId', 'week', 'repId', 'announcedAt'])
    .where('workspaceId', '=', workspaceId)
    .where('personId', 'in', oneOfThose(personIds))
    .where('week', 'in', oneOfThoseTexts<LocalDate>(weeks)),
);

type Weeks = { readonly personIds: string; readonly weeks: string };

function asValues(people: readonly PersonWeek[]): Weeks {
  return {
    personIds: asOneValue(people.map(({ personId }) => personId)),
    weeks: asOneValue(new Set(people.map(({ week }) => week))),
  };
}

/** Weeks are asked for together: of each person only their own counts. */
function ofTheirWeek<Row extends PersonWeek>(people: readonly PersonWeek[], rows: readonly Row[]): Row[] {
  const weeks = new Map(people.map(({ personId, week }) => [personId, week]));
  return rows.filter(({ personId, week }) => weeks.get(personId) === week);
}

/** How many messages of these kinds were written to each of these people since an instant of their own; who got none isn't there. */
export async function messagesSince(
  store: Store,
  kinds: readonly string[],
  recipients: readonly { readonly recipientId: PersonId; readonly since: Date }[],
): Promise<ReadonlyMap<number, number>> {
  const sinceOf = new Map(recipients.map(({ recipientId, since }) => [recipientId, since.toISOString()]));
  const since = [...sinceOf.values()].toSorted()[0] ?? '';
  const rows = await writtenTo(store, {
    recipientIds: asOneValue(sinceOf.keys()),
    kinds: asOneValue(kinds),
    since,
  });
  const counts = new Map<number, number>();
  for (const { recipientId, createdAt } of rows)
    if (createdAt >= (sinceOf.get(recipientId) ?? '')) counts.set(recipientId, (counts.get(recipientId) ?? 0) + 1);
  return counts;
}

type Written = { readonly recipientIds: string; readonly kinds: string; readonly since: string };

const writtenTo = prepared((database, { workspaceId, recipientIds, kinds, since }: Given<Written>) =>
  database
    .selectFrom('outbox')
    .select(['recipientId', 'createdAt'])
    .where('workspaceId', '=', workspaceId)
    .where('recipientId', 'in', oneOfThose(recipientIds))
    .where('kind', 'in', oneOfThoseTexts<string>(kinds))
    .where('createdAt', '>=', since)
    .where('state', '!=', 'skipped'),
);
