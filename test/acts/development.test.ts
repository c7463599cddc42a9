/** What a rep does with their own development, and who may look at it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commentOnCycle } from '../../src/acts/comment-on-cycle.ts';
import { cycleFor } from '../../src/acts/development.ts';
import { acknowledge } from '../../src/acts/expectations.ts';
import { addOwnGoal, changeOwnGoal, mostGoals, removeOwnGoal } from '../../src/acts/goals.ts';
import { cycleCommentMessage } from '../../src/slack/messages/cycle-comment.ts';
import { findCycle, findCycleComment, openCycle } from '../../src/store/cycles.ts';
import { addExpectation, findExpectation } from '../../src/store/expectations.ts';
import { goalsOf } from '../../src/store/goals.ts';
import type { Person } from '../../src/store/people.ts';
import { setManager } from '../../src/store/reporting-lines.ts';
import { validateMessage } from '@firstline/slack-sandbox/blocks';
import { auditEvents } from '../helpers/audit.ts';
import { asJson, buttonsOf, wordsOf } from '../helpers/blocks.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

async function cycleOf(rep: Person, manager: Person): Promise<number> {
  const words = { gap: 'Talks before asking', assignment: 'Two questions first', rootCause: 'skill' } as const;
  const people = { managerId: manager.id, repId: rep.id };
  return openCycle(
    office.store,
    { ...words, ...people, openedOn: '2026-11-16', dueOn: '2026-11-27' },
    office.context.clock(),
  );
}
let keys = 0;
function once(): string {
  keys += 1;
  return `view:${keys}`;
}
async function comments(acting: Person, cycleId: number, text = 'Canary: it went better'): Promise<readonly number[]> {
  return commentOnCycle(office.context, acting, { cycleId, text, once: once() });
}

describe('a comment on a cycle', () => {
  test('reaches the other one of the two, once each, and nobody else', async () => {
    const { dana, priya } = office.people;
    const cycle = await cycleOf(priya, dana);
    expect(await comments(priya, cycle)).toEqual([priya.id, dana.id]);
    expect(await comments(dana, cycle, 'Well done')).toEqual([dana.id, priya.id]);
    const sent = (await office.outbox()).filter(({ kind }) => kind === 'cycle-comment');
    expect(sent.map(({ recipientId }) => recipientId)).toEqual([dana.id, priya.id]);
    expect((await findCycle(office.store, cycle))?.comments).toMatchObject([
      { authorId: priya.id, text: 'Canary: it went better' },
      { authorId: dana.id, text: 'Well done' },
    ]);
    expect(JSON.stringify([sent, await auditEvents(office.store)])).not.toContain('Canary');
  });

  test('counts once however often it arrives, and needs words', async () => {
    const { dana, priya } = office.people;
    const cycleId = await cycleOf(priya, dana);
    const input = { cycleId, text: 'It went better', once: 'view:same' };
    await commentOnCycle(office.context, priya, input);
    expect(await commentOnCycle(office.context, priya, input)).toEqual([]);
    await expect(comments(priya, cycleId, ' ')).rejects.toThrow('Write a sentence');
    expect((await findCycle(office.store, cycleId))?.comments).toHaveLength(1);
  });

  test('is refused to a lead, a colleague, a stranger and an earlier manager', async () => {
    const { dana, priya, sam, lee, omar } = office.people;
    const cycle = await cycleOf(priya, dana);
    for (const acting of [lee, sam, omar]) {
      await expect(comments(acting, cycle)).rejects.toThrow('can’t read that');
      expect(await cycleFor(office.store, acting.id, cycle)).toBeUndefined();
    }
    await setManager(office.store, priya.id, omar.id, '2026-11-23');
    await expect(comments(dana, cycle)).rejects.toThrow('can’t read that');
    expect(await comments(omar, cycle)).toEqual([omar.id, priya.id]);
  });

  test('is told with the words and a way to answer, and not to somebody who may no longer read it', async () => {
    const { dana, priya, omar } = office.people;
    const cycle = await cycleOf(priya, dana);
    await comments(priya, cycle, '😀'.repeat(1500));
    const [delivery] = (await office.outbox()).filter(({ kind }) => kind === 'cycle-comment');
    const subject = delivery?.subject ?? {};
    expect((await findCycleComment(office.store, Number(subject['comment'])))?.authorId).toBe(priya.id);
    const render = (to: Person) => cycleCommentMessage.render(office.context, subject, to, office.context.clock());
    const message = await render(dana);
    expect(validateMessage(asJson(message))).toEqual([]);
    expect(wordsOf(message)).toContain('Priya Nair wrote about what you two work on');
    expect(buttonsOf(message)).toEqual(['Answer']);
    expect(await render(priya)).toBeUndefined();
    expect(await render(omar)).toBeUndefined();
    await setManager(office.store, priya.id, omar.id, '2026-11-23');
    expect(await render(dana)).toBeUndefined();
  });
});

describe('goals', () => {
  test('are the rep’s own: added, changed and removed by nobody else', async () => {
    const { dana, priya, sam } = office.people;
    const { context, store } = office;
    expect(await addOwnGoal(context, priya, { text: ' Lead a team ', once: once() })).toEqual([priya.id, dana.id]);
    const [goal] = await goalsOf(store, priya.id);
    expect(goal).toMatchObject({ text: 'Lead a team', authorId: priya.id, recordedOn: '2026-11-23' });
    const goalId = goal?.id ?? 0;
    for (const acting of [dana, sam]) {
      const change = changeOwnGoal(context, acting, { goalId, text: 'Sell more', once: once() });
      await expect(change).rejects.toThrow('isn’t yours');
      await expect(removeOwnGoal(context, acting, { goalId, once: once() })).rejects.toThrow('isn’t yours');
    }
    await changeOwnGoal(context, priya, { goalId, text: 'Lead a region', once: once() });
    expect(await goalsOf(store, priya.id)).toMatchObject([{ text: 'Lead a region' }]);
    await removeOwnGoal(context, priya, { goalId, once: once() });
    expect(await goalsOf(store, priya.id)).toEqual([]);
    await expect(removeOwnGoal(context, priya, { goalId, once: once() })).rejects.toThrow('is gone');
    expect((await auditEvents(store)).map(({ event }) => event)).toEqual([
      'goal.added',
      'goal.changed',
      'goal.removed',
    ]);
  });

  test('are words, ten at most, and each form counts once', async () => {
    const { priya } = office.people;
    const same = once();
    for (let number = 0; number < mostGoals; number += 1)
      await addOwnGoal(office.context, priya, { text: `Goal ${number}`, once: number === 0 ? same : once() });
    expect(await addOwnGoal(office.context, priya, { text: 'Again', once: same })).toEqual([]);
    await expect(addOwnGoal(office.context, priya, { text: 'Eleven', once: once() })).rejects.toThrow('10 goals');
    await expect(addOwnGoal(office.context, priya, { text: '', once: once() })).rejects.toThrow('Write what you want');
    expect(await goalsOf(office.store, priya.id)).toHaveLength(10);
  });
});

describe('an expectation', () => {
  test('is confirmed by the rep it was written for, once, and by nobody else', async () => {
    const { dana, priya, sam } = office.people;
    const now = office.context.clock();
    const written = { managerId: dana.id, repId: priya.id, text: 'Ten calls a week', on: '2026-11-20' } as const;
    const id = await addExpectation(office.store, written, now);
    for (const acting of [dana, sam])
      await expect(acknowledge(office.context, acting, id)).rejects.toThrow('wasn’t written for you');
    expect(await acknowledge(office.context, priya, id)).toEqual([priya.id, dana.id]);
    office.moveTo('2026-11-25T10:00:00Z');
    await acknowledge(office.context, priya, id);
    expect(await findExpectation(office.store, id)).toMatchObject({ acknowledgedOn: '2026-11-23' });
    const events = (await auditEvents(office.store)).filter(({ event }) => event === 'expectation.acknowledged');
    expect(events).toHaveLength(1);
  });
});
