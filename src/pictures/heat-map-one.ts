import { cellsOf, legend, weekLabels } from './heat-map-cells.ts';
import { inks } from './inks.ts';
import { fitted } from './label.ts';
import { labelFor } from './person-label.ts';
import type { WeekState, WeeksOfPeople } from './picture.ts';
import { text } from './svg.ts';
import { counted } from './words.ts';
import type { LocalDate } from '../time/zoned.ts';

const left = 30;
const width = 740;
const cellHeight = 62;

/** One person: their name, their weeks, and a sentence. */
export function onePerson(
  person: WeeksOfPeople['groups'][number]['people'][number],
  weeks: readonly LocalDate[],
): string[] {
  const pitch = Math.min(92.5, width / Math.max(1, weeks.length));
  return [
    text(left, 106, fitted(labelFor(person.name, 0), 30, width), { size: 30, isStrong: true }),
    text(left, 140, countOf(person.weeks), { size: 20, ink: inks.quietText }),
    ...cellsOf(person.weeks.slice(0, weeks.length), { x: left, y: 186, width: pitch, height: cellHeight }),
    ...weekLabels(weeks, left, 186 + cellHeight + 28, pitch, 18),
    ...legend(new Set(person.weeks)),
  ];
}

/** Weeks in which they were out, or not on the team, don't count. */
function countOf(weeks: readonly WeekState[]): string {
  const counting = weeks.filter((state) => state !== 'out' && state !== 'absent');
  const seen = counting.filter((state) => state === 'seen').length;
  return counting.length === 0
    ? 'No week to look at yet'
    : `Seen in ${seen} of ${counted(counting.length, 'week', 'weeks')}`;
}
