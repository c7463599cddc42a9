/** The Home tab of somebody who has reps. */
import type { Button, KnownBlock } from '@slack/types';
import type { NudgeState } from '../../leading/nudge.ts';
import { formatDate } from '../../time/zoned.ts';
import type { LocalDate } from '../../time/zoned.ts';
import { actions, button, header, section } from '../blocks.ts';
import { moveBooking } from '../routes/bookings.ts';
import { takeAsk } from '../routes/asks.ts';
import { earlierPeople, laterPeople } from '../routes/home.ts';
import { listLog, openLog } from '../routes/logging.ts';
import { openPerson } from '../routes/person.ts';
import { openTeam } from '../routes/team.ts';
import { count, literal, shorten } from '../text.ts';
import { named } from './ask-words.ts';
import type { BookingRow, ManagerHome, NudgeRow, PersonAct, PersonRow, PlanOverview, WaitingRow } from './home-data.ts';
import type { HomeSection } from './home-fit.ts';

const mostNudges = 6;
const mostWaiting = 5;
const mostBookings = 5;
const peopleOnAPage = 20;
const longestLine = 300;

const nudgeStates = {
  open: '',
  booked: 'Booked',
  done: 'Done',
  snoozed: 'Put off for a few days',
  'not-needed': 'Not needed',
  wrong: 'Put right',
  stopped: 'Stopped',
  untrue: 'Settled meanwhile',
  ignored: 'Left open',
  'set-aside': 'Set aside',
} as const satisfies Record<NudgeState, string>;

export function thisWeek({ thisWeek: nudges, nextPlan, away }: PlanOverview): HomeSection {
  const next = nextPlan === undefined ? '' : ` Your next plan comes ${nextPlan}.`;
  const none =
    away?.isLifted === false ? 'No plan comes while you’re away.' : `Nothing is planned for this week.${next}`;
  return {
    head: [header('This week'), ...(nudges.length === 0 ? [section(none)] : [])],
    rows: nudges.slice(0, mostNudges).map((nudge) => [nudgeBlock(nudge)]),
    total: nudges.length,
    priority: 6,
    more: (hidden) => `${count(hidden, 'more', 'more')} in your messages.`,
    foot: [],
  };
}

function nudgeBlock(nudge: NudgeRow): KnownBlock {
  const headline = `*${line(nudge.headline)}*`;
  if (nudge.state !== 'open') return section(`${headline}\n_${nudgeStates[nudge.state]}_`);
  return section(`${headline}\n${line(nudge.why)}`, button(openLog, { nudge: nudge.id }, 'Log it'));
}

export function whatWaits({ waiting }: PlanOverview): HomeSection {
  return {
    head: [header('What waits'), ...(waiting.length === 0 ? [section('Nothing else is due.')] : [])],
    rows: waiting.slice(0, mostWaiting).map((row) => [waitingBlock(row)]),
    total: waiting.length,
    priority: 3,
    more: (hidden) => `${count(hidden, 'more thing')} can wait longer than these.`,
    foot: [],
  };
}

export function waitingBlock(row: WaitingRow): KnownBlock {
  const about = {
    ...(row.repId === null ? {} : { rep: row.repId }),
    ...(row.promiseId === null ? {} : { promise: row.promiseId }),
  };
  const accessory =
    row.askId === null
      ? button(openLog, { behaviour: row.behaviour, ...about }, 'Log it')
      : button(takeAsk, { ask: row.askId }, "I'll take it, by …");
  return section(`*${line(row.headline)}*\n${line(row.why)}`, accessory);
}

export function bookings(rows: readonly BookingRow[]): HomeSection {
  return {
    head: [header('Booked'), ...(rows.length === 0 ? [section('Nothing is booked.')] : [])],
    rows: rows
      .slice(0, mostBookings)
      .map((row) => [section(`*${line(row.what)}*\n${row.when}`, button(moveBooking, { booking: row.id }, 'Move it'))]),
    total: rows.length,
    priority: 2,
    more: (hidden) => `${count(hidden, 'more')} after these.`,
    foot: [],
  };
}

/** A page of the people, the most missed first. */
export function people({ people: everybody, page }: ManagerHome, today: LocalDate): HomeSection {
  const pages = Math.max(1, Math.ceil(everybody.length / peopleOnAPage));
  const shown = Math.min(Math.max(0, page), pages - 1);
  const onPage = everybody.slice(shown * peopleOnAPage, (shown + 1) * peopleOnAPage);
  const turning = [
    ...(shown > 0 ? [button(earlierPeople, { page: shown - 1 }, 'The ones before')] : []),
    ...(shown < pages - 1 ? [button(laterPeople, { page: shown + 1 }, 'The next ones')] : []),
  ];
  const what = pages === 1 ? 'Your people' : `Your people, page ${shown + 1} of ${pages}`;
  return {
    head: [header(what)],
    rows: onPage.map((person) => personBlocks(person, today)),
    total: onPage.length,
    priority: 7,
    more: (hidden) => `${count(hidden, 'more', 'more')} on this page.`,
    foot: [actions('people', [...turning, ...logButtons()])],
  };
}

/** Into the log, and to who is in the team. */
export function logButtons(): Button[] {
  return [
    button(openLog, {}, 'Log an interaction'),
    button(listLog, { about: 'mine', page: 0 }, 'What I logged'),
    button(openTeam, {}, 'Change my team'),
  ];
}

function personBlocks(person: PersonRow, today: LocalDate): KnownBlock[] {
  return [
    section(
      `*${named(person.name)}*${person.isForNow === true ? ' · yours for now' : ''} · ${lastTime(person.days)}\n${actsLine(person, today)}`,
    ),
    actions(`person-${person.id}`, [
      button(openLog, { rep: person.id }, 'Log'),
      button(openPerson, { rep: person.id, page: 0 }, 'More'),
    ]),
  ];
}

function lastTime(days: number | undefined): string {
  if (days === undefined) return 'nothing logged yet';
  return days === 0 ? 'last time today' : `last time ${count(days, 'day')} ago`;
}

/** `Due: *Ride-along* 41 d, not yet *Personal goals*, *Connect*, 2 more · Check-in 3 d`. */
function actsLine({ acts, moreDue }: PersonRow, today: LocalDate): string {
  const due = acts.filter(({ isDue }) => isDue);
  const begun = due.filter((act) => !isFirst(act)).map((act) => `*${literal(act.name)}* ${since(act, today)}`);
  const first = due.filter(isFirst).map(({ name }) => `*${literal(name)}*`);
  const parts = [
    ...begun,
    ...(first.length === 0 ? [] : [`not yet ${first.join(', ')}`]),
    ...(moreDue > 0 ? [`${moreDue} more`] : []),
  ];
  const others = acts.filter(({ isDue }) => !isDue).map((act) => `${literal(act.name)} ${since(act, today)}`);
  return [parts.length === 0 ? 'Nothing is due' : `Due: ${parts.join(', ')}`, ...others].join(' · ');
}

/** There was none so far. */
function isFirst({ days, dueSince }: PersonAct): boolean {
  return days === undefined && dueSince === undefined;
}

function since({ days, dueSince }: PersonAct, today: LocalDate): string {
  if (dueSince !== undefined) return dueSince === today ? 'today' : `since ${formatDate(dueSince, today)}`;
  return `${days ?? 0} d`;
}

function line(text: string): string {
  return literal(shorten(text, longestLine));
}
