import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { correctRecord } from '../../src/acts/correct-record.ts';
import type { RecordReference } from '../../src/behaviours/behaviour.ts';
import { FieldError, UserError } from '../../src/errors.ts';
import type { Correction } from '../../src/leading/wrong-record.ts';
import { cyclesOf, findAssignment, openCycle, settleAssignment } from '../../src/store/cycles.ts';
import { addExpectation, expectationsOf } from '../../src/store/expectations.ts';
import { addGoal, goalsOf } from '../../src/store/goals.ts';
import { addIdea, ideasOf, markIdeaUsed } from '../../src/store/ideas.ts';
import { interactionsBetween } from '../../src/store/interactions.ts';
import { findNudge } from '../../src/store/nudges.ts';
import { addPromise, findPromise } from '../../src/store/promises.ts';
import { dueFor, planOf } from '../helpers/nudges.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const earlier: LocalDate = '2026-11-02';
const lately: LocalDate = '2026-11-20';
const later: LocalDate = '2026-12-01';

async function putRight(behaviour: string, record: RecordReference, correction: Correction, on?: LocalDate) {
  const { dana, priya } = office.people;
  const item = ['promise', 'idea'].includes(record.kind) ? `${record.kind}:${record.id}` : null;
  const due = dueFor(priya.id, { behaviour, item });
  const evidence = { ...due.evidence, record };
  const nudges = await planOf(office.store, dana.id, [{ ...due, evidence }], office.context.clock());
  const nudge = nudges.find((planned) => planned.behaviour === behaviour);
  const input = { nudgeId: nudge?.id ?? 0, correction, on, once: `view:${behaviour}` };
  await correctRecord(office.context, dana, input);
  return findNudge(office.store, nudge?.id ?? 0);
}

async function cycle() {
  const { dana, priya } = office.people;
  const agreed = { gap: 'Talks too early', rootCause: 'skill', assignment: 'Wait' } as const;
  const days = { openedOn: earlier, dueOn: lately };
  const id = await openCycle(
    office.store,
    { managerId: dana.id, repId: priya.id, ...agreed, ...days },
    office.context.clock(),
  );
  const [found] = await cyclesOf(office.store, priya.id);
  return { id, assignment: found?.assignments[0]?.id ?? 0 };
}

async function promise(repId = office.people.priya.id): Promise<number> {
  const days = { madeOn: earlier, dueOn: lately };
  return addPromise(
    office.store,
    { managerId: office.people.dana.id, repId, text: 'Call', ...days },
    office.context.clock(),
  );
}

async function logged(): Promise<string[]> {
  return (await interactionsBetween(office.store, { limit: 9 })).map(
    (entry) => `${entry.behaviour} ${entry.happenedOn}`,
  );
}

describe('“This is wrong”', () => {
  test('a promise: kept, and the rep hears it', async () => {
    const id = await promise();
    expect(await putRight('keep-promise', { kind: 'promise', id }, 'kept')).toMatchObject({ state: 'wrong' });
    expect(await findPromise(office.store, id)).toMatchObject({ state: 'kept', settledOn: '2026-11-23' });
    expect((await office.outbox()).map(({ kind }) => kind)).toContain('promise-kept');
  });

  test('a promise to somebody else is not touched', async () => {
    const id = await promise(office.people.sam.id);
    await expect(putRight('keep-promise', { kind: 'promise', id }, 'dropped')).rejects.toThrow(UserError);
    expect(await findPromise(office.store, id)).toMatchObject({ state: 'open' });
  });

  test('an assignment: seen on a day, which stands in the log; the cycle stays open', async () => {
    const { assignment } = await cycle();
    await putRight('evaluate-assignment', { kind: 'assignment', id: assignment }, 'seen', lately);
    expect(await findAssignment(office.store, assignment)).toMatchObject({ state: 'improved', settledOn: lately });
    expect(await cyclesOf(office.store, office.people.priya.id)).toMatchObject([
      { closedOn: null, evaluatedOn: lately },
    ]);
    expect(await logged()).toEqual([`evaluate-assignment ${lately}`]);
  });

  test('an assignment can’t be seen before it was agreed', async () => {
    const { assignment } = await cycle();
    const record = { kind: 'assignment', id: assignment } as const;
    await expect(putRight('evaluate-assignment', record, 'seen', '2026-11-01')).rejects.toThrow(FieldError);
    expect(await findAssignment(office.store, assignment)).toMatchObject({ state: 'open' });
  });

  test('an assignment that wasn’t missed is to be looked at again on another day', async () => {
    const { id, assignment } = await cycle();
    await settleAssignment(office.store, {
      id: assignment,
      cycleId: id,
      state: 'missed',
      on: lately,
      closesCycle: false,
    });
    await putRight('early-conversation', { kind: 'assignment', id: assignment }, 'move', later);
    expect(await findAssignment(office.store, assignment)).toMatchObject({
      state: 'open',
      dueOn: later,
      settledOn: null,
    });
  });

  test('a cycle, goals and an expectation: looked at meanwhile', async () => {
    const { dana, priya } = office.people;
    const now = office.context.clock();
    const { id } = await cycle();
    await putRight('development-gap', { kind: 'cycle', id }, 'seen', lately);
    expect(await cyclesOf(office.store, priya.id)).toMatchObject([{ evaluatedOn: lately, closedOn: null }]);
    const goal = await addGoal(office.store, { repId: priya.id, authorId: priya.id, text: 'Lead', on: earlier }, now);
    await putRight('personal-goals', { kind: 'goal', id: goal }, 'looked-at', lately);
    expect(await goalsOf(office.store, priya.id)).toMatchObject([{ revisitedOn: lately, recordedOn: earlier }]);
    const stated = { managerId: dana.id, repId: priya.id, text: 'On time', on: earlier };
    const expectation = await addExpectation(office.store, stated, now);
    await putRight('set-standards', { kind: 'expectation', id: expectation }, 'still-holds', lately);
    expect(await expectationsOf(office.store, priya.id)).toMatchObject([{ statedOn: lately }]);
    expect(await logged()).toEqual([`personal-goals ${lately}`]);
  });

  test('an idea: credited on a day, or not used at all', async () => {
    const { priya } = office.people;
    const now = office.context.clock();
    const add = async () => {
      const id = await addIdea(office.store, { repId: priya.id, text: 'Numbers first', heardOn: earlier }, now);
      await markIdeaUsed(office.store, id, earlier, null);
      return id;
    };
    await putRight('ask-their-plan', { kind: 'idea', id: await add() }, 'credited', lately);
    expect(await ideasOf(office.store, priya.id)).toMatchObject([{ creditedOn: lately, usedOn: earlier }]);
    const other = await add();
    const due = dueFor(priya.id, { behaviour: 'ask-their-plan', item: `idea:${other}` });
    const evidence = { ...due.evidence, record: { kind: 'idea', id: other } as const };
    const [nudge] = await planOf(office.store, office.people.dana.id, [{ ...due, evidence }], now, 'plan:2026-11-16');
    const input = { nudgeId: nudge?.id ?? 0, correction: 'not-used', on: undefined, once: 'view:not-used' } as const;
    await correctRecord(office.context, office.people.dana, input);
    expect((await ideasOf(office.store, priya.id)).find(({ id }) => id === other)).toMatchObject({ usedOn: null });
  });

  test('what doesn’t fit the record is refused', async () => {
    const id = await promise();
    await expect(putRight('keep-promise', { kind: 'promise', id }, 'won')).rejects.toThrow('no longer fits');
    await expect(putRight('keep-promise', { kind: 'promise', id }, 'move', lately)).rejects.toThrow(
      'That day has passed',
    );
    expect(await findPromise(office.store, id)).toMatchObject({ state: 'open', dueOn: lately });
  });
});
