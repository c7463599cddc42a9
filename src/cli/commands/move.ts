import { existsSync, rmSync } from 'node:fs';
import { Presets, SingleBar } from 'cli-progress';
import { UserError } from '../../errors.ts';
import { pulseKeyEnding } from '../../store/ballot-key.ts';
import { databaseFile, sendingMarkEnding } from '../../store/database-file.ts';
import { openDatabase } from '../../store/db.ts';
import { copyKeys } from '../../store/key-place.ts';
import { lockDatabase } from '../../store/lock.ts';
import { moveEverything } from '../../store/moving/move.ts';
import type { Moved, MoveOptions } from '../../store/moving/move.ts';
import { isPostgresAddress, shownPlace } from '../../database-place.ts';
import { readCommandConfig } from '../edge.ts';
import type { Edge } from '../edge.ts';
import { openForCommand } from '../open.ts';
import type { CommandLineCommand } from './command.ts';

/** `move`: the whole log into another database. */
export const moveCommand: CommandLineCommand = {
  register(program, edge) {
    program
      .command('move')
      .description(
        'copy everything from the database in FIRSTLINE_DB to another: from a file to PostgreSQL, or back. Stop the bot first',
      )
      .requiredOption('--to <place>', 'postgres://NAME:PASSWORD@HOST:5432/DATABASE, or the path of a file')
      .option('--afresh', 'delete what is at the other place first', false)
      .action(async ({ to, afresh }: { to: string; afresh: boolean }) => move(edge, to, afresh));
  },
};

async function move(edge: Edge, to: string, isAfresh: boolean): Promise<void> {
  const config = readCommandConfig(edge);
  const { databasePath: from, key, pulseKeys } = config;
  const begun = edge.now().getTime();
  if (isPostgresAddress(to)) {
    // What the bot would refuse there is refused before hours of copying.
    readCommandConfig({ ...edge, environment: { ...edge.environment, FIRSTLINE_DB: to } });
  }
  if (!isPostgresAddress(from) && !existsSync(from))
    throw new UserError(`There is no database at ${from}. Name the one to be moved in FIRSTLINE_DB.`);
  // Bots on a server share it: whether one is at work there is asked once it is opened.
  const locks = [from, to].filter((place) => !isPostgresAddress(place)).map(lockDatabase);
  try {
    const source = await openForCommand(edge, config, true);
    try {
      const target = await openDatabase({ path: to, key, pulseKeys });
      try {
        const moved = await withBar(edge, (onProgress) => moveEverything(source, target, { onProgress, isAfresh }));
        const keys = moveKeys(from, to, pulseKeys);
        // It says how far sending had come from what lay there before.
        if (!isPostgresAddress(to)) rmSync(databaseFile(to) + sendingMarkEnding, { force: true });
        const seconds = (edge.now().getTime() - begun) / 1000;
        edge.output.write(report(moved, { from, to, seconds, keys }));
      } finally {
        await target.close();
      }
    } finally {
      await source.close();
    }
  } finally {
    for (const lock of locks) lock.release();
  }
}

/** The keys of open pulses go where the bot looks for them from now on. @returns where they lie now, if anything was copied */
function moveKeys(from: string, to: string, chosen: string | undefined): string | undefined {
  const old = from + pulseKeyEnding;
  if (isPostgresAddress(from) || chosen === undefined || !copyKeys(old, chosen)) return undefined;
  return isPostgresAddress(to) ? chosen : undefined;
}

async function withBar(edge: Edge, work: (onProgress: MoveOptions['onProgress']) => Promise<Moved>): Promise<Moved> {
  if (edge.errors.isTTY !== true) return work(() => undefined);
  const bar = new SingleBar(
    { stream: edge.errors, format: '{bar} {percentage}%', clearOnComplete: true, hideCursor: true },
    Presets.shades_classic,
  );
  bar.start(1, 0);
  try {
    return await work((done, all) => {
      bar.setTotal(all);
      bar.update(done);
    });
  } finally {
    bar.stop();
  }
}

function report(
  { tables, rows }: Moved,
  { from, to, seconds, keys }: { from: string; to: string; seconds: number; keys: string | undefined },
): string {
  const lines = [
    `Everything is at ${shownPlace(to)} now, and compared: ${rows.toLocaleString('en')} rows in ${tables} tables, in ${seconds.toFixed(1)} s.`,
    `Set FIRSTLINE_DB to it and start the bot. ${shownPlace(from)} was left as it was; no bot starts on it anymore. Delete it once you’re sure.`,
    ...(keys === undefined
      ? []
      : [`The keys of open pulses were copied to ${keys}. Delete them from beside the old file.`]),
  ];
  return `${lines.join('\n')}\n`;
}
