import { UserError } from '../errors.ts';

const isFull = 'The disk is full. What was stored before is safe; make room, and run the command again.';
const isLost =
  'The connection to the database was lost. What was stored before is safe; see that the server is up, and run the command again.';

/** By the codes of SQLite, of PostgreSQL (Appendix A) and of Node. */
const sentences: readonly (readonly [code: RegExp, sentence: string])[] = [
  [/^(?:SQLITE_FULL|53100|ENOSPC)$/u, isFull],
  [/^SQLITE_BUSY/u, 'Another program holds the database. Wait until it is done, and run the command again.'],
  [/^(?:57P0[1-3]|08\w{3}|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/u, isLost],
];

/** What is said of an error that ended a command: what to do next, where we know it. */
export function sentenceFor(error: unknown): string {
  if (error instanceof UserError) return error.message;
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  const known = sentences.find(([pattern]) => typeof code === 'string' && pattern.test(code));
  if (known !== undefined) return known[1];
  return `Something went wrong on our side. Please report it with this: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
