import { oneLine } from './label.ts';
import { balanceInRows, rowLabel } from './balance-rows.ts';
import { isUnderHalf } from './balance-scale.ts';
import { balanceStacked } from './balance-stacked.ts';
import { namedInWords } from './person-label.ts';
import type { BalanceOfPeople, Picture } from './picture.ts';
import { card } from './svg.ts';
import { altOf, counted, listedWithin, plainNumber } from './words.ts';

/** More people than these have no row of their own. */
const mostRows = 14;

/** How evenly attention went: a dot for each person, against the team's median. */
export function balance(data: BalanceOfPeople): Picture {
  const contents = data.people.length > mostRows ? balanceStacked(data) : balanceInRows(data);
  return { name: 'balance-of-attention', title: data.title, alt: altFor(data), svg: card(...contents) };
}

function altFor({ people, median, unit }: BalanceOfPeople): string {
  if (people.length === 0) return 'There is nobody to show yet.';
  const few = people.filter((person) => isUnderHalf(person, median));
  const out = people.filter(({ isOut }) => isOut);
  const head = `${counted(people.length, 'person', 'people')}, ${unit}. Team’s median: ${plainNumber(median)}.`;
  const none = median === 0 ? people.filter(({ value, isOut }) => value === 0 && !isOut) : [];
  const names = (those: typeof people) => those.map(({ name, value }) => `${oneLine(name)} (${plainNumber(value)})`);
  return altOf([
    head,
    none.length > 0
      ? `Nothing yet with: ${listedWithin(
          none.map(({ name }) => oneLine(name)),
          500,
        )}.`
      : few.length === 0
        ? 'Nobody got under half of that.'
        : `Under half of that: ${listedWithin(names(few), 500)}.`,
    out.length === 0
      ? ''
      : `Out: ${listedWithin(
          out.map(({ name }) => name),
          250,
        )}.`,
    ...(people.length > mostRows
      ? []
      : namedInWords(
          people.map(({ name }) => name),
          rowLabel,
        )),
  ]);
}
