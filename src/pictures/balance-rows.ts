import { axisEnd, finite, markingOf } from './balance-scale.ts';
import type { Marking } from './balance-scale.ts';
import { inks } from './inks.ts';
import { fitted, widthOf } from './label.ts';
import { labelFor } from './person-label.ts';
import type { BalanceOfPeople } from './picture.ts';
import { disc, line, text } from './svg.ts';
import { plainNumber } from './words.ts';

const left = 30;
const nameWidth = 234;
const plotLeft = 308;
const plotRight = 716;
const top = 58;
const bottom = 356;
const highestRow = 46;

/** Up to 14 people, a row each, in the order given. */
export function balanceInRows({ people, median: givenMedian, unit }: BalanceOfPeople): string[] {
  const median = finite(givenMedian);
  const { isMarked, word } = markingOf({ people, median });
  const end = axisEnd(people, median);
  const xOf = (value: number) => plotLeft + ((plotRight - plotLeft) * finite(value)) / end;
  const height = heightFor(people.length);
  const size = sizeFor(height);
  const first = top + (bottom - top - height * people.length) / 2;
  const middle = xOf(median);
  const rows = people.flatMap((person, at) => {
    const y = first + height * (at + 0.5);
    const x = xOf(person.value);
    const isFew = isMarked(person);
    const ink = person.isOut ? inks.quietText : inks.text;
    const radius = Math.min(9, height * 0.3);
    const value = `${plainNumber(finite(person.value))}${person.isOut ? ' · out' : ''}`;
    // On the far side of the line to the median.
    const valueSize = Math.min(18, size);
    const fitsRight = x + radius + 7 + widthOf(value, valueSize) < 785;
    const isLeft = (!person.isOut && x < middle) || !fitsRight;
    const style = { size: valueSize, ink: isFew ? inks.warm : ink, isStrong: isFew };
    return [
      line([plotLeft, y], [plotRight, y], inks.rule),
      person.isOut ? '' : line([middle, y], [x, y], isFew ? inks.warm : inks.strong, 3),
      text(left, y + size * 0.36, rowLabel(person.name, at, people.length), { size, ink, isStrong: isFew }),
      dotOf(x, y, radius, person.isOut, isFew),
      isLeft
        ? text(x - radius - 7, y + size * 0.32, value, { ...style, anchor: 'end' })
        : text(x + radius + 7, y + size * 0.32, value, style),
    ];
  });
  return [
    ...medianLine(middle, median, first - 6, first + height * people.length + 6),
    ...rows,
    ...caption(unit, word),
  ];
}

/** The name as there is room for it in a row, where `count` people have one. */
export function rowLabel(name: string, at: number, count: number): string {
  return fitted(labelFor(name, at), sizeFor(heightFor(count)), nameWidth);
}

function heightFor(count: number): number {
  return Math.min(highestRow, (bottom - top) / Math.max(1, count));
}

function sizeFor(height: number): number {
  return Math.min(22, height * 0.72);
}

/** Filled; a ring for somebody who got too little; pale for somebody who is out. */
export function dotOf(x: number, y: number, radius: number, isOut: boolean, isFew: boolean): string {
  if (isOut) return disc(x, y, radius - 1, inks.ground, { ink: inks.quiet, width: 2 });
  return isFew
    ? disc(x, y, radius - 1, inks.warmGround, { ink: inks.warm, width: 3 })
    : disc(x, y, radius, inks.strong);
}

/** The line, with its name above it, kept within the card. */
export function medianLine(x: number, median: number, from: number, to: number): string[] {
  const words = `team’s median: ${plainNumber(median)}`;
  const half = widthOf(words, 18) / 2;
  const at = Math.min(770 - half, Math.max(left + half, x));
  return [
    text(at, from - 10, words, { size: 18, isStrong: true, anchor: 'middle' }),
    line([x, from], [x, to], inks.text, 2),
  ];
}

/** What is counted, and what a ring means. */
export function caption(unit: string, ring: Marking['word']): string[] {
  const y = 380;
  const words = fitted(unit, 16, 380);
  return [
    text(left, y, words, { size: 16, ink: inks.quietText }),
    dotOf(520, y - 5.5, 7, false, true),
    text(534, y, ring, { size: 16, ink: inks.quietText }),
    dotOf(646, y - 5.5, 7, true, false),
    text(660, y, 'out now', { size: 16, ink: inks.quietText }),
  ];
}
