import { behaviours } from '../../behaviours/index.ts';
import { catalogue, catalogueMarkdown, catalogueText } from '../catalogue.ts';
import type { CommandLineCommand } from './command.ts';

/** `behaviours`: what good leaders do here, with the essay each comes from. */
export const behavioursCommand: CommandLineCommand = {
  register(program, edge) {
    program
      .command('behaviours')
      .description('print the catalogue: every act, the essays it comes from, and when it is nudged')
      .option('--json', 'print it as JSON')
      .option('--markdown', 'print the table of docs/behaviours.md')
      .action((given: { json?: boolean; markdown?: boolean }) => {
        edge.output.write(`${printed(given)}\n`);
      });
  },
};

function printed({ json, markdown }: { json?: boolean; markdown?: boolean }): string {
  if (json === true) return JSON.stringify(catalogue(behaviours), null, 2);
  return markdown === true ? catalogueMarkdown(behaviours) : catalogueText(behaviours);
}
