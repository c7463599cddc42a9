import { createClock } from '../../clock.ts';
import { isPostgresAddress } from '../../database-place.ts';
import { UserError } from '../../errors.ts';
import { findHeldBack, holdBackByHand, release } from '../../store/held-back.ts';
import type { HeldBack } from '../../store/held-back.ts';
import { lockDatabase } from '../../store/lock.ts';
import { restore } from '../../store/restore.ts';
import type { Restored } from '../../store/restore.ts';
import { readCommandConfig } from '../edge.ts';
import type { CommandConfig, Edge } from '../edge.ts';
import { shownBytes } from '../sizes.ts';
import { openForCommand } from '../open.ts';
import { checkDatabaseIsThere } from '../workplace.ts';
import type { CommandLineCommand } from './command.ts';

interface Given {
  readonly release?: string;
  readonly hold: boolean;
  readonly aside: boolean;
}

/** `restore`: a backup becomes the database; and what is held back then is let go. */
export const restoreCommand: CommandLineCommand = {
  register(program, edge) {
    program
      .command('restore [file]')
      .description(
        'put a backup where FIRSTLINE_DB names no database yet, or let go what is held back since. Stop the bot first',
      )
      .option('--aside', 'move the database aside that is there now', false)
      .option('--release <what>', 'of what is held back: send what isn’t in Slack yet, or drop all of it')
      .option('--hold', 'hold back what may have been sent, after PostgreSQL was restored by its own means', false)
      .addHelpText(
        'after',
        '\nA restored database doesn’t know what was sent after it was made. So the bot holds back\nwhat waited in it and whatever its jobs find due, and goes on answering people. See what\nthat is with: firstline status. Then: firstline restore --release drop, if it had gone\nout; or --release send, if it hadn’t. What waited in the backup is looked up in Slack\nfirst; a plan or a digest that was made anew can’t be, and comes a second time.',
      )
      .action(async (file: string | undefined, given: Given) => {
        edge.output.write(`${await run(edge, file, given)}\n`);
      });
  },
};

async function run(edge: Edge, file: string | undefined, given: Given): Promise<string> {
  if ([file !== undefined, given.release !== undefined, given.hold].filter(Boolean).length !== 1)
    throw new UserError('Say what to do: firstline restore FILE, or --release send, --release drop or --hold.');
  const config = readCommandConfig(edge);
  if (given.hold) return holdNow(edge, config);
  if (file === undefined) return releaseNow(edge, config, given.release ?? '');
  if (isPostgresAddress(config.databasePath))
    throw new UserError(
      'FIRSTLINE_DB is on PostgreSQL: restore it with pg_restore, and run firstline restore --hold before you start the bot.',
    );
  const restored = await restore(file, config.databasePath, {
    ...config,
    newId: () => edge.newId(),
    now: nowOf(edge, config),
    movesAside: given.aside,
  });
  return report(restored, file, config.databasePath);
}

async function holdNow(edge: Edge, config: CommandConfig): Promise<string> {
  checkDatabaseIsThere(edge);
  const { databasePath: path } = config;
  // A bot would go on with what it has claimed.
  const lock = isPostgresAddress(path) ? undefined : lockDatabase(path);
  try {
    const opened = await openForCommand(edge, config, true);
    try {
      await holdBackByHand(opened.database, { newId: () => edge.newId(), now: nowOf(edge, config) });
    } finally {
      await opened.close();
    }
  } finally {
    lock?.release();
  }
  return 'What waits is held back, and so is what comes due, until you release it. Start the bot, then look: firstline status';
}

async function releaseNow(edge: Edge, config: CommandConfig, what: string): Promise<string> {
  if (what !== 'send' && what !== 'drop')
    throw new UserError('Release what: --release send (what isn’t in Slack yet), or --release drop?');
  checkDatabaseIsThere(edge);
  const opened = await openForCommand(edge, config);
  try {
    if ((await findHeldBack(opened.database)) === undefined) return 'Nothing is held back.';
    const count = await release(opened.database, what);
    const messages = count === 1 ? 'One message' : `${count.toLocaleString('en')} messages`;
    return what === 'drop'
      ? `${messages} dropped. Everything that comes due from now on is sent.`
      : `${messages} released: each is looked up in Slack, and sent if it isn’t there. Everything that comes due from now on is sent.`;
  } finally {
    await opened.close();
  }
}

function nowOf(edge: Edge, { clockStart }: CommandConfig): Date {
  return createClock(() => edge.now(), clockStart).now();
}

function report({ aside, bytes, heldBack, rows, tables, waiting }: Restored, file: string, place: string): string {
  return [
    `Restored ${file} to ${place} and checked it: ${shownBytes(bytes)}, ${rows.toLocaleString('en')} rows in ${tables} tables.`,
    ...(aside === undefined ? [] : [`What was there is at ${aside} now. Delete it once you’re sure.`]),
    ...(heldBack === undefined ? [] : [heldSentence(heldBack, waiting)]),
    'Start the bot and look: firstline status. Then: firstline restore --release drop, or send.',
  ].join('\n');
}

function heldSentence({ since, until }: HeldBack, waiting: number): string {
  const from = since === null ? '' : ` after ${since}`;
  const to = until === null ? '' : `; the last message from the database before was sent around ${until}`;
  return `Nothing that may have gone out${from} is sent again by itself${to}. Held back so far: ${waiting}.`;
}
