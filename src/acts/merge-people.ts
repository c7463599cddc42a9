import type { PersonId } from '../behaviours/ids.ts';
import { linesNear } from '../store/lines-near.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { checkMerge } from '../leading/may-merge.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { forgetToldEnd } from '../store/line-tellings.ts';
import { movePerson, rowsBetween } from '../store/move-person.ts';
import { noSlackAccount, unpark } from '../store/outbox.ts';
import { findPerson } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import {
  addPeopleChange,
  changeRow,
  dropRow,
  findPeopleChange,
  findRow,
  markUndone,
  putRowBack,
  rowChangesOf,
} from '../store/people-changes.ts';
import type { RowChange } from '../store/people-changes.ts';
import type { Row } from '../store/person-places.ts';
import { openPulseOf } from '../store/pulses.ts';
import { moveSeat } from '../store/pulse-seats.ts';
import { openLineRow, selfLineRows } from '../store/line-rows.ts';
import { followReportingLines } from './follow-reporting-lines.ts';
import { localDayOf } from './local-day.ts';

/**
 * Two on record turn out to be one: everything of the second goes to the first, who stays. The first's manager, address and account
 * count where both have one; the second's fill in what the first has not. Both accounts and all addresses lead to the first.
 * @throws UserError where they can't be one: a line or entries between them, a circle, two seats in a pulse
 */
export async function mergePeople(
  context: Pick<Context, 'newId'>,
  outer: Store,
  { keptId, goneId, actorId }: { readonly keptId: number; readonly goneId: number; readonly actorId: PersonId | null },
  now: Date,
): Promise<{ mergeId: number }> {
  return writing(outer, async (store) => {
    const [kept, gone] = [await personOf(store, keptId), await personOf(store, goneId)];
    await check(store, kept, gone);
    const mergeId = await addPeopleChange(store, { kind: 'merge', personId: keptId, goneId, actorId }, now);
    await settleLines(store, mergeId, kept, gone, now);
    await joinFacts(store, mergeId, kept, gone, now);
    await movePerson(store, { changeId: mergeId, from: goneId, to: keptId });
    if (kept.slackUserId === null && gone.slackUserId !== null) await unpark(store, noSlackAccount, keptId);
    await recordAudit(store, auditOf('people.merged', keptId, actorId, goneId, mergeId), now);
    await followReportingLines(context, store, 'everybody', actorId, now);
    return { mergeId };
  });
}

/**
 * Takes a merge back: every row is as it was, but for what was changed since; what came since stays with whoever stayed.
 * @throws UserError if there is no such merge, or it was taken back already
 */
export async function undoMerge(
  context: Pick<Context, 'newId'>,
  outer: Store,
  { mergeId, actorId }: { readonly mergeId: number; readonly actorId: PersonId | null },
  now: Date,
): Promise<void> {
  await writing(outer, async (store) => {
    const merge = await findPeopleChange(store, mergeId);
    const { personId: keptId, goneId } = merge ?? { personId: null, goneId: null };
    if (merge?.kind !== 'merge' || keptId === null || goneId === null)
      throw new UserError('There’s no such merge. Nothing changed.');
    if (merge.isUndone) throw new UserError('That merge was already undone.');
    const kept = await personOf(store, keptId);
    if (kept.leftWhy === 'merged')
      throw new UserError(`${kept.name} was merged with somebody else since. Take that back first.`);
    const rows = await rowChangesOf(store, mergeId);
    for (const row of rows.toReversed()) await putRowBack(store, row);
    for (const id of [keptId, goneId]) await forgetToldEnd(store, id);
    for (const pulseId of seatsMoved(rows)) await moveSeat(store, pulseId, keptId, goneId);
    await markUndone(store, mergeId, actorId, now);
    await recordAudit(store, auditOf('people.merge-undone', keptId, actorId, goneId, mergeId), now);
    await followReportingLines(context, store, 'everybody', actorId, now);
  });
}

async function personOf(store: Store, id: number): Promise<Person> {
  const person = await findPerson(store, id);
  if (person === undefined) throw new UserError(`There’s no one with the id ${id}.`);
  return person;
}

async function check(store: Store, kept: Person, gone: Person): Promise<void> {
  const names = new Map([kept, gone].map(({ id, name }) => [id, name]));
  const [keptPulse, gonePulse] = [await openPulseOf(store, kept.id), await openPulseOf(store, gone.id)];
  checkMerge(
    candidate(kept),
    candidate(gone),
    await linesNear(store, [kept.id, gone.id]),
    kept.id === gone.id ? 0 : await rowsBetween(store, kept.id, gone.id),
    keptPulse !== undefined && gonePulse !== undefined,
    (id) => names.get(id) ?? 'Somebody',
  );
}

function candidate({ id, name, leftOn, leftWhy }: Person) {
  return { id, name, hasLeft: leftOn !== null, isMerged: leftWhy === 'merged' };
}

/** One person has one manager: the first's. A line between the two says nothing any more. */
async function settleLines(store: Store, mergeId: number, kept: Person, gone: Person, now: Date): Promise<void> {
  for (const row of await selfLineRows(store, kept.id, gone.id))
    await dropRow(store, mergeId, 'reportingLine', { key: { id: row['id'] ?? null }, before: row });
  const [own, other] = [await openLineRow(store, kept.id), await openLineRow(store, gone.id)];
  if (other === undefined || (own === undefined && gone.leftOn === null)) return;
  const isSame = own?.['managerId'] === other['managerId'];
  const after: Row = {
    endedOn: gone.leftOn ?? (await localDayOf(store, kept, now)),
    ...(isSame && { endToldAt: now.toISOString() }),
  };
  await changeRow(store, mergeId, 'reportingLine', {
    key: { id: other['id'] ?? null },
    before: { endedOn: null, ...(isSame && { endToldAt: other['endToldAt'] ?? null }) },
    after,
  });
}

/** What the first lacks is filled in from the second; an account brings along what Slack says by it. */
async function joinFacts(store: Store, mergeId: number, kept: Person, gone: Person, now: Date): Promise<void> {
  const [own, other] = [
    await findRow(store, 'person', { id: kept.id }),
    await findRow(store, 'person', { id: gone.id }),
  ];
  if (own === undefined || other === undefined) throw new Error('Somebody who is merged is not there');
  const blank = filledIn.filter((column) => own[column] === null && other[column] !== null);
  const bringsAccount = blank.includes('slackUserId');
  const taken: Row = Object.fromEntries([
    ...blank.map((column) => [column, other[column] ?? null] as const),
    ...(bringsAccount ? ofAccount.map((column) => [column, other[column] ?? null] as const) : []),
  ]);
  const given: Row = {
    leftOn: gone.leftOn ?? (await localDayOf(store, gone, now)),
    leftWhy: 'merged',
    mergedIntoId: kept.id,
    ...Object.fromEntries(unique.filter((column) => blank.includes(column)).map((column) => [column, null])),
  };
  // The second gives away first: no two may have one address or account.
  await changeRow(store, mergeId, 'person', changed({ id: gone.id }, other, given));
  await changeRow(store, mergeId, 'person', changed({ id: kept.id }, own, taken));
}

const unique = ['slackUserId', 'email'] as const;
const filledIn = [...unique, 'timeZone', 'country', 'startedOn', 'team', 'welcomedAt'] as const;
const ofAccount = ['isAdmin', 'outSince', 'outUntil'] as const;

function changed(key: Row, row: Row, after: Row): { key: Row; before: Row; after: Row } {
  return { key, after, before: Object.fromEntries(Object.keys(after).map((column) => [column, row[column] ?? null])) };
}

/** Pulses in which the second had a seat that went to the first. */
function seatsMoved(rows: readonly RowChange[]): number[] {
  return rows.flatMap(({ table, before, after, key }) =>
    table === 'pulseMember' && before !== null && after !== null && typeof key['pulseId'] === 'number'
      ? [key['pulseId']]
      : [],
  );
}

function auditOf(event: string, subjectId: number, actorId: PersonId | null, gone: number, merge: number) {
  return { actorId, event, subjectKind: 'person', subjectId, details: { gone, merge } };
}
