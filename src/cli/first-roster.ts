/** The first roster of a workspace: who would lead whom is shown before anything is stored. */
import { bringInRoster } from '../importing/roster/bring-in-roster.ts';
import type { RosterContext } from '../importing/roster/bring-in-roster.ts';
import { structureIn, treeLines } from '../importing/roster/tree.ts';
import type { RosterOptions } from '../importing/roster/roster.ts';
import type { Store } from '../store/db.ts';
import { rosterPeople } from '../store/roster-people.ts';
import type { Edge } from './edge.ts';
import { writeReport } from './import-report.ts';

const mostTreeLines = 60;

/** Has nobody been brought in by a file before? */
export async function isFirstRoster(store: Store): Promise<boolean> {
  return (await rosterPeople(store)).size === 0;
}

/**
 * Rehearses the import, shows what it would make, and asks whoever sits at the terminal.
 * @returns true for a yes; false for a no, and where there is nobody to ask: then it is said how to go on
 */
export async function confirmFirstRoster(
  edge: Edge,
  context: RosterContext,
  file: string,
  options: Omit<RosterOptions, 'slackUsers'>,
  asJson: boolean,
): Promise<boolean> {
  let tree: string[] = [];
  const report = await bringInRoster(context, file, {
    ...options,
    dryRun: true,
    afterwards: async (store) => {
      const { people, managerOf } = await structureIn(store);
      tree = treeLines(people, managerOf, mostTreeLines);
    },
  });
  const found = report.added + report.changed + report.unchanged;
  writeReport(edge, report, asJson);
  if (asJson || found === 0) {
    edge.errors.write(found === 0 ? 'Nobody would be brought in.\n' : `${goOn}\n`);
    return false;
  }
  edge.output.write(['', 'Who would lead whom:', ...tree, ''].join('\n'));
  if (edge.ask === undefined) {
    edge.errors.write(`${goOn}\n`);
    return false;
  }
  const answer = await edge.ask('\nBring them in? [y/N] ');
  const isYes = answer.trim().toLowerCase().startsWith('y');
  if (!isYes) edge.output.write('Nothing was stored.\n');
  return isYes;
}

const goOn = 'This is your first roster, so nothing was stored yet. If it looks right, import it again with --yes.';
