/** "This is wrong" about a record of leadership: a promise, an assignment, a cycle, a goal, an expectation, an idea. */
import type { RecordReference } from '../behaviours/behaviour.ts';
import type { Detail } from '../behaviours/facts.ts';
import type { PersonId } from '../behaviours/ids.ts';
import { keeperOf } from '../behaviours/keeper.ts';
import type { Context } from '../context.ts';
import { FieldError, UserError } from '../errors.ts';
import type { Correction, RecordState } from '../leading/wrong-record.ts';
import { recordAudit } from '../store/audit.ts';
import { changeAssignment, reopenAssignment, setEvaluated } from '../store/cycle-changes.ts';
import { findAssignment, findCycle, settleAssignment } from '../store/cycles.ts';
import type { Store } from '../store/db.ts';
import { changeExpectation, findExpectation, removeExpectation } from '../store/expectations.ts';
import { revisitGoals } from '../store/goals.ts';
import { findIdea, markIdeaCredited, restoreIdea } from '../store/ideas.ts';
import type { Person } from '../store/people.ts';
import { findPromise, movePromise, settlePromise } from '../store/promises.ts';
import type { LocalDate } from '../time/zoned.ts';
import { refreshCycle } from './changes/cycles.ts';
import { tellOfKept } from './kept-promise.ts';
import { refreshPromise } from './refresh-promise.ts';
import { refreshAbout } from './refresh.ts';

interface Given {
  readonly context: Pick<Context, 'newId' | 'behaviours'>;
  readonly store: Store;
  readonly acting: Person;
  readonly repId: PersonId | null;
  /** The day that was chosen; the manager's local day. */
  readonly on: LocalDate;
  readonly today: LocalDate;
  readonly now: Date;
}

/** What of an entry follows from it; undefined where nothing happened that belongs into the log. */
type Logged = Readonly<Record<string, Detail>> | undefined;

/** How the record stands, as far as it decides what can be corrected. */
export async function stateOf(store: Store, record: RecordReference | null): Promise<Omit<RecordState, 'isOwnEntry'>> {
  switch (record?.kind) {
    case 'promise':
      return { isOpen: (await findPromise(store, record.id))?.state === 'open' };
    case 'assignment': {
      const state = (await findAssignment(store, record.id))?.state;
      return { isOpen: state === 'open', isMissed: state === 'missed' };
    }
    case 'expectation': {
      const expectation = await findExpectation(store, record.id);
      return { isConfirmed: expectation !== undefined && expectation.acknowledgedOn !== null };
    }
    default:
      return {};
  }
}

/**
 * Puts the record right that a nudge stood on.
 * @returns the details of the entry that it makes in the log, if it makes one
 * @throws UserError, FieldError if the record is gone, isn't this rep's, or the day doesn't fit
 */
export async function putRight(given: Given, record: RecordReference, correction: Correction): Promise<Logged> {
  const logged = await change(given, record, correction);
  const event = { actorId: given.acting.id, event: `${record.kind}.corrected`, subjectKind: record.kind };
  await recordAudit(given.store, { ...event, subjectId: record.id, details: { correction } }, given.now);
  return logged;
}

function change(given: Given, record: RecordReference, correction: Correction): Promise<Logged> {
  switch (record.kind) {
    case 'promise':
      return putPromiseRight(given, record.id, correction);
    case 'assignment':
      return putAssignmentRight(given, record.id, correction);
    case 'cycle':
      return lookedAtCycle(given, record.id);
    case 'goal':
      return lookedAtGoals(given);
    case 'expectation':
      return putExpectationRight(given, record.id, correction);
    case 'idea':
      return putIdeaRight(given, record.id, correction);
    case 'interaction':
    case 'deal':
    case 'ask':
      return Promise.resolve(undefined);
  }
}

async function putPromiseRight(given: Given, id: number, correction: Correction): Promise<Logged> {
  const { context, store, acting, on, today, now } = given;
  const promise = await findPromise(store, id);
  const repId = promise?.pulseId === null ? promise.repId : null;
  if (promise === undefined || keeperOf(promise) !== acting.id || repId !== given.repId) throw gone();
  if (correction === 'move') await movePromise(store, id, on);
  else await settlePromise(store, id, correction === 'kept' ? 'kept' : 'dropped', today);
  if (correction === 'kept') await tellOfKept(context, store, acting, promise, now);
  await refreshPromise(store, id);
  return undefined;
}

async function putAssignmentRight(given: Given, id: number, correction: Correction): Promise<Logged> {
  const { store, on } = given;
  const assignment = await findAssignment(store, id);
  if (assignment?.repId !== given.repId) throw gone();
  if (correction === 'move') {
    await reopenAssignment(store, id);
    await changeAssignment(store, id, { dueOn: on });
  } else {
    if (on < assignment.agreedOn) throw new FieldError('on', 'That’s before you agreed on it. Choose a later day.');
    await settleAssignment(store, { id, cycleId: assignment.cycleId, state: 'improved', on, closesCycle: false });
  }
  await refreshCycle(store, assignment.cycleId);
  return correction === 'move' ? undefined : { assignmentSeen: String(id), result: 'improved' };
}

async function lookedAtCycle({ store, repId, on }: Given, id: number): Promise<Logged> {
  const cycle = await findCycle(store, id);
  if (cycle?.repId !== repId) throw gone();
  await setEvaluated(store, id, { evaluatedOn: on, closedOn: cycle.closedOn });
  return undefined;
}

async function lookedAtGoals({ store, repId, on }: Given): Promise<Logged> {
  if (repId === null) throw gone();
  await revisitGoals(store, repId, on);
  return {};
}

async function putExpectationRight(given: Given, id: number, correction: Correction): Promise<Logged> {
  const { store, repId, on } = given;
  if ((await findExpectation(store, id))?.repId !== repId) throw gone();
  if (correction === 'withdraw') await removeExpectation(store, id);
  else await changeExpectation(store, id, { statedOn: on });
  await refreshAbout(store, 'expectation', { expectation: id });
  return undefined;
}

async function putIdeaRight({ store, repId, on }: Given, id: number, correction: Correction): Promise<Logged> {
  if ((await findIdea(store, id))?.repId !== repId) throw gone();
  if (correction === 'credited') await markIdeaCredited(store, id, on);
  else await restoreIdea(store, id, { usedOn: null, creditedOn: null });
  return undefined;
}

function gone(): UserError {
  return new UserError('That’s gone or isn’t yours, so nothing changed. Your Home tab has the latest.');
}
