import { resolve } from 'node:path';
import { dumpCommand, isPostgresAddress } from '../../database-place.ts';
import { createClock } from '../../clock.ts';
import { UserError } from '../../errors.ts';
import { backUp } from '../../store/backup.ts';
import { pulseKeyEnding } from '../../store/ballot-key.ts';
import type { CheckedFile } from '../../store/file-check.ts';
import { readCommandConfig } from '../edge.ts';
import type { Edge } from '../edge.ts';
import { shownBytes } from '../sizes.ts';
import type { CommandLineCommand } from './command.ts';

/** `backup`: a whole copy of the database, made while the bot runs. */
export const backupCommand: CommandLineCommand = {
  register(program, edge) {
    program
      .command('backup <file>')
      .description('copy the database to a file and check the copy. The bot may run meanwhile')
      .addHelpText(
        'after',
        '\nWhat the copy leaves out, on purpose: FIRSTLINE_KEY, without which nobody can read what\npeople wrote, and the keys of open pulses, with which somebody could. A pulse that was\nopen closes unseen when the copy is restored.',
      )
      .action((file: string) => {
        edge.output.write(`${makeBackup(edge, file)}\n`);
      });
  },
};

function makeBackup(edge: Edge, file: string): string {
  const { clockStart, databasePath, pulseKeys } = readCommandConfig(edge);
  if (isPostgresAddress(databasePath))
    throw new UserError(
      `FIRSTLINE_DB is on PostgreSQL, which makes its own backups. Run: ${dumpCommand(databasePath, file)}\nIt asks for the password. Leave the folder ${pulseKeys ?? 'of the pulse keys'} out of backups, and keep FIRSTLINE_KEY apart from them.`,
    );
  const now = createClock(() => edge.now(), clockStart).now();
  const begun = edge.now().getTime();
  const checked = backUp(databasePath, file, now);
  const seconds = (edge.now().getTime() - begun) / 1000;
  return report(checked, { from: databasePath, file, seconds, pulseKeys: pulseKeys ?? databasePath + pulseKeyEnding });
}

function report(
  { bytes, fingerprint, rows, schema = 'none', tables }: CheckedFile,
  { file, from, pulseKeys, seconds }: { file: string; from: string; pulseKeys: string; seconds: number },
): string {
  const key =
    fingerprint === undefined
      ? 'Nothing in it is sealed: anybody who has the file can read what people wrote.'
      : `Not in it: FIRSTLINE_KEY (fingerprint ${fingerprint.slice(0, 8)}). Keep it somewhere else: without it nobody can read what people wrote.`;
  return [
    `Backed up ${from} to ${file} and checked it: ${shownBytes(bytes)}, ${rows.toLocaleString('en')} rows in ${tables} tables, schema ${schema}, in ${seconds.toFixed(1)} s.`,
    key,
    'Not in it: .env with Slack’s tokens. Keep a copy where you keep secrets.',
    `Left out on purpose: the keys of open pulses (${pulseKeys}). With a copy of them somebody could open a pulse later; without, a pulse that’s open now closes unseen after a restore.`,
    `To restore it where FIRSTLINE_DB names no file yet: firstline restore ${resolve(file)}`,
  ].join('\n');
}
