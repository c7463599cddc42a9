import { formatDate } from '../time/zoned.ts';
import { inks } from './inks.ts';
import { widthOf } from './label.ts';
import type { WeekState } from './picture.ts';
import { box, disc, line, text } from './svg.ts';
import type { LocalDate } from '../time/zoned.ts';

export interface Cell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One week of one person. Each state has a shape of its own, so that it needs no colour: full, dot, ring, dash, nothing. */
export function cellOf(state: WeekState, { x, y, width, height }: Cell): string {
  const middle = { x: x + width / 2, y: y + height / 2 };
  const small = Math.min(width, height);
  switch (state) {
    case 'seen':
      return box(x, y, width, height, inks.strong, Math.min(5, small / 4));
    case 'quiet':
      return disc(middle.x, middle.y, Math.max(1.4, small * 0.12), inks.quiet);
    case 'missed': {
      const rim = Math.max(1.6, small * 0.13);
      return disc(middle.x, middle.y, small * 0.42 - rim / 2, inks.warmGround, { ink: inks.warm, width: rim });
    }
    case 'out': {
      const half = small * 0.28;
      return line([middle.x - half, middle.y], [middle.x + half, middle.y], inks.quiet, Math.max(1.4, small * 0.09));
    }
    case 'absent':
      return '';
  }
}

/** A row of cells, `pitch` apart; what is left between them is ground. */
export function cellsOf(weeks: readonly WeekState[], { x, y, width, height }: Cell): string[] {
  const space = Math.min(4, Math.max(1.5, Math.min(width, height) * 0.12));
  return weeks.map((state, at) =>
    cellOf(state, { x: x + at * width + space / 2, y: y + space / 2, width: width - space, height: height - space }),
  );
}

/**
 * Mondays above the cells: each where there is room, else the first and the last.
 * @param y of the baseline
 */
export function weekLabels(weeks: readonly LocalDate[], x: number, y: number, pitch: number, size: number): string[] {
  const style = { size, ink: inks.quietText };
  if (pitch >= widthOf('Nov 28', size) + 4)
    return weeks.map((week, at) => text(x + (at + 0.5) * pitch, y, formatDate(week), { ...style, anchor: 'middle' }));
  const [first] = weeks;
  const last = weeks.at(-1);
  if (first === undefined || last === undefined) return [];
  const right = x + weeks.length * pitch;
  const end = text(right, y, formatDate(last), { ...style, anchor: 'end' });
  const hasRoom = weeks.length * pitch > 2 * widthOf('Nov 28', size) + 6;
  return hasRoom ? [text(x, y, formatDate(first), style), end] : [end];
}

const legendY = 379;
const legendSize = 16;

/**
 * What the shapes mean, in one line at the foot.
 * @param y of the baseline
 */
export function legend(states: ReadonlySet<WeekState>, y: number = legendY): string[] {
  const parts = (
    [
      ['seen', 'seen'],
      ['quiet', 'nothing logged'],
      ['missed', 'missed'],
      ['out', 'out'],
      ['absent', 'empty: not on the team'],
    ] as const
  ).filter(([state]) => state !== 'absent' || states.has('absent'));
  let x = 30;
  return parts.flatMap(([state, words]) => {
    const hasShape = state !== 'absent';
    const drawn = [
      hasShape ? cellOf(state, { x, y: y - 14, width: 17, height: 17 }) : '',
      text(hasShape ? x + 25 : x, y, words, { size: legendSize, ink: inks.quietText }),
    ];
    x += (hasShape ? 25 : 0) + widthOf(words, legendSize) + 22;
    return drawn;
  });
}
