/** What a manager's week holds, each thing once: for the Home tab and for `/firstline plan`. */
import type { Due } from '../../behaviours/behaviour.ts';
import type { Context } from '../../context.ts';
import { thinnedNow } from '../../acts/snowed-under.ts';
import { unsettledAskStates } from '../../leading/ask-lifecycle.ts';
import { thingOf } from '../../leading/nudge-subject.ts';
import { subjectOf } from '../../leading/nudge.ts';
import { actsDue } from '../../leading/weekly-plan.ts';
import type { PlanInput } from '../../leading/weekly-plan.ts';
import { asksOf } from '../../store/asks.ts';
import { plannedBookings } from '../../store/bookings.ts';
import type { Nudge } from '../../store/nudges.ts';
import { nudgesSince } from '../../store/nudges.ts';
import type { Person } from '../../store/people.ts';
import { weekOf } from '../../time/working-week.ts';
import { formatInstant, instantOf } from '../../time/zoned.ts';
import type { LocalDate } from '../../time/zoned.ts';
import { howItEnded } from './nudge-ended.ts';
import { loadAway, nextPlanWords } from './away-data.ts';
import { nameOfAct } from './booking-form.ts';
import { showNudge } from './nudge-message.ts';
import { restOf } from './rest.ts';
import type { BookingRow, PlanOverview, SettledRow } from '../views/home/shown-home.ts';

const mostAsks = 200;

/** The overview, and what of the reader's is in it: that needs no row elsewhere. */
export interface LoadedOverview {
  readonly overview: PlanOverview;
  readonly inTheWeek: { readonly askIds: ReadonlySet<number>; readonly promiseIds: ReadonlySet<number> };
  /** Due beyond the week. */
  readonly dues: readonly Due[];
}

/** What a manager was asked for this week, what else is due, and when the next plan comes. */
export async function planOverview(context: Context, person: Person, input: PlanInput): Promise<LoadedOverview> {
  const { store } = context;
  const now = context.clock();
  const { calendar, today } = input.team;
  const beginning = instantOf(weekOf(calendar.days, today), '00:00', calendar.timeZone);
  const nudges = (await nudgesSince(store, person.id, beginning)).toSorted(
    (one, other) => one.createdAt.getTime() - other.createdAt.getTime() || one.position - other.position,
  );
  const held = new Set(
    (await asksOf(store, { holderId: person.id, states: unsettledAskStates, limit: mostAsks })).map(({ id }) => id),
  );
  const stillDue = actsDue(input);
  const open = nudges.filter(
    (nudge) =>
      nudge.state === 'open' &&
      stillDue.has(subjectOf(nudge)) &&
      // What somebody else has taken is theirs.
      (nudge.askId === null || held.has(nudge.askId)),
  );
  const dues = await restOf(context, person, input);
  return {
    overview: {
      open: await Promise.all(open.map((nudge) => showNudge(context, person, nudge, now))),
      bookings: await loadBookings(context, person, calendar.timeZone),
      settled: await settledOf(context, person, nudges, today),
      waiting: dues.map(({ behaviour, repId, words }) => ({ behaviour, repId, headline: words.headline })),
      thinned: await thinnedNow(store, person, now),
      nextPlan: await nextPlanWords(store, person, { calendar, policy: input.policy }, now),
      away: await loadAway(store, person, now),
    },
    inTheWeek: {
      askIds: new Set(open.flatMap(({ askId }) => askId ?? [])),
      promiseIds: new Set(open.flatMap((nudge) => promiseOf(nudge) ?? [])),
    },
    dues,
  };
}

/** The promise that this asks to keep. */
function promiseOf({ item }: Pick<Due, 'item'>): number | undefined {
  const thing = thingOf({ askId: null, item });
  return thing?.kind === 'promise' ? thing.id : undefined;
}

/** What is booked has a row of its own, and what was set aside is told as a whole. */
async function settledOf(
  { store, behaviours }: Context,
  reader: Person,
  nudges: readonly Nudge[],
  today: LocalDate,
): Promise<SettledRow[]> {
  const rows: SettledRow[] = [];
  for (const nudge of nudges) {
    const { state, words } = nudge;
    if (state === 'open' || state === 'booked' || state === 'untrue' || state === 'set-aside') continue;
    // An ask that was taken isn't done yet: the same word as in its message.
    const behaviour = behaviours.find(({ id }) => id === nudge.behaviour);
    const ended = await howItEnded({ store, reader, nudge, behaviour, today });
    rows.push({ headline: words.headline, state, ...(ended === undefined ? {} : { label: ended.label }) });
  }
  return rows;
}

async function loadBookings(context: Context, person: Person, zone: string): Promise<BookingRow[]> {
  const planned = await plannedBookings(context.store, { managerId: person.id });
  return Promise.all(
    planned
      .filter(({ startsAt }) => startsAt > context.clock())
      .map(async (booking) => ({
        id: booking.id,
        what: await nameOfAct(context, booking),
        when: formatInstant(booking.startsAt, zone),
      })),
  );
}
