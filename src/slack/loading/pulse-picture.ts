import type { PulseStatementId } from '../../leading/pulse.ts';
import { pulseStatements } from '../../leading/pulse.ts';
import type { Picture, TrendOfWeeks } from '../../pictures/picture.ts';
import { trend } from '../../pictures/trend.ts';
import { formatDate, mondayOf } from '../../time/zoned.ts';
import type { PublishedPulse } from './pulse-data.ts';
import { changeWords, pointsWords, topics } from '../views/pulse/pulse-words.ts';

/** As many results, monthly ones, still stand apart from each other in a drawing. */
const mostResults = 8;

/** How the results of one team changed, oldest first; undefined for fewer than two. */
export function pulsePicture(results: readonly PublishedPulse[]): Picture | undefined {
  const weeks = pulseWeeks(results);
  const [first, last] = [results.slice(-mostResults)[0], results.at(-1)];
  if (weeks === undefined || first === undefined || last === undefined) return undefined;
  return { ...trend(weeks), name: 'pulse-over-time', alt: findings(first, last) };
}

/** The weeks with a result, and no others: a month or more lies between two of them. */
export function pulseWeeks(results: readonly PublishedPulse[]): TrendOfWeeks | undefined {
  const shown = results.slice(-mostResults);
  if (shown.length < 2) return undefined;
  return {
    title: 'The pulse over time',
    weeks: shown.map(({ closedOn }) => mondayOf(closedOn)),
    threads: pulseStatements.map(({ id }) => ({
      name: topics[id],
      unit: 'points',
      values: shown.map(({ result }) => pointsOf(result, id) ?? null),
    })),
  };
}

/** `Between Nov 3 and Dec 1. Care: 3.5 of 5, up from 3.` */
function findings(first: PublishedPulse, last: PublishedPulse): string {
  const lines = pulseStatements.map(({ id }) => {
    const points = pointsOf(last.result, id);
    return points === undefined
      ? ''
      : ` ${topics[id]}: ${pointsWords(points)}${changeWords(points, pointsOf(first.result, id), 'at first')}.`;
  });
  return `From ${formatDate(first.closedOn)} to ${formatDate(last.closedOn)}.${lines.join('')}`;
}

function pointsOf({ statements }: PublishedPulse['result'], id: PulseStatementId): number | undefined {
  return statements.find((statement) => statement.id === id)?.points;
}
