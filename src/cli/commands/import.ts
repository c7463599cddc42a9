import type { Command } from 'commander';
import { decideLink } from '../../acts/link-proposals.ts';
import { bringInRoster } from '../../importing/roster/bring-in-roster.ts';
import type { RosterReport } from '../../importing/roster/bring-in-roster.ts';
import { deals, roster } from '../../importing/columns/columns.ts';
import { importDeals } from '../../importing/deals/deals.ts';
import type { ImportOptions, ImportReport } from '../../importing/report.ts';
import type { Edge } from '../edge.ts';
import { howToConfirm, pairsToConfirm, writeReport } from '../import-report.ts';
import { mappingOptions, readMappingOptions } from '../mapping-options.ts';
import type { GivenMappingOptions } from '../mapping-options.ts';
import { withProgress } from '../progress.ts';
import { atWorkplace } from '../workplace.ts';
import type { Workplace } from '../workplace.ts';
import type { CommandLineCommand } from './command.ts';
import { registerUndo } from './import-undo.ts';

interface GivenOptions extends GivenMappingOptions {
  readonly map?: readonly string[];
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly workspace?: string;
}
interface GivenRosterOptions extends GivenOptions {
  readonly lead?: string;
  readonly timeZone?: string;
  readonly complete?: boolean;
  readonly yes?: boolean;
  readonly linkByName?: boolean;
}

/** `import roster FILE`, `import deals FILE` and `import undo`. */
export const importCommand: CommandLineCommand = {
  register(program, edge, finish) {
    const family = program.command('import').description('bring people or deals in from a CSV file');
    const run = async <R extends ImportReport>(
      file: string,
      given: GivenOptions,
      bringIn: (place: Workplace, options: ImportOptions) => Promise<R>,
      afterwards: (place: Workplace, report: R) => Promise<void> = async () => undefined,
    ): Promise<void> => {
      const options = { mapping: given.map ?? [], ...readMappingOptions(given), dryRun: given.dryRun === true };
      await atWorkplace(edge, given.workspace, async (place) => {
        const report = await withProgress(edge, file, given.json !== true, (onProgress) =>
          bringIn(place, { ...options, onProgress }),
        );
        writeReport(edge, report, given.json === true);
        if (given.json !== true) await afterwards(place, report);
        finish(report.refused.length > 0 ? 2 : 0);
      });
    };

    common(family.command('roster <file>'), Object.keys(roster.fields))
      .description('people and who reports to whom')
      .option('--lead <name>', 'put this person above every manager of reps who has nobody above them')
      .option('--time-zone <zone>', 'for people without one, e.g. Europe/Berlin')
      .option(
        '--link-by-name',
        'the pairs that a dry run lists are right: a name of the file means whoever has it in Slack',
      )
      .option('--complete', 'the file holds everybody: people of earlier rosters who aren’t in it are taken out')
      .option('--yes', 'with --complete: take out more than a third of the people')
      .action((file: string, given: GivenRosterOptions) =>
        run(
          file,
          given,
          ({ store, slack, clock }, options) => {
            const { lead, timeZone } = given;
            const context = { store, slack, clock, newId: () => edge.newId() };
            return bringInRoster(context, file, {
              ...options,
              ...(lead !== undefined && { lead }),
              ...(timeZone !== undefined && { timeZone }),
              linkByName: given.linkByName === true,
              isComplete: given.complete === true,
              isSure: given.yes === true,
            });
          },
          (place, report) => confirmPairs(edge, place, report),
        ),
      );
    common(family.command('deals <file>'), Object.keys(deals.fields))
      .description('the deals of the people on the roster')
      .action((file: string, given: GivenOptions) =>
        run(file, given, ({ store, clock }, options) => importDeals(store, file, options, clock())),
      );
    registerUndo(family, edge, finish);
  },
};

/** Whoever sits at the terminal is asked about all pairs at once; elsewhere it is said what to do. */
async function confirmPairs(edge: Edge, { store, clock }: Workplace, { pairs, dryRun }: RosterReport): Promise<void> {
  if (pairs.length === 0) return;
  edge.output.write(`${pairsToConfirm(pairs)}\n`);
  const answer = dryRun || edge.ask === undefined ? undefined : await edge.ask('Is each of these one person? [y/N] ');
  if (answer?.trim().toLowerCase().startsWith('y') !== true) {
    edge.output.write(`${howToConfirm(dryRun)}\n`);
    return;
  }
  for (const { pair } of pairs)
    await decideLink(edge, store, { proposalId: pair, isSame: true, actorId: null }, clock());
  edge.output.write(`${pairs.length} ${pairs.length === 1 ? 'person was' : 'people were'} linked to Slack.\n`);
}

function common(command: Command, fields: readonly string[]): Command {
  return mappingOptions(command)
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
