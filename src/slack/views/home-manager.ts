/** The Home tab of somebody who has reps. */
import type { KnownBlock } from '@slack/types';
import type { NudgeState } from '../../leading/nudge.ts';
import { actions, button, header, section } from '../blocks.ts';
import { moveBooking } from '../routes/bookings.ts';
import { takeAsk } from '../routes/asks.ts';
import { earlierPeople, laterPeople } from '../routes/home.ts';
import { listLog, openLog } from '../routes/logging.ts';
import { openTeam } from '../routes/team.ts';
import { count, literal, shorten } from '../text.ts';
import { named } from './ask-words.ts';
import type { BookingRow, ManagerHome, NudgeRow, PersonRow, PlanOverview, WaitingRow } from './home-data.ts';
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
} as const satisfies Record<NudgeState, string>;

export function thisWeek({ thisWeek: nudges, nextPlan }: PlanOverview): HomeSection {
  const none = `Nothing is planned for this week.${nextPlan === undefined ? '' : ` Your next plan comes ${nextPlan}.`}`;
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

function waitingBlock(row: WaitingRow): KnownBlock {
  const accessory =
    row.askId === null
      ? button(openLog, { behaviour: row.behaviour, ...(row.repId === null ? {} : { rep: row.repId }) }, 'Log it')
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
export function people({ people: everybody, page }: ManagerHome): HomeSection {
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
    rows: onPage.map((person) => [personBlock(person)]),
    total: onPage.length,
    priority: 7,
    more: (hidden) => `${count(hidden, 'more', 'more')} on this page.`,
    foot: [
      actions('people', [
        ...turning,
        button(openLog, {}, 'Log an interaction'),
        button(listLog, { about: 'mine', page: 0 }, 'What I logged'),
        button(openTeam, {}, 'Change my team'),
      ]),
    ],
  };
}

/** `Ride-along 41 d · Check-in 3 d · Coaching note never`. */
function personBlock(person: PersonRow): KnownBlock {
  const since = person.since.map(({ behaviour, days }) => `${behaviour} ${days === undefined ? 'never' : `${days} d`}`);
  return section(`*${named(person.name)}*\n${since.join(' · ')}`, button(openLog, { rep: person.id }, 'Log'));
}

function line(text: string): string {
  return literal(shorten(text, longestLine));
}
