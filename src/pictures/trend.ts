import { formatDate } from '../time/zoned.ts';
import { inks } from './inks.ts';
import { drawable, fitted, oneLine, widthOf } from './label.ts';
import { pictureSize } from './picture.ts';
import type { Picture, TrendOfWeeks } from './picture.ts';
import { card, disc, line, path, text } from './svg.ts';
import { altOf, counted, plainNumber } from './words.ts';
import type { LocalDate } from '../time/zoned.ts';

type Thread = TrendOfWeeks['threads'][number];
type Point = readonly [number, number];

interface Panel {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** More would be too small to read. */
const mostThreads = 4;
const margin = 30;
const gap = 34;
const nameSize = 20;
/** Of the last value, beside the name. */
const valueRoom = 84;

/** How threads went: each in a panel of its own, on a scale of its own, with gaps where there was nothing to count. */
export function trend(data: TrendOfWeeks): Picture {
  const threads = data.threads.slice(0, mostThreads).map((thread) => cleaned(thread, data.weeks.length));
  const panels = panelsFor(threads);
  const drawn = threads.flatMap((thread, at) => panelOf(thread, data.weeks, panels[at]));
  const nothing = threads.length === 0 ? [text(margin, 210, 'Nothing to show yet', { size: 24 })] : [];
  return {
    name: 'weeks-of-threads',
    title: data.title,
    alt: altFor(threads, data.weeks),
    svg: card(...drawn, ...nothing),
  };
}

function cleaned(thread: Thread, weeks: number): Thread {
  const [low, high] = scaleOf(thread);
  const values = Array.from({ length: weeks }, (_, at) => {
    const value = thread.values[at] ?? null;
    return value === null || !Number.isFinite(value) ? null : Math.min(high, Math.max(low, value));
  });
  return { ...thread, name: oneLine(thread.name), values };
}

function scaleOf({ unit }: Thread): readonly [number, number] {
  return unit === 'percent' ? [0, 100] : [1, 5];
}

/** One or two below each other, as time is wide; more in two columns, but three beside each other where their names are short. */
function panelsFor(threads: readonly Thread[]): Panel[] {
  const count = threads.length;
  const narrow = columnWidth(3);
  const isShort = threads.every(({ name }) => widthOf(drawable(name), nameSize) <= narrow - valueRoom);
  const columns = count < 3 ? 1 : count === 3 && isShort ? 3 : 2;
  const rows = Math.max(1, Math.ceil(count / columns));
  const width = columnWidth(columns);
  const height = (pictureSize.height - 2 * 22 - (rows - 1) * 20) / rows;
  return Array.from({ length: count }, (_, at) => ({
    x: margin + (at % columns) * (width + gap),
    y: 22 + Math.floor(at / columns) * (height + 20),
    width,
    height,
  }));
}

/** Of one of so many columns. */
function columnWidth(columns: number): number {
  return (pictureSize.width - 2 * margin - (columns - 1) * gap) / columns;
}

function panelOf(thread: Thread, weeks: readonly LocalDate[], panel: Panel | undefined): string[] {
  if (panel === undefined) return [];
  const [low, high] = scaleOf(thread);
  const plot = { x: panel.x + 44, y: panel.y + 40, width: panel.width - 52, height: panel.height - 66 };
  const right = plot.x + plot.width;
  const yOf = (value: number) => plot.y + plot.height * (1 - (value - low) / (high - low));
  const xOf = (at: number) => plot.x + (weeks.length < 2 ? plot.width : (plot.width * at) / (weeks.length - 1));
  const points = thread.values.map((value, at): Point | null => (value === null ? null : [xOf(at), yOf(value)]));
  const last = thread.values.findLastIndex((value) => value !== null);
  const scale = [low, (low + high) / 2, high].flatMap((value) => [
    line([plot.x, yOf(value)], [right, yOf(value)], inks.rule),
    text(plot.x - 10, yOf(value) + 5, String(value), { size: 14, ink: inks.quietText, anchor: 'end' }),
  ]);
  const name = fitted(drawable(thread.name), nameSize, panel.width - (last === -1 ? 140 : valueRoom));
  const value = last === -1 ? 'nothing to count' : saidValue(thread, last);
  return [
    text(panel.x, panel.y + 20, name, { size: nameSize, isStrong: true }),
    text(panel.x + panel.width, panel.y + 20, value, {
      size: last === -1 ? 16 : 24,
      ink: last === -1 ? inks.quietText : inks.strong,
      isStrong: last !== -1,
      anchor: 'end',
    }),
    ...scale,
    ...stretches(points).map((stretch) => path(stretch, inks.strong, 3)),
    ...points.flatMap((point, at) => (point === null ? [] : [dotOf(point, at === last)])),
    ...weekNames(weeks, plot.x, right, plot.y + plot.height + 22),
  ];
}

function dotOf([x, y]: Point, isLast: boolean): string {
  return isLast
    ? disc(x, y, 6, inks.strong, { ink: inks.ground, width: 2 })
    : disc(x, y, 3.5, inks.ground, { ink: inks.strong, width: 2 });
}

function weekNames(weeks: readonly LocalDate[], left: number, right: number, y: number): string[] {
  const [first] = weeks;
  const last = weeks.at(-1);
  const style = { size: 15, ink: inks.quietText };
  if (first === undefined || last === undefined) return [];
  return [
    weeks.length > 1 ? text(left, y, formatDate(first), style) : '',
    text(right, y, formatDate(last), { ...style, anchor: 'end' }),
  ];
}

/** Runs of points without a gap between them. */
function stretches(points: readonly (Point | null)[]): Point[][] {
  const found: Point[][] = [];
  let isOpen = false;
  for (const point of points) {
    if (point !== null && isOpen) found.at(-1)?.push(point);
    else if (point !== null) found.push([point]);
    isOpen = point !== null;
  }
  return found.filter((stretch) => stretch.length > 1);
}

function saidValue({ unit, values }: Thread, at: number): string {
  const value = values[at] ?? 0;
  return unit === 'percent' ? `${Math.round(value)}%` : plainNumber(value);
}

function altFor(threads: readonly Thread[], weeks: readonly LocalDate[]): string {
  if (threads.length === 0) return 'There is nothing to show yet.';
  const [from] = weeks;
  const span =
    from === undefined || weeks.length < 2 ? '' : `${counted(weeks.length, 'week', 'weeks')} from ${formatDate(from)}.`;
  return altOf([span, ...threads.map((thread) => findingOf(thread, weeks))]);
}

function findingOf(thread: Thread, weeks: readonly LocalDate[]): string {
  const first = thread.values.findIndex((value) => value !== null);
  const last = thread.values.findLastIndex((value) => value !== null);
  if (last === -1) return `${thread.name}: nothing to count.`;
  const scale = thread.unit === 'points' ? ' of 5' : '';
  const now = `${thread.name}: ${saidValue(thread, last)}${scale} in the week of ${weekAt(weeks, last)}`;
  if (first === last) return `${now}.`;
  return saidValue(thread, first) === saidValue(thread, last)
    ? `${now}, as in the week of ${weekAt(weeks, first)}.`
    : `${now}, ${saidValue(thread, first)}${scale} in the week of ${weekAt(weeks, first)}.`;
}

function weekAt(weeks: readonly LocalDate[], at: number): string {
  const week = weeks[at];
  return week === undefined ? '' : formatDate(week);
}
