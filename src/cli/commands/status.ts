import { createClock } from '../../clock.ts';
import { isPostgresAddress } from '../../database-place.ts';
import { UserError } from '../../errors.ts';
import { ownSchema } from '../../store/file-check.ts';
import { openForReading } from '../../store/reading.ts';
import { readCommandConfig } from '../edge.ts';
import { readStatus, schemaNow } from '../status.ts';
import { statusText } from '../status-text.ts';
import { checkDatabaseIsThere } from '../workplace.ts';
import type { CommandLineCommand } from './command.ts';

/** `status`: what runs where, and what waits. */
export const statusCommand: CommandLineCommand = {
  register(program, edge) {
    program
      .command('status')
      .description('whether a bot runs, which messages aren’t sent yet and why, when the last plan and digest went out')
      .option('--json', 'print it as JSON', false)
      .action(async ({ json }: { json: boolean }) => {
        checkDatabaseIsThere(edge);
        const { clockStart, databasePath: path, key, pulseKeys } = readCommandConfig(edge);
        refuseOtherSchema(path);
        const database = await openForReading({ path, key, pulseKeys });
        try {
          const status = await readStatus(database, path);
          const now = createClock(() => edge.now(), clockStart).now();
          edge.output.write(`${json ? JSON.stringify(status, null, 2) : statusText(status, now)}\n`);
        } finally {
          await database.close();
        }
      });
  },
};

/** What only reads brings nothing up to date. */
function refuseOtherSchema(path: string): void {
  if (isPostgresAddress(path)) return;
  const [own, found] = [ownSchema(), schemaNow(path)];
  if (found === own) return;
  throw new UserError(
    `The database ${path} has schema ${found === '' ? 'none' : found} and this program’s is ${own ?? 'none'}. Start the bot of this version once, or run this with the bot’s own version.`,
  );
}
