/** “This week” on the Home tab: what is still to be done, what is booked, what was answered, and what can wait. */
import type { KnownBlock } from '@slack/types';
import { button, context, header, section } from '../../kit/blocks.ts';
import { moveBooking } from '../../routes/bookings.ts';
import { seeTheRest } from '../../routes/things.ts';
import { count, literal, shorten } from '../../kit/text.ts';
import type { BookingRow, PlanOverview, SettledRow } from './shown-home.ts';
import type { HomeSection } from './home-fit.ts';
import { nudgeBlocks } from '../nudge/nudge.ts';
import { snowedUnderBlocks } from '../nudge/snowed-under.ts';

const mostNudges = 6;
const mostBookings = 5;
const mostSettled = 4;
const longestLine = 300;
const longestName = 80;

/** How what was answered is spoken of. */
const outcomes = {
  done: 'Done',
  wrong: 'Fixed',
  snoozed: 'Later',
  'not-needed': 'Not needed',
  stopped: 'Stopped',
  ignored: 'No answer',
} as const satisfies Partial<Record<SettledRow['state'], string>>;

export function thisWeek(plan: PlanOverview): HomeSection {
  const { open, bookings } = plan;
  const rows = [
    ...open.slice(0, mostNudges).map((nudge) => nudgeBlocks(nudge, 'home')),
    ...bookings.slice(0, mostBookings).map((row) => [bookingBlock(row)]),
  ];
  return {
    head: [header('This week'), ...(rows.length === 0 ? [section(nothingOpen(plan))] : [])],
    rows,
    total: open.length + bookings.length,
    priority: 6,
    more: (hidden) => `${count(hidden, 'more', 'more')} in your messages.`,
    foot: [...settledLine(plan.settled), ...snowedUnderBlocks(plan.thinned), ...upNext(plan)],
  };
}

function nothingOpen({ settled, nextPlan, away }: PlanOverview): string {
  if (away?.isLifted === false) return 'No plan comes while you’re away.';
  const next = nextPlan === undefined ? '' : ` Your next plan comes ${nextPlan}.`;
  return `${settled.length === 0 ? 'Nothing planned yet.' : 'That’s it for this week.'}${next}`;
}

function bookingBlock({ id, what, when }: BookingRow): KnownBlock {
  return section(`Booked: *${line(what)}*, ${when}`, button(moveBooking, { booking: id }, 'Move'));
}

/** `Done: Check in with Aisha · Later: Ride along with Devon`. */
function settledLine(settled: readonly SettledRow[]): KnownBlock[] {
  if (settled.length === 0) return [];
  const shown = settled
    .slice(0, mostSettled)
    .map(({ headline, state, label }) => `${label ?? outcomes[state]}: ${name(headline)}`);
  const more = settled.length - shown.length;
  return [context([...shown, ...(more > 0 ? [`${more} more`] : [])].join(' · '))];
}

/** How much can wait, what comes first, and the way to all of it. */
function upNext({ waiting }: PlanOverview): KnownBlock[] {
  const [first] = waiting;
  if (first === undefined) return [];
  const words = `*${waiting.length} more can wait.* Next: ${name(first.headline)}`;
  return [section(words, button(seeTheRest, { page: 0 }, 'See all'))];
}

function name(headline: string): string {
  return literal(shorten(headline, longestName));
}

function line(text: string): string {
  return literal(shorten(text, longestLine));
}
