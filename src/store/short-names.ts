import type { PersonId } from '../behaviours/ids.ts';
import { linesNear } from './lines-near.ts';
import { circlesOf, shortNames, shortNamesFor } from '../leading/short-names.ts';
import type { Store } from './db.ts';
import { namesByIds } from './people.ts';
import { prepared } from './prepared.ts';
import type { Given } from './prepared.ts';

/** How this reader is told of others, by their full names: `shortNamesFor`. */
export async function shortNamesForReader(store: Store, readerId: PersonId): Promise<(name: string) => string> {
  const lines = await linesNear(store, [readerId]);
  const names = await namesByIds(store, circlesOf(readerId, lines).flat());
  return shortNamesFor(readerId, lines, (id) => names.get(id));
}

/**
 * How this reader is told of one other, by the full name. Those who report to the reader are told apart among themselves, so that nobody
 * else need be looked at.
 */
export async function shortNameForReader(store: Store, readerId: PersonId, name: string): Promise<string> {
  const reports = (await reportNames(store, { readerId })).map((report) => report.name);
  return reports.includes(name)
    ? (shortNames(reports).get(name) ?? name)
    : (await shortNamesForReader(store, readerId))(name);
}

const reportNames = prepared((database, { workspaceId, readerId }: Given<{ readonly readerId: PersonId }>) =>
  database
    .selectFrom('reportingLine')
    .innerJoin('person', 'person.id', 'reportingLine.personId')
    .select('person.name')
    .where('reportingLine.workspaceId', '=', workspaceId)
    .where('reportingLine.managerId', '=', readerId)
    .where('reportingLine.personId', '!=', readerId)
    .where('reportingLine.endedOn', 'is', null)
    .where('person.leftOn', 'is', null)
    .orderBy('person.id'),
);
