import { addExpectation, changeExpectation, findExpectation, removeExpectation } from '../../store/expectations.ts';
import { addGoal, findGoal, goalsOf, removeGoal, revisitGoals, rewordGoal, setRevisited } from '../../store/goals.ts';
import { tellRep } from '../tell-rep.ts';
import { remember } from './handler.ts';
import type { Applying, ChangeHandler } from './handler.ts';
import { refreshAbout } from '../refresh.ts';
import { localDate } from '../../time/zoned.ts';

/** What the rep said of their goals can be taken back until they changed it themselves, or both looked at it again. */
export const recordGoals: ChangeHandler<'record-goals'> = {
  async apply(given, { text }) {
    const { store, acting, rep, on, now } = given;
    const id = await addGoal(store, { repId: rep.id, authorId: acting.id, text, on }, now);
    await remember(given, 'record-goals', id);
  },
  async onRecord(store, { recordId }) {
    const goal = await findGoal(store, recordId);
    return goal && { kind: 'record-goals', text: goal.text };
  },
  async isBuiltOn(store, { recordId }) {
    const goal = await findGoal(store, recordId);
    return goal === undefined || goal.revisitedOn !== goal.recordedOn;
  },
  undo: ({ store, today }, { recordId }) => removeGoal(store, recordId, today),
  amend: ({ store }, { recordId }, { text }) => rewordGoal(store, recordId, text),
};

/** A look at the goals, remembered by the newest of them. Without goals there is nothing to look at. */
export const revisit: ChangeHandler<'revisit-goals'> = {
  async apply(given) {
    const { store, rep, on } = given;
    const goals = await goalsOf(store, rep.id);
    const newest = goals.at(-1);
    if (newest === undefined) return;
    const before = Object.fromEntries(goals.map((goal) => [`goal:${goal.id}`, goal.revisitedOn]));
    await revisitGoals(store, rep.id, on);
    await remember(given, 'revisit-goals', newest.id, { on, ...before });
  },
  onRecord: () => Promise.resolve({ kind: 'revisit-goals' }),
  async isBuiltOn(store, { recordId, remembered }) {
    return (await findGoal(store, recordId))?.revisitedOn !== remembered['on'];
  },
  async undo({ store }, { remembered }) {
    for (const [key, on] of Object.entries(remembered))
      if (key.startsWith('goal:')) await setRevisited(store, Number(key.slice('goal:'.length)), localDate(String(on)));
  },
};

/** What is expected can be put right until the rep confirmed having read it. */
export const stateExpectation: ChangeHandler<'state-expectation'> = {
  async apply(given, { text }) {
    const { context, store, acting, rep, on, now } = given;
    const id = await addExpectation(store, { managerId: acting.id, repId: rep.id, text, on }, now);
    await remember(given, 'state-expectation', id);
    await tellRep(context, store, { kind: 'expectation', repId: rep.id, subject: { expectation: id } }, now);
  },
  async onRecord(store, { recordId }) {
    const expectation = await findExpectation(store, recordId);
    return expectation && { kind: 'state-expectation', text: expectation.text };
  },
  async isBuiltOn(store, { recordId }) {
    const expectation = await findExpectation(store, recordId);
    return expectation?.acknowledgedOn !== null;
  },
  async undo({ store }, { recordId }) {
    await removeExpectation(store, recordId);
    await refresh(store, recordId);
  },
  async amend({ store }, { recordId }, { text }) {
    await changeExpectation(store, recordId, { text });
    await refresh(store, recordId);
  },
};

async function refresh(store: Applying['store'], expectation: number): Promise<void> {
  await refreshAbout(store, 'expectation', { expectation });
}
