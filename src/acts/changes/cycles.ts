import type { RootCause } from '../../behaviours/change.ts';
import type { AssignmentId, CycleId } from '../../behaviours/ids.ts';
import { FieldError } from '../../errors.ts';
import {
  addAssignment,
  findAssignment,
  findCycle,
  openCycle as addCycle,
  settleAssignment,
} from '../../store/cycles.ts';
import type { Cycle } from '../../store/cycles.ts';
import {
  changeAssignment,
  changeCycle,
  liveCycle,
  removeAssignment,
  removeCycle,
  renewCycle,
  reopenAssignment,
  restoreAgreement,
  setEvaluated,
} from '../../store/cycle-changes.ts';
import type { Store } from '../../store/db.ts';
import { findPerson } from '../../store/people.ts';
import { tellRep } from '../tell-rep.ts';
import { remember } from './handler.ts';
import type { Applying, ChangeHandler } from './handler.ts';
import { refreshAbout } from '../refresh.ts';
import { localDate } from '../../time/zoned.ts';

/**
 * A rep has one live cycle: where there is one, what was agreed now is its new gap, and its earlier assignments stay. It can be
 * taken back until its assignment was looked at, another was agreed, or somebody commented.
 */
export const openCycle: ChangeHandler<'open-cycle'> = {
  async apply(given, { gap, rootCause, assignment, dueOn }) {
    const { store, acting, rep, on, now } = given;
    const live = await liveCycle(store, rep.id);
    if (live === undefined) {
      const agreed = { managerId: acting.id, repId: rep.id, gap, rootCause, assignment, openedOn: on, dueOn };
      const id = await addCycle(store, agreed, now);
      const first = (await findCycle(store, id))?.assignments[0]?.id ?? 0;
      await remember(given, 'open-cycle', id, { assignment: first });
      return tellOfAssignment(given, id, first);
    }
    await renewCycle(store, live.id, { gap, rootCause, on, managerId: acting.id });
    const next = await addAssignment(store, { cycleId: live.id, text: assignment, agreedOn: on, dueOn }, now);
    const { id: cycleId, ...before } = live;
    await remember(given, 'open-cycle', cycleId, { assignment: next, ...before });
    await refreshCycle(store, cycleId);
    await tellOfAssignment(given, cycleId, next);
  },
  async onRecord(store, { recordId, remembered }) {
    const cycle = await findCycle(store, recordId);
    const assignment = await findAssignment(store, Number(remembered['assignment']));
    if (cycle === undefined || assignment === undefined) return undefined;
    const { gap, rootCause } = cycle;
    return { kind: 'open-cycle', gap, assignment: assignment.text, dueOn: assignment.dueOn, rootCause };
  },
  async isBuiltOn(store, { recordId, remembered }) {
    const cycle = await findCycle(store, recordId);
    const [newest] = cycle?.assignments ?? [];
    return (
      cycle?.closedOn !== null ||
      newest?.id !== remembered['assignment'] ||
      newest?.state !== 'open' ||
      cycle.comments.length > 0
    );
  },
  async undo({ store }, { recordId, remembered }) {
    await removeAssignment(store, Number(remembered['assignment']));
    const { gap, rootCause, openedOn, evaluatedOn } = remembered;
    const agreedBefore = await findPerson(store, Number(remembered['managerId'] ?? 0));
    if (gap === undefined) await removeCycle(store, recordId);
    else
      await restoreAgreement(store, recordId, {
        gap,
        rootCause: rootCause as RootCause,
        openedOn: localDate(String(openedOn)),
        evaluatedOn: evaluatedOn === null ? null : localDate(String(evaluatedOn)),
        ...(agreedBefore === undefined ? {} : { managerId: agreedBefore.id }),
      });
    await refreshMessage(store, recordId, Number(remembered['assignment']));
  },
  async amend({ store }, { recordId, remembered }, { gap, rootCause, assignment, dueOn }) {
    await changeCycle(store, recordId, { gap, rootCause });
    await changeAssignment(store, Number(remembered['assignment']), { text: assignment, dueOn });
    await refreshCycle(store, recordId);
  },
};

/** What was seen can be taken back until the next assignment was looked at, or the rep has another live cycle. */
export const evaluate: ChangeHandler<'evaluate-assignment'> = {
  async apply(given, { assignmentId, state, closesCycle, next }) {
    const { store, on, now } = given;
    const { assignment, cycle } = await assignmentToSee(given, assignmentId);
    await settleAssignment(store, { id: assignment.id, cycleId: cycle.id, state, on, closesCycle });
    const following =
      next === null
        ? null
        : await addAssignment(
            store,
            { cycleId: cycle.id, text: next.assignment, agreedOn: on, dueOn: next.dueOn },
            now,
          );
    await remember(given, 'evaluate-assignment', assignment.id, {
      cycle: cycle.id,
      next: following,
      evaluatedOn: cycle.evaluatedOn,
    });
    await refreshCycle(store, cycle.id);
    if (following !== null) await tellOfAssignment(given, cycle.id, following);
    if (closesCycle) {
      const subject = { cycle: cycle.id, assignment: assignment.id };
      await tellRep(given.context, store, { kind: 'cycle-closed', repId: given.rep.id, subject }, now);
    }
  },
  async onRecord(store, { recordId, remembered }) {
    const assignment = await findAssignment(store, recordId);
    const cycle = await findCycle(store, Number(remembered['cycle']));
    const next = remembered['next'] === null ? undefined : await findAssignment(store, Number(remembered['next']));
    if (assignment === undefined || cycle === undefined || assignment.state === 'open') return undefined;
    return {
      kind: 'evaluate-assignment',
      assignmentId: recordId,
      state: assignment.state,
      closesCycle: cycle.closedOn !== null && cycle.closedOn === assignment.settledOn,
      next: next === undefined ? null : { assignment: next.text, dueOn: next.dueOn },
    };
  },
  async isBuiltOn(store, { recordId, remembered }) {
    const cycle = await findCycle(store, Number(remembered['cycle']));
    const assignment = cycle?.assignments.find(({ id }) => id === recordId);
    if (cycle === undefined || assignment === undefined || assignment.state === 'open') return true;
    const next = cycle.assignments.find(({ id }) => id === remembered['next']);
    const isNewest = cycle.assignments.every(({ id }) => id <= (next?.id ?? recordId));
    const hasSuccessor = cycle.closedOn !== null && (await liveCycle(store, cycle.repId)) !== undefined;
    return !isNewest || (next !== undefined && next.state !== 'open') || hasSuccessor;
  },
  async undo({ store }, { recordId, remembered }) {
    const cycleId = Number(remembered['cycle']);
    const evaluatedOn = remembered['evaluatedOn'];
    if (remembered['next'] !== null) await removeAssignment(store, Number(remembered['next']));
    await reopenAssignment(store, recordId);
    await setEvaluated(store, cycleId, {
      evaluatedOn: typeof evaluatedOn === 'string' ? localDate(evaluatedOn) : null,
      closedOn: null,
    });
    await refreshCycle(store, cycleId);
    if (remembered['next'] !== null) await refreshMessage(store, cycleId, Number(remembered['next']));
    await refreshAbout(store, 'evaluation', { cycle: cycleId, assignment: recordId });
  },
};

/** Every message to the rep about this cycle shows something old. */
export async function refreshCycle(store: Store, cycleId: CycleId): Promise<void> {
  for (const { id } of (await findCycle(store, cycleId))?.assignments ?? []) await refreshMessage(store, cycleId, id);
}

async function refreshMessage(store: Store, cycle: number, assignment: number): Promise<void> {
  await refreshAbout(store, 'assignment', { cycle, assignment });
}

async function tellOfAssignment(given: Applying, cycle: number, assignment: number): Promise<void> {
  const telling = { kind: 'cycle', repId: given.rep.id, subject: { cycle, assignment } } as const;
  await tellRep(given.context, given.store, telling, given.now);
}

/** Essay 001: a cycle closes on a later look. The rep's manager now may take it, whoever agreed on it. */
async function assignmentToSee(given: Applying, assignmentId: AssignmentId) {
  const { store, rep, on } = given;
  const assignment = await findAssignment(store, assignmentId);
  const cycle: Cycle | undefined = assignment && (await findCycle(store, assignment.cycleId));
  if (assignment?.repId !== rep.id || assignment.state !== 'open' || cycle?.closedOn !== null)
    throw new FieldError('assignmentSeen', `Choose an assignment of ${rep.name}’s that is still open.`);
  if (on < assignment.agreedOn)
    throw new FieldError('happenedOn', 'That’s before you agreed on it. Choose the day you looked again.');
  return { assignment, cycle };
}
