/** What may be said of any file that is imported. */
import { Option } from 'commander';
import type { Command } from 'commander';
import type { DateOrder, ImportOptions } from '../importing/report.ts';
import { mappingOptions, readMappingOptions } from './mapping-options.ts';
import type { GivenMappingOptions } from './mapping-options.ts';

export interface GivenImportOptions extends GivenMappingOptions {
  readonly map?: readonly string[];
  readonly mapValue?: readonly string[];
  readonly dateOrder?: DateOrder;
  readonly encoding?: string;
  readonly sheet?: string;
  /** False where --no-header was given. */
  readonly header?: boolean;
  readonly refused?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly workspace?: string;
}

const dateOrders: readonly DateOrder[] = ['day-first', 'month-first'];

/** @param fields what `--map` may name, for the help */
export function importOptions(command: Command, fields: readonly string[]): Command {
  return mappingOptions(command)
    .option('--map <column=field>', 'read a column as a field (may be given several times)', collect)
    .option('--map-value <words=value>', 'what words of the file mean, e.g. "Cerrado perdido=lost"', collect)
    .addOption(new Option('--date-order <order>', 'how days such as 03/04/2026 are written').choices(dateOrders))
    .option('--encoding <name>', 'of the characters, where a guess went wrong, e.g. windows-1250')
    .option('--sheet <name>', 'of a workbook, by name or number (default: the first)')
    .option('--no-header', 'the first row is data; name the columns by number: --map "1=name"')
    .option('--refused <file>', 'write the refused rows there, to be corrected and imported')
    .option('--dry-run', 'say what would happen and store nothing')
    .option('--json', 'print the report as JSON')
    .option('--workspace <id>', 'the Slack workspace, where there are several')
    .addHelpText(
      'after',
      `\nFields: ${fields.join(', ')}\nExit code: 0 every row is in, 2 some rows were refused, 1 nothing was done`,
    );
}

export function readImportOptions(given: GivenImportOptions): ImportOptions {
  const { dateOrder, encoding, sheet } = given;
  return {
    mapping: given.map ?? [],
    valueMapping: given.mapValue ?? [],
    ...(dateOrder !== undefined && { dateOrder }),
    ...(encoding !== undefined && { encoding }),
    ...(sheet !== undefined && { sheet }),
    ...readMappingOptions(given),
    noHeader: given.header === false,
    dryRun: given.dryRun === true,
  };
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
