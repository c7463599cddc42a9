/** The reporting lines around some people: what is asked about them never costs the whole company. */
import { sql } from 'kysely';
import type { PersonId } from '../behaviours/ids.ts';
import { asOneValue, oneOfThose } from './db.ts';
import type { Store } from './db.ts';
import { prepared } from './prepared.ts';
import type { Given } from './prepared.ts';
import { selectLines } from './reporting-lines.ts';
import type { ReportingLine } from './reporting-lines.ts';

/** No company is deeper; a circle, which no act allows, ends here. */
const deepest = 50;

/**
 * The lines that hold now, of people who haven't left, as far as they bear on these people: everybody above them up to the top, those
 * who report to the same managers, their own reports and the reports of these. Of somebody two levels below who has reports of their
 * own one line stands for all: it says that they are no rep. By the person's id.
 */
export async function linesNear(store: Store, personIds: readonly PersonId[]): Promise<ReportingLine[]> {
  const above = await linesAbove(store, personIds);
  const own = new Set(personIds);
  const managers = above.filter(({ personId }) => own.has(personId)).map(({ managerId }) => managerId);
  const beside = await linesTo(store, [...own, ...managers]);
  const reports = beside.filter(({ managerId }) => own.has(managerId)).map(({ personId }) => personId);
  const below = await linesTo(store, reports);
  const deeper = await oneLineTo(
    store,
    below.map(({ personId }) => personId),
  );
  const all = new Map([...deeper, ...below, ...beside, ...above].map((line) => [line.personId, line]));
  return [...all.values()].toSorted((one, other) => one.personId - other.personId);
}

/** These people with their managers and the leads of those: whom an act concerns that is about them. */
export async function withLeadersOf(store: Store, personIds: readonly PersonId[]): Promise<number[]> {
  if (personIds.length === 0) return [];
  const managers = await managersOfPeople(store, personIds);
  const leads = await managersOfPeople(store, managers);
  return [...new Set([...personIds, ...managers, ...leads])];
}

/**
 * These people with the managers of those who lead nobody: what is said of a rep stands on their manager's Home. What a lead sees of a
 * manager is counted from whole teams, and drawn when it is opened.
 */
export async function withManagersOfReps(store: Store, personIds: readonly PersonId[]): Promise<number[]> {
  if (personIds.length === 0) return [];
  const leading = new Set((await oneLineTo(store, personIds)).map(({ managerId }) => managerId));
  const reps = personIds.filter((id) => !leading.has(id));
  return [...new Set([...personIds, ...(await managersOfPeople(store, reps))])];
}

/** Those who report to one of these: where somebody is put under another, each of their reps reads on Home who is above now. */
export async function reportsBelow(store: Store, managerIds: readonly PersonId[]): Promise<number[]> {
  return (await linesTo(store, managerIds)).map(({ personId }) => personId);
}

async function managersOfPeople(store: Store, personIds: readonly PersonId[]): Promise<number[]> {
  const rows = await linesOfPeople(store, { personIds: asOneValue(personIds) });
  return rows.map(({ managerId }) => managerId);
}

const linesOfPeople = prepared((database, { workspaceId, personIds }: Given<{ readonly personIds: string }>) =>
  selectLines({ database, workspaceId })
    .where('reportingLine.personId', 'in', oneOfThose(personIds))
    .where('reportingLine.endedOn', 'is', null),
);

/** The lines of these people and of everybody above them. */
export async function linesAbove(store: Store, personIds: readonly PersonId[]): Promise<ReportingLine[]> {
  return chainsAbove(store, { personIds: asOneValue(personIds) });
}

const chainsAbove = prepared((database, { workspaceId, personIds }: Given<{ readonly personIds: string }>) => {
  const chain = sql<number>`(
    with recursive above (id, depth) as (
      select number, 0 from ${oneOfThose(personIds)} as listed
      union
      select line.manager_id, above.depth + 1 from above
      join reporting_line line on line.workspace_id = ${workspaceId} and line.person_id = above.id and line.ended_on is null
      where above.depth < ${deepest}
    ) select id from above)`;
  return selectLines({ database, workspaceId })
    .where('reportingLine.personId', 'in', chain)
    .where('reportingLine.endedOn', 'is', null)
    .where('person.leftOn', 'is', null);
});

/** The lines of those who report to one of these. */
export async function linesTo(store: Store, managerIds: readonly PersonId[]): Promise<ReportingLine[]> {
  if (managerIds.length === 0) return [];
  return linesToManagers(store, { managerIds: asOneValue(managerIds) });
}

const linesToManagers = prepared((database, { workspaceId, managerIds }: Given<{ readonly managerIds: string }>) =>
  selectLines({ database, workspaceId })
    .where('reportingLine.managerId', 'in', oneOfThose(managerIds))
    .where('reportingLine.endedOn', 'is', null)
    .where('person.leftOn', 'is', null),
);

/** Of each of these who has reports, the line of one of them. */
async function oneLineTo(store: Store, managerIds: readonly PersonId[]): Promise<ReportingLine[]> {
  if (managerIds.length === 0) return [];
  return firstLineToEach(store, { managerIds: asOneValue(managerIds) });
}

const firstLineToEach = prepared((database, { workspaceId, managerIds }: Given<{ readonly managerIds: string }>) => {
  const first = database
    .selectFrom('reportingLine as line')
    .innerJoin('person as report', 'report.id', 'line.personId')
    .select(({ fn }) => fn.min('line.id').as('first'))
    .where('line.workspaceId', '=', workspaceId)
    .where('line.managerId', 'in', oneOfThose(managerIds))
    .where('line.endedOn', 'is', null)
    .where('report.leftOn', 'is', null)
    .groupBy('line.managerId');
  return selectLines({ database, workspaceId }).where('reportingLine.id', 'in', first);
});
