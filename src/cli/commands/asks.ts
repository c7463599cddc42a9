import { askCatalogue } from '../ask-catalogue.ts';
import type { CommandLineCommand } from './command.ts';

/** `asks`: what people can ask their manager for. */
export const asksCommand: CommandLineCommand = {
  register(program, edge) {
    program
      .command('asks')
      .description('print what people can ask their manager for: the table of docs/asks.md')
      .action(() => {
        edge.output.write(`${askCatalogue()}\n`);
      });
  },
};
