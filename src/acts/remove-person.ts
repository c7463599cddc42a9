import type { PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { openLineRow } from '../store/line-rows.ts';
import { forgetToldEnd } from '../store/line-tellings.ts';
import { findPerson } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import {
  addPeopleChange,
  changeRow,
  markUndone,
  newestPeopleChange,
  putRowBack,
  rowChangesOf,
} from '../store/people-changes.ts';
import { followReportingLines } from './follow-reporting-lines.ts';
import { localDayOf } from './local-day.ts';

interface Wish {
  readonly personId: PersonId;
  readonly actorId: PersonId | null;
}

/**
 * An admin takes somebody out: they are served no more, their reporting line ends, and asks go where the lines now lead. What is on
 * record of them stays.
 * @throws UserError if there is nobody, or they have left already
 */
export async function removePerson(
  context: Pick<Context, 'newId'>,
  outer: Store,
  { personId, actorId }: Wish,
  now: Date,
): Promise<void> {
  await writing(outer, async (store) => {
    const person = await findPerson(store, personId);
    if (person === undefined) throw new UserError(`There’s no one with the id ${personId}.`);
    if (person.leftOn !== null) throw new UserError(`${person.name} left on ${person.leftOn}. Nothing changed.`);
    await takeOut(store, person, actorId, now);
    await followReportingLines(context, store, [personId], actorId, now);
  });
}

/** The part of it that is about the person alone. Call it in a transaction, and have asks follow. */
export async function takeOut(store: Store, person: Person, actorId: PersonId | null, now: Date): Promise<void> {
  const personId = person.id;
  const on = await localDayOf(store, person, now);
  const changeId = await addPeopleChange(store, { kind: 'remove', personId, goneId: null, actorId }, now);
  const line = await openLineRow(store, personId);
  if (line !== undefined)
    await changeRow(store, changeId, 'reportingLine', {
      key: { id: line['id'] ?? null },
      before: { endedOn: null },
      after: { endedOn: on },
    });
  await changeRow(store, changeId, 'person', {
    key: { id: personId },
    before: { leftOn: null, leftWhy: person.leftWhy },
    after: { leftOn: on, leftWhy: 'removed' },
  });
  await recordAudit(store, { actorId, event: 'person.removed', subjectKind: 'person', subjectId: personId }, now);
}

/**
 * Takes that back: they are served again, and report to whom they reported, unless a new line was drawn since.
 * @throws UserError if an admin didn't take them out
 */
export async function restorePerson(
  context: Pick<Context, 'newId'>,
  outer: Store,
  { personId, actorId }: Wish,
  now: Date,
): Promise<void> {
  await writing(outer, async (store) => {
    const person = await findPerson(store, personId);
    const removal = await newestPeopleChange(store, 'remove', personId);
    if (person === undefined || removal === undefined || person.leftWhy !== 'removed')
      throw new UserError(`${person?.name ?? 'Nobody'} wasn’t taken out by an admin, so there’s nothing to undo.`);
    const hasNewLine = (await openLineRow(store, personId)) !== undefined;
    for (const row of (await rowChangesOf(store, removal.id)).toReversed())
      if (row.table !== 'reportingLine' || !hasNewLine) await putRowBack(store, row);
    await forgetToldEnd(store, personId);
    await markUndone(store, removal.id, actorId, now);
    await recordAudit(store, { actorId, event: 'person.restored', subjectKind: 'person', subjectId: personId }, now);
    await followReportingLines(context, store, 'everybody', actorId, now);
  });
}
