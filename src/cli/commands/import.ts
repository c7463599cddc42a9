import type { Command } from 'commander';
import { bringInRoster } from '../../importing/bring-in-roster.ts';
import { deals, roster } from '../../importing/columns.ts';
import { importDeals } from '../../importing/deals.ts';
import type { ImportOptions, ImportReport } from '../../importing/report.ts';
import { writeReport } from '../import-report.ts';
import { withProgress } from '../progress.ts';
import { atWorkplace } from '../workplace.ts';
import type { Workplace } from '../workplace.ts';
import type { CommandLineCommand } from './command.ts';

interface GivenOptions {
  readonly map?: readonly string[];
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly workspace?: string;
}
interface GivenRosterOptions extends GivenOptions {
  readonly lead?: string;
  readonly timeZone?: string;
}

/** `import roster FILE` and `import deals FILE`. */
export const importCommand: CommandLineCommand = {
  register(program, edge, finish) {
    const family = program.command('import').description('bring people or deals in from a CSV file');
    const run = async (
      file: string,
      given: GivenOptions,
      bringIn: (place: Workplace, options: ImportOptions) => Promise<ImportReport>,
    ): Promise<void> => {
      const options = { mapping: given.map ?? [], dryRun: given.dryRun === true };
      const report = await atWorkplace(edge, given.workspace, (place) =>
        withProgress(edge, file, given.json !== true, (onProgress) => bringIn(place, { ...options, onProgress })),
      );
      writeReport(edge, report, given.json === true);
      finish(report.refused.length > 0 ? 2 : 0);
    };

    common(family.command('roster <file>'), Object.keys(roster.fields))
      .description('people and who reports to whom')
      .option('--lead <name>', 'put this person above every manager of reps who has nobody above them')
      .option('--time-zone <zone>', 'for people without one, e.g. Europe/Berlin')
      .action((file: string, given: GivenRosterOptions) =>
        run(file, given, ({ store, slack, clock }, options) => {
          const { lead, timeZone } = given;
          const context = { store, slack, clock, newId: () => edge.newId() };
          const extra = { ...(lead !== undefined && { lead }), ...(timeZone !== undefined && { timeZone }) };
          return bringInRoster(context, file, { ...options, ...extra });
        }),
      );
    common(family.command('deals <file>'), Object.keys(deals.fields))
      .description('the deals of the people on the roster')
      .action((file: string, given: GivenOptions) =>
        run(file, given, ({ store, clock }, options) => importDeals(store, file, options, clock())),
      );
  },
};

function common(command: Command, fields: readonly string[]): Command {
  return command
    .option('--map <column=field>', 'read a column as a field (may be given several times)', collect)
    .option('--dry-run', 'say what would happen and store nothing')
    .option('--json', 'print the report as JSON')
    .option('--workspace <id>', 'the Slack workspace, where there are several')
    .addHelpText(
      'after',
      `\nFields: ${fields.join(', ')}\nExit code: 0 every row is in, 2 some rows were refused, 1 nothing was done`,
    );
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
