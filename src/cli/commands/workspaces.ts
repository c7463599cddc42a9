import { refuseMoved } from '../../store/moving/moved.ts';
import { readCommandConfig } from '../edge.ts';
import { openForCommand } from '../open.ts';
import { checkDatabaseIsThere } from '../workplace.ts';
import { listWorkspaces, workspacesText } from '../workspaces-list.ts';
import type { CommandLineCommand } from './command.ts';

/** `workspaces`: which there are, and how each is connected to Slack. */
export const workspacesCommand: CommandLineCommand = {
  register(program, edge) {
    program
      .command('workspaces')
      .description('the Slack workspaces on record, and how the app is installed in each')
      .option('--json', 'print it as JSON', false)
      .action(async ({ json }: { json: boolean }) => {
        checkDatabaseIsThere(edge);
        const database = await openForCommand(edge, readCommandConfig(edge));
        try {
          await refuseMoved(database);
          const workspaces = await listWorkspaces(database);
          edge.output.write(`${json ? JSON.stringify({ workspaces }, null, 2) : workspacesText(workspaces)}\n`);
        } finally {
          await database.close();
        }
      });
  },
};
