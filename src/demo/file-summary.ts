/** What became of somebody's own files in a sandbox, for the person at the terminal. */
import type { ImportReport, Refusal } from '../importing/report.ts';
import { everybody } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { currentLines } from '../store/reporting-lines.ts';
import type { Store } from '../store/db.ts';

const mostTreeLines = 20;

/** How many people there are, who leads whom, and what didn't go in. */
export async function rosterLines(store: Store, file: string, report: ImportReport): Promise<string[]> {
  const people = (await everybody(store)).filter(({ leftOn }) => leftOn === null);
  const ids = new Set(people.map(({ id }) => id));
  const managerOf = new Map(
    (await currentLines(store)).flatMap(({ personId, managerId }) =>
      ids.has(managerId) ? [[personId, managerId]] : [],
    ),
  );
  const leading = new Set(managerOf.values()).size;
  const count = `${counted(people.length, 'person', 'people')}, ${leading} of them ${leading === 1 ? 'leads' : 'lead'} others.`;
  return [`${takenIn(file, report)} ${count}`, ...treeLines(people, managerOf).map(indented), ...whatElse(report)];
}

/** How many rows went in, and what didn't. */
export function dealLines(file: string, report: ImportReport): string[] {
  return [takenIn(file, report), ...whatElse(report)];
}

function takenIn(file: string, { rows, refused, leftOut }: ImportReport): string {
  return `${file}: ${rows - refused.length - leftOut.length} of ${rows} rows taken.`;
}

/** What else is to be said of a file: notes, and rows that didn’t go in, by their reasons. */
export function whatElse({ notes, refused, leftOut }: ImportReport): string[] {
  return [
    ...notes,
    ...byReason(leftOut).map((reason) => `left out, ${reason}`),
    ...byReason(refused).map((reason) => `refused, ${reason}`),
  ].map(indented);
}

const mostReasons = 10;

/** A line for each reason, however many rows have it. */
function byReason(rows: readonly Refusal[]): string[] {
  const reasons = [...Map.groupBy(rows, ({ reason }) => reason)].map(
    ([reason, of]) =>
      `${of.length === 1 ? 'line' : `${of.length.toLocaleString('en')} rows, the first in line`} ${of[0]?.line}: ${reason}`,
  );
  const more = reasons.length - mostReasons;
  return more > 1 ? [...reasons.slice(0, mostReasons), `and for ${more} more reasons`] : reasons;
}

/**
 * Who leads whom, each under their manager, on some twenty lines: where those aren't enough, managers only, with how many they lead.
 * @param managerOf by id
 */
export function treeLines(
  people: readonly Pick<Person, 'id' | 'name'>[],
  managerOf: ReadonlyMap<number, number>,
  most = mostTreeLines,
): string[] {
  const below = Map.groupBy(people, ({ id }) => managerOf.get(id) ?? null);
  const lines = (isShort: boolean): string[] => {
    const found: string[] = [];
    const put = ({ id, name }: Pick<Person, 'id' | 'name'>, depth: number): void => {
      const reports = below.get(id) ?? [];
      if (isShort && reports.length === 0) return;
      found.push(`${'  '.repeat(depth)}${name}${isShort ? ` (leads ${reports.length})` : ''}`);
      for (const report of reports) put(report, depth + 1);
    };
    for (const person of below.get(null) ?? []) put(person, 0);
    return found;
  };
  const whole = lines(false);
  if (whole.length <= most) return whole;
  const alone = (below.get(null) ?? []).filter(({ id }) => !below.has(id)).length;
  const end = alone === 0 ? [] : [`${counted(alone, 'person', 'people')} with nobody above or below`];
  const short = lines(true);
  const room = most - end.length;
  const shown = short.length > room ? short.slice(0, room - 1) : short;
  const more = short.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more who lead others`] : []), ...end];
}

function counted(count: number, one: string, several: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : several}`;
}

function indented(line: string): string {
  return `  ${line}`;
}
