/** “The last 12 weeks”: what became of four things, in words first. */
import type { ImageBlock, KnownBlock, ModalView } from '@slack/types';
import type { TrendOfWeeks } from '../../../pictures/picture.ts';
import { canBeCompared, comparableFrom, endsOf } from '../../../leading/threads.ts';
import type { Halves, Share, Thread, Threads } from '../../../leading/threads.ts';
import type { LeaderThreads } from '../../../store/thread-facts.ts';
import { formatDate, formatDay } from '../../../time/zoned.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import { context, header, plain, section } from '../../kit/blocks.ts';
import { limits } from '../../kit/limits.ts';
import { openThreads } from '../../routes/threads.ts';

/** One leader's own team, or the teams of their managers. */
export interface ThreadsPart {
  readonly title: string;
  readonly threads: Threads;
}

interface NamedThread {
  readonly name: string;
  readonly unit: 'percent' | 'points';
  readonly values: Thread;
  /** Of what happens seldom, the words tell how many there were. */
  readonly halves?: Halves;
  /** Where there is no value in any week. */
  readonly none: string;
}

/** What the reader sees, in this order. */
export function threadParts({ team, teams }: LeaderThreads): ThreadsPart[] {
  return [
    ...(team === undefined ? [] : [{ title: 'Your team', threads: team }]),
    ...(teams === undefined ? [] : [{ title: 'Your managers’ teams together', threads: teams }]),
  ];
}

/** @param pictures in the order of the parts, as far as they are there */
export function threadsView(data: LeaderThreads, pictures: readonly (ImageBlock | undefined)[] = []): ModalView {
  const parts = threadParts(data);
  const isShown = parts.some(({ threads }) => canBeCompared(threads));
  return {
    type: 'modal',
    callback_id: openThreads.id,
    title: plain('Last 12 weeks', limits.modalTitle),
    close: plain('Close', limits.modalButton),
    blocks: [
      ...parts.flatMap((part, at) => partBlocks(part, data.on, parts.length > 1, pictures[at])),
      ...(isShown ? [context(howItIsCounted(data, parts))] : []),
    ],
  };
}

/** What the picture of a part shows; undefined where there is too little. */
export function trendOfPart({ title, threads }: ThreadsPart): TrendOfWeeks | undefined {
  if (!canBeCompared(threads)) return undefined;
  return {
    title: `${title}: the last 12 weeks`,
    weeks: threads.weeks,
    threads: namedThreads(threads).map(({ name, unit, values }) => ({ name, unit, values })),
  };
}

function namedThreads({ coverage, asks, asksInHalves, promises, promisesInHalves, pulse }: Threads): NamedThread[] {
  return [
    { name: 'People not missed', unit: 'percent', values: coverage, none: 'nobody to count in these weeks.' },
    {
      name: 'Asks settled in time',
      unit: 'percent',
      values: asks,
      halves: asksInHalves,
      none: 'no asks with a date in these weeks.',
    },
    {
      name: 'Promises kept',
      unit: 'percent',
      values: promises,
      halves: promisesInHalves,
      none: 'no promises due in these weeks.',
    },
    { name: 'Pulse', unit: 'points', values: pulse, none: 'no results in these weeks.' },
  ];
}

function partBlocks(
  { title, threads }: ThreadsPart,
  on: LocalDate,
  isOneOfTwo: boolean,
  picture: ImageBlock | undefined,
): KnownBlock[] {
  const head = isOneOfTwo ? [header(title)] : [];
  if (!canBeCompared(threads))
    return [
      ...head,
      section(
        `Too little to show yet. Two weeks can be compared from ${formatDay(comparableFrom(threads, on), on)} on.`,
      ),
    ];
  const lines = namedThreads(threads).map((thread) => `*${thread.name}:* ${lineOf(threads.weeks, on, thread)}`);
  return [...head, section(lines.join('\n')), ...(picture === undefined ? [] : [picture])];
}

/** `83% this week, 67% in the week of Sep 7: up by 16 points.` `4 of 5 in the last 6 weeks, 2 of 3 in the 6 before.` */
function lineOf(weeks: readonly LocalDate[], on: LocalDate, { unit, values, halves, none }: NamedThread): string {
  const ends = endsOf(weeks, values);
  if (ends === undefined) return none;
  if (halves !== undefined)
    return `${shareWords(halves.lately)} in the last 6 weeks, ${shareWords(halves.before)} in the 6 before.`;
  const { first, last } = ends;
  const now = `${valueOf(last.value, unit)} ${weekOf(last.week, weeks, on)}`;
  if (first.week === last.week) return `${now}. Nothing to compare it with yet.`;
  const change = changeOf(last.value - first.value, unit);
  return `${now}, ${valueOf(first.value, unit)} ${weekOf(first.week, weeks, on)}: ${change}.`;
}

function shareWords({ inTime, of }: Share): string {
  return of === 0 ? 'none due' : `${inTime} of ${of}`;
}

function valueOf(value: number, unit: NamedThread['unit']): string {
  return unit === 'percent' ? `${value}%` : `${value.toFixed(1)} of 5`;
}

function weekOf(monday: LocalDate, weeks: readonly LocalDate[], on: LocalDate): string {
  return monday === weeks.at(-1) ? 'this week' : `in the week of ${formatDate(monday, on)}`;
}

function changeOf(difference: number, unit: NamedThread['unit']): string {
  const size = unit === 'percent' ? `${Math.abs(difference)}` : Math.abs(difference).toFixed(1);
  if (Number(size) === 0) return 'the same';
  return `${difference > 0 ? 'up' : 'down'} by ${size}${unit === 'percent' ? ' points' : ''}`;
}

function howItIsCounted({ missedAfterDays }: LeaderThreads, parts: readonly ThreadsPart[]): string {
  const hasPulse = parts.some(({ threads }) => threads.pulse.some((value) => value !== null));
  return [
    `*People:* missed after ${missedAfterDays} days without time with their manager; who was away isn’t counted.`,
    '*Asks:* settled by the day they were needed. *Promises:* kept by their due date. In the picture, each point counts the four weeks up to it.',
    ...(hasPulse ? ['*Pulse:* the average of its three statements; small teams have one together.'] : []),
    'Numbers only, nobody’s words.',
  ].join(' ');
}
