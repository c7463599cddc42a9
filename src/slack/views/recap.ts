import type { KnownBlock } from '@slack/types';
import type { AskKind } from '../../behaviours/facts.ts';
import type { DoneFor, Moved, OpenPromise, Recap } from '../../leading/recap.ts';
import { balance } from '../../pictures/balance.ts';
import type { Picture } from '../../pictures/picture.ts';
import { addDays, formatDay } from '../../time/zoned.ts';
import type { LocalDate } from '../../time/zoned.ts';
import { actions, button, context, header, section } from '../blocks.ts';
import { limits } from '../limits.ts';
import type { RenderedMessage } from '../messages/message.ts';
import { openBooking } from '../routes/bookings.ts';
import { openLog } from '../routes/logging.ts';
import { keepPromise, movePromise } from '../routes/promises.ts';
import { openSettings } from '../routes/settings.ts';
import { openThreads } from '../routes/threads.ts';
import { count, list, literal, shorten } from '../text.ts';
import { named } from './ask-words.ts';
import { excerpt, promiseStatus } from './development-words.ts';
import { nudgeBlocks } from './nudge.ts';
import type { ShownNudge } from './nudge.ts';

/** A recap is read in a minute: the rest is counted. */
const mostPeople = 8;
const mostActs = 4;
const mostMoved = 6;
const mostPromises = 3;
const longestPromise = 160;

export interface ShownRecap {
  readonly recap: Recap;
  /** What is asked with it: how the week's time was spent. */
  readonly nudges: readonly ShownNudge[];
  /** When the reader has booked time with whom next week begins with, by their clock; undefined where they haven't. */
  readonly nextBooked: string | undefined;
  /** What a first meeting is booked as; undefined where that kind is unknown. */
  readonly bookAs: string | undefined;
  /** The reader's local day. */
  readonly today: LocalDate;
}

/** A manager's own week with their people. Nobody else gets it. */
export function recapMessage({ recap, nudges, nextBooked, bookAs, today }: ShownRecap): RenderedMessage {
  const summary = summaryOf(recap);
  const picture = pictureOf(recap);
  return {
    ...(picture !== undefined && { picture: { picture, before: 2 } }),
    text: shorten(`Your week with your people: ${summary} ${promiseSummary(recap)}`.trim(), limits.messageText),
    blocks: [
      header('Your week with your people'),
      context(`${formatDay(addDays(recap.on, -6))} to ${formatDay(recap.on)} · ${summary}`),
      ...didBlocks(recap),
      ...movedBlocks(recap.moved),
      ...promiseBlocks(recap.promises, today),
      ...nextBlocks(recap, { nextBooked, bookAs, today }),
      ...nudges.flatMap((nudge) => nudgeBlocks(nudge, 'aside')),
      context('Nobody else gets this recap.'),
      actions('recap', [
        button(openThreads, {}, 'The last 12 weeks'),
        button(openSettings, {}, 'Change when this comes'),
      ]),
    ],
  };
}

/** Whom the last four weeks' time went to; nothing, where there was none to go to anybody. */
function pictureOf({ balance: attention }: Recap): Picture | undefined {
  if (attention === undefined || attention.people.every(({ value }) => value === 0)) return undefined;
  const { days, median, people } = attention;
  return balance({ title: 'Who got your time', unit: `times logged in ${days} days`, median, people });
}

/** `time with 4 of 6 people, 9 things logged.` */
function summaryOf({ people, seen, did, isEverybodyOut }: Recap): string {
  const times = did.reduce((sum, { acts }) => sum + acts.reduce((total, act) => total + act.count, 0), 0);
  if (times === 0) return isEverybodyOut ? 'everybody is out.' : 'nothing logged yet.';
  return `time with ${seen} of ${count(people, 'person', 'people')}, ${count(times, 'thing')} logged.`;
}

function promiseSummary({ promises }: Recap): string {
  return promises.length === 0 ? '' : `Open: ${count(promises.length, 'promise')}.`;
}

function didBlocks({ did, isEverybodyOut }: Recap): KnownBlock[] {
  if (did.length === 0 && isEverybodyOut) return [section('Your people are all away. There is nothing to write down.')];
  if (did.length === 0)
    return [
      section(
        'Nothing is on record for this week. Often it took place and was never written down: one line is enough, and it counts for the day on which it happened.',
        button(openLog, {}, 'Log one thing'),
      ),
    ];
  const lines = did.slice(0, mostPeople).map(didLine);
  const rest = did.length - lines.length;
  const more = rest === 0 ? [] : [`And something with ${count(rest, 'more person', 'more people')}.`];
  return [section(`*What you did*\n${[...lines, ...more].join('\n')}`)];
}

/** `Priya Nair: 2 check-ins (Mon, Thu) and 1 ride-along (Tue)` */
function didLine({ name, acts }: DoneFor): string {
  const shown = acts
    .slice(0, mostActs)
    .map(({ noun, count: number, days }) => `${number} ${literal(noun)} (${days.map(weekday).join(', ')})`);
  const rest = acts.length - shown.length;
  return `*${name === null ? 'The whole team' : named(name)}:* ${list(rest === 0 ? shown : [...shown, `${rest} more`])}`;
}

function movedBlocks(moved: readonly Moved[]): KnownBlock[] {
  if (moved.length === 0) return [];
  const lines = moved.slice(0, mostMoved).map((one) => `• ${movedLine(one)}`);
  const rest = moved.length - lines.length;
  return [section(`*What moved*\n${[...lines, ...(rest === 0 ? [] : [`• And ${rest} more.`])].join('\n')}`)];
}

const askNouns = {
  help: 'help',
  exception: 'an exception',
  resource: 'a resource',
  training: 'training',
  'blocked-deal': 'a blocked deal',
} as const satisfies Record<AskKind, string>;

function movedLine(moved: Moved): string {
  switch (moved.what) {
    case 'deal':
      return `${named(moved.deal)} (${named(moved.name)}) moves again after you cleared the way${dealNow(moved.how)}.`;
    case 'cycle':
      return `${named(moved.name)} closed the gap you work on (${weekday(moved.on)}).`;
    case 'assignment':
      return `${named(moved.name)} was watched again, and it was better (${weekday(moved.on)}).`;
    case 'idea':
      return `An idea of ${named(moved.name)} was used (${weekday(moved.on)}).`;
    case 'ask':
      return `${named(moved.name)} asked for ${askNouns[moved.kind]} and has your answer: ${moved.outcome} (${weekday(moved.on)}).`;
    case 'promise':
      return `Promise kept to ${moved.name === null ? 'your team' : named(moved.name)} (${weekday(moved.on)}): ${excerpt(moved.text, longestPromise)}`;
  }
}

function dealNow(how: string | null): string {
  if (how === null) return '';
  return how === 'won' ? ': it is won' : `, now in ${excerpt(how, 60)}`;
}

function promiseBlocks(promises: readonly OpenPromise[], today: LocalDate): KnownBlock[] {
  if (promises.length === 0) return [];
  const rest = promises.length - mostPromises;
  return [
    section('*What you promised*'),
    ...promises
      .slice(0, mostPromises)
      .flatMap((promise): KnownBlock[] => [
        section(
          `*${promise.name === null ? 'Your team' : named(promise.name)}:* ${excerpt(promise.text, longestPromise)}\n_${promiseStatus({ ...promise, state: 'open', settledOn: null, otherName: '' }, today)}_`,
        ),
        actions(`promise-${promise.id}`, [
          button(keepPromise, { promise: promise.id }, 'Kept'),
          button(movePromise, { promise: promise.id }, 'Move'),
        ]),
      ]),
    ...(rest > 0 ? [context(`And ${count(rest, 'more promise')}, in your Home tab.`)] : []),
  ];
}

/** One name, and no word about why. */
function nextBlocks(
  { next, did }: Recap,
  { nextBooked, bookAs, today }: Pick<ShownRecap, 'nextBooked' | 'bookAs' | 'today'>,
): KnownBlock[] {
  if (next === undefined) return [];
  if (nextBooked !== undefined)
    return [section(`*Next week begins with:* ${named(next.name)}. You booked ${nextBooked}.`)];
  const last = next.lastOn === undefined ? '' : ` You last had time together on ${formatDay(next.lastOn, today)}.`;
  const text = `*Next week begins with:* ${named(next.name)}.${last}`;
  // A week without anything has its one small step already.
  if (bookAs === undefined || did.length === 0) return [section(text)];
  return [section(text, button(openBooking, { behaviour: bookAs, rep: next.repId }, 'Book it'))];
}

/** `Tue` */
function weekday(on: LocalDate): string {
  return formatDay(on).slice(0, 3);
}
