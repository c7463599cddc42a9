import type { Command } from 'commander';
import { UserError } from '../../errors.ts';
import { daysOffIn, readCalendarFile, yearsAhead } from '../../importing/company-calendar.ts';
import { addCompanyDays, companyToday, removeCompanyDays } from '../../importing/company-days.ts';
import type { CompanyDaysOff } from '../../leading/company-days.ts';
import { readPolicy } from '../../store/policy.ts';
import { knownPlace, unknownPlace } from '../../time/holidays.ts';
import type { PlaceCode } from '../../time/holidays.ts';
import { isLocalDate } from '../../time/zoned.ts';
import type { Edge } from '../edge.ts';
import { atWorkplace, checkDatabaseIsThere } from '../workplace.ts';
import type { CommandLineCommand } from './command.ts';
import type { LocalDate } from '../../time/zoned.ts';

interface GivenOptions {
  readonly region?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly workspace?: string;
}

/** `days-off import FILE.ics`, `days-off list` and `days-off remove`: days on which the company doesn't work. */
export const daysOffCommand: CommandLineCommand = {
  register(program, edge) {
    const family = program.command('days-off').description('days on which the company doesn’t work');
    common(family.command('import <file>'))
      .description('bring days off in from a calendar file (.ics)')
      .option('--region <place>', 'only for people in this country or region, e.g. DE-BY')
      .option('--dry-run', 'say what would happen and store nothing')
      .addHelpText(
        'after',
        `\nOnly whole days count. What comes back each year is worked out for ${yearsAhead} years; import the\nfile again for more. A file that can’t be read whole changes nothing.`,
      )
      .action((file: string, given: GivenOptions) => importFile(edge, file, given));
    common(family.command('list'))
      .description('show them, from today on')
      .action((given: GivenOptions) => listThem(edge, given));
    common(family.command('remove <from> [until]'))
      .description('take days off the list, by first and last day: 2026-12-24 2026-12-31')
      .option('--region <place>', 'the country or region that they are for')
      .action((from: string, until: string | undefined, given: GivenOptions) => removeThem(edge, from, until, given));
  },
};

async function importFile(edge: Edge, file: string, given: GivenOptions): Promise<void> {
  const place = await placeOf(given.region);
  const text = await readCalendarFile(file);
  await atWorkplace(edge, given.workspace, async ({ store, clock }) => {
    const now = clock();
    const { days, notes } = await daysOffIn(text, await companyToday(store, now));
    const entries = days.map((entry) => ({ ...entry, place }));
    const report = await addCompanyDays(store, entries, { dryRun: given.dryRun === true }, now);
    if (given.json === true) {
      say(edge, JSON.stringify({ ...report, notes }, null, 2));
      return;
    }
    const counts = `${report.added.length} added, ${report.unchanged} on the list already.`;
    const end = report.dryRun ? ' This was a dry run: nothing was stored.' : '';
    say(edge, [...report.added.map(line), ...notes, `${counts}${end}`].join('\n'));
  });
}

async function listThem(edge: Edge, given: GivenOptions): Promise<void> {
  checkDatabaseIsThere(edge);
  await atWorkplace(edge, given.workspace, async ({ store, clock }) => {
    const today = await companyToday(store, clock());
    const toCome = (await readPolicy(store)).companyDaysOff.filter(({ until }) => until >= today);
    if (given.json === true) say(edge, JSON.stringify(toCome, null, 2));
    else say(edge, toCome.length === 0 ? 'No company days off ahead.' : toCome.map(line).join('\n'));
  });
}

async function removeThem(edge: Edge, from: string, until: string | undefined, given: GivenOptions): Promise<void> {
  checkDatabaseIsThere(edge);
  const removed = { from: dayIn(from), until: dayIn(until ?? from), place: await placeOf(given.region) };
  await atWorkplace(edge, given.workspace, async ({ store, clock }) => {
    const found = await removeCompanyDays(store, removed, clock());
    say(edge, given.json === true ? JSON.stringify(found, null, 2) : `Removed: ${line(found)}`);
  });
}

/** @throws UserError for a place that isn't known */
async function placeOf(given: string | undefined): Promise<PlaceCode | null> {
  if (given === undefined) return null;
  const place = await knownPlace(given);
  if (place === undefined) throw new UserError(unknownPlace(given));
  return place;
}

/** `2026-12-24 to 2026-12-31  Winter break  (DE-BY)` */
function line({ from, until, name, place }: CompanyDaysOff): string {
  const days = from === until ? from : `${from} to ${until}`;
  return [days, ...(name === null ? [] : [name]), ...(place === null ? [] : [`(${place})`])].join('  ');
}

function say(edge: Edge, text: string): void {
  edge.output.write(`${text}\n`);
}

function common(command: Command): Command {
  return command
    .option('--json', 'print it as JSON')
    .option('--workspace <id>', 'the Slack workspace, where there are several');
}

/** @throws UserError */
function dayIn(typed: string): LocalDate {
  if (!isLocalDate(typed)) throw new UserError(`“${typed}” isn’t a date. Write it like 2026-12-24.`);
  return typed;
}
