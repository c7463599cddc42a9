import type { Command } from 'commander';
import { oneMapping, removeMapping } from '../../acts/keep-mapping.ts';
import { UserError } from '../../errors.ts';
import { keptMappings } from '../../store/kept-mappings.ts';
import type { Edge } from '../edge.ts';
import { commandFor, jsonOf, mappingText, mappingsText, shortNames } from '../mapping-list.ts';
import { atWorkplace, checkDatabaseIsThere } from '../workplace.ts';
import type { Workplace } from '../workplace.ts';
import type { CommandLineCommand } from './command.ts';

interface GivenOptions {
  readonly json?: boolean;
  readonly workspace?: string;
}

/** `mappings`: what is kept of how files are read. */
export const mappingsCommand: CommandLineCommand = {
  register(program, edge) {
    const family = program.command('mappings');
    common(family)
      .description('how files are read: what was kept with --save, for files with the same columns')
      .addHelpText('after', '\nAn import with --save keeps one; the next file with the same columns is read with it.')
      .action((given: GivenOptions) =>
        run(edge, family, given, async ({ store }, isJson) => {
          const kept = await keptMappings(store);
          return isJson ? JSON.stringify({ mappings: kept.map(jsonOf) }, null, 2) : mappingsText(kept);
        }),
      );
    common(family.command('show <number>'))
      .description('one of them, with every column')
      .action((number: string, given: GivenOptions) =>
        run(edge, family, given, async ({ store }, isJson) => {
          const mapping = await oneMapping(store, numberIn(number));
          return isJson ? JSON.stringify(jsonOf(mapping), null, 2) : mappingText(mapping);
        }),
      );
    common(family.command('remove <number>'))
      .description('keep it no longer')
      .action((number: string, given: GivenOptions) =>
        run(edge, family, given, async ({ store, clock }, isJson) => {
          const mapping = await removeMapping(store, numberIn(number), clock());
          if (isJson) return JSON.stringify(jsonOf(mapping), null, 2);
          return [
            `Mapping ${mapping.id}, for ${mapping.kind} with the columns ${shortNames(mapping.names)}, is no longer kept.`,
            `Keep it again with: ${commandFor(mapping)}`,
          ].join('\n');
        }),
      );
  },
};

function common(command: Command): Command {
  return command
    .option('--json', 'print it as JSON')
    .option('--workspace <id>', 'the Slack workspace, where there are several');
}

/** A flag that the family has, too, is the family's by the parser's rules, wherever it stands. */
async function run(
  edge: Edge,
  family: Command,
  given: GivenOptions,
  work: (place: Workplace, isJson: boolean) => Promise<string>,
): Promise<void> {
  checkDatabaseIsThere(edge);
  const { workspace, json } = { ...family.opts<GivenOptions>(), ...given };
  edge.output.write(`${await atWorkplace(edge, workspace, (place) => work(place, json === true))}\n`);
}

function numberIn(typed: string): number {
  const number = Number(typed);
  if (!Number.isInteger(number) || number < 1)
    throw new UserError(`“${typed}” is no number of a mapping. firstline mappings lists them.`);
  return number;
}
