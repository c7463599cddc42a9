import { caption, dotOf, medianLine } from './balance-rows.ts';
import { axisEnd, finite, markingOf } from './balance-scale.ts';
import { inks } from './inks.ts';
import { drawable, fitted, widthOf } from './label.ts';
import type { BalanceOfPeople } from './picture.ts';
import { line, text } from './svg.ts';
import { listed, plainNumber } from './words.ts';

const left = 42;
const right = 758;
const floor = 262;
const ceiling = 62;
const widestDot = 9;
const namesSize = 18;
const namesWidth = 740;

/** Many people: a dot each, stacked where they got the same, and the names of those only who got too little. */
export function balanceStacked({ people, median: givenMedian, unit }: BalanceOfPeople): string[] {
  const median = finite(givenMedian);
  const { isMarked, word } = markingOf({ people, median });
  const end = axisEnd(people, median);
  const xOf = (value: number) => left + ((right - left) * value) / end;
  const bins = Math.floor((right - left) / (2 * widestDot + 2));
  const stacks = new Map<number, (typeof people)[number][]>();
  for (const person of people) {
    const value = finite(person.value);
    const at = end <= bins ? Math.round(value) : Math.round((value / end) * bins);
    stacks.set(at, [...(stacks.get(at) ?? []), person]);
  }
  const tallest = Math.max(...[...stacks.values()].map((stack) => stack.length));
  const step = Math.min(2 * widestDot + 2, (floor - ceiling) / tallest);
  const radius = Math.max(3, Math.min(widestDot, step / 2 - 1));
  const dots = [...stacks].flatMap(([at, stack]) => {
    const x = xOf(end <= bins ? at : (at / bins) * end);
    return stack.map((person, height) =>
      dotOf(x, floor - radius - 4 - height * step, radius, person.isOut, isMarked(person)),
    );
  });
  const few = people.filter(isMarked).map(({ name }) => drawable(name));
  return [
    line([left - 12, floor], [right + 12, floor], inks.quiet),
    ...ticks(end, xOf),
    ...medianLine(xOf(median), median, ceiling - 18, floor),
    ...dots,
    ...namesOf(few, word === 'under half' ? 'Under half' : 'Nothing yet with', noneMarked(people)),
    ...caption(unit, word),
  ];
}

function ticks(end: number, xOf: (value: number) => number): string[] {
  const size = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((step) => end / step <= 12) ?? end / 4;
  const count = Math.floor(end / size);
  return Array.from({ length: count + 1 }, (_, at) =>
    text(xOf(at * size), floor + 22, plainNumber(at * size), { size: 15, ink: inks.quietText, anchor: 'middle' }),
  );
}

function noneMarked(people: BalanceOfPeople['people']): string {
  return people.some(({ value }) => finite(value) > 0)
    ? 'Nobody got under half of the median.'
    : 'Nobody got anything yet.';
}

/** Two lines at most; who doesn't fit in is counted. */
function namesOf(names: readonly string[], heading: string, none: string): string[] {
  if (names.length === 0) return [text(30, 318, none, { size: namesSize })];
  for (let most = Math.min(names.length, 12); most > 0; most -= 1) {
    const lines = wrapped(`${heading}: ${listed(names, most)}`);
    if (lines.length <= 2)
      return lines.map((each, at) => text(30, 314 + at * 26, each, { size: namesSize, isStrong: at === 0 }));
  }
  return [text(30, 318, fitted(`${heading}: ${listed(names, 1)}`, namesSize, namesWidth), { size: namesSize })];
}

function wrapped(words: string): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of words.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current !== '' && widthOf(longer, namesSize) > namesWidth) {
      lines.push(current);
      current = word;
    } else current = longer;
  }
  return [...lines, current].map((each) => fitted(each, namesSize, namesWidth));
}
