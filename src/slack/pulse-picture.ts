import { pulseStatements } from '../leading/pulse.ts';
import type { Picture, TrendOfWeeks } from '../pictures/picture.ts';
import { trend } from '../pictures/trend.ts';
import { addDays, mondayOf } from '../time/zoned.ts';
import type { PublishedPulse } from './pulse-data.ts';
import { topics } from './views/pulse-words.ts';

/** As many results, monthly ones, still stand apart from each other in a drawing. */
const mostResults = 7;

/** How the results of one team changed, oldest first; undefined for fewer than two. */
export function pulsePicture(results: readonly PublishedPulse[]): Picture | undefined {
  const weeks = pulseWeeks(results);
  return weeks && trend(weeks);
}

/** The same as numbers: a week without a result has none. */
export function pulseWeeks(results: readonly PublishedPulse[]): TrendOfWeeks | undefined {
  const shown = results.slice(-mostResults);
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined || first === last) return undefined;
  const weeks: string[] = [];
  for (let week = mondayOf(first.closedOn); week <= last.closedOn; week = addDays(week, 7)) weeks.push(week);
  const threads = pulseStatements.map(({ id }) => ({
    name: topics[id],
    unit: 'points' as const,
    values: weeks.map((week) => pointsIn(shown, week, id)),
  }));
  return { title: 'The pulse over time', weeks, threads };
}

function pointsIn(results: readonly PublishedPulse[], week: string, id: keyof typeof topics): number | null {
  const found = results.findLast(({ closedOn }) => mondayOf(closedOn) === week);
  return found?.result.statements.find((statement) => statement.id === id)?.points ?? null;
}
