import { parseArgs } from 'node:util';
import { UserError } from './errors.ts';

/** What may be said on the command line when the sandbox is started. */
export interface Arguments {
  /** Of the sandbox's page; undefined lets us choose. */
  readonly port: number | undefined;
  /** Where the sandbox's clock begins. */
  readonly clock: Date | undefined;
  readonly roster: string | undefined;
  readonly deals: string | undefined;
  readonly lead: string | undefined;
  /** What `--map` and its kin say of the two files. */
  readonly reading: FlagsOfReading;
  readonly open: boolean;
  readonly help: boolean;
  /** True if any of them was given. */
  readonly any: boolean;
}

/** How the files are to be read, where they don't tell. */
export interface FlagsOfReading {
  readonly map: readonly string[];
  readonly mapDeals: readonly string[];
  readonly mapValue: readonly string[];
  readonly sheet: string | undefined;
  readonly sheetDeals: string | undefined;
  readonly dateOrder: 'day-first' | 'month-first' | undefined;
}

export const usage = `Usage: npm start -- [flags]

Without Slack's tokens this starts a made-up Slack workspace on this machine, with a sales team in it.

  --port N        serve the page there (default: 3141, or any free port)
  --clock ISO     begin at this instant, e.g. 2026-11-23T08:00:00Z (default: Monday, 9 AM)
  --roster FILE   your own people (CSV or Excel) instead of the made-up team; the clock starts now
  --deals FILE    your own deals, with --roster
  --lead NAME     who leads the managers of the roster
  --map COLUMN=FIELD          read a column of the roster as a field, e.g. "Sales Rep=name" (several times)
  --map-deals COLUMN=FIELD    the same for the deals
  --map-value WORDS=VALUE     what words of the files mean, e.g. "Cerrado perdido=lost"
  --date-order day-first|month-first    how days such as 03/04/2026 are written
  --sheet NAME, --sheet-deals NAME      of a workbook: the sheet of the roster, of the deals
  --no-open       don't open the browser
  --help          say this
`;

/**
 * Reads the flags.
 * @param words without the program's name; a leading `start` is passed over
 * @throws UserError that names the flags there are
 */
export function readArguments(words: readonly string[]): Arguments {
  const given = words[0] === 'start' ? words.slice(1) : words;
  const { values } = parse(given);
  if (values.deals !== undefined && values.roster === undefined)
    throw new UserError('--deals needs --roster too: deals belong to people. Give both files, or neither.');
  for (const [flag, file] of Object.entries(needs))
    if (flag in values && !(file in values))
      throw new UserError(`--${flag} needs --${file} too: it says how that file is read.`);
  return {
    port: values.port === undefined ? undefined : readPort(values.port),
    clock: values.clock === undefined ? undefined : readInstant(values.clock),
    roster: values.roster,
    deals: values.deals,
    lead: values.lead,
    reading: {
      map: values.map ?? [],
      mapDeals: values['map-deals'] ?? [],
      mapValue: values['map-value'] ?? [],
      sheet: values.sheet,
      sheetDeals: values['sheet-deals'],
      dateOrder: values['date-order'] === undefined ? undefined : readDateOrder(values['date-order']),
    },
    open: values['no-open'] !== true,
    help: values.help === true,
    any: given.length > 0,
  };
}

const options = {
  port: { type: 'string' },
  clock: { type: 'string' },
  roster: { type: 'string' },
  deals: { type: 'string' },
  lead: { type: 'string' },
  map: { type: 'string', multiple: true },
  'map-deals': { type: 'string', multiple: true },
  'map-value': { type: 'string', multiple: true },
  'date-order': { type: 'string' },
  sheet: { type: 'string' },
  'sheet-deals': { type: 'string' },
  'no-open': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Of which file a flag speaks. */
const needs = {
  map: 'roster',
  'map-deals': 'deals',
  'map-value': 'roster',
  'date-order': 'roster',
  sheet: 'roster',
  'sheet-deals': 'deals',
} as const satisfies Partial<Record<keyof typeof options, keyof typeof options>>;

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options,
      strict: true,
      allowPositionals: false,
    });
  } catch (cause) {
    const said = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : '';
    const flags = Object.keys(options).map((name) => `--${name}`);
    throw new UserError(`${said}. The flags are ${flags.slice(0, -1).join(', ')} and ${flags.at(-1)}.`, { cause });
  }
}

function readPort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new UserError('--port must be a whole number from 0 to 65535.');
  return Number(text);
}

function readDateOrder(text: string): 'day-first' | 'month-first' {
  if (text !== 'day-first' && text !== 'month-first')
    throw new UserError('--date-order must be day-first or month-first.');
  return text;
}

function readInstant(text: string): Date {
  const instant = new Date(text);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) || Number.isNaN(instant.getTime()))
    throw new UserError('--clock must be an instant such as 2026-11-23T08:00:00Z.');
  return instant;
}
