import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { acknowledge } from '../../src/acts/expectations.ts';
import { commentOnCycle } from '../../src/acts/comment-on-cycle.ts';
import type { Entry } from '../../src/acts/check-entry.ts';
import { correctInteraction, removeInteraction } from '../../src/acts/correct-interaction.ts';
import { logInteraction } from '../../src/acts/log-interaction.ts';
import { moveOwnPromise } from '../../src/acts/promises.ts';
import { FieldError } from '../../src/errors.ts';
import { cyclesOf } from '../../src/store/cycles.ts';
import { expectationsOf } from '../../src/store/expectations.ts';
import { goalsOf } from '../../src/store/goals.ts';
import { addIdea, ideasOf } from '../../src/store/ideas.ts';
import { interactionsBetween, readTexts } from '../../src/store/interactions.ts';
import { findNudge } from '../../src/store/nudges.ts';
import type { Person } from '../../src/store/people.ts';
import { addPromise, promisesOf } from '../../src/store/promises.ts';
import { setManager } from '../../src/store/reporting-lines.ts';
import { skillFacts } from '../../src/store/skills.ts';
import { dueFor, planOf } from '../helpers/nudges.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const today: LocalDate = '2026-11-23';

function entryOf(behaviour: string, rep: Person | null, more: Partial<Entry> = {}): Entry {
  const empty = { minutes: 30, dealId: null, details: {}, texts: {}, shared: false };
  return { behaviour, repId: rep?.id ?? null, happenedOn: today, ...empty, ...more };
}

let forms = 0;
async function log(entry: Entry, acting = office.people.dana): Promise<number> {
  forms += 1;
  const { interactionId } = await logInteraction(office.context, acting, { entry, once: `view:change-${forms}` });
  return interactionId ?? 0;
}

function correct(interactionId: number, entry: Entry) {
  forms += 1;
  const once = `view:change-${forms}`;
  return correctInteraction(office.context, office.people.dana, { interactionId, entry, once });
}

function gap(more: Partial<Entry> = {}): Entry {
  const details = { rootCause: 'skill', assignmentBy: '2026-11-30' } as const;
  const texts = { gap: 'Talks too early', assignment: 'Wait three seconds' };
  return entryOf('development-gap', office.people.priya, { details, texts, ...more });
}

async function liveCycle() {
  const [cycle] = await cyclesOf(office.store, office.people.priya.id);
  return cycle;
}

function seen(assignmentId: number | undefined, more: Partial<Entry> = {}): Entry {
  const details = { assignmentSeen: String(assignmentId), result: 'closed' };
  return entryOf('evaluate-assignment', office.people.priya, { details, ...more });
}

async function promiseTo(rep: Person, managerId = office.people.dana.id): Promise<number> {
  const days = { madeOn: '2026-11-02', dueOn: today } as const;
  const promise = { managerId, repId: rep.id, text: 'Send the references', ...days };
  return addPromise(office.store, promise, office.context.clock());
}

function kept(promiseId: number, outcome = 'kept'): Entry {
  return entryOf('keep-promise', office.people.priya, { details: { promiseKept: String(promiseId), outcome } });
}

describe('a record that an entry names', () => {
  test.each<[string, () => Promise<Entry>]>([
    ['a promise to somebody else', async () => kept(await promiseTo(office.people.sam))],
    ['a promise of another manager', async () => kept(await promiseTo(office.people.priya, office.people.lee.id))],
    ['a promise that isn’t there', async () => kept(999)],
    ['a forged promise', async () => kept(Number.NaN)],
    [
      'an idea of somebody else',
      async () => {
        const idea = { repId: office.people.sam.id, text: 'Numbers first', heardOn: today };
        const id = await addIdea(office.store, idea, office.context.clock());
        const details = { earlierIdea: String(id), earlierIdeaNow: 'used' };
        return entryOf('ask-their-plan', office.people.priya, { details });
      },
    ],
    ['an assignment that isn’t there', () => Promise.resolve(seen(999))],
    [
      'an introduction to somebody outside the team',
      () =>
        Promise.resolve(
          entryOf('introduce', office.people.priya, { details: { partner: String(office.people.omar.id) } }),
        ),
    ],
    [
      'an introduction to oneself',
      () =>
        Promise.resolve(
          entryOf('introduce', office.people.priya, { details: { partner: String(office.people.priya.id) } }),
        ),
    ],
    ['a day that is past', () => Promise.resolve(gap({ details: { rootCause: 'skill', assignmentBy: '2026-11-22' } }))],
    ['a promise without a day', () => Promise.resolve(gap({ promise: { text: 'Call', by: undefined } }))],
    ['a promise without words', () => Promise.resolve(gap({ promise: { text: undefined, by: '2026-12-01' } }))],
    ['a promise for yesterday', () => Promise.resolve(gap({ promise: { text: 'Call', by: '2026-11-22' } }))],
  ])('is refused: %s', async (_what, entry) => {
    await expect(entry().then((made) => log(made))).rejects.toThrow(FieldError);
    const promises = await promisesOf(office.store, { limit: 10 });
    expect(promises.filter(({ text, state }) => text === 'Call' || state !== 'open')).toEqual([]);
    expect(await interactionsBetween(office.store, { limit: 10 })).toEqual([]);
    expect(await liveCycle()).toBeUndefined();
  });

  test('answers only the nudge about this very promise', async () => {
    const { dana, priya } = office.people;
    const [one, other] = [await promiseTo(priya), await promiseTo(priya)];
    const due = (id: number) => dueFor(priya.id, { behaviour: 'keep-promise', item: `promise:${id}` });
    const [first, second] = await planOf(office.store, dana.id, [due(one), due(other)], office.context.clock());
    await log(kept(one));
    expect(await findNudge(office.store, first?.id ?? 0)).toMatchObject({ state: 'done' });
    expect(await findNudge(office.store, second?.id ?? 0)).toMatchObject({ state: 'open' });
  });
});

describe('a development cycle', () => {
  test('closes only on a later look, which can’t be before it was agreed', async () => {
    await log(gap());
    const [assignment] = (await liveCycle())?.assignments ?? [];
    await expect(log(seen(assignment?.id, { happenedOn: '2026-11-22' }))).rejects.toThrow('before you agreed');
    office.moveTo('2026-11-30T10:00:00Z');
    await log(seen(assignment?.id, { happenedOn: '2026-11-30' }));
    expect(await liveCycle()).toMatchObject({ closedOn: '2026-11-30', evaluatedOn: '2026-11-30' });
    await expect(log(seen(assignment?.id, { happenedOn: '2026-11-30' }))).rejects.toThrow('still open');
  });

  test('repeats until the gap is closed, and the rep hears of each assignment', async () => {
    await log(gap());
    const [first] = (await liveCycle())?.assignments ?? [];
    const details = { assignmentSeen: String(first?.id), result: 'repeated', nextBy: '2026-12-07' } as const;
    await log(seen(first?.id, { details, texts: { nextAssignment: 'Five seconds' } }));
    const cycle = await liveCycle();
    expect(cycle).toMatchObject({ closedOn: null, evaluatedOn: today });
    expect(cycle?.assignments).toMatchObject([
      { text: 'Five seconds', dueOn: '2026-12-07', state: 'open' },
      { text: 'Wait three seconds', state: 'repeated' },
    ]);
    expect((await office.outbox()).filter(({ kind }) => kind === 'cycle')).toHaveLength(2);
  });

  test('is one at a time: what is agreed anew is the gap from then on, and can be taken back', async () => {
    await log(gap());
    const details = { rootCause: 'will', assignmentBy: '2026-12-07' } as const;
    const again = await log(gap({ details, texts: { gap: 'Never asks for the order', assignment: 'Ask once' } }));
    expect(await cyclesOf(office.store, office.people.priya.id)).toHaveLength(1);
    expect(await liveCycle()).toMatchObject({ gap: 'Never asks for the order', rootCause: 'will' });
    await removeInteraction(office.context, office.people.dana, again);
    expect(await liveCycle()).toMatchObject({ gap: 'Talks too early', rootCause: 'skill' });
    expect((await liveCycle())?.assignments).toHaveLength(1);
  });

  test('goes with the rep: their next manager may look again', async () => {
    const { lee, priya } = office.people;
    await log(gap());
    const [assignment] = (await liveCycle())?.assignments ?? [];
    await setManager(office.store, priya.id, lee.id, today);
    await log(seen(assignment?.id), lee);
    expect(await liveCycle()).toMatchObject({ closedOn: today });
  });
});

describe('a corrected entry', () => {
  test('puts words and days on record right, and tells the rep in the same message', async () => {
    const { priya } = office.people;
    const promise = { text: 'Call Contoso', by: '2026-12-01' } as const;
    const id = await log(gap({ promise }));
    const messages = (await office.outbox()).length;
    const texts = { gap: 'Talks over the customer', assignment: 'Wait five seconds' };
    await correct(id, gap({ texts, promise: { text: 'Call Contoso and Fabrikam', by: '2026-12-02' } }));
    expect(await cyclesOf(office.store, priya.id)).toMatchObject([
      { gap: 'Talks over the customer', assignments: [{ text: 'Wait five seconds', state: 'open' }] },
    ]);
    expect(await promisesOf(office.store, { limit: 5 })).toMatchObject([
      { text: 'Call Contoso and Fabrikam', dueOn: '2026-12-02' },
    ]);
    expect(await office.outbox()).toHaveLength(messages);
    expect(await readTexts(office.store, id)).toEqual({});
  });

  test('keeps what something was built on, and says so where it would change it', async () => {
    const { dana, priya } = office.people;
    const standards = (text: string) => entryOf('set-standards', priya, { texts: { expectation: text } });
    const id = await log(standards('Be on time'));
    const [expectation] = await expectationsOf(office.store, priya.id);
    await acknowledge(office.context, priya, expectation?.id ?? 0);
    await expect(correct(id, standards('Be early'))).rejects.toThrow('Something already came of this');
    await correct(id, { ...standards('Be on time'), minutes: 5 });
    await removeInteraction(office.context, dana, id);
    expect(await expectationsOf(office.store, priya.id)).toMatchObject([{ text: 'Be on time', acknowledgedOn: today }]);
  });

  test('takes a promise out that is cleared, but not one that was moved since', async () => {
    const { dana } = office.people;
    const promise = { text: 'Call', by: '2026-12-01' } as const;
    const [one, other] = [
      await log(gap({ promise })),
      await log(entryOf('check-in', office.people.priya, { promise })),
    ];
    const [, second] = await promisesOf(office.store, { limit: 5 });
    await moveOwnPromise(office.context, dana, { promiseId: second?.id ?? 0, dueOn: '2026-12-09' });
    await correct(one, gap());
    await correct(other, entryOf('check-in', office.people.priya));
    expect(await promisesOf(office.store, { limit: 5 })).toMatchObject([{ id: second?.id, dueOn: '2026-12-09' }]);
  });

  test('about somebody else begins anew with them', async () => {
    const { priya, sam } = office.people;
    const id = await log(gap());
    await correct(id, { ...gap(), repId: sam.id });
    expect(await cyclesOf(office.store, priya.id)).toEqual([]);
    expect(await cyclesOf(office.store, sam.id)).toMatchObject([{ gap: 'Talks too early' }]);
  });

  test('stays with its rep once they had something to say about it', async () => {
    const { priya, sam } = office.people;
    const id = await log(gap());
    const cycleId = (await liveCycle())?.id ?? 0;
    await commentOnCycle(office.context, priya, { cycleId, text: 'It is harder on the phone', once: 'view:comment' });
    await expect(correct(id, { ...gap(), repId: sam.id })).rejects.toThrow('Something already came of this');
    expect(await liveCycle()).toMatchObject({ gap: 'Talks too early' });
  });

  test('of a kept promise opens it again, and the rep heard of it once', async () => {
    const { priya } = office.people;
    const promiseId = await promiseTo(priya);
    const id = await log(kept(promiseId));
    await correct(id, kept(promiseId, 'dropped'));
    expect(await promisesOf(office.store, { limit: 5 })).toMatchObject([{ state: 'dropped' }]);
    await correct(id, kept(promiseId));
    expect((await office.outbox()).filter(({ kind }) => kind === 'promise-kept')).toHaveLength(1);
  });
});

describe('skill tags', () => {
  test('follow the note: corrected with it, gone with it', async () => {
    const { dana, priya } = office.people;
    const note = (saw: string, more = '') => entryOf('coaching-note', priya, { texts: { saw, try: more } });
    const id = await log(note('Strong at #negotiation', 'More #listening'));
    const tags = async () =>
      (await skillFacts(office.store, [priya.id])).map(({ tag, level }) => `${tag} ${level}`).toSorted();
    expect(await tags()).toEqual(['listening learning', 'negotiation strength']);
    await correct(id, note('Strong at #discovery'));
    expect(await tags()).toEqual(['discovery strength']);
    await removeInteraction(office.context, dana, id);
    expect(await tags()).toEqual([]);
  });
});

describe('words for a record that doesn’t come about', () => {
  test('stay in the note', async () => {
    const { priya } = office.people;
    await log(gap());
    const details = {
      assignmentSeen: String((await liveCycle())?.assignments[0]?.id),
      result: 'closed',
      nextBy: today,
    };
    const closed = entryOf('evaluate-assignment', priya, { details, texts: { nextAssignment: 'Ask twice' } });
    expect(await readTexts(office.store, await log(closed))).toEqual({ nextAssignment: 'Ask twice' });
    const goals = entryOf('personal-goals', priya, { texts: { goals: 'Lead a team', help: 'A course' } });
    expect(await readTexts(office.store, await log(goals))).toEqual({ help: 'A course' });
    expect(await goalsOf(office.store, priya.id)).toMatchObject([
      { text: 'Lead a team', authorId: office.people.dana.id },
    ]);
    expect(await ideasOf(office.store, priya.id)).toEqual([]);
  });
});
