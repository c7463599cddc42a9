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
  readonly open: boolean;
  readonly help: boolean;
  /** True if any of them was given. */
  readonly any: boolean;
}

export const usage = `Usage: npm start -- [flags]

Without Slack's tokens in the environment this starts a workspace on this machine, with a team in it.

  --port N        serve the page there (default: 3141, or any free port)
  --clock ISO     begin at this instant, e.g. 2026-11-23T08:00:00Z (default: now)
  --roster FILE   your own people (CSV) instead of the demo team
  --deals FILE    your own deals (CSV), with --roster
  --lead NAME     who leads the managers of the roster
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
  return {
    port: values.port === undefined ? undefined : readPort(values.port),
    clock: values.clock === undefined ? undefined : readInstant(values.clock),
    roster: values.roster,
    deals: values.deals,
    lead: values.lead,
    open: values['no-open'] !== true,
    help: values.help === true,
    any: given.length > 0,
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        port: { type: 'string' },
        clock: { type: 'string' },
        roster: { type: 'string' },
        deals: { type: 'string' },
        lead: { type: 'string' },
        'no-open': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
      strict: true,
      allowPositionals: false,
    });
  } catch (cause) {
    const said = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : '';
    throw new UserError(`${said}. The flags are --port, --clock, --roster, --deals, --lead, --no-open and --help.`, {
      cause,
    });
  }
}

function readPort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new UserError('--port must be a whole number from 0 to 65535.');
  return Number(text);
}

function readInstant(text: string): Date {
  const instant = new Date(text);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) || Number.isNaN(instant.getTime()))
    throw new UserError('--clock must be an instant such as 2026-11-23T08:00:00Z.');
  return instant;
}
