/** What became of somebody's own files in a sandbox, for the person at the terminal. */
import { sentencesOn } from '../importing/grouped.ts';
import type { ImportReport } from '../importing/report.ts';
import { structureIn, treeLines } from '../importing/roster/tree.ts';
import type { Store } from '../store/db.ts';

/** How many people there are, who leads whom, and what didn't go in. */
export async function rosterLines(store: Store, file: string, report: ImportReport): Promise<string[]> {
  const { people, managerOf } = await structureIn(store);
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

/** What else is to be said of a file: rows that didn’t go in by their reasons, notes, and what follows. */
export function whatElse(report: ImportReport): string[] {
  return sentencesOn(report).map(indented);
}

function counted(count: number, one: string, several: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : several}`;
}

function indented(line: string): string {
  return `  ${line}`;
}
