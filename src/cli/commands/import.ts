import { decideLink } from '../../acts/link-proposals.ts';
import { bringInRoster } from '../../importing/roster/bring-in-roster.ts';
import type { RosterContext, RosterReport } from '../../importing/roster/bring-in-roster.ts';
import { deals, roster } from '../../importing/columns/columns.ts';
import { importDeals } from '../../importing/deals/deals.ts';
import type { ImportOptions, ImportReport, RefusedRow } from '../../importing/report.ts';
import type { Edge } from '../edge.ts';
import { confirmFirstRoster, isFirstRoster } from '../first-roster.ts';
import { importOptions, readImportOptions } from '../import-options.ts';
import type { GivenImportOptions } from '../import-options.ts';
import { howToConfirm, pairsToConfirm, summaryOf, writeReport } from '../import-report.ts';
import { withProgress } from '../progress.ts';
import { refuseTaken, writeRefused } from '../refused-file.ts';
import { atWorkplace } from '../workplace.ts';
import type { Workplace } from '../workplace.ts';
import type { CommandLineCommand } from './command.ts';
import { registerUndo } from './import-undo.ts';

interface GivenRosterOptions extends GivenImportOptions {
  readonly lead?: string;
  readonly timeZone?: string;
  readonly complete?: boolean;
  readonly yes?: boolean;
  readonly linkByName?: boolean;
}

/** `import roster FILE`, `import deals FILE` and `import undo`. */
export const importCommand: CommandLineCommand = {
  register(program, edge, finish) {
    const family = program.command('import').description('bring people or deals in from a CSV file or a workbook');
    const run = async <R extends ImportReport>(
      file: string,
      given: GivenImportOptions,
      /** @param show to be called where everything but the counts was shown before it was asked for */
      bringIn: (place: Workplace, options: ImportOptions, show: () => void) => Promise<R | undefined>,
      afterwards: (place: Workplace, report: R) => Promise<void> = async () => undefined,
    ): Promise<void> => {
      const refused: RefusedRow[] = [];
      let isShown = false;
      const show = (): void => void (isShown = true);
      if (given.refused !== undefined) refuseTaken(given.refused);
      const keep = given.refused !== undefined && { onRefused: (row: RefusedRow) => void refused.push(row) };
      const options = { ...readImportOptions(given), ...keep };
      await atWorkplace(edge, given.workspace, async (place) => {
        const report = await withProgress(edge, file, given.json !== true, (onProgress) =>
          bringIn(place, { ...options, onProgress }, show),
        );
        if (report === undefined) return finish(1);
        if (isShown) edge.output.write(`${summaryOf(report)}\n`);
        else writeReport(edge, report, given.json === true);
        if (given.refused !== undefined) writeRefused(edge, given.refused, refused);
        if (given.json !== true) await afterwards(place, report);
        finish(report.refused.length > 0 ? 2 : 0);
      });
    };

    importOptions(family.command('roster <file>'), Object.keys(roster.fields))
      .description('people and who reports to whom')
      .option('--lead <name>', 'put this person above every manager of reps who has nobody above them')
      .option('--time-zone <zone>', 'for people without one, e.g. Europe/Berlin')
      .option(
        '--link-by-name',
        'the pairs that a dry run lists are right: a name of the file means whoever has it in Slack',
      )
      .option('--complete', 'the file holds everybody: people of earlier rosters who aren’t in it are taken out')
      .option('--yes', 'don’t ask: bring in a first roster; with --complete take out more than a third of the people')
      .action((file: string, given: GivenRosterOptions) =>
        run(
          file,
          given,
          async ({ store, slack, clock }, options, show) => {
            const { lead, timeZone } = given;
            const context: RosterContext = { store, slack, clock, newId: () => edge.newId() };
            const wanted = {
              ...options,
              ...(lead !== undefined && { lead }),
              ...(timeZone !== undefined && { timeZone }),
              linkByName: given.linkByName === true,
              isComplete: given.complete === true,
              isSure: given.yes === true,
            };
            const isAsked = given.yes !== true && given.dryRun !== true && (await isFirstRoster(store));
            if (isAsked && !(await confirmFirstRoster(edge, context, file, wanted, given.json === true)))
              return undefined;
            if (isAsked) show();
            return bringInRoster(context, file, wanted);
          },
          (place, report) => confirmPairs(edge, place, report),
        ),
      );
    importOptions(family.command('deals <file>'), Object.keys(deals.fields))
      .description('the deals of the people on the roster')
      .action((file: string, given: GivenImportOptions) =>
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
