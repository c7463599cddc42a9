/** Regions of a roster: what is written becomes a code, or is told and left blank, so that no row is lost for it. */
import { countryOfPlace, findRegion } from '../../time/holidays.ts';
import type { RosterRow } from './roster-rows.ts';

const mostListed = 8;

/** The rows with known regions only, and a sentence about the others. */
export async function placeRows(
  rows: readonly RosterRow[],
): Promise<{ readonly placed: RosterRow[]; readonly notes: string[] }> {
  const known = new Map<string, string | null>();
  const unknown = new Map<string, number>();
  const placed: RosterRow[] = [];
  for (const row of rows) {
    const code = row.region === null ? null : await codeOf(row, row.region, known);
    placed.push({ ...row, country: row.country ?? (code === null ? null : countryOfPlace(code)), region: code });
    // A column of sales regions is one of teams, too: nobody has to hear of each.
    if (row.region !== null && code === null && row.region !== row.team) unknown.set(row.region, row.line);
  }
  return { placed, notes: unknown.size === 0 ? [] : [noteOf(unknown)] };
}

async function codeOf(row: RosterRow, region: string, known: Map<string, string | null>): Promise<string | null> {
  const country = row.country ?? (/^[A-Z]{2}-/u.test(region) ? countryOfPlace(region) : null);
  if (country === null) return null;
  const key = `${country} ${region}`;
  const found = known.get(key) ?? (await findRegion(country, region))?.code ?? null;
  known.set(key, found);
  return found;
}

function noteOf(unknown: ReadonlyMap<string, number>): string {
  const named = [...unknown].slice(0, mostListed).map(([region, line]) => `“${region}” (line ${line})`);
  const more = unknown.size > mostListed ? ` and ${unknown.size - mostListed} more` : '';
  return (
    `No holidays of their own are known for these regions, so those of the whole country hold: ${named.join(', ')}${more}. ` +
    'Where a state has its own, write its code beside the country, e.g. BY or DE-BY.'
  );
}
