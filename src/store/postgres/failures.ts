/** Why a server can’t be used, so that somebody can mend it. */
import { UserError } from '../../errors.ts';
import { shownPlace } from '../../database-place.ts';

/** PostgreSQL, Appendix A: error codes; and those of the system where no connection comes about. */
const mends: Readonly<Record<string, (place: string) => string>> = {
  ENOTFOUND: (place) => `There is no host of that name: ${place}. Check the address in FIRSTLINE_DB.`,
  ECONNREFUSED: (place) =>
    `Nothing answers at ${place}. Start PostgreSQL there, or check host and port in FIRSTLINE_DB.`,
  ETIMEDOUT: (place) => `${place} doesn’t answer. Check host and port in FIRSTLINE_DB, and what stands between.`,
  '28P01': (place) => `PostgreSQL refuses the password for ${place}. Check FIRSTLINE_DB.`,
  '28000': (place) =>
    `PostgreSQL refuses this user at ${place}. Check the name in FIRSTLINE_DB, and pg_hba.conf on the server.`,
  '3D000': (place) =>
    `There is no such database: ${place}. Make it with: createdb --encoding UTF8 NAME, or check the name in FIRSTLINE_DB.`,
  '42501': (place) =>
    `This user may not make tables in ${place}. As its owner run: grant create, usage on schema public to THE_USER`,
  '53300': (place) => `${place} has no connection left. Raise max_connections there, or end what isn’t needed.`,
};

/** Says it so that somebody can mend it; anything else as it came. */
export function describePostgresFailure(error: unknown, address: string): unknown {
  if (!(error instanceof Error) || error instanceof UserError) return error;
  const code = 'code' in error ? String(error.code) : error.message.includes('timeout') ? 'ETIMEDOUT' : '';
  const mend = mends[code];
  return mend === undefined ? error : new UserError(mend(shownPlace(address)), { cause: error });
}
