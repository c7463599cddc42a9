/** A rep moves to another manager: what goes along, and who sees what then, by the table "Who may see what". */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ask } from '../../src/acts/ask.ts';
import { makePromise, settleOwnPromise } from '../../src/acts/promises.ts';
import { askFor } from '../../src/acts/read-ask.ts';
import { setUpTeam } from '../../src/acts/set-up-team.ts';
import { settleNudges } from '../../src/jobs/settle.ts';
import { loadPersonView } from '../../src/slack/loading/person-data.ts';
import { asksOf, findAsk } from '../../src/store/asks.ts';
import { openCycle } from '../../src/store/cycles.ts';
import { addGoal } from '../../src/store/goals.ts';
import { loadFacts } from '../../src/store/facts.ts';
import { nudgesSince, openNudges } from '../../src/store/nudges.ts';
import { changePerson } from '../../src/store/people.ts';
import { findPromise, promisesOf } from '../../src/store/promises.ts';
import { addExpectation } from '../../src/store/expectations.ts';
import { dueFor, planOf } from '../helpers/nudges.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';

let office: Office;
let askId: number;
let promiseId: number;
beforeEach(async () => {
  office = await openOffice();
  const { dana, priya } = office.people;
  const words = { kind: 'help', text: 'Canary words', dealId: null, obstacle: null, neededBy: null } as const;
  await ask(office.context, priya, { ...words, once: 'view:ask' });
  await makePromise(office.context, dana, { repId: priya.id, text: 'I’ll send it', dueOn: '2026-12-12', once: 'v' });
  askId = (await asksOf(office.store, { repId: priya.id, states: ['open'], limit: 1 }))[0]?.id ?? 0;
  promiseId = (await promisesOf(office.store, { repId: priya.id, limit: 1 }))[0]?.id ?? 0;
});
afterEach(() => office.close());

/** An admin's word is enough here: Omar takes Priya over from Dana. */
async function priyaMoves(): Promise<void> {
  const { omar, priya } = office.people;
  await changePerson(office.store, omar.id, { isAdmin: true });
  const acting = { ...omar, isAdmin: true };
  await setUpTeam(office.context, acting, { repIds: [priya.id], leadId: undefined, once: 'view:team' });
  await changePerson(office.store, omar.id, { isAdmin: false });
}

describe('a rep who moves', () => {
  test('takes the ask along: the new manager has and reads it, the old one doesn’t any more', async () => {
    const { dana, omar } = office.people;
    await priyaMoves();
    expect(await findAsk(office.store, askId)).toMatchObject({ holderId: omar.id, state: 'open' });
    expect((await askFor(office.store, omar.id, askId))?.ask.text).toBe('Canary words');
    expect(await askFor(office.store, dana.id, askId)).toBeUndefined();
  });

  test('takes the open cycle, goals and expectations along: the new manager reads them, the old one no more', async () => {
    const { dana, omar, priya } = office.people;
    const now = office.context.clock();
    await addGoal(office.store, { repId: priya.id, authorId: dana.id, text: 'Lead a team', on: '2026-11-01' }, now);
    const assigned = { assignment: 'Ask twice', dueOn: '2026-12-01' } as const;
    const cycle = {
      repId: priya.id,
      managerId: dana.id,
      gap: 'Talks first',
      rootCause: 'skill',
      openedOn: '2026-11-01',
    } as const;
    await openCycle(office.store, { ...cycle, ...assigned }, now);
    const expected = { managerId: dana.id, repId: priya.id, text: 'Call back within a day', on: '2026-11-01' } as const;
    await addExpectation(office.store, expected, now);
    await priyaMoves();
    const facts = await loadFacts(office.store, [omar.id, dana.id], now);
    const [rep] = facts.team(omar.id).reps;
    expect(rep).toMatchObject({ rep: { id: priya.id }, reportsSince: '2026-11-23' });
    expect(rep?.goals).toHaveLength(1);
    expect(rep?.cycles[0]?.assignments).toMatchObject([{ state: 'open', dueOn: '2026-12-01' }]);
    expect(facts.team(dana.id).reps.map(({ rep: { id } }) => id)).toEqual([office.people.sam.id]);
    const shown = JSON.stringify(await loadPersonView(office.context, omar, priya.id, 0));
    for (const words of ['Lead a team', 'Talks first', 'Ask twice']) expect(shown).toContain(words);
    expect(rep?.expectations).toHaveLength(1);
    await expect(loadPersonView(office.context, dana, priya.id, 0)).rejects.toThrow('doesn’t report to you');
  });

  test('leaves the old manager what they promised, to keep', async () => {
    const { dana, omar } = office.people;
    await priyaMoves();
    expect(await findPromise(office.store, promiseId)).toMatchObject({ managerId: dana.id, holderId: null });
    await expect(settleOwnPromise(office.context, omar, { promiseId, state: 'kept' })).rejects.toThrow('isn’t yours');
    await settleOwnPromise(office.context, dana, { promiseId, state: 'kept' });
    expect(await findPromise(office.store, promiseId)).toMatchObject({ state: 'kept' });
  });

  test('is nobody about whom the old manager is reminded any more', async () => {
    const { dana, priya, sam } = office.people;
    await planOf(office.store, dana.id, [dueFor(priya.id), dueFor(sam.id)], office.context.clock());
    await priyaMoves();
    await settleNudges(office.context, await openNudges(office.store, [dana.id]), office.context.clock());
    const states = (await nudgesSince(office.store, dana.id, new Date(0))).map(({ repId, state }) => [repId, state]);
    expect(states).toEqual([
      [priya.id, 'untrue'],
      [sam.id, 'open'],
    ]);
  });
});
