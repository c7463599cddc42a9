import { comparableName } from '../../leading/full-name.ts';
import type { Tally } from '../report.ts';
import type { RosterRow } from './roster-rows.ts';

/**
 * The rows without those that may be headings, which are refused: where most rows have an address or an id, one that has nothing but a
 * name, and that nobody reports to, is as likely “Team Mina” as a person.
 */
export function withoutHeadings(rows: readonly RosterRow[], tally: Tally): RosterRow[] {
  if (rows.filter(hasClue).length * 2 <= rows.length) return [...rows];
  const managers = new Set(rows.map(({ manager }) => comparableName(manager?.name ?? '')));
  const isHeading = (row: RosterRow) => isBare(row) && !managers.has(comparableName(row.person.name ?? ''));
  for (const { line, person } of rows.filter(isHeading))
    tally.refuse(
      line,
      `“${person.name}” has nothing but a name, and nobody here reports to them. If it is a heading, leave the line out; if it is a person, add their e-mail address or their manager.`,
    );
  return rows.filter((row) => !isHeading(row));
}

function hasClue({ person: { email, ownIds = [], slackId = null } }: RosterRow): boolean {
  return email !== null || ownIds.length > 0 || slackId !== null;
}

function isBare(row: RosterRow): boolean {
  const { account, dn, manager, startedOn, timeZone, country, region, team, lastDay, goneWord, noMember } = row;
  const rest = [account, dn, manager, startedOn, timeZone, country, region, team, lastDay, goneWord, noMember];
  return !hasClue(row) && rest.every((value) => value === null);
}
