import type { KnownBlock } from '@slack/types';
import type { Helped, TookPlace } from '../../../leading/rep-recap.ts';
import { formatDate } from '../../../time/zoned.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import { actions, button, context, header, quotation, section } from '../../kit/blocks.ts';
import { limits } from '../../kit/limits.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import { openComment } from '../../routes/development.ts';
import { listLog } from '../../routes/logging.ts';
import { openSettings } from '../../routes/settings.ts';
import { count, list, literal, shorten } from '../../kit/text.ts';
import { named } from '../ask/ask-words.ts';
import { assignmentLine, excerpt, promiseStatus, promiseTitle } from '../log/development-words.ts';
import type { CycleSummary, GoalRow, PromiseRow } from '../log/development-words.ts';

export interface SaidRow {
  /** `Ride-along with Dana Osei`, `Thanks from Dana Osei`. */
  readonly what: string;
  readonly on: LocalDate;
  readonly text: string;
}

export interface DoneRow {
  readonly what: Helped | 'promise';
  readonly text: string;
  readonly on: LocalDate;
}

/** A month with their manager, as a rep may know it. */
export interface RepRecap {
  /** `YYYY-MM`. */
  readonly month: string;
  /** The reader's local day. */
  readonly today: LocalDate;
  readonly managerName: string;
  /** What the reader calls them. */
  readonly managerShortName: string;
  readonly took: readonly TookPlace[];
  /** Words shared with the reader, newest first. */
  readonly notes: readonly SaidRow[];
  readonly thanks: readonly SaidRow[];
  /** Open ones, the nearest day first. */
  readonly promised: readonly PromiseRow[];
  /** Oldest first. */
  readonly done: readonly DoneRow[];
  readonly cycle: CycleSummary | undefined;
  /** Something happened with it in the month. */
  readonly hasCycleMoved: boolean;
  readonly goals: readonly Pick<GoalRow, 'text'>[];
}

const mostQuoted = 3;
const longestQuotation = 240;
const mostDays = 5;
const mostPromised = 4;
const mostDone = 6;
const mostGoals = 3;
const longestLine = 160;

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Is there anything to tell? A month without isn't told of; the Home tab has what stands. */
export function hasNews({ took, notes, thanks, promised, done, hasCycleMoved }: RepRecap): boolean {
  return hasCycleMoved || [took, notes, thanks, promised, done].some((rows) => rows.length > 0);
}

export function repRecapMessage(recap: RepRecap): RenderedMessage {
  const month = months[Number(recap.month.slice(5)) - 1] ?? 'month';
  return {
    text: shorten(`Your ${month} with ${named(recap.managerName)}: ${summaryOf(recap)}`, limits.messageText),
    blocks: [
      header(`Your ${month}`),
      context('Only you get this.'),
      ...saidBlocks(recap),
      ...listBlock(
        'Done for you',
        recap.done.map((row) => doneLine(row)),
        mostDone,
      ),
      ...listBlock(
        'Promised to you',
        recap.promised.map((row) => promisedLine(row, recap.today)),
        mostPromised,
      ),
      ...cycleBlocksOf(recap),
      ...listBlock(
        'What you want from this job',
        recap.goals.map(({ text }) => excerpt(text, longestLine)),
        mostGoals,
      ),
      ...correctBlocks(recap),
    ],
  };
}

function summaryOf({ took, done, promised }: RepRecap): string {
  const times = took.reduce((sum, kind) => sum + kind.count, 0);
  const parts = [
    ...(times === 0 ? [] : [`${count(times, 'time')} together`]),
    ...(done.length === 0 ? [] : [`${count(done.length, 'thing')} done for you`]),
    ...(promised.length === 0 ? [] : [`${count(promised.length, 'promise')} open`]),
  ];
  return `${parts.length === 0 ? 'what was said and done' : list(parts)}.`;
}

function saidBlocks({ took, notes, thanks }: RepRecap): KnownBlock[] {
  const kinds = took.map((kind) => `• ${kind.count} ${literal(kind.noun)} (${daysOf(kind.days)})`);
  const quoted = [...thanks.slice(0, mostQuoted), ...notes.slice(0, mostQuoted)];
  if (kinds.length === 0 && quoted.length === 0) return [];
  const more = notes.length > mostQuoted ? [context('There is more, under “What’s stored about me”.')] : [];
  return [
    section(['*What happened*', ...kinds].join('\n')),
    ...quoted.flatMap(({ what, on, text }) => [
      context(`${literal(shorten(what, longestLine))}, ${formatDate(on)}`),
      quotation(shorten(text.replaceAll(/\s+/gu, ' ').trim(), longestQuotation)),
    ]),
    ...more,
  ];
}

/** `Nov 3, Nov 17 and 2 more` */
function daysOf(days: readonly LocalDate[]): string {
  const shown = days.slice(0, mostDays).map((day) => formatDate(day));
  const rest = days.length - shown.length;
  return list(rest === 0 ? shown : [...shown, `${rest} more`]);
}

function listBlock(title: string, lines: readonly string[], most: number): KnownBlock[] {
  if (lines.length === 0) return [];
  const rest = lines.length - most;
  const more = rest > 0 ? [`• And ${rest} more, in your Home tab.`] : [];
  return [section([`*${title}*`, ...lines.slice(0, most).map((line) => `• ${line}`), ...more].join('\n'))];
}

const doneWords = {
  obstacle: 'Cleared',
  exception: 'Exception approved',
  ask: 'Answered',
  promise: 'Promise kept',
} as const satisfies Record<DoneRow['what'], string>;

function doneLine({ what, text, on }: DoneRow): string {
  const words = what === 'promise' ? promiseTitle(text, longestLine) : excerpt(text, longestLine);
  return `${doneWords[what]} on ${formatDate(on)}: ${words}`;
}

function promisedLine(promise: PromiseRow, today: LocalDate): string {
  return `${promiseTitle(promise.text, longestLine)}\n   _${promiseStatus(promise, today)}, from ${named(promise.otherName)}_`;
}

/** The gap, the assignment of now or the last one, and how it was the last time that somebody watched. */
function cycleBlocksOf({ cycle, today }: RepRecap): KnownBlock[] {
  if (cycle === undefined) return [];
  const [newest, ...older] = cycle.assignments;
  const last = newest?.state === 'open' ? older[0] : undefined;
  const since = cycle.closedOn === null ? '' : ` · closed on ${formatDate(cycle.closedOn, today)}`;
  const lines = [
    `*What you’re working on*${since}\n${excerpt(cycle.gap, longestLine)}`,
    ...(newest === undefined ? [] : [`*What to try:* ${assignmentLine(newest, today)}`]),
    ...(last === undefined ? [] : [`*Before that:* ${assignmentLine(last, today)}`]),
  ];
  return [section(lines.join('\n'))];
}

function correctBlocks({ cycle, managerShortName }: RepRecap): KnownBlock[] {
  return [
    context(`Something wrong? Tell ${named(managerShortName)}, who can fix it. Your Home tab has the latest.`),
    actions('rep-recap', [
      button(listLog, { about: 'me', page: 0 }, 'What’s stored about me'),
      ...(cycle === undefined ? [] : [button(openComment, { cycle: cycle.id }, 'Comment')]),
      button(openSettings, {}, 'Change when this comes'),
    ]),
  ];
}

/** What stands where all that a recap told of was taken back. */
export function emptiedRecap(): RenderedMessage {
  const text = 'This was removed.';
  return { text, blocks: [section(text)] };
}
