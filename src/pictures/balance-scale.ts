import type { BalanceOfPeople } from './picture.ts';

/** More would be no count of what one person gets, and wouldn't fit. */
const highest = 99_999;

/** A count that can be drawn. */
export function finite(value: number): number {
  return Number.isFinite(value) ? Math.min(highest, Math.max(0, value)) : 0;
}

/** Where the axis ends: a little beyond the highest, and never at nothing. */
export function axisEnd(people: BalanceOfPeople['people'], median: number): number {
  return Math.max(1, median, ...people.map(({ value }) => finite(value))) * 1.08;
}

/** Somebody who got under half of the median, and was there to get it. */
export function isUnderHalf(person: BalanceOfPeople['people'][number], median: number): boolean {
  return !person.isOut && person.value < median / 2;
}

/** Who gets a ring, and how the legend calls that. */
export interface Marking {
  readonly isMarked: (person: BalanceOfPeople['people'][number]) => boolean;
  readonly word: 'under half' | 'nothing yet';
}

/** Whoever got under half of the median or, where that is nothing but somebody got something, nothing; nobody who is out. */
export function markingOf({ people, median }: Pick<BalanceOfPeople, 'people' | 'median'>): Marking {
  const isAnyGiven = people.some(({ value }) => finite(value) > 0);
  if (finite(median) > 0 || !isAnyGiven)
    return { isMarked: (person) => isUnderHalf(person, finite(median)), word: 'under half' };
  return { isMarked: ({ value, isOut }) => !isOut && finite(value) === 0, word: 'nothing yet' };
}
