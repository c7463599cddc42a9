import { settingCatalogue } from '../setting-catalogue.ts';
import type { CommandLineCommand } from './command.ts';

/** `settings`: what can be set, by whom, within which bounds. */
export const settingsCommand: CommandLineCommand = {
  register(program, edge) {
    program
      .command('settings')
      .description('print what can be set, by whom, and what holds to begin with: the table of docs/settings.md')
      .action(() => {
        edge.output.write(`${settingCatalogue()}\n`);
      });
  },
};
