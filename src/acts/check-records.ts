import type { PersonId } from '../behaviours/ids.ts';
import { linesNear } from '../store/lines-near.ts';
import type { Behaviour } from '../behaviours/behaviour.ts';
import type { Field } from '../behaviours/field.ts';
import { FieldError } from '../errors.ts';
import { mayLog } from '../leading/whom.ts';
import { findAssignment } from '../store/cycles.ts';
import type { Store } from '../store/db.ts';
import { findIdea } from '../store/ideas.ts';
import type { Interaction } from '../store/interactions.ts';
import type { Person } from '../store/people.ts';
import { findPromise } from '../store/promises.ts';
import { isLocalDate } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import { onRecordOf } from './apply-changes.ts';
import type { Entry } from './check-entry.ts';
import { tellsOf } from './team-promise.ts';

interface Checked {
  readonly behaviour: Behaviour;
  readonly entry: Entry;
  readonly rep: Person | undefined;
  /** The manager's local day. */
  readonly today: LocalDate;
  /** What stood there before may stay. */
  readonly before: Interaction | undefined;
}

/**
 * Do the days, people and records that an entry names exist for this rep and this manager? Whether a record is still open is seen
 * when it is changed.
 * @throws FieldError beside the field
 */
export async function checkRecords(store: Store, acting: Person, checked: Checked): Promise<void> {
  const { behaviour, entry, rep, before } = checked;
  for (const field of behaviour.form) {
    const value = entry.details[field.id];
    const isAsBefore = before !== undefined && before.repId === entry.repId && before.details[field.id] === value;
    if (value === undefined || isAsBefore) continue;
    if (field.kind === 'date') checkDay(field.id, String(value), checked.today);
    if (field.kind === 'person') await checkColleague(store, acting, rep, field.id, Number(value));
    if (field.kind === 'record' && !(await isTheirs(store, acting, rep, field.of, Number(value))))
      throw new FieldError(field.id, `Choose one that belongs to ${rep?.name ?? 'that person'}.`);
  }
  await checkPromise(store, checked);
}

function checkDay(field: string, day: string, today: LocalDate): void {
  if (!isLocalDate(day)) throw new FieldError(field, 'Choose a day from the calendar.');
  if (day < today) throw new FieldError(field, 'That day has passed. Choose today or later.');
}

async function checkColleague(
  store: Store,
  acting: Person,
  rep: Person | undefined,
  field: string,
  personId: PersonId,
): Promise<void> {
  if (personId === rep?.id || !mayLog('rep', acting.id, personId, await linesNear(store, [acting.id])))
    throw new FieldError(field, 'Choose someone else on your team.');
}

async function isTheirs(
  store: Store,
  acting: Person,
  rep: Person | undefined,
  of: Extract<Field, { kind: 'record' }>['of'],
  id: number,
): Promise<boolean> {
  if (!Number.isSafeInteger(id)) return false;
  switch (of) {
    case 'promise':
      return tellsOf(await findPromise(store, id), acting, rep);
    case 'assignment':
      return rep !== undefined && (await findAssignment(store, id))?.repId === rep.id;
    case 'idea':
      return rep !== undefined && (await findIdea(store, id))?.repId === rep.id;
  }
}

/** A promise has words and a day, or there is none. */
async function checkPromise(store: Store, { behaviour, entry, rep, today, before }: Checked): Promise<void> {
  const { text, by } = entry.promise ?? {};
  if (text === undefined && by === undefined) return;
  if (behaviour.about !== 'rep' || rep === undefined)
    throw new FieldError('promise', 'You can promise something only to your own reps. Leave it out.');
  if (by === undefined) throw new FieldError('promiseBy', 'Choose the day you’ll do it by.');
  if (text === undefined) throw new FieldError('promise', 'Write what you promised, or remove the date.');
  const standing = before === undefined ? undefined : (await onRecordOf(store, before.id)).promise;
  if (standing?.dueOn !== by) checkDay('promiseBy', by, today);
}
