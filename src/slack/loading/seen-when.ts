/** When somebody will see what was just written to them. */
import { workingCalendarOf } from '../../acts/local-day.ts';
import type { Context } from '../../context.ts';
import { waitsSince } from '../../store/outbox-waits.ts';
import type { Interaction } from '../../store/interactions.ts';
import { findPerson } from '../../store/people.ts';
import type { Person } from '../../store/people.ts';
import { nextWorkingInstant } from '../../time/working-calendar.ts';
import { formatInstant } from '../../time/zoned.ts';
import { summaryOf } from './log-list.ts';
import type { EntrySummary, SeenLater } from '../views/log/entry.ts';

/** It comes before everything else, and is no news by itself. */
const hello = 'welcome';

/**
 * Undefined where nothing was written to them since then, or they are at work and have it now.
 * @param since when it was written
 */
export async function seenLater(
  { store, clock }: Pick<Context, 'store' | 'clock'>,
  reader: Person,
  since: Date,
): Promise<SeenLater | undefined> {
  if (!(await waitsSince(store, reader.id, since, hello))) return undefined;
  const now = clock();
  const calendar = await workingCalendarOf(store, reader);
  const at = nextWorkingInstant(calendar, now);
  if (at !== undefined && at <= now) return undefined;
  return { at: at && formatInstant(at, calendar.timeZone) };
}

/** An entry that was just logged or shared, with when whom it is about will see what was said to them. */
export async function savedSummaryOf(
  context: Pick<Context, 'store' | 'behaviours' | 'clock'>,
  acting: Person,
  entry: Interaction,
  since: Date = entry.loggedAt,
): Promise<EntrySummary> {
  const rep = entry.repId === null ? undefined : await findPerson(context.store, entry.repId);
  return {
    ...(await summaryOf(context, acting, entry, rep)),
    seenLater: rep && (await seenLater(context, rep, since)),
  };
}
