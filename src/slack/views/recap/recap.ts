import type { KnownBlock } from '@slack/types';
import { describeAskKind } from '../../../asks/index.ts';
import type { DoneFor, Moved, OpenPromise, Recap } from '../../../leading/recap.ts';
import { balance } from '../../../pictures/balance.ts';
import type { Picture } from '../../../pictures/picture.ts';
import { daysOfWeek } from '../../../leading/time-with-people.ts';
import { addDays, daysBetween, formatDay } from '../../../time/zoned.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import { actions, button, context, header, section } from '../../kit/blocks.ts';
import { limits } from '../../kit/limits.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import { openBooking } from '../../routes/bookings.ts';
import { openLog } from '../../routes/logging.ts';
import { openSettings } from '../../routes/settings.ts';
import { openThreads } from '../../routes/threads.ts';
import { count, literal, shorten } from '../../kit/text.ts';
import { named } from '../ask/ask-words.ts';
import { excerpt } from '../log/development-words.ts';
import { nudgeBlocks } from '../nudge/nudge.ts';
import type { ShownNudge } from '../nudge/nudge.ts';
import { thingButtons } from '../nudge/thing-buttons.ts';

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
      context(`${weekWords(recap)} · ${summary}`),
      ...didBlocks(recap),
      ...movedBlocks(recap.moved),
      ...promiseBlocks(recap.promises, today),
      ...nextBlocks(recap, { nextBooked, bookAs, today }),
      ...nudges.flatMap((nudge) => nudgeBlocks(nudge, 'aside')),
      context('Only you get this.'),
      actions('recap', [button(openThreads, {}, 'Last 12 weeks'), button(openSettings, {}, 'Change my hour')]),
    ],
  };
}

/** Whom the last four weeks' time went to; nothing, where there was none to go to anybody. */
function pictureOf({ balance: attention }: Recap): Picture | undefined {
  if (attention === undefined || attention.people.every(({ value }) => value === 0)) return undefined;
  const { days, median, people } = attention;
  return balance({ title: 'Who got your time', unit: `times together in ${days} days`, median, people });
}

/** `Week ending Fri, Dec 4`, where it is one: a holiday makes it shorter or longer. */
function weekWords({ after, on }: Recap): string {
  const isWeek = daysBetween(after, on) === daysOfWeek;
  return isWeek ? `Week ending ${formatDay(on)}` : `${formatDay(addDays(after, 1))} to ${formatDay(on)}`;
}

/** `time with 4 of 6 people.` */
function summaryOf({ people, seen, did, isEverybodyOut }: Recap): string {
  if (did.length === 0) return isEverybodyOut ? 'everyone is out.' : 'nothing logged yet.';
  return `time with ${seen} of ${count(people, 'person', 'people')}.`;
}

function promiseSummary({ promises }: Recap): string {
  return promises.length === 0 ? '' : `${count(promises.length, 'promise')} open.`;
}

function didBlocks({ did, isEverybodyOut }: Recap): KnownBlock[] {
  if (did.length === 0 && isEverybodyOut) return [section('Your people are all away.')];
  if (did.length === 0)
    return [
      section(
        'Nothing written down this week. If you talked, one line is enough.',
        button(openLog, {}, 'Log one thing'),
      ),
    ];
  const lines = did.slice(0, mostPeople).map(didLine);
  const rest = did.length - lines.length;
  const more = rest === 0 ? [] : [`And ${count(rest, 'more person', 'more people')}.`];
  return [section(`*What you did*\n${[...lines, ...more].join('\n')}`)];
}

/** `Priya Nair: 2 check-ins (Mon, Thu), ride-along (Tue)` */
function didLine({ name, acts }: DoneFor): string {
  const shown = acts
    .slice(0, mostActs)
    .map(
      ({ noun, count: number, days }) =>
        `${number === 1 ? '' : `${number} `}${literal(noun)} (${days.map(weekday).join(', ')})`,
    );
  const rest = acts.length - shown.length;
  return `*${name === null ? 'The whole team' : named(name)}:* ${[...shown, ...(rest === 0 ? [] : [`${rest} more`])].join(', ')}`;
}

function movedBlocks(moved: readonly Moved[]): KnownBlock[] {
  if (moved.length === 0) return [];
  const lines = moved.slice(0, mostMoved).map((one) => `• ${movedLine(one)}`);
  const rest = moved.length - lines.length;
  return [section(`*What moved*\n${[...lines, ...(rest === 0 ? [] : [`• And ${rest} more.`])].join('\n')}`)];
}

const outcomes = { granted: 'you said yes', declined: 'you said no', done: 'you took care of it' } as const;

function movedLine(moved: Moved): string {
  switch (moved.what) {
    case 'deal':
      return `${named(moved.deal)} (${named(moved.name)}) is moving again after you cleared the way${dealNow(moved.how)}.`;
    case 'cycle':
      return `${named(moved.name)} reached a goal (${weekday(moved.on)}).`;
    case 'assignment':
      return `${named(moved.name)} is getting better at what you agreed (${weekday(moved.on)}).`;
    case 'idea':
      return `${named(moved.name)}’s idea was used (${weekday(moved.on)}).`;
    case 'ask':
      return `${named(moved.name)} asked for ${describeAskKind(moved.kind).noun}: ${outcomes[moved.outcome]} (${weekday(moved.on)}).`;
    case 'promise':
      return `You kept a promise to ${moved.name === null ? 'your team' : named(moved.name)} (${weekday(moved.on)}): ${excerpt(moved.text, longestPromise)}`;
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
          `*${promise.name === null ? 'Your team' : named(promise.name)}:* ${excerpt(promise.text, longestPromise)}\n_Due ${formatDay(promise.dueOn, today)}_`,
        ),
        actions(
          `promise-${promise.id}`,
          thingButtons({ kind: 'promise', id: promise.id }, { name: promise.name ?? 'Your team' }),
        ),
      ]),
    ...(rest > 0 ? [context(`And ${count(rest, 'more promise')}, in your Home tab.`)] : []),
  ];
}

/** One name, and no word about why: whom the next plan names first. */
function nextBlocks(
  { next, did }: Recap,
  { nextBooked, bookAs, today }: Pick<ShownRecap, 'nextBooked' | 'bookAs' | 'today'>,
): KnownBlock[] {
  if (next === undefined) return [];
  const start = `*Start next week with ${named(next.name)}.*`;
  if (nextBooked !== undefined) return [section(`${start} You booked ${nextBooked}.`)];
  const last = next.lastOn === undefined ? '' : ` You last had time together on ${formatDay(next.lastOn, today)}.`;
  const behaviour = next.behaviour ?? bookAs;
  // A week without anything has its one small step already.
  if (behaviour === undefined || did.length === 0) return [section(`${start}${last}`)];
  return [section(`${start}${last}`, button(openBooking, { behaviour, rep: next.repId }, 'Book it'))];
}

/** `Tue` */
function weekday(on: LocalDate): string {
  return formatDay(on).slice(0, 3);
}
