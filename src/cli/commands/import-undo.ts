import type { Command } from 'commander';
import { undoRoster } from '../../acts/undo-roster.ts';
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

/** `import undo`: takes the last roster back. */
export function registerUndo(family: Command, edge: Edge, finish: (exitCode: number) => void): void {
  family
    .command('undo')
    .description('take the last roster back: people, facts and reporting lines are as they were before it')
    .option('--dry-run', 'say what would happen and store nothing')
    .option('--json', 'print what became of it as JSON')
    .option('--workspace <id>', 'the Slack workspace, where there are several')
    .addHelpText(
      'after',
      '\nWhat was changed since stays and is named. People whom it added stay on record,\nserved no more, where something refers to them by now.\nExit code: 0 all of it is taken back, 2 in part, 1 nothing was done',
    )
    .action(async (given: GivenOptions) => {
      checkDatabaseIsThere(edge);
      const isRehearsal = given.dryRun === true;
      const undone = await atWorkplace(edge, given.workspace, ({ store, clock }) =>
        rehearsed(store, isRehearsal, (inner) => undoRoster(edge, inner, { actorId: null }, clock())),
      );
      const said =
        given.json === true ? JSON.stringify({ ...undone, dryRun: isRehearsal }, null, 2) : sentences(undone);
      edge.output.write(
        `${said}${isRehearsal && given.json !== true ? '\nThis was a dry run: nothing was stored.' : ''}\n`,
      );
      finish(undone.stays.length + undone.takenOut.length > 0 ? 2 : 0);
    });
}

function sentences({ madeAt, deleted, takenOut, lines, facts, stays }: UndoneRoster): string {
  return [
    `The roster of ${madeAt.toISOString().slice(0, 16).replace('T', ' ')} UTC is taken back.`,
    ...(deleted.length === 0 ? [] : [`Not on record any more: ${listNames(deleted.map((name) => ({ name })))}.`]),
    ...(lines === 0 ? [] : [`${lines} reporting ${lines === 1 ? 'line is' : 'lines are'} as before.`]),
    ...(facts === 0 ? [] : [`${facts} ${facts === 1 ? 'person’s facts are' : 'people’s facts are'} as before.`]),
    ...takenOut.map(
      ({ id, name, because }) =>
        `${name} (${id}) stays on record and was taken out: there are ${because.join(' and ')}.`,
    ),
    ...stays,
  ].join('\n');
}
