import { Argument } from 'commander';
import type { Command } from 'commander';
import { momentOf } from '../../acts/undo-deals.ts';
import type { UndoneDeals } from '../../acts/undo-deals.ts';
import { undoableKinds, undoImport } from '../../acts/undo-import.ts';
import type { UndoableKind, UndoneImport } from '../../acts/undo-import.ts';
import type { UndoneRoster } from '../../acts/undo-roster.ts';
import { listNames } from '../../importing/list-names.ts';
import { rehearsed } from '../../importing/rehearse.ts';
import type { Edge } from '../edge.ts';
import { atWorkplace, checkDatabaseIsThere } from '../workplace.ts';

interface GivenOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly workspace?: string;
}

/** `import undo [kind]`: undoes the last import. */
export function registerUndo(family: Command, edge: Edge, finish: (exitCode: number) => void): void {
  family
    .command('undo')
    .description('undo the last import, of people or of deals: everything is as it was before it')
    .addArgument(new Argument('[kind]', 'the last of this kind, instead of whichever came last').choices(undoableKinds))
    .option('--dry-run', 'say what would happen and store nothing')
    .option('--json', 'print what became of it as JSON')
    .option('--workspace <id>', 'the Slack workspace, where there are several')
    .addHelpText(
      'after',
      '\nWhat was changed since stays and is named. People whom it added stay on record,\nserved no more, where something refers to them by now; and so do deals on which\nsomething hangs. Of deals only the last import can be undone, those of\nFIRSTLINE_DEALS included.\nExit code: 0 all of it is undone, 2 in part, 1 nothing was done',
    )
    .action(async (kind: UndoableKind | undefined, given: GivenOptions) => {
      checkDatabaseIsThere(edge);
      const isRehearsal = given.dryRun === true;
      const undone = await atWorkplace(edge, given.workspace, ({ store, clock }) =>
        rehearsed(store, isRehearsal, (inner) => undoImport(edge, inner, { kind, actorId: null }, clock())),
      );
      const said =
        given.json === true ? JSON.stringify({ ...undone, dryRun: isRehearsal }, null, 2) : sentences(undone);
      edge.output.write(
        `${said}${isRehearsal && given.json !== true ? '\nThis was a dry run: nothing was stored.' : ''}\n`,
      );
      finish(isWhole(undone) ? 0 : 2);
    });
}

function isWhole(undone: UndoneImport): boolean {
  return undone.kind === 'roster'
    ? undone.stays.length + undone.takenOut.length === 0
    : undone.held.deals + undone.stays.deals === 0;
}

function sentences(undone: UndoneImport): string {
  return (undone.kind === 'roster' ? ofRoster(undone) : ofDeals(undone)).join('\n');
}

function ofRoster({ madeAt, deleted, takenOut, lines, facts, stays }: UndoneRoster): string[] {
  return [
    `The roster of ${momentOf(madeAt)} is undone.`,
    ...(deleted.length === 0 ? [] : [`Removed: ${listNames(deleted.map((name) => ({ name })))}.`]),
    ...(lines === 0 ? [] : [`${lines} reporting ${lines === 1 ? 'line is' : 'lines are'} as before.`]),
    ...(facts === 0 ? [] : [`${facts} ${facts === 1 ? 'person’s facts are' : 'people’s facts are'} as before.`]),
    ...takenOut.map(
      ({ id, name, because }) =>
        `${name} (${id}) stays on record and was taken out: there are ${because.join(' and ')}.`,
    ),
    ...stays,
  ];
}

function ofDeals({ madeAt, isFeed, deleted, changed, held, stays }: UndoneDeals): string[] {
  const source = isFeed ? 'brought in by FIRSTLINE_DEALS' : 'imported by hand';
  return [
    `The deals of ${momentOf(madeAt)}, ${source}, are undone.`,
    ...(deleted === 0 ? [] : [`${deals(deleted)} removed.`]),
    ...(changed === 0 ? [] : [`${deals(changed)} as before.`]),
    ...(held.deals === 0
      ? []
      : [
          `${held.deals} ${held.deals === 1 ? 'deal that it added stays' : 'deals that it added stay'}: there are ${held.because.join(' and ')}.`,
        ]),
    ...(stays.deals === 0
      ? []
      : [
          `${stays.deals} ${stays.deals === 1 ? 'deal was' : 'deals were'} changed since: ${stays.columns.map((column) => words[column] ?? column).join(', ')} ${stays.columns.length === 1 ? 'stays' : 'stay'} as now.`,
        ]),
    ...(isFeed
      ? [
          'FIRSTLINE_DEALS brings it in again once its file changes, or in 15 minutes where rows were refused: put the file right first.',
        ]
      : []),
  ];
}

function deals(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'deal is' : 'deals are'}`;
}

/** What is changed on a deal by anything but an import. */
const words: Readonly<Record<string, string>> = {
  ownerId: 'the owner',
  lastActivityOn: 'the last activity',
  status: 'the status',
};
